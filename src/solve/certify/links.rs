//! Cuts that tie each student to the use of a place: nobody is at a school that is not in use.
//!
//! A row says that all students at a school are at most its places times its use. For one student alone that leaves room
//! for a fraction; by rounding, the student is at a school no more than the school is used, as in facility location.

use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::certificate::{Cut, Divisor, Multiplier, ProofProgram, UpperMultiplier};
use crate::model::formulation::{Row, RowId, VariableId};

/// The least by which a cut must be broken.
const LEAST_BREACH: f64 = 1e-3;

/// The cuts of this kind that a point breaks.
pub fn broken_links(program: &ProofProgram, values: &IdVec<VariableId, f64>) -> Vec<Cut> {
    let rows = program.formulation.rows.iter();
    rows.flat_map(|(id, row)| broken_in(program, id, row, values)).collect()
}

fn broken_in(
    program: &ProofProgram,
    id: RowId,
    row: &Row,
    values: &IdVec<VariableId, f64>,
) -> Vec<Cut> {
    if row.upper != Some(0) {
        return Vec::new();
    }
    let variables = &program.formulation.variables;
    let (used, placed): (Vec<_>, Vec<_>) = row.terms.iter().partition(|&&(_, by)| by < 0);
    let Some(&&(_, places)) = used.first() else { return Vec::new() };
    let is_switch = |&&(variable, by): &&(VariableId, i64)| {
        by == places && variables[variable].whole && variables[variable].upper == Some(1)
    };
    let (Ok(divisor), true) = (Divisor::try_from(-places), used.iter().all(is_switch)) else {
        return Vec::new();
    };
    let Ok(others) = UpperMultiplier::try_from(-places - 1) else { return Vec::new() };
    let is_used: f64 = used.iter().map(|(variable, _)| values[*variable]).sum();
    let broken = placed.iter().filter(|&&&(variable, by)| {
        by == 1
            && variables[variable].upper == Some(1)
            && variables[variable].whole
            && values[variable] > is_used + LEAST_BREACH
    });
    let cuts = broken.map(|&&(variable, _)| Cut {
        rows: BTreeMap::from([(program.row_name(id).to_owned(), Multiplier::constant(-1))]),
        upper: Some(BTreeMap::from([(program.variable_name(variable).to_owned(), others)])),
        divisor,
    });
    cuts.collect()
}
