//! The ascent to good multipliers of a path: the steps of a year's ascent, in all years at once.
//!
//! The method is that of one year: a deflected subgradient with Polyak's step (see
//! [`SubgradientAscent`](crate::solve::decomposition::bound::ascent::SubgradientAscent)). The limits that tie
//! owners and years together have multipliers of their own.

use super::model::{Opened, YearsModel};
use super::relaxation::YearsRelaxation;
use super::solution::YearsSolution;
use super::ties::Ties;
use crate::solve::budget::Budget;
use crate::solve::decomposition::Multipliers;
use crate::solve::decomposition::bound::ascent::AscentStatus;
use crate::solve::decomposition::bound::steering::Steering;
use crate::solve::decomposition::bound::step_size::{StepSize, StepTuning};

const TUNING: StepTuning = StepTuning {
    patience: 60,
    shorter: 0.7,
    shortest: 1e-3,
    refreshed: 0.5,
    gain: 0.02,
    aim: 0.05,
};
/// The factor of the direction before in the new one, of the multipliers of limits.
const DEFLECTION: f64 = 0.97;
/// Multipliers of limits move at this pace: they are prices of whole clusters, a dozen times those of students, and one
/// step is to change both in proportion.
const TIE_PACE: f64 = 12.0;

/// The best bound so far.
#[derive(Clone, Debug)]
pub struct BestYears {
    /// No path costs less.
    pub bound: i64,
    /// The multipliers of each year that prove it.
    pub multipliers: Vec<Multipliers>,
    /// The multipliers of the limits.
    pub ties: Ties,
    /// What the relaxed solution opens.
    pub opened: Vec<Opened>,
    /// When its boards enter.
    pub entries: Vec<Option<usize>>,
}

/// An ascent that can be interrupted and taken up again.
pub struct YearsAscent<'a> {
    model: &'a YearsModel<'a>,
    relaxation: YearsRelaxation<'a>,
    steering: Vec<Steering>,
    ties: Ties<f64>,
    direction: Ties<f64>,
    is_limited: Ties<bool>,
    best: BestYears,
    step_size: StepSize,
}

impl<'a> YearsAscent<'a> {
    /// An ascent from the multipliers of each year.
    pub fn from(model: &'a YearsModel<'a>, multipliers: Vec<Multipliers>, budget: &Budget) -> Self {
        let steering = steering(model, &multipliers);
        let limits = Ties::limits(model);
        let mut is_limited = Ties::filled(model, false);
        for (is_limited, limit) in is_limited.values_mut().zip(limits.values()) {
            *is_limited = limit.is_some();
        }
        Self {
            model,
            relaxation: YearsRelaxation::new(model, budget),
            steering,
            ties: Ties::filled(model, 0.0),
            direction: Ties::filled(model, 0.0),
            is_limited,
            best: BestYears {
                bound: i64::MIN / 4,
                multipliers,
                ties: Ties::filled(model, 0),
                opened: Vec::new(),
                entries: vec![None; model.entrants.len()],
            },
            step_size: StepSize::whole(TUNING),
        }
    }

    /// The best bound so far.
    pub fn best(&self) -> &BestYears {
        &self.best
    }

    /// Makes steps long again, from the best multipliers, after a better path became known.
    pub fn refresh(&mut self) {
        self.step_size.refresh();
        self.go_back();
    }

    /// Takes one step. `ceiling` is the value of the best known path.
    pub fn step(&mut self, ceiling: Option<i64>) -> (AscentStatus, YearsSolution) {
        let multipliers: Vec<Multipliers> =
            self.steering.iter().map(Steering::multipliers).collect();
        let ties = self.rounded_ties();
        let solution = self.relaxation.evaluate(&multipliers, &ties);
        let Some(bound) = solution.bound else { return (AscentStatus::Infeasible, solution) };
        self.note(bound, multipliers, ties, &solution);
        if self.step_size.shorten_if_stuck() {
            self.go_back();
            if self.step_size.has_converged() {
                return (AscentStatus::Converged, solution);
            }
        }
        let norm = self.turn(&solution);
        if norm == 0.0 || ceiling.is_some_and(|ceiling| self.best.bound >= ceiling) {
            return (AscentStatus::Converged, solution);
        }
        let aim = self.step_size.aim(bound, self.best.bound, ceiling);
        self.walk(aim / norm);
        (AscentStatus::Running, solution)
    }

    fn note(
        &mut self,
        bound: i64,
        multipliers: Vec<Multipliers>,
        ties: Ties,
        solution: &YearsSolution,
    ) {
        self.step_size.count((bound - self.best.bound) as f64);
        if bound > self.best.bound {
            let (opened, entries) = (solution.opened.clone(), solution.entries.clone());
            self.best = BestYears { bound, multipliers, ties, opened, entries };
        }
    }

    fn go_back(&mut self) {
        self.step_size.restart();
        self.steering = steering(self.model, &self.best.multipliers);
        for (value, best) in self.ties.values_mut().zip(self.best.ties.values()) {
            *value = best as f64;
        }
        self.direction = Ties::filled(self.model, 0.0);
    }

    fn rounded_ties(&self) -> Ties {
        let mut ties = Ties::filled(self.model, 0);
        for (rounded, value) in ties.values_mut().zip(self.ties.values()) {
            #[expect(clippy::cast_possible_truncation, reason = "prices stay far below the limit")]
            let value = value.round() as i64;
            *rounded = value;
        }
        ties
    }

    /// Turns all directions; returns their squared length together.
    fn turn(&mut self, solution: &YearsSolution) -> f64 {
        let mut norm = 0.0;
        let years = self.model.years.iter().zip(&solution.years);
        for (steering, (year, of_year)) in self.steering.iter_mut().zip(years) {
            steering.turn(&year.core, of_year);
            norm += year.weight as f64 * year.weight as f64 * steering.squared_length(&year.core);
        }
        let limited = self.is_limited.values().zip(solution.excess.values());
        for ((by, here), (is_limited, excess)) in
            self.direction.values_mut().zip(self.ties.values()).zip(limited)
        {
            // A multiplier that is 0 falls no further.
            let excess = if here <= 0.0 { excess.max(0) } else { excess };
            *by = if is_limited { *by * DEFLECTION + excess as f64 } else { 0.0 };
            if *by > 0.0 || here > 0.0 {
                norm += TIE_PACE * *by * *by;
            }
        }
        norm
    }

    fn walk(&mut self, step: f64) {
        for (steering, year) in self.steering.iter_mut().zip(&self.model.years) {
            steering.walk(&year.core, step * year.weight as f64);
        }
        for (value, by) in self.ties.values_mut().zip(self.direction.values()) {
            *value = (*value + step * TIE_PACE * by).max(0.0);
        }
    }
}

fn steering(model: &YearsModel, multipliers: &[Multipliers]) -> Vec<Steering> {
    let years = model.years.iter().zip(multipliers);
    years.map(|(year, multipliers)| Steering::from(&year.core, multipliers)).collect()
}
