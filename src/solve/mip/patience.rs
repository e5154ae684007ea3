//! How long a run of HiGHS may take, and when it counts as hanging.

use std::time::{Duration, Instant};

use crate::solve::budget::Budget;

/// When a run of HiGHS is given up.
pub(super) struct Patience {
    /// How often the caller looks at the clock and the stop flag.
    pub(super) heartbeat: Duration,
    /// How long a worker may take to come back after its deadline.
    pub(super) after_deadline: Duration,
    /// How long a worker may take to come back after a stop.
    pub(super) after_stop: Duration,
    /// Without a sign of life for this long a run counts as hanging. Generous: a run that is abandoned only
    /// because the machine is busy may give way to one that finds another optimum.
    silence: Duration,
    /// Larger programs may be silent for longer, since presolve gives no sign of life: per coefficient.
    silence_per_coefficient: Duration,
    /// Under a time limit a small program may be silent for one part in this many of the time that is left.
    silence_parts: u32,
    /// Largest number of coefficients of a small program.
    small: usize,
}

/// The patience with every run.
pub(super) const PATIENCE: Patience = Patience {
    heartbeat: Duration::from_millis(50),
    after_deadline: Duration::from_millis(250),
    after_stop: Duration::from_millis(800),
    silence: Duration::from_secs(3),
    silence_per_coefficient: Duration::from_millis(1),
    silence_parts: 2,
    small: 20_000,
};

impl Patience {
    /// How long a run of a program may give no sign of life.
    pub(super) fn silence(&self, coefficients: usize, budget: &Budget) -> Duration {
        let count = u32::try_from(coefficients).unwrap_or(u32::MAX);
        let silence = self.silence + self.silence_per_coefficient.saturating_mul(count);
        match budget.time_left() {
            Some(left) if coefficients <= self.small => silence.min(left / self.silence_parts),
            _ => silence,
        }
    }
}

/// Notices when a run gives no more signs of life.
pub(super) struct Signs {
    silence: Duration,
    beats: u64,
    last: Instant,
}

impl Signs {
    pub(super) fn new(silence: Duration) -> Self {
        Self { silence, beats: 0, last: Instant::now() }
    }

    pub(super) fn renew(&mut self) {
        self.last = Instant::now();
    }

    /// Whether the number of signs has not changed for too long.
    pub(super) fn are_missing(&mut self, beats: u64) -> bool {
        if beats != self.beats {
            self.beats = beats;
            self.renew();
        }
        self.last.elapsed() >= self.silence
    }
}
