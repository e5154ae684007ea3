//! Whole multipliers from a solver's duals, made better one row at a time.
//!
//! Rounding leaves some variables a cost slightly below 0, and a counter without upper bound then lets nothing be proven.
//! For one row at a time, the bound is a concave function of the row's multiplier, so that the best whole one is found by
//! halving (coordinate ascent). The bound never falls.

use crate::base::{Id, IdVec};
use crate::model::formulation::{Expression, Formulation, RowId, VariableId};

/// Times that all rows are gone through.
const PASSES: usize = 3;
/// What a variable without upper bound counts as, so that the ascent leaves it no cost below 0.
const ENDLESS: i64 = 1_000_000;

/// Multipliers under which the bound of a program can be raised.
pub struct MultiplierAscent<'a> {
    program: &'a Formulation,
    multipliers: IdVec<RowId, i64>,
    reduced: IdVec<VariableId, i64>,
}

impl<'a> MultiplierAscent<'a> {
    /// From some multipliers of `scale` times an objective. Those on a side that a row does not have become 0.
    pub fn from(
        program: &'a Formulation,
        objective: &Expression,
        scale: i64,
        mut multipliers: IdVec<RowId, i64>,
    ) -> Self {
        let mut reduced = IdVec::filled(0, program.variables.len());
        for &(variable, by) in &objective.terms {
            reduced[variable] += by * scale;
        }
        for (id, row) in program.rows.iter() {
            let multiplier = &mut multipliers[id];
            if row.side(*multiplier).is_none() {
                *multiplier = 0;
            }
            for &(variable, by) in &row.terms {
                reduced[variable] -= *multiplier * by;
            }
        }
        Self { program, multipliers, reduced }
    }

    /// The multipliers and the reduced costs, once no row makes the bound better.
    pub fn best(mut self) -> (IdVec<RowId, i64>, IdVec<VariableId, i64>) {
        for _ in 0..PASSES {
            let mut has_moved = false;
            for index in 0..self.program.rows.len() {
                has_moved |= self.improve(RowId::from_index(index));
            }
            if !has_moved {
                break;
            }
        }
        (self.multipliers, self.reduced)
    }

    /// Moves one multiplier to where the bound is greatest; whether it moved.
    fn improve(&mut self, id: RowId) -> bool {
        let row = &self.program.rows[id];
        let is_settled = |&(variable, _): &(VariableId, i64)| {
            self.reduced[variable] > 0 && self.program.variables[variable].lower == 0
        };
        if self.multipliers[id] == 0 && row.terms.iter().all(is_settled) {
            return false;
        }
        let of_terms = row.terms.iter().map(|&(variable, _)| self.reduced[variable].abs());
        let reach = of_terms.max().unwrap_or(0) + self.multipliers[id].abs() + 1;
        let (mut low, mut high) = (-reach, reach);
        while low < high {
            let middle = low + (high - low).div_euclid(2);
            if self.value(id, middle + 1) > self.value(id, middle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if self.value(id, low) <= self.value(id, 0) {
            return false;
        }
        self.multipliers[id] += low;
        for &(variable, by) in &self.program.rows[id].terms {
            self.reduced[variable] -= low * by;
        }
        true
    }

    /// The part of the bound that depends on a row, after a step of its multiplier.
    fn value(&self, id: RowId, step: i64) -> i128 {
        let row = &self.program.rows[id];
        let multiplier = i128::from(self.multipliers[id] + step);
        let side = if multiplier > 0 {
            row.lower.unwrap_or(-ENDLESS * ENDLESS)
        } else {
            row.upper.unwrap_or(ENDLESS * ENDLESS)
        };
        let terms = row.terms.iter().map(|&(variable, by)| {
            let cost = i128::from(self.reduced[variable]) - i128::from(step) * i128::from(by);
            let variable = &self.program.variables[variable];
            let at = if cost < 0 { variable.upper.unwrap_or(ENDLESS) } else { variable.lower };
            cost * i128::from(at)
        });
        multiplier * i128::from(side) + terms.sum::<i128>()
    }
}
