//! A feasible point from a simple repair heuristic, so that a plan exists even if the budget runs out before
//! the solver finds one.

use crate::base::IdVec;
use crate::model::formulation::{Formulation, RowId, VariableId};

/// The most passes over all rows; leaving everyone out takes one or two.
const ROUNDS: usize = 8;

/// A feasible point near the lower bounds, if a few rounds of repair find one. Every variable starts at its
/// lower bound; a violated row moves its variables, those in the fewest rows first, since they are the least
/// likely to violate others. The result leaves out every student who may be left out.
pub(super) fn start(formulation: &Formulation) -> Option<IdVec<VariableId, i64>> {
    let mut values: IdVec<VariableId, i64> =
        formulation.variables.values().map(|variable| variable.lower).collect();
    let rows_with = rows_with(formulation);
    for _ in 0..ROUNDS {
        let mut is_broken = false;
        for row in formulation.rows.ids() {
            is_broken |= repair(formulation, &rows_with, row, &mut values);
        }
        if !is_broken {
            return formulation.admits(&values).then_some(values);
        }
    }
    None
}

/// The number of rows that each variable occurs in.
fn rows_with(formulation: &Formulation) -> IdVec<VariableId, usize> {
    let mut count = IdVec::filled(0, formulation.variables.len());
    for row in formulation.rows.values() {
        for &(variable, _) in &row.terms {
            count[variable] += 1;
        }
    }
    count
}

/// Moves the variables of a violated row within their bounds until the row holds. Returns whether it was
/// violated.
fn repair(
    formulation: &Formulation,
    rows_with: &IdVec<VariableId, usize>,
    row: RowId,
    values: &mut IdVec<VariableId, i64>,
) -> bool {
    let row = &formulation.rows[row];
    let sum: i64 = row.terms.iter().map(|&(variable, by)| by * values[variable]).sum();
    // The distance to the nearer bound; negative if the sum is too large.
    let mut lack = match (row.lower, row.upper) {
        (Some(lower), _) if sum < lower => lower - sum,
        (_, Some(upper)) if sum > upper => upper - sum,
        _ => return false,
    };
    let mut terms = row.terms.clone();
    terms.sort_by_key(|&(variable, _)| (rows_with[variable], variable));
    for (variable, by) in terms {
        let kind = &formulation.variables[variable];
        let value = values[variable];
        // The least number of steps that is enough, cut to the bounds; 0 once the row holds.
        let steps = (lack.abs() + by.abs() - 1) / by.abs();
        let up = (lack > 0) == (by > 0);
        let moved = if up {
            kind.upper.map_or(value + steps, |upper| upper.min(value + steps))
        } else {
            kind.lower.max(value - steps)
        };
        lack -= by * (moved - value);
        values[variable] = moved;
    }
    true
}
