//! Subgradient ascent to good multipliers: a deflected subgradient method.
//!
//! The relaxed solution under some multipliers says where they are wrong: a student assigned too often is
//! worth less, one whom nobody takes is worth more; likewise for places and for the rows that count. The
//! direction is this subgradient plus most of the direction before (Camerini, Fratta and Maffioli, 1975), and
//! the step is a part of Polyak's (1969) towards the value of a known plan, or an estimate of it. After some
//! steps without a better bound the ascent returns to the best multipliers and takes shorter steps.
//!
//! Together, the relaxed solutions on the way use many of the options that good plans use; the search builds
//! its restricted problems from them. Averaging the subgradients (the volume algorithm of Barahona and
//! Anbil, 2000) gives a bound as good, but its solutions use fewer different options, and the plans are much
//! worse.
//!
//! Floating point only steers. Multipliers are rounded to whole points before anything is evaluated.

use super::core::Core;
use super::multipliers::Multipliers;
use super::relaxation::{LagrangianSolution, Relaxation};
use super::steering::Steering;
use super::step_size::{StepSize, StepTuning};
use crate::model::candidates::OptionId;
use crate::solve::budget::Budget;

const TUNING: StepTuning = StepTuning {
    patience: 40,
    shorter: 0.6,
    shortest: 1e-3,
    refreshed: 0.25,
    gain: 0.02,
    aim: 1.0,
};
/// The step size is at most this after a visit to multipliers from elsewhere that are the best so far.
const VISITED: f64 = 0.1;

/// An ascent, which can be interrupted and taken up again.
pub struct SubgradientAscent<'a> {
    core: &'a Core<'a>,
    relaxation: Relaxation<'a>,
    steering: Steering,
    best: Best,
    step_size: StepSize,
}

/// The best bound so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Best {
    /// The multipliers that prove it.
    pub multipliers: Multipliers,
    /// The bound; never above the cost of any plan.
    pub bound: i64,
    /// The options that the owners use under these multipliers.
    pub chosen: Vec<OptionId>,
}

/// The state of an ascent after a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AscentStatus {
    /// The ascent can continue.
    Running,
    /// Steps have become too short to matter, the subgradient is 0, or the ceiling is reached.
    Converged,
    /// Kept clusters cannot be filled under any multipliers: there is no plan.
    Infeasible,
}

impl<'a> SubgradientAscent<'a> {
    /// An ascent from some multipliers.
    pub fn from(core: &'a Core, multipliers: &Multipliers) -> Self {
        let best =
            Best { multipliers: multipliers.clone(), bound: i64::MIN / 4, chosen: Vec::new() };
        Self {
            core,
            relaxation: Relaxation::new(core),
            steering: Steering::from(core, multipliers),
            best,
            step_size: StepSize::whole(TUNING),
        }
    }

    /// This ascent, with evaluations that are cut short when a budget's time is up.
    #[must_use]
    pub fn within(mut self, budget: &Budget) -> Self {
        self.relaxation = self.relaxation.within(budget);
        self
    }

    /// The best proven bound so far.
    pub fn best(&self) -> &Best {
        &self.best
    }

    /// The size of the next step, as a part of Polyak's.
    pub fn step_size(&self) -> f64 {
        self.step_size.size()
    }

    /// Makes steps at most this long, because the multipliers are nearly right.
    pub fn shorten(&mut self, step_size: f64) {
        self.step_size.shorten(step_size);
    }

    /// Makes steps long again, from the best multipliers, after a better plan became known.
    pub fn refresh(&mut self) {
        self.step_size.refresh();
        self.go_back();
    }

    /// Evaluates multipliers from elsewhere, and continues from there if they are the best so far.
    pub fn visit(&mut self, multipliers: &Multipliers) {
        let solution = self.relaxation.evaluate(multipliers);
        if let Some(bound) = solution.bound.filter(|&bound| bound > self.best.bound) {
            self.best = Best { multipliers: multipliers.clone(), bound, chosen: solution.chosen };
            self.step_size.shorten(VISITED);
            self.go_back();
        }
    }

    /// Takes one step. `ceiling` is the value of the best known plan.
    pub fn step(&mut self, ceiling: Option<i64>) -> (AscentStatus, LagrangianSolution) {
        let multipliers = self.steering.multipliers();
        let solution = self.relaxation.evaluate(&multipliers);
        let Some(bound) = solution.bound else { return (AscentStatus::Infeasible, solution) };
        self.note(bound, multipliers, &solution);
        if self.step_size.shorten_if_stuck() {
            self.go_back();
            if self.step_size.has_converged() {
                return (AscentStatus::Converged, solution);
            }
        }
        self.steering.turn(self.core, &solution);
        let norm = self.steering.squared_length(self.core);
        if norm == 0.0 || ceiling.is_some_and(|ceiling| self.best.bound >= ceiling) {
            return (AscentStatus::Converged, solution);
        }
        let aim = self.step_size.aim(bound, self.best.bound, ceiling);
        self.steering.walk(self.core, aim / norm);
        (AscentStatus::Running, solution)
    }

    fn note(&mut self, bound: i64, multipliers: Multipliers, solution: &LagrangianSolution) {
        self.step_size.count((bound - self.best.bound) as f64);
        if bound > self.best.bound {
            self.best = Best { multipliers, bound, chosen: solution.chosen.clone() };
        }
    }

    fn go_back(&mut self) {
        self.step_size.restart();
        self.steering = Steering::from(self.core, &self.best.multipliers);
    }
}
