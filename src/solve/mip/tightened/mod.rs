//! Rows that every whole point keeps and the linear relaxation of a program does not.
//!
//! The relaxation is solved, the rows that its optimum breaks are added, and it is solved again from that optimum, until
//! few rows are broken. What its duals prove is computed in whole numbers each time.

mod covers;
mod left_out;
mod links;
mod packings;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use links::Links;

use super::{Known, LinearOptimum, LinearRelaxation, SafeBound, Solver};
use crate::base::IdVec;
use crate::model::formulation::{Expression, Formulation, Label, Role, Subject, VariableId};
use crate::solve::budget::Budget;

pub use packings::{RoundedRows, broken_packings};

/// The most rounds in which rows are added.
const ROUNDS: usize = 25;
/// A round that adds less than one link for this many that there are, and nothing else, is the last.
const FEW: usize = 50;
/// So is the last of this many that close less than one part in this many of the gap.
const IDLE_ROUNDS: usize = 3;
const GAP_PARTS: i64 = 100;
/// How far an optimum of the relaxation must break a row for it to be added.
const BROKEN_BY: f64 = 1e-6;

/// Bounds are computed in one part in this many of a point: with tens of thousands of variables, duals that are rounded to
/// whole points lose thousands of points.
pub const SCALE: i64 = 1_000;

/// A program with tighter rows, and what its relaxation says.
pub struct Tightened {
    /// The program.
    pub program: Formulation,
    /// The best bound on its first level that a relaxation has proven, times [`SCALE`].
    pub bound: SafeBound,
    /// The values of the last optimum.
    pub values: IdVec<VariableId, f64>,
}

/// Adds rows to a program that all whole points better than a known one keep, until its relaxation breaks few of them.
/// `on_bound` is called with each bound that is proven on the way, in points.
/// `idle` are variables that are most likely 0. `None` where that level is no sum, or not even the first relaxation was
/// solved in time.
pub fn tightened(
    mut program: Formulation,
    (known, idle): (&Known, BTreeSet<VariableId>),
    solver: Solver,
    budget: &Budget,
    on_bound: &dyn Fn(i64),
) -> Option<Tightened> {
    let objective = program.levels.first()?.objective.sum()?.clone();
    let capacities = links::capacities(&program);
    let covers = covers::covers(&program, &capacities);
    let mut links = Links::of(&program, &capacities);
    let mut relaxation = LinearRelaxation::sifted(&program, idle, solver, budget)?;
    let mut solved = relaxation.solve(&program, &objective, budget)?;
    let scaled = Expression::default().plus(SCALE, &objective);
    let proven = |program: &Formulation, solved: &LinearOptimum| {
        SafeBound::of(program, &scaled, solved.whole_duals(SCALE))
    };
    let in_points = |bound: i64| -(-bound).div_euclid(SCALE);
    let mut best = proven(&program, &solved)?;
    on_bound(in_points(best.bound));
    left_out::add_least(
        &mut program,
        &mut relaxation,
        &solved,
        in_points(best.bound),
        known,
        budget,
    );
    let mut idle = 0;
    for _ in 0..ROUNDS {
        if in_points(best.bound) >= known.1 || budget.is_exhausted() {
            break;
        }
        let before = program.rows.len();
        let new_links = links.add_broken(&mut program, &solved.values);
        covers::add_covers(&mut program, &covers, &solved);
        for rounded in broken_packings(&program, &solved.values, solver, budget) {
            let Some((terms, side)) = rounded.row(&program) else { continue };
            let label = Label { rule: "structure", kind: "packing", subject: Subject::Plan };
            let sum = Expression { terms, constant: 0 };
            program.row(label, Role::Meaning, sum, Some(side), None);
        }
        let Some(next) = relaxation.solve(&program, &objective, budget) else { break };
        solved = next;
        let gap = known.1 * SCALE - best.bound;
        let Some(bound) = proven(&program, &solved) else { break };
        let gain = bound.bound - best.bound;
        if gain > 0 {
            best = bound;
            on_bound(in_points(best.bound));
        }
        idle = if gain * GAP_PARTS < gap { idle + 1 } else { 0 };
        let added = program.rows.len() - before;
        if added == 0 || idle == IDLE_ROUNDS || (added == new_links && added * FEW <= links.len()) {
            break;
        }
    }
    Some(Tightened { program, bound: best, values: solved.values })
}
