//! The step size of a subgradient ascent, as a part of Polyak's (1969) step.
//!
//! Steps begin whole and become shorter whenever some of them in a row gain nothing worth mentioning.

/// Parameters of the step size.
#[derive(Clone, Copy, Debug)]
pub struct StepTuning {
    /// After this many steps without a better bound, the step size is multiplied by `shorter`.
    pub patience: u32,
    /// The factor by which the step size shrinks, below 1.
    pub shorter: f64,
    /// Below this step size the ascent has converged.
    pub shortest: f64,
    /// The step size is at least this after a better incumbent became known.
    pub refreshed: f64,
    /// A gain below this part of what the step aimed at counts as none.
    pub gain: f64,
    /// The value that is aimed at while no incumbent is known, above the best bound, as a fraction of it.
    pub aim: f64,
}

/// The size of the next step, and what the last ones gained.
#[derive(Clone, Debug)]
pub struct StepSize {
    tuning: StepTuning,
    /// As a part of Polyak's step; at most 1.
    size: f64,
    /// Steps since the last gain that counts.
    since_gain: u32,
    /// By how much the last step was to raise the bound, in points.
    aim: f64,
}

impl StepSize {
    /// Whole steps of Polyak.
    pub const fn whole(tuning: StepTuning) -> Self {
        Self { tuning, size: 1.0, since_gain: 0, aim: 0.0 }
    }

    /// The size of the next step, as a part of Polyak's.
    pub const fn size(&self) -> f64 {
        self.size
    }

    /// Makes the size at most this.
    pub fn shorten(&mut self, most: f64) {
        self.size = self.size.min(most);
    }

    /// Makes steps long again, after a better incumbent became known.
    pub fn refresh(&mut self) {
        self.size = self.size.max(self.tuning.refreshed);
    }

    /// Counts a step that raised the best bound by `gain` points; one that did not has at most 0.
    pub fn count(&mut self, gain: f64) {
        // Tiny gains without end would keep steps that are too long.
        let counts = gain > 0.0 && gain > self.tuning.gain * self.aim;
        self.since_gain = if counts { 0 } else { self.since_gain + 1 };
    }

    /// Shortens the steps if too many gained nothing; returns whether it did. The ascent then continues from the best
    /// multipliers.
    pub fn shorten_if_stuck(&mut self) -> bool {
        let is_stuck = self.since_gain >= self.tuning.patience;
        if is_stuck {
            self.size *= self.tuning.shorter;
        }
        is_stuck
    }

    /// Begins to count steps anew, at the best multipliers.
    pub const fn restart(&mut self) {
        self.since_gain = 0;
    }

    /// Whether steps have become too short to matter.
    pub fn has_converged(&self) -> bool {
        self.size < self.tuning.shortest
    }

    /// By how much the next step is to raise a bound, in points: a part of the way to the ceiling, or to an estimate of it
    /// from the best bound.
    pub fn aim(&mut self, bound: i64, best_bound: i64, ceiling: Option<i64>) -> f64 {
        let target = ceiling.map_or_else(
            || {
                let best = best_bound as f64;
                best + (self.tuning.aim * best.abs()).max(10_000.0)
            },
            |ceiling| ceiling as f64,
        );
        self.aim = self.size * (target - bound as f64).max(1.0);
        self.aim
    }
}
