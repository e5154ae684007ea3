//! The climb to good prices: a deflected subgradient method.
//!
//! Where a relaxed plan asks for a student too often the student's price falls, where nobody asks it
//! rises; likewise for places. The direction is what the relaxed plan misses, plus what is left of
//! the direction before (Camerini, Fratta and Maffioli, 1975); the step is that of Polyak (1969)
//! towards a value that a plan is known, or thought, to reach. After some steps without a better
//! bound the climb goes back to the best prices and takes shorter steps.
//!
//! Floats only steer. Prices are rounded to whole points before anything is evaluated.

use super::core::Core;
use super::multipliers::Multipliers;
use super::relaxation::{LagrangianSolution, Relaxation};
use crate::base::{Id, IdVec};

/// What is left of the direction before.
const DEFLECTION: f64 = 0.97;
/// Steps without a better bound, after which the next ones are shorter.
const PATIENCE: u32 = 40;
/// By how much shorter.
const SHORTER: f64 = 0.6;
/// Where options are very many, steps between two looks at all of them.
const STEPS_PER_PROOF: u32 = 25;
/// No step from prices of a good plan is longer: they are nearly right.
const VISITED: f64 = 0.1;
/// Below this length the climb is over.
const SHORTEST: f64 = 1e-3;
/// A place's price follows at this pace: one step changes many students of a school at once.
const PLACE_PACE: f64 = 0.3;
/// A bound that is better by less than this part of what the step aimed at counts as none.
const BETTER: f64 = 0.02;
/// How far above the best bound a plan is thought to be as long as none is known, as a fraction.
const GUESS: f64 = 1.0;

/// A climb, which can be interrupted and taken up again.
pub struct SubgradientAscent<'a> {
    core: &'a Core<'a>,
    relaxation: Relaxation<'a>,
    here: Point,
    direction: Point,
    /// The best by which the climb steers; where options are many its bound may be a guess.
    guide: Best,
    best: Best,
    steps: u32,
    /// The length of a step, as a part of Polyak's.
    length: f64,
    since_better: u32,
    /// By how much the last step was to raise the bound.
    aim: f64,
}

/// The best bound so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Best {
    /// The prices that prove it.
    pub multipliers: Multipliers,
    /// The bound; never above the cost of any plan.
    pub bound: i64,
    /// What the owners would use under these prices.
    pub chosen: Vec<crate::model::candidates::OptionId>,
}

/// Prices, or a direction, between whole numbers.
#[derive(Clone, Debug)]
struct Point {
    student: Vec<f64>,
    place: Vec<f64>,
}

/// What a step of the climb came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AscentStatus {
    /// The climb goes on.
    Running,
    /// Steps have become too short to matter, or nothing is missing any more.
    Converged,
    /// Kept clusters cannot be filled, whoever comes: there is no plan.
    Infeasible,
}

impl<'a> SubgradientAscent<'a> {
    /// A climb from some prices.
    pub fn from(core: &'a Core, multipliers: &Multipliers) -> Self {
        Self::by(Relaxation::new(core), core, multipliers)
    }

    /// A climb by a relaxation of the core.
    pub fn by(relaxation: Relaxation<'a>, core: &'a Core, multipliers: &Multipliers) -> Self {
        let zero = Point {
            student: vec![0.0; core.entries.len()],
            place: vec![0.0; core.problem.instance.schools.len()],
        };
        let best =
            Best { multipliers: multipliers.clone(), bound: i64::MIN / 4, chosen: Vec::new() };
        Self {
            core,
            relaxation,
            here: Point::of(multipliers),
            direction: zero,
            guide: best.clone(),
            best,
            steps: 0,
            length: 1.0,
            since_better: 0,
            aim: 0.0,
        }
    }

    /// The best proven bound so far.
    pub fn best(&self) -> &Best {
        &self.best
    }

    /// The length of the next step, as a part of Polyak's.
    pub fn length(&self) -> f64 {
        self.length
    }

    /// Begins with shorter steps: the prices are nearly right.
    pub fn shorten(&mut self, length: f64) {
        self.length = self.length.min(length);
    }

    /// Makes steps long again, from the best prices: after a better plan became known.
    pub fn refresh(&mut self) {
        self.length = self.length.max(0.25);
        self.go_back();
    }

    /// Evaluates prices from elsewhere, and climbs on from there if they are the best so far.
    pub fn visit(&mut self, multipliers: &Multipliers) {
        let solution = self.relaxation.evaluate(multipliers);
        if let Some(bound) = solution.bound.filter(|&bound| bound > self.best.bound) {
            self.best = Best { multipliers: multipliers.clone(), bound, chosen: solution.chosen };
            // Whatever was guessed gives way to what is proven.
            self.guide.clone_from(&self.best);
            self.length = self.length.min(VISITED);
            self.go_back();
        }
    }

    /// One step. `ceiling` is what the best known plan costs.
    pub fn step(&mut self, ceiling: Option<i64>) -> (AscentStatus, LagrangianSolution) {
        let multipliers = self.here.rounded();
        let solution = if self.relaxation.is_large() {
            if self.steps.is_multiple_of(STEPS_PER_PROOF) {
                self.prove();
            }
            self.relaxation.quick_bound(&multipliers)
        } else {
            self.relaxation.evaluate(&multipliers)
        };
        self.steps += 1;
        let Some(bound) = solution.bound else { return (AscentStatus::Infeasible, solution) };
        self.note(bound, multipliers, &solution);
        if self.since_better >= PATIENCE {
            self.length *= SHORTER;
            self.go_back();
            if self.length < SHORTEST {
                return (AscentStatus::Converged, solution);
            }
        }
        let norm = self.turn(&solution);
        if norm == 0.0 || ceiling.is_some_and(|ceiling| self.guide.bound >= ceiling) {
            return (AscentStatus::Converged, solution);
        }
        let target = ceiling.map_or_else(|| self.guess(), |ceiling| ceiling as f64);
        self.aim = self.length * (target - bound as f64).max(1.0);
        self.walk(self.aim / norm);
        (AscentStatus::Running, solution)
    }

    fn note(&mut self, bound: i64, multipliers: Multipliers, solution: &LagrangianSolution) {
        let by = (bound - self.guide.bound) as f64;
        self.since_better += 1;
        if bound > self.guide.bound {
            if by > BETTER * self.aim {
                self.since_better = 0;
            }
            self.guide = Best { multipliers, bound, chosen: solution.chosen.clone() };
            if !self.relaxation.is_large() {
                self.best.clone_from(&self.guide);
            }
        }
    }

    /// Evaluates the best prices with all options. Where a glance had missed some the bound is lower
    /// than it seemed.
    fn prove(&mut self) {
        let solution = self.relaxation.evaluate(&self.guide.multipliers);
        if let Some(bound) = solution.bound {
            self.guide.bound = bound;
            self.guide.chosen = solution.chosen;
            if bound > self.best.bound {
                self.best.clone_from(&self.guide);
            }
        }
    }

    fn guess(&self) -> f64 {
        let bound = self.guide.bound as f64;
        bound + (GUESS * bound.abs()).max(10_000.0)
    }

    fn go_back(&mut self) {
        self.since_better = 0;
        self.here = Point::of(&self.guide.multipliers);
        self.direction.student.fill(0.0);
        self.direction.place.fill(0.0);
    }

    /// Turns the direction towards what is missing; its length squared, as far as prices may move.
    fn turn(&mut self, solution: &LagrangianSolution) -> f64 {
        let mut norm = 0.0;
        for (id, entry) in self.core.entries.iter() {
            let at = id.index();
            let is_highest =
                entry.left_out.is_some_and(|most| self.here.student[at] >= most as f64);
            let mut unmet_demand = solution.unmet_demand[id] as f64;
            if is_highest {
                unmet_demand = unmet_demand.min(0.0);
            }
            let direction = &mut self.direction.student[at];
            *direction = unmet_demand + DEFLECTION * *direction;
            if !(is_highest && *direction > 0.0) {
                norm += *direction * *direction;
            }
        }
        for (id, &excess_capacity) in solution.excess_capacity.iter() {
            let at = id.index();
            let is_lowest = self.here.place[at] <= 0.0;
            let mut excess_capacity = excess_capacity as f64;
            if is_lowest {
                excess_capacity = excess_capacity.max(0.0);
            }
            let direction = &mut self.direction.place[at];
            *direction = excess_capacity + DEFLECTION * *direction;
            if !(is_lowest && *direction < 0.0) {
                norm += PLACE_PACE * *direction * *direction;
            }
        }
        norm
    }

    fn walk(&mut self, step: f64) {
        for (id, entry) in self.core.entries.iter() {
            let price = &mut self.here.student[id.index()];
            *price += step * self.direction.student[id.index()];
            if let Some(left_out) = entry.left_out {
                *price = price.min(left_out as f64);
            }
        }
        for (price, direction) in self.here.place.iter_mut().zip(&self.direction.place) {
            *price = (*price + step * PLACE_PACE * direction).max(0.0);
        }
    }
}

impl Point {
    fn of(multipliers: &Multipliers) -> Self {
        let float = |values: std::slice::Iter<'_, i64>| values.map(|&price| price as f64).collect();
        Self {
            student: float(multipliers.student.values()),
            place: float(multipliers.place.values()),
        }
    }

    fn rounded(&self) -> Multipliers {
        #[expect(clippy::cast_possible_truncation, reason = "clamped to the range of multipliers")]
        let whole = |values: &[f64]| -> Vec<i64> {
            values.iter().map(|price| price.round() as i64).collect()
        };
        Multipliers::new(IdVec::from(whole(&self.student)), IdVec::from(whole(&self.place)))
    }
}
