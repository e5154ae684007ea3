//! Subgradient ascent to good multipliers: the volume algorithm (Barahona and Anbil, 2000).
//!
//! The relaxed solution under some multipliers says where they are wrong: a student assigned too often is
//! worth less, one whom nobody takes is worth more; likewise for places and for the rows that count. The
//! direction is a weighted average of these subgradients over the steps so far, which damps the
//! oscillation of plain subgradients. Each step starts at the best multipliers found, and has the length
//! of Polyak (1969) towards the value of a known plan, or an estimate of it, times a step size: which grows
//! when a step succeeds and shrinks after several that fail.
//!
//! Floating point only steers. Multipliers are rounded to whole points before anything is evaluated.

use super::core::Core;
use super::multipliers::Multipliers;
use super::relaxation::{LagrangianSolution, Relaxation};
use crate::base::Id;
use crate::model::candidates::OptionId;
use crate::solve::budget::Budget;

/// Parameters of the ascent. They were chosen on maps of 400 and 700 students; see `benches/README.md`.
struct Tuning {
    /// The step size to begin with, as a part of Polyak's step; no step is longer than `longest`.
    first: f64,
    longest: f64,
    /// Factor to the step size after a step in a good direction.
    longer: f64,
    /// Factor to the step size after `patience` failures in a row.
    shorter: f64,
    patience: u32,
    /// Below this step size the ascent has converged.
    shortest: f64,
    /// The most weight that a new subgradient gets in the average, and the least that this falls to.
    weight: f64,
    least_weight: f64,
    /// Steps without much gain after which that weight is halved.
    settle: u32,
    /// Gain that counts, as a part of the bound.
    gain: f64,
    /// A place's multiplier moves at this pace: one step changes many students of a school at once.
    place_pace: f64,
    /// The most that is aimed at above the best bound, as a fraction of it: a known plan may be poor.
    aim: f64,
    /// Where options are very many: steps between two looks at all of them.
    steps_per_proof: u32,
}

const TUNING: Tuning = Tuning {
    first: 0.1,
    longest: 1.0,
    longer: 1.1,
    shorter: 0.66,
    patience: 20,
    shortest: 2e-4,
    weight: 0.1,
    least_weight: 0.005,
    settle: 100,
    gain: 1e-4,
    place_pace: 0.3,
    aim: 0.25,
    steps_per_proof: 25,
};

/// An ascent, which can be interrupted and taken up again.
pub struct SubgradientAscent<'a> {
    core: &'a Core<'a>,
    relaxation: Relaxation<'a>,
    here: Point,
    /// The average of the subgradients; `None` at the start.
    average: Option<Point>,
    /// The best multipliers, from which each step starts; where options are very many, the bound is an estimate.
    center: Best,
    best: Best,
    steps: u32,
    step_size: f64,
    failures: u32,
    weight: f64,
    /// Steps since the bound rose by much, and what it was then.
    since_gain: u32,
    gained_at: i64,
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

/// Multipliers or a direction, in floating point.
#[derive(Clone, Debug)]
struct Point {
    student: Vec<f64>,
    place: Vec<f64>,
    left_out: f64,
    cover: f64,
}

/// The state of an ascent after a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AscentStatus {
    /// The ascent goes on.
    Running,
    /// Steps have become too short to matter, the subgradient is 0, or the ceiling is reached.
    Converged,
    /// Kept clusters cannot be filled under any multipliers: there is no plan.
    Infeasible,
}

impl<'a> SubgradientAscent<'a> {
    /// An ascent from some multipliers.
    pub fn from(core: &'a Core, multipliers: &Multipliers) -> Self {
        Self::by(Relaxation::new(core), core, multipliers)
    }

    /// An ascent by a relaxation of the core.
    pub fn by(relaxation: Relaxation<'a>, core: &'a Core, multipliers: &Multipliers) -> Self {
        let best =
            Best { multipliers: multipliers.clone(), bound: i64::MIN / 4, chosen: Vec::new() };
        Self {
            core,
            relaxation,
            here: Point::of(multipliers),
            average: None,
            center: best.clone(),
            best,
            steps: 0,
            step_size: TUNING.first,
            failures: 0,
            weight: TUNING.weight,
            since_gain: 0,
            gained_at: i64::MIN / 4,
        }
    }

    /// The same, with evaluations that are cut short when a budget's time is up.
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
        self.step_size
    }

    /// Makes steps at most this long, because the multipliers are nearly right.
    pub fn shorten(&mut self, step_size: f64) {
        self.step_size = self.step_size.min(step_size);
    }

    /// Makes steps long again, after a better plan became known.
    pub fn refresh(&mut self) {
        self.step_size = self.step_size.max(TUNING.first);
        self.weight = TUNING.weight;
        self.failures = 0;
        self.since_gain = 0;
    }

    /// Evaluates multipliers from elsewhere, and goes on from there if they are the best so far.
    pub fn visit(&mut self, multipliers: &Multipliers) {
        let solution = self.relaxation.evaluate(multipliers);
        if let Some(bound) = solution.bound.filter(|&bound| bound > self.best.bound) {
            self.best = Best { multipliers: multipliers.clone(), bound, chosen: solution.chosen };
            // An estimate gives way to what is proven.
            self.center.clone_from(&self.best);
            self.here = Point::of(multipliers);
            self.average = None;
        }
    }

    /// Takes one step. `ceiling` is the value of the best known plan.
    pub fn step(&mut self, ceiling: Option<i64>) -> (AscentStatus, LagrangianSolution) {
        let multipliers = self.here.rounded();
        let solution = if self.relaxation.is_large() {
            if self.steps.is_multiple_of(TUNING.steps_per_proof) {
                self.prove();
            }
            self.relaxation.quick_bound(&multipliers)
        } else {
            self.relaxation.evaluate(&multipliers)
        };
        self.steps += 1;
        let Some(bound) = solution.bound else { return (AscentStatus::Infeasible, solution) };
        let subgradient = self.subgradient(&solution);
        let agrees = self.average.as_ref().is_none_or(|average| average.dot(&subgradient) >= 0.0);
        self.note(bound, multipliers, &solution, agrees);
        let is_over = ceiling.is_some_and(|ceiling| self.center.bound >= ceiling);
        if is_over || self.step_size < TUNING.shortest {
            return (AscentStatus::Converged, solution);
        }
        self.mix(subgradient);
        let center = Point::of(&self.center.multipliers);
        let norm = self.norm(&center);
        if norm <= f64::EPSILON {
            return (AscentStatus::Converged, solution);
        }
        let target = ceiling.map_or(f64::INFINITY, |ceiling| ceiling as f64).min(self.estimate());
        let aim = self.step_size * (target - self.center.bound as f64).max(1.0);
        self.walk(center, aim / norm);
        (AscentStatus::Running, solution)
    }

    /// Takes note of a bound: it may be the best, and it says whether steps have the right size.
    fn note(
        &mut self,
        bound: i64,
        multipliers: Multipliers,
        solution: &LagrangianSolution,
        agrees: bool,
    ) {
        self.since_gain += 1;
        if bound > self.center.bound {
            self.center = Best { multipliers, bound, chosen: solution.chosen.clone() };
            if !self.relaxation.is_large() {
                self.best.clone_from(&self.center);
            }
            self.failures = 0;
            // Where the new subgradient points along the average, a longer step would have gained more.
            if agrees {
                self.step_size = (self.step_size * TUNING.longer).min(TUNING.longest);
            }
        } else {
            self.failures += 1;
            if self.failures >= TUNING.patience {
                self.failures = 0;
                self.step_size *= TUNING.shorter;
            }
        }
        let gain = (self.center.bound - self.gained_at) as f64;
        if gain > TUNING.gain * self.center.bound.abs() as f64 {
            self.since_gain = 0;
            self.gained_at = self.center.bound;
        } else if self.since_gain >= TUNING.settle {
            self.since_gain = 0;
            self.weight = (self.weight / 2.0).max(TUNING.least_weight);
        }
    }

    /// Evaluates the best multipliers with all options. Where the quick evaluation had passed over some,
    /// the bound is lower than it seemed.
    fn prove(&mut self) {
        let solution = self.relaxation.evaluate(&self.center.multipliers);
        if let Some(bound) = solution.bound {
            self.center.bound = bound;
            self.center.chosen = solution.chosen;
            if bound > self.best.bound {
                self.best.clone_from(&self.center);
            }
        }
    }

    fn estimate(&self) -> f64 {
        let bound = self.center.bound as f64;
        bound + (TUNING.aim * bound.abs()).max(10_000.0)
    }

    /// The subgradient at the multipliers that a solution belongs to.
    ///
    /// A student whose multiplier is what leaving out costs may as well be left out: of the subgradients
    /// there, the one with unmet students left out is taken. No multiplier can rise further there.
    fn subgradient(&self, solution: &LagrangianSolution) -> Point {
        let core = self.core;
        let mut left_out = solution.left_out as f64;
        let mut uncovered = solution.uncovered as f64;
        let student = core.entries.iter().map(|(id, entry)| {
            let unmet = solution.unmet_demand[id] as f64;
            let is_highest = self
                .here
                .left_out_price(core, id)
                .is_some_and(|most| self.here.student[id.index()] >= most - 0.5);
            if is_highest && unmet > 0.0 {
                left_out += unmet;
                uncovered += if entry.is_member { unmet } else { 0.0 };
                return 0.0;
            }
            unmet
        });
        let student = student.collect();
        let least = core.least_left_out;
        let used = solution.chosen.len() as f64;
        Point {
            student,
            place: solution.excess_capacity.values().map(|&excess| excess as f64).collect(),
            left_out: if least > 0 { least as f64 - left_out } else { 0.0 },
            cover: core.cover.map_or(0.0, |cover| {
                cover.clusters as f64 - used - uncovered / cover.remainder as f64
            }),
        }
    }

    /// Mixes a subgradient into the average, at the weight that makes the average shortest: the average then
    /// tends to 0, as at the optimum.
    fn mix(&mut self, subgradient: Point) {
        let Some(average) = &mut self.average else {
            self.average = Some(subgradient);
            return;
        };
        let (own, cross, other) =
            (average.dot(average), average.dot(&subgradient), subgradient.dot(&subgradient));
        let curvature = own - 2.0 * cross + other;
        let best = if curvature > 0.0 { (own - cross) / curvature } else { self.weight };
        average.mix(&subgradient, best.clamp(self.weight / 10.0, self.weight));
    }

    /// The squared length of the average, as far as multipliers may move along it.
    fn norm(&self, center: &Point) -> f64 {
        let Some(average) = &self.average else { return 0.0 };
        let mut norm = 0.0;
        for id in self.core.entries.ids() {
            let (at, by) = (id.index(), average.student[id.index()]);
            let is_highest =
                center.left_out_price(self.core, id).is_some_and(|most| center.student[at] >= most);
            if !(is_highest && by > 0.0) {
                norm += by * by;
            }
        }
        for (&by, &from) in average.place.iter().zip(&center.place) {
            if by > 0.0 || from > 0.0 {
                norm += TUNING.place_pace * by * by;
            }
        }
        for (by, from) in [(average.left_out, center.left_out), (average.cover, center.cover)] {
            if by > 0.0 || from > 0.0 {
                norm += by * by;
            }
        }
        norm
    }

    /// Steps from the center along the average.
    fn walk(&mut self, center: Point, step: f64) {
        self.here = center;
        let (Some(average), here) = (&self.average, &mut self.here) else { return };
        here.left_out = (here.left_out + step * average.left_out).max(0.0);
        here.cover = (here.cover + step * average.cover).max(0.0);
        for id in self.core.entries.ids() {
            let most = here.left_out_price(self.core, id);
            let multiplier = &mut here.student[id.index()];
            *multiplier += step * average.student[id.index()];
            if let Some(most) = most {
                *multiplier = multiplier.min(most);
            }
        }
        for (multiplier, by) in here.place.iter_mut().zip(&average.place) {
            *multiplier = (*multiplier + step * TUNING.place_pace * by).max(0.0);
        }
    }
}

impl Point {
    fn of(multipliers: &Multipliers) -> Self {
        let float = |values: std::slice::Iter<'_, i64>| values.map(|&value| value as f64).collect();
        Self {
            student: float(multipliers.student.values()),
            place: float(multipliers.place.values()),
            left_out: multipliers.left_out as f64,
            cover: multipliers.cover as f64,
        }
    }

    fn rounded(&self) -> Multipliers {
        #[expect(clippy::cast_possible_truncation, reason = "clamped to the range of multipliers")]
        let round = |value: &f64| value.round() as i64;
        Multipliers::new(
            self.student.iter().map(round).collect(),
            self.place.iter().map(round).collect(),
        )
        .with_counts(round(&self.left_out), round(&self.cover))
    }

    /// What leaving a student out costs here; see [`left_out_price`](super::relaxation::left_out_price).
    fn left_out_price(&self, core: &Core, id: crate::instance::StudentId) -> Option<f64> {
        let entry = core.entries[id];
        let uncovered = match core.cover {
            Some(cover) if entry.is_member => self.cover / cover.remainder as f64,
            _ => 0.0,
        };
        entry.left_out.map(|price| price as f64 - self.left_out - uncovered)
    }

    fn dot(&self, other: &Self) -> f64 {
        let sum = |one: &[f64], other: &[f64]| -> f64 {
            one.iter().zip(other).map(|(one, other)| one * other).sum()
        };
        sum(&self.student, &other.student)
            + TUNING.place_pace * sum(&self.place, &other.place)
            + self.left_out * other.left_out
            + self.cover * other.cover
    }

    fn mix(&mut self, other: &Self, weight: f64) {
        let mix = |one: &mut f64, other: f64| *one += weight * (other - *one);
        for (one, &other) in self.student.iter_mut().zip(&other.student) {
            mix(one, other);
        }
        for (one, &other) in self.place.iter_mut().zip(&other.place) {
            mix(one, other);
        }
        mix(&mut self.left_out, other.left_out);
        mix(&mut self.cover, other.cover);
    }
}
