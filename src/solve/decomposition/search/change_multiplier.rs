//! The multiplier of the limit on changes against an earlier plan (rule `continuity`).
//!
//! The relaxation leaves that limit out. Where it binds, each change costs the multiplier, and the
//! allowed number of changes times the multiplier is given back: no plan within the limit costs
//! more than before, so that any multiplier of at least 0 gives a valid bound. The bound is
//! concave in the multiplier; it is best where the relaxed solution makes about as many changes as
//! are allowed.

use crate::plan::assignment::Assignment;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::ascent::{AscentStatus, SubgradientAscent};
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::primal::placing;

/// The first positive multiplier that is tried, in points.
const FIRST: i64 = 4_000;
/// The highest multiplier, in points: leaving students out is cheaper.
const MOST: i64 = 4_000_000;
/// Bisections between the highest multiplier that is too low and the lowest that is not.
const TRIALS: u32 = 5;
/// Steps of the ascent in a trial.
const STEPS: u32 = 250;
/// Pairs of each student when the students are placed.
const PAIRS_TO_PLACE: usize = 40;

/// A core with its multiplier, and the plans found on the way.
pub struct PricedChanges<'a> {
    /// The core.
    pub core: Core<'a>,
    /// Good multipliers to start from, where the limit binds.
    pub multipliers: Option<Multipliers>,
    /// Plans that may keep all rules.
    pub plans: Vec<Assignment>,
}

/// Finds a good multiplier, where the limit binds.
pub fn lay<'a>(core: Core<'a>, budget: &Budget) -> PricedChanges<'a> {
    let Some(most) = core.problem.most_changes() else {
        return PricedChanges { core, multipliers: None, plans: Vec::new() };
    };
    let mut trials = Trials { core: &core, budget, most, tried: Vec::new(), plans: Vec::new() };
    if let Some(high) = trials.high_enough(&Multipliers::first(&core)) {
        trials.halve(high);
    }
    let Trials { tried, plans, .. } = trials;
    match tried.into_iter().max_by_key(|trial| (trial.bound, -trial.change_multiplier)) {
        Some(best) if best.change_multiplier > 0 => PricedChanges {
            core: core.with_change_multiplier(best.change_multiplier, most),
            multipliers: Some(best.multipliers),
            plans,
        },
        _ => PricedChanges { core, multipliers: None, plans },
    }
}

/// The result of trying a multiplier.
struct Trial {
    change_multiplier: i64,
    bound: i64,
    multipliers: Multipliers,
    /// Whether the plan that it led to makes more changes than are allowed.
    is_too_low: bool,
}

struct Trials<'a> {
    core: &'a Core<'a>,
    budget: &'a Budget,
    most: i64,
    tried: Vec<Trial>,
    plans: Vec<Assignment>,
}

impl Trials<'_> {
    /// The first multiplier that is high enough, of 0, a low one, and ever higher ones; `None`
    /// where 0 is, or the budget is exhausted.
    fn high_enough(&mut self, first: &Multipliers) -> Option<i64> {
        let mut change_multiplier = 0;
        let mut multipliers = first.clone();
        while !self.budget.is_exhausted() && change_multiplier <= MOST {
            let trial = self.attempt(change_multiplier, &multipliers)?;
            if !trial.is_too_low {
                return Some(change_multiplier).filter(|&change_multiplier| change_multiplier > 0);
            }
            multipliers = trial.multipliers.clone();
            change_multiplier = (4 * change_multiplier).max(FIRST);
        }
        None
    }

    /// Bisects between the highest multiplier that is too low and the lowest that is not.
    fn halve(&mut self, mut high: i64) {
        let too_low = self.tried.iter().filter(|trial| trial.is_too_low);
        let mut low = too_low.map(|trial| trial.change_multiplier).max().unwrap_or(0);
        for _ in 0..TRIALS {
            let change_multiplier = low.midpoint(high);
            let Some(nearest) = self.tried.iter().max_by_key(|trial| trial.bound) else { return };
            let multipliers = nearest.multipliers.clone();
            if self.budget.is_exhausted() {
                return;
            }
            match self.attempt(change_multiplier, &multipliers) {
                Some(trial) if trial.is_too_low => low = change_multiplier,
                Some(_) => high = change_multiplier,
                None => return,
            }
        }
    }

    /// Ascends with a multiplier and places the students; `None` where there is no plan at all.
    fn attempt(&mut self, change_multiplier: i64, multipliers: &Multipliers) -> Option<&Trial> {
        let core = self.core.with_change_multiplier(change_multiplier, self.most);
        let mut ascent = SubgradientAscent::from(&core, multipliers);
        for _ in 0..STEPS {
            self.budget.spend(1);
            match ascent.step(None).0 {
                AscentStatus::Infeasible => return None,
                AscentStatus::Converged => break,
                AscentStatus::Running if self.budget.is_exhausted() => break,
                AscentStatus::Running => {}
            }
        }
        let best = ascent.best();
        let restricted =
            RestrictedProblem::cheapest(&core, &best.multipliers, &best.chosen, PAIRS_TO_PLACE);
        let placed = placing::place(&core, &restricted, &|| self.budget.is_exhausted())?;
        let problem = core.problem;
        let changes = problem.tally(&placed.assignment).changes();
        ascent.visit(&placed.multipliers);
        let best = ascent.best();
        let trial = Trial {
            change_multiplier,
            bound: best.bound,
            multipliers: best.multipliers.clone(),
            is_too_low: changes > self.most,
        };
        self.plans.push(placed.assignment);
        self.tried.push(trial);
        self.tried.last()
    }
}
