//! A toll on changes, where an earlier plan limits them (a Lagrange multiplier on rule `continuity`).
//!
//! The relaxation leaves that limit out. Where it binds, every change costs a toll besides, and as much
//! is given back as all allowed changes together would pay: no plan that keeps the limit pays more
//! than that, so that any toll gives a valid bound. The bound is concave in the toll: the best one lies
//! where the relaxed plan makes about as many changes as are allowed.

use super::ascent::{Ascent, Step};
use super::core::Core;
use super::part::Part;
use super::placing;
use super::prices::Prices;
use crate::plan::assignment::Assignment;
use crate::solve::budget::Budget;

/// The first toll that is tried after none, in points.
const FIRST: i64 = 4_000;
/// No toll is higher: whoever pays it would rather be left out.
const MOST: i64 = 4_000_000;
/// Trials between the highest toll that is too low and the lowest that is not.
const TRIALS: u32 = 5;
/// Steps of the climb in a trial.
const STEPS: u32 = 250;
/// Pairs of each student when the students are placed.
const PAIRS_TO_PLACE: usize = 40;

/// A core with its toll, and a plan of it that was met on the way.
pub struct Tolled<'a> {
    /// The core.
    pub core: Core<'a>,
    /// Good prices to begin with, where a toll is laid.
    pub prices: Option<Prices>,
    /// Plans that may keep all rules.
    pub plans: Vec<Assignment>,
}

/// Lays a toll on changes where their limit binds.
pub fn lay<'a>(core: Core<'a>, budget: &Budget) -> Tolled<'a> {
    let Some(most) = core.problem.most_changes() else {
        return Tolled { core, prices: None, plans: Vec::new() };
    };
    let mut trials = Trials { core: &core, budget, most, tried: Vec::new(), plans: Vec::new() };
    if let Some(high) = trials.high_enough(&Prices::first(&core)) {
        trials.halve(high);
    }
    let Trials { tried, plans, .. } = trials;
    match tried.into_iter().max_by_key(|trial| (trial.bound, -trial.toll)) {
        Some(best) if best.toll > 0 => {
            Tolled { core: core.tolled(best.toll, most), prices: Some(best.prices), plans }
        }
        _ => Tolled { core, prices: None, plans },
    }
}

/// What came of a toll.
struct Trial {
    toll: i64,
    bound: i64,
    prices: Prices,
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
    /// The first toll that is high enough, of none, a low one, and ever higher ones; `None` where none is
    /// needed, or time is up.
    fn high_enough(&mut self, first: &Prices) -> Option<i64> {
        let mut toll = 0;
        let mut prices = first.clone();
        while !self.budget.is_exhausted() && toll <= MOST {
            let trial = self.attempt(toll, &prices)?;
            if !trial.is_too_low {
                return Some(toll).filter(|&toll| toll > 0);
            }
            prices = trial.prices.clone();
            toll = (4 * toll).max(FIRST);
        }
        None
    }

    /// Halves what lies between the highest toll that is too low and the lowest that is not.
    fn halve(&mut self, mut high: i64) {
        let too_low = self.tried.iter().filter(|trial| trial.is_too_low);
        let mut low = too_low.map(|trial| trial.toll).max().unwrap_or(0);
        for _ in 0..TRIALS {
            let toll = low.midpoint(high);
            let Some(nearest) = self.tried.iter().max_by_key(|trial| trial.bound) else { return };
            let prices = nearest.prices.clone();
            if self.budget.is_exhausted() {
                return;
            }
            match self.attempt(toll, &prices) {
                Some(trial) if trial.is_too_low => low = toll,
                Some(_) => high = toll,
                None => return,
            }
        }
    }

    /// Climbs under a toll, and places the students; `None` where no plan exists at all.
    fn attempt(&mut self, toll: i64, prices: &Prices) -> Option<&Trial> {
        let core = self.core.tolled(toll, self.most);
        let mut ascent = Ascent::from(&core, prices);
        for _ in 0..STEPS {
            self.budget.spend(1);
            match ascent.step(None).0 {
                Step::NoPlan => return None,
                Step::Over => break,
                Step::On if self.budget.is_exhausted() => break,
                Step::On => {}
            }
        }
        let best = ascent.best();
        let part = Part::cheapest(&core, &best.prices, &best.chosen, PAIRS_TO_PLACE);
        let placed = placing::place(&core, &part, &|| self.budget.is_exhausted())?;
        let problem = core.problem;
        let changes = problem.tally(&placed.assignment).changes();
        ascent.visit(&placed.prices);
        let best = ascent.best();
        let trial = Trial {
            toll,
            bound: best.bound,
            prices: best.prices.clone(),
            is_too_low: changes > self.most,
        };
        self.plans.push(placed.assignment);
        self.tried.push(trial);
        self.tried.last()
    }
}
