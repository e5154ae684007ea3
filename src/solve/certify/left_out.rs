//! The cut that says how many students every plan leaves out.
//!
//! A relaxation may leave out 23.08 students; no plan does, and each counts many points. The number is minimised by
//! itself, with all other costs made so small that they only choose between optima: without them there are very many,
//! and a solver takes minutes.

use std::collections::BTreeMap;

use super::ascent::MultiplierAscent;
use super::case_relaxation::CaseRelaxation;
use crate::base::IdVec;
use crate::certificate::{Cut, Divisor, Multiplier, ProofProgram, UpperMultiplier};
use crate::model::formulation::{Expression, Formulation, RowId, VariableId};

/// What a student left out costs in the relaxation.
pub const WEIGHT: i64 = 10_000_000_000;
/// The divisor of the cut.
const SCALE: i64 = 1_000_000;
/// A sum this close to a whole number counts as whole.
const WHOLE: f64 = 1e-4;

/// Whether a point leaves out a number of students that is not whole.
pub fn is_broken(program: &Formulation, values: &IdVec<VariableId, f64>) -> bool {
    let number: f64 = program.decisions.left_out.values().map(|&one| values[one]).sum();
    (number - number.round()).abs() > WHOLE
}

/// The cut on the number of students left out, where the relaxation is solved within the budget.
pub fn left_out_cut(program: &ProofProgram, relaxation: &mut CaseRelaxation) -> Option<Cut> {
    let number = program.formulation.decisions.number_left_out();
    let steered = steered(&program.formulation, &number)?;
    let optimum = relaxation.solve(&program.formulation, &steered)?;
    let scale = Divisor::constant(SCALE);
    let multipliers = scaled(&optimum.duals, SCALE as f64 / WEIGHT as f64);
    let ascent = MultiplierAscent::from(&program.formulation, &number, SCALE, multipliers);
    let (multipliers, reduced) = ascent.best();
    let negative = reduced.iter().filter(|(_, cost)| **cost < 0);
    let upper: Option<BTreeMap<String, UpperMultiplier>> = negative
        .map(|(id, cost)| {
            let name = program.variable_name(id).to_owned();
            Some((name, UpperMultiplier::try_from(-cost).ok()?))
        })
        .collect();
    Some(Cut {
        rows: named(program, &multipliers),
        upper: upper.filter(|upper| !upper.is_empty()),
        divisor: scale,
    })
}

/// The objective that minimises a count first, and then the last level of the program.
pub fn steered(program: &Formulation, count: &Expression) -> Option<Expression> {
    let costs = program.levels.last()?.objective.sum()?;
    Some(Expression::default().plus(WEIGHT, count).plus(1, costs).collected())
}

/// A solver's duals times a factor, as whole numbers.
pub fn scaled(duals: &IdVec<RowId, f64>, factor: f64) -> IdVec<RowId, i64> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "`as` keeps a float that is too large in range"
    )]
    duals.values().map(|dual| (dual * factor).round() as i64).collect()
}

/// The multipliers that are not 0, by the names of their rows.
pub fn named(
    program: &ProofProgram,
    multipliers: &IdVec<RowId, i64>,
) -> BTreeMap<String, Multiplier> {
    let used = multipliers.iter().filter(|(_, by)| **by != 0);
    let named = used.filter_map(|(id, &by)| {
        Some((program.row_name(id).to_owned(), Multiplier::try_from(by).ok()?))
    });
    named.collect()
}
