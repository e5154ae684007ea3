//! The limits of a search, as time goes by.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use crate::solve::mip::Limits;

/// Of time and work, the climbs and the first part get one part in so many, each.
pub const PARTS: u32 = 4;

/// The limits of a search, as time goes by.
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    /// When the search began.
    pub started: Instant,
    /// When it must end.
    pub limits: &'a Limits,
}

/// A moment at which to leave off.
pub struct Until<'a> {
    clock: Clock<'a>,
    at: Option<Duration>,
}

impl Until<'_> {
    /// Whether time is up, or a stop was asked for.
    pub fn is_up(&self) -> bool {
        self.clock.is_stopped() || self.at.is_some_and(|at| self.clock.started.elapsed() >= at)
    }
}

impl<'a> Clock<'a> {
    /// Whether a stop was asked for.
    pub fn is_stopped(&self) -> bool {
        self.limits.stop.load(Ordering::Relaxed)
    }

    /// Whether time is up, or a stop was asked for.
    pub fn is_up(&self) -> bool {
        self.is_stopped() || self.left() == Some(Duration::ZERO)
    }

    fn left(&self) -> Option<Duration> {
        self.limits.time.map(|time| time.saturating_sub(self.started.elapsed()))
    }

    /// Until a share of what is left is used up.
    pub fn share(&self) -> Until<'a> {
        let at = self.left().map(|left| self.started.elapsed() + left / PARTS);
        Until { clock: *self, at }
    }

    /// Limits for the first part.
    pub fn part(&self, gap: f64) -> Limits {
        Limits {
            time: self.left().map(|left| left / PARTS * 2),
            work: self.limits.work.map(|work| work / u64::from(PARTS)),
            gap,
            stop: self.limits.stop.clone(),
        }
    }

    /// All that is left.
    pub fn rest(&self) -> Limits {
        let work = self.limits.work.map(|work| work - work / u64::from(PARTS) * 3);
        Limits { time: self.left(), work, ..self.limits.clone() }
    }
}
