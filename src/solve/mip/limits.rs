//! When a solve must stop, and how time and work are shared over levels.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// When to stop a solve before everything is proven.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// The most time for all levels together; `None` is no limit. Kept within a second.
    pub time: Option<Duration>,
    /// The most work for all levels together, in simplex iterations; `None` is no limit. The same
    /// program with the same limit stops at the same values and bound. HiGHS looks at it between
    /// linear programs, so it may be passed by the length of one.
    pub work: Option<u64>,
    /// A level is good enough when (value − bound) / max(1, value) is at most this fraction.
    pub gap: f64,
    /// Set from another thread to stop with the best values so far, within two seconds.
    pub stop: Arc<AtomicBool>,
}

/// What one minimisation may use.
#[derive(Clone, Debug)]
pub(super) struct Allowance {
    pub deadline: Option<Instant>,
    /// Simplex iterations; microlp does not count them.
    pub work: Option<u64>,
    pub gap: f64,
    pub stop: Arc<AtomicBool>,
}

impl Allowance {
    /// Whether the time is up.
    pub fn is_late(&self) -> bool {
        self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }

    /// Whether a stop was asked for.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// The seconds that are left, where time is limited.
    pub fn seconds_left(&self) -> Option<f64> {
        let left = self.deadline?.saturating_duration_since(Instant::now());
        Some(left.as_secs_f64())
    }
}

/// The limits of a solve, as they are used up.
#[derive(Clone, Debug)]
pub(super) struct Account {
    started: Instant,
    deadline: Option<Instant>,
    work_left: Option<u64>,
    gap: f64,
    stop: Arc<AtomicBool>,
}

impl Account {
    /// Opens an account: the time starts to run.
    pub fn open(limits: &Limits) -> Self {
        let started = Instant::now();
        Self {
            started,
            // A limit beyond what a clock can count is no limit.
            deadline: limits.time.and_then(|time| started.checked_add(time)),
            work_left: limits.work,
            gap: limits.gap,
            stop: Arc::clone(&limits.stop),
        }
    }

    /// An even share for the next of so many minimisations that are still to come.
    pub fn share(&self, to_come: u32) -> Allowance {
        let now = Instant::now();
        let deadline = self
            .deadline
            .map(|deadline| now + deadline.saturating_duration_since(now) / to_come.max(1));
        Allowance {
            deadline,
            work: self.work_left.map(|work| work / u64::from(to_come.max(1))),
            gap: self.gap,
            stop: Arc::clone(&self.stop),
        }
    }

    /// Takes work off.
    pub fn spend(&mut self, work: u64) {
        self.work_left = self.work_left.map(|left| left.saturating_sub(work));
    }

    /// Whether nothing is left of the time or of the work.
    pub fn is_empty(&self) -> bool {
        self.work_left == Some(0)
            || self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }

    /// Whether a stop was asked for.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Seconds since the account was opened.
    pub fn seconds(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }
}
