//! The time that many searches have together.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::Search;
use crate::solve::Limits;

/// A time limit that runs while one search follows another.
#[derive(Clone, Copy, Debug)]
pub struct Countdown<'a> {
    search: &'a Search,
    started: Instant,
}

impl<'a> Countdown<'a> {
    /// The time begins to run.
    pub fn start(search: &'a Search) -> Self {
        Self { search, started: Instant::now() }
    }

    /// The search, with the time that is left.
    pub fn search(&self) -> Search {
        let limits = &self.search.limits;
        let time = limits.time.map(|time| time.saturating_sub(self.started.elapsed()));
        Search { limits: Limits { time, ..limits.clone() }, ..self.search.clone() }
    }

    /// Whether nothing is left, or a stop was asked for.
    pub fn is_up(&self) -> bool {
        self.is_stopped() || self.search().limits.time == Some(Duration::ZERO)
    }

    /// Whether a stop was asked for.
    pub fn is_stopped(&self) -> bool {
        self.search.limits.stop.load(Ordering::Relaxed)
    }
}
