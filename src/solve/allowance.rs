//! The limits that several searches have together.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::{Search, after};
use crate::solve::mip::Limits;

/// The limits of several searches together: their time runs while one follows another. Work is a limit of
/// each.
#[derive(Clone, Debug)]
pub struct Allowance {
    started: Instant,
    limits: Limits,
}

impl Allowance {
    /// From now on.
    pub fn new(limits: &Limits) -> Self {
        Self { started: Instant::now(), limits: limits.clone() }
    }

    /// All that is left.
    pub fn rest(&self) -> Limits {
        after(&self.limits, self.started)
    }

    /// Limits for one search of some that go on at the same time, where so many others still come
    /// after: its share of the time that is left.
    pub fn share(&self, at_a_time: usize, still_to_come: usize) -> Limits {
        let rounds = (still_to_come + 1).div_ceil(at_a_time.max(1));
        let rounds = u32::try_from(rounds).unwrap_or(u32::MAX);
        let left = self.rest();
        Limits { time: left.time.map(|time| time / rounds), ..left }
    }

    /// A search with all the time that is left.
    pub fn search(&self, search: &Search) -> Search {
        Search { limits: self.rest(), ..search.clone() }
    }

    /// Whether nothing is left, or a stop was asked for.
    pub fn is_used_up(&self) -> bool {
        self.is_stopped() || self.rest().time.is_some_and(|time| time.is_zero())
    }

    /// The time that is left, where it is limited.
    pub fn time_left(&self) -> Option<Duration> {
        self.rest().time
    }

    /// Whether a stop was asked for.
    pub fn is_stopped(&self) -> bool {
        self.limits.stop.load(Ordering::Relaxed)
    }
}
