//! A moment by which many searches together must have ended.

use std::time::{Duration, Instant};

/// A moment by which many searches together must have ended, where there is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Deadline(Option<Instant>);

impl Deadline {
    /// After so much time from now; a time beyond what a clock can count is no limit.
    pub fn after(time: Option<Duration>) -> Self {
        Self(time.and_then(|time| Instant::now().checked_add(time)))
    }

    /// What is left, where time is limited.
    pub fn left(&self) -> Option<Duration> {
        self.0.map(|moment| moment.saturating_duration_since(Instant::now()))
    }

    /// Whether nothing is left.
    pub fn is_over(&self) -> bool {
        self.left() == Some(Duration::ZERO)
    }
}
