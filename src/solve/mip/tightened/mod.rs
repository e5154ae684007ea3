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

use super::{Known, LinearOptimum, LinearRelaxation, RelaxedLevel, SafeBound, Solver};
use crate::model::formulation::{Expression, Formulation, Label, Role, Subject, VariableId};
use crate::solve::budget::Budget;

pub use packings::{RoundedRows, broken_packings};

/// The most rounds in which rows are added.
const ROUNDS: usize = 25;
/// A round that adds less than one link for this many that there are, and nothing else, is the last.
const FEW: usize = 50;
/// So is the last of this many rounds that close less than one part in this many of the gap.
const IDLE_ROUNDS: usize = 3;
const GAP_PARTS: i64 = 100;
/// As long as a round adds more links than this, packings are not looked for: they take as long, and gain less.
const MANY: usize = 40;
/// How far an optimum of the relaxation must break a row for it to be added.
const BROKEN_BY: f64 = 1e-6;

/// Bounds are computed in one part in this many of a point: with tens of thousands of variables, duals that are rounded to
/// whole points lose thousands of points.
const SCALE: i64 = 1_000;

/// The first level of a program, with rows that all whole points better than a known one keep, added until the relaxation
/// breaks few of them. `idle` are variables that are most likely 0: the relaxation is solved the sooner the more there are.
/// `on_bound` is called with each bound that is proven on the way, in points. `None` where the level is no sum, or not even
/// the first relaxation was solved in time.
pub fn tightened(
    mut program: Formulation,
    known: &Known,
    idle: BTreeSet<VariableId>,
    solver: Solver,
    budget: &Budget,
    on_bound: &dyn Fn(i64),
) -> Option<RelaxedLevel> {
    program.levels.truncate(1);
    let objective = program.levels.first()?.objective.sum()?.clone();
    let capacities = links::capacities(&program);
    let covers = covers::covers(&program, &capacities);
    let mut links = Links::of(&program, &capacities);
    let mut relaxation = LinearRelaxation::sifted(&program, idle, solver, budget)?;
    let mut solved = relaxation.solve(&program, &objective)?;
    let proven = |program: &Formulation, solved: &LinearOptimum| {
        SafeBound::of(program, &objective, SCALE, solved.whole_duals(SCALE))
    };
    let mut best = proven(&program, &solved)?;
    on_bound(best.in_points());
    left_out::add_least(&mut program, &mut relaxation, &solved, best.in_points(), known);
    let mut idle = 0;
    for _ in 0..ROUNDS {
        if best.in_points() >= known.1 || budget.is_exhausted() {
            break;
        }
        let before = program.rows.len();
        let new_links = links.add_broken(&mut program, &solved.values);
        covers::add_covers(&mut program, &covers, &solved);
        if new_links <= MANY {
            add_packings(&mut program, &solved, solver, budget);
        }
        let Some(next) = relaxation.solve(&program, &objective) else { break };
        solved = next;
        let gap = known.1 * SCALE - best.bound;
        let Some(bound) = proven(&program, &solved) else { break };
        let gain = bound.bound - best.bound;
        if gain > 0 {
            best = bound;
            on_bound(best.in_points());
        }
        idle = if gain * GAP_PARTS < gap { idle + 1 } else { 0 };
        let added = program.rows.len() - before;
        if added == 0 || idle == IDLE_ROUNDS || (added == new_links && added * FEW <= links.len()) {
            break;
        }
    }
    Some(RelaxedLevel { program, relaxed: best, values: Some(solved.values) })
}

/// Adds the cuts between switches that an optimum breaks most.
fn add_packings(
    program: &mut Formulation,
    solved: &LinearOptimum,
    solver: Solver,
    budget: &Budget,
) {
    for rounded in broken_packings(program, &solved.values, solver, budget) {
        let Some((terms, side)) = rounded.row(program) else { continue };
        let label = Label { rule: "structure", kind: "packing", subject: Subject::Plan };
        let sum = Expression { terms, constant: 0 };
        program.row(label, Role::Meaning, sum, Some(side), None);
    }
}
