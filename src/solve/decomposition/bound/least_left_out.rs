//! The least number of students that any plan leaves out.
//!
//! The relaxation with that number as its only objective bounds it from below; since the number is whole, the
//! bound is rounded up. Where leaving a student out costs far more than any journey, this is most of what
//! the linear relaxation misses: it leaves out the fraction of one student.

use super::ascent::{AscentStatus, SubgradientAscent};
use super::core::Core;
use super::multipliers::Multipliers;
use crate::solve::budget::Budget;

/// Parameters of the ascent.
struct Tuning {
    /// The price of one student left out, which makes room for fractions in whole numbers.
    unit: i64,
    /// Steps, at the most, and after how many the ascent ends if it has proven nothing by then.
    steps: u32,
    hopeless: u32,
}

const TUNING: Tuning = Tuning { unit: 10_000, steps: 600, hopeless: 100 };

/// No plan leaves out fewer students. The ascent ends once it proves `known`, the number of a known plan.
pub fn least_left_out(core: &Core, known: i64, budget: &Budget) -> i64 {
    let core = core.counting_left_out(TUNING.unit);
    let mut ascent = SubgradientAscent::from(&core, &Multipliers::first(&core)).within(budget);
    let proven = |bound: i64| (bound + TUNING.unit - 1).div_euclid(TUNING.unit).max(0);
    // One point above what leaves out one student fewer proves as much.
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
