//! A first point without any solver, so that a plan exists even if the time runs out before the
//! solver finds one.

use crate::base::IdVec;
use crate::model::formulation::{Formulation, RowId, VariableId};

/// Rounds of repair; placing nobody takes one or two.
const ROUNDS: usize = 8;

/// Admitted values close to the least ones, if a few rounds of repair find some: every variable
/// starts at its least value, and a row that is broken moves its variables, those that stand in the
/// fewest rows first. So whoever may be left out is left out.
pub(super) fn start(formulation: &Formulation) -> Option<IdVec<VariableId, i64>> {
    let mut values: IdVec<VariableId, i64> =
        formulation.variables.values().map(|variable| variable.lower).collect();
    let rows_with = rows_with(formulation);
    for _ in 0..ROUNDS {
        let mut is_broken = false;
        for row in formulation.rows.ids() {
            is_broken |= mend(formulation, &rows_with, row, &mut values);
        }
        if !is_broken {
            return formulation.admits(&values).then_some(values);
        }
    }
    None
}

/// In how many rows each variable stands.
fn rows_with(formulation: &Formulation) -> IdVec<VariableId, usize> {
    let mut count = IdVec::filled(0, formulation.variables.len());
    for row in formulation.rows.values() {
        for &(variable, _) in &row.terms {
            count[variable] += 1;
        }
    }
    count
}

/// Moves the variables of a broken row, as far as their bounds allow, until it holds; whether it
/// was broken.
fn mend(
    formulation: &Formulation,
    rows_with: &IdVec<VariableId, usize>,
    row: RowId,
    values: &mut IdVec<VariableId, i64>,
) -> bool {
    let row = &formulation.rows[row];
    let sum: i64 = row.terms.iter().map(|&(variable, by)| by * values[variable]).sum();
    // What the sum lacks; below zero where it is too great.
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
        // The fewest steps that are enough, or all that the bounds allow; none once the row holds.
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
