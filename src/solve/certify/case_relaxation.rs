//! The relaxation of a program and of its cases, each solved from the optimum before.
//!
//! A solver goes on from an optimum where bounds of variables change, not where sides of rows do. So each row that limits
//! the number of switches has a variable that counts them; what a case says of the row is a bound of that variable.

use crate::base::{Id, IdVec};
use crate::model::formulation::{Expression, Formulation, RowId, VariableId};
use crate::solve::budget::Budget;
use crate::solve::mip::{Counts, LinearOptimum, LinearRelaxation, Solver};

/// A relaxation whose program gets cuts, and whose cases have other sides.
pub struct CaseRelaxation {
    relaxation: LinearRelaxation,
    /// The program with counts: its rows, those of the counts, and then the cuts.
    counted: Formulation,
    /// The count of each row that has one, in the order of their own rows.
    counts: Vec<(VariableId, RowId)>,
    /// How many rows there are before those of the counts.
    rows: usize,
}

impl CaseRelaxation {
    /// The relaxation of a program that holds no case. `None` if the solver has no duals.
    pub fn of(program: &Formulation, solver: Solver, budget: &Budget) -> Option<Self> {
        let rows = program.rows.len();
        let mut counted = program.clone();
        let counts = Counts::add(&mut counted).of_rows().collect();
        let relaxation = LinearRelaxation::of(&counted, solver, budget)?;
        Some(Self { relaxation, counted, counts, rows })
    }

    /// The optimum of the program with the cuts that it has by now, within a case. `None` if there is no point, or it was
    /// not found within the budget.
    pub fn solve(&mut self, case: &Formulation, objective: &Expression) -> Option<LinearOptimum> {
        let of_counts = self.counts.len();
        for row in case.rows.values().skip(self.counted.rows.len() - of_counts) {
            self.counted.rows.push(row.clone());
        }
        for (id, variable) in case.variables.iter() {
            self.counted.variables[id].clone_from(variable);
        }
        for &(count, row) in &self.counts {
            let (row, count) = (&case.rows[row], &mut self.counted.variables[count]);
            (count.lower, count.upper) = (row.lower.unwrap_or(0), row.upper);
        }
        let LinearOptimum { duals, values } = self.relaxation.solve(&self.counted, objective)?;
        let of_row = |row: usize| if row < self.rows { row } else { row + of_counts };
        let mut of_case: IdVec<RowId, f64> =
            (0..case.rows.len()).map(|row| duals[RowId::from_index(of_row(row))]).collect();
        // A multiplier of what is counted is one of the row, at the sides that the case gives it.
        for (position, &(_, row)) in self.counts.iter().enumerate() {
            of_case[row] += duals[RowId::from_index(self.rows + position)];
        }
        let values = values.values().copied().take(case.variables.len()).collect();
        Some(LinearOptimum { duals: of_case, values })
    }
}
