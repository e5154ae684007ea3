//! What the duals of a linear relaxation prove, in whole numbers.
//!
//! For any duals, the cost of a point is what the rows are worth at their sides and what is left of each variable's
//! cost; the least of both over all bounds is a lower bound on every point (Neumaier and Shcherbina, Safe bounds in
//! linear and mixed-integer linear programming, Mathematical Programming 99, 2004). Nothing of it rests on the
//! solver's arithmetic: duals that are wrong only make it lower.

use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::model::formulation::{Expression, Formulation, RowId, VariableId};

/// The times that duals are mended where they leave a variable without upper bound a negative cost.
const MENDINGS: usize = 8;

/// A proven bound, and what each variable costs beyond it, both times a scale: whole duals are finer then.
#[derive(Clone, Debug)]
pub struct SafeBound {
    /// No point costs less.
    pub bound: i64,
    /// The reduced costs: a point in which a variable is above its lower bound costs at least the bound and this.
    pub reduced: IdVec<VariableId, i64>,
    /// What bound and reduced costs are multiplied by.
    pub scale: i64,
}

impl SafeBound {
    /// What duals prove of an objective of a program, both times a scale. `None` where a variable without upper bound keeps
    /// a negative reduced cost, so that nothing is proven, or a number is too large.
    pub fn of(
        formulation: &Formulation,
        objective: &Expression,
        scale: i64,
        mut duals: IdVec<RowId, i64>,
    ) -> Option<Self> {
        let mut reduced: IdVec<VariableId, i64> = IdVec::filled(0, formulation.variables.len());
        for &(variable, by) in &objective.terms {
            reduced[variable] = reduced[variable].checked_add(by.checked_mul(scale)?)?;
        }
        for (id, row) in formulation.rows.iter() {
            let dual = &mut duals[id];
            if row.side(*dual).is_none() {
                *dual = 0;
            }
            for &(variable, by) in &row.terms {
                reduced[variable] = reduced[variable].checked_sub(dual.checked_mul(by)?)?;
            }
        }
        for _ in 0..MENDINGS {
            if !mend(formulation, &mut duals, &mut reduced)? {
                break;
            }
        }
        let mut bound = objective.constant.checked_mul(scale)?;
        for (id, row) in formulation.rows.iter() {
            let worth = duals[id].checked_mul(row.side(duals[id]).unwrap_or(0))?;
            bound = bound.checked_add(worth)?;
        }
        for (id, variable) in formulation.variables.iter() {
            let cost = reduced[id];
            let at = if cost < 0 { variable.upper? } else { variable.lower };
            bound = bound.checked_add(cost.checked_mul(at)?)?;
        }
        Some(Self { bound, reduced, scale })
    }

    /// The bound in whole points, or whatever the objective counts.
    pub fn in_points(&self) -> i64 {
        Self::points(self.bound, self.scale)
    }

    /// A bound times a scale in whole points, rounded up.
    pub fn points(bound: i64, scale: i64) -> i64 {
        -(-bound).div_euclid(scale)
    }
}

/// Moves duals towards 0 until variables without upper bound have no negative reduced cost, as rounding may have
/// left them; whether there were any. `None` where a number is too large.
fn mend(
    formulation: &Formulation,
    duals: &mut IdVec<RowId, i64>,
    reduced: &mut IdVec<VariableId, i64>,
) -> Option<bool> {
    let variables = formulation.variables.iter();
    let mut wrong: BTreeMap<VariableId, Option<(RowId, i64)>> = variables
        .filter(|(id, variable)| variable.upper.is_none() && reduced[*id] < 0)
        .map(|(id, _)| (id, None))
        .collect();
    if wrong.is_empty() {
        return Some(false);
    }
    for (id, row) in formulation.rows.iter() {
        for &(variable, by) in &row.terms {
            if let Some(known) = wrong.get_mut(&variable)
                && duals[id].signum() * by.signum() > 0
                && known.is_none_or(|(_, known)| by.abs() > known.abs())
            {
                *known = Some((id, by));
            }
        }
    }
    for (variable, row) in wrong {
        let Some((row, by)) = row else { continue };
        let lack = (-reduced[variable]).max(0);
        let step = ((lack + by.abs() - 1) / by.abs()).min(duals[row].abs()) * duals[row].signum();
        duals[row] -= step;
        for &(variable, by) in &formulation.rows[row].terms {
            reduced[variable] = reduced[variable].checked_add(step.checked_mul(by)?)?;
        }
    }
    Some(true)
}
