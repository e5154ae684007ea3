//! The least number of students that any plan leaves out.
//!
//! The relaxation with that number as its only objective bounds it from below; since the number is whole, the
//! bound is rounded up. Where leaving a student out costs far more than any journey, this rounding closes
//! most of the gap of the linear relaxation, which may leave out a fraction of a student.

use super::ascent::{AscentStatus, SubgradientAscent};
use super::core::Core;
use super::multipliers::Multipliers;
use crate::base::div_ceil;
use crate::solve::budget::Budget;

/// Parameters of the ascent.
struct Tuning {
    /// The price of one student left out: large, so that bounds in whole points can express fractions of one.
    unit: i64,
    /// Upper limit on the steps.
    steps: u32,
    /// The ascent ends after this many steps if it has proven nothing by then.
    hopeless: u32,
}

const TUNING: Tuning = Tuning { unit: 10_000, steps: 600, hopeless: 100 };

/// A lower bound on the students that any plan leaves out. The ascent ends once it proves `known`, the number
/// that a known plan leaves out.
pub fn least_left_out(core: &Core, known: i64, budget: &Budget) -> i64 {
    let core = core.counting_left_out(TUNING.unit);
    let mut ascent = SubgradientAscent::from(&core, &Multipliers::first(&core)).within(budget);
    let proven = |bound: i64| div_ceil(bound, TUNING.unit).max(0);
    // Any bound above `known - 1` students rounds up to `known`, so that the ascent need not aim at more.
    let ceiling = (known - 1) * TUNING.unit + TUNING.unit / 10;
    for step in 0..TUNING.steps {
        budget.spend(1);
        let (status, _) = ascent.step(Some(ceiling.max(1)));
        let bound = ascent.best().bound;
        let is_hopeless = step >= TUNING.hopeless && bound <= 0;
        if status != AscentStatus::Running || is_hopeless || budget.is_exhausted() {
            break;
        }
    }
    proven(ascent.best().bound).min(known)
}
