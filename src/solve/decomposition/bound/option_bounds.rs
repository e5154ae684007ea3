//! A bound on the plans that use each cluster option, all from one ascent.

use rayon::prelude::*;

use super::ascent::{AscentStatus, SubgradientAscent};
use super::core::{Core, OwnerId};
use super::fixing::PACKED_ANEW;
use super::merge::Merge;
use super::multipliers::Multipliers;
use super::multipliers::rent;
use super::packing::Packer;
use super::relaxation::{OptionWorth, Relaxation};
use super::start::Begin;
use crate::base::IdVec;
use crate::instance::StudentId;
use crate::model::candidates::OptionId;
use crate::problem::Problem;
use crate::solve::budget::Budget;

/// The ascent may use one part in this many of the budget.
const PARTS: u32 = 4;
/// Steps of the ascent, at the most.
const STEPS: u32 = 1_500;
/// The ascent ends when its step size falls below this.
const SHORTEST: f64 = 0.01;

/// Bounds on the plans that use each cluster option.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OptionBounds {
    /// No plan that uses the option costs less; `None` where no plan uses it.
    pub of_option: IdVec<OptionId, Option<i64>>,
    /// No plan at all costs less; `None` where there is none.
    pub bound: Option<i64>,
    /// The multipliers that prove it.
    pub multipliers: Multipliers,
}

/// A bound on all plans of a problem, from an ascent that may use the budget; 0 where nothing is proven.
pub fn bound_of(problem: &Problem, budget: &Budget, begin: &Begin) -> i64 {
    let core = Core::of(problem);
    let mut ascent = begin.ascent(&core, budget);
    ascend(&mut ascent, budget, begin.below);
    ascent.best().bound.max(0)
}

fn ascend(ascent: &mut SubgradientAscent, budget: &Budget, below: Option<i64>) {
    for _ in 0..STEPS {
        budget.spend(1);
        let (step, _) = ascent.step(below);
        if step != AscentStatus::Running || ascent.step_size() < SHORTEST || budget.is_exhausted() {
            break;
        }
    }
}

/// Bounds on the plans that use each cluster option of a problem. `begin` makes the ascent
/// shorter; its plan is not used.
pub fn bounds_with_each(problem: &Problem, budget: &Budget, begin: &Begin) -> OptionBounds {
    let core = Core::of(problem);
    let mut ascent = begin.ascent(&core, budget);
    ascend(&mut ascent, &budget.share(1, PARTS), begin.below);
    under(&core, &ascent.best().multipliers)
}

/// The bounds under given multipliers.
pub(in crate::solve::decomposition) fn under(
    core: &Core,
    multipliers: &Multipliers,
) -> OptionBounds {
    let mut relaxation = Relaxation::new(core);
    let bound = relaxation.evaluate(multipliers).bound;
    let mut of_option = IdVec::filled(None, core.options.len());
    if let Some(bound) = bound {
        for owner in core.owners.ids() {
            for (option, more) in with_each(core, multipliers, &relaxation, owner) {
                of_option[option] = more.map(|more| (bound + more).max(0));
            }
        }
    }
    OptionBounds { of_option, bound, multipliers: multipliers.clone() }
}

/// The rise of the bound when an option of an owner is used, for each; `None` where it cannot be
/// used.
fn with_each(
    core: &Core,
    multipliers: &Multipliers,
    relaxation: &Relaxation,
    owner: OwnerId,
) -> Vec<(OptionId, Option<i64>)> {
    let options = &core.owners[owner].options;
    let mut merge = Merge::new(core.entries.len());
    let worth = relaxation.worth(multipliers, owner, &mut merge);
    let values: Vec<Option<i64>> = worth.iter().map(|worth| worth.value).collect();
    let Some(packer) = Packer::new(core, owner, &values) else {
        return options.iter().map(|&option| (option, None)).collect();
    };
    let packed = packer.best().bound;
    let one_less = packer.one_less();
    let rise = |(&option, worth): (&OptionId, &OptionWorth)| {
        let with = worth.solution.and_then(|solution| {
            if options.len() > PACKED_ANEW {
                return Some(packer.quick_bound_with(option, solution.value, one_less));
            }
            packer.bound_with(option, solution.value)
        });
        (option, with.map(|with| (with - packed).max(0)))
    };
    options.par_iter().zip(&worth).map(rise).collect()
}

/// A bound on the plans of a problem in which a student must be placed, from multipliers that are
/// good for the problem without that condition; `None` where there is no plan.
///
/// Only the student's multiplier changes. These values are tried: the reduced cost of the cheapest pair, and that
/// cost with what one member may save or cost a cluster that is off its target or below its minimum.
pub fn bound_with(problem: &Problem, multipliers: &Multipliers, student: StudentId) -> Option<i64> {
    let core = Core::of(problem);
    if !multipliers.fit(&core) {
        return Some(0);
    }
    let costs = core.sites.values().filter_map(|site| {
        let offer = site.offers.iter().find(|offer| offer.student == student)?;
        Some(offer.price + rent(site, multipliers))
    });
    let cheapest = costs.min()?;
    let mut relaxation = Relaxation::new(&core);
    let mut best = Some(0);
    let off_target = core.off_target;
    let mut worths = vec![cheapest - off_target, cheapest, cheapest + off_target];
    worths.extend(Some(cheapest - core.most_worth_of_member()).filter(|one| *one < worths[0]));
    for worth in worths {
        let mut multipliers = multipliers.clone();
        multipliers.student[student] = worth;
        best = best.max(Some(relaxation.evaluate(&multipliers).bound?));
    }
    best
}
