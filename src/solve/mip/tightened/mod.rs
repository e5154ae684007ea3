//! Rows that every whole point keeps and the linear relaxation of a program does not.
//!
//! The relaxation is solved, the rows that its optimum breaks are added, and it is solved again from that optimum, until
//! few rows are broken. What its duals prove is computed in whole numbers each time.

mod counts;
mod covers;
mod left_out;
mod links;
mod packings;
#[cfg(test)]
mod tests;
mod tree;

use std::collections::BTreeSet;

use links::Links;
use tree::CaseTree;

use super::{Known, LinearOptimum, LinearRelaxation, MipSettings, RelaxedLevel, SafeBound, Solver};
use crate::base::IdVec;
use crate::model::formulation::{Expression, Formulation, Label, Role, Subject, VariableId};
use crate::solve::budget::Budget;

pub use counts::{Counts, limits_of_switches};
pub use packings::{RoundedRows, broken_packings};

/// The most rounds in which rows are added.
const ROUNDS: usize = 25;
/// All rounds together get this part of the budget.
const ROUNDS_SHARE: (u32, u32) = (3, 5);
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
/// whole points lose thousands of points. Those rounded to thousandths still lose a point or two, so that the case with the
/// best plan seems to have room for a better one, and an integer program has to prove from the beginning that it has not.
const SCALE: i64 = 100_000;

/// The first level of a program, with rows that all whole points better than a known one keep, added until the relaxation
/// breaks few of them. `idle` are variables that are most likely 0: the relaxation is solved the sooner the more there are.
/// `on_bound` is called with each bound that is proven on the way, in points. Takes a part of the budget. `None` where the
/// level is no sum, or not even the first relaxation was solved in time.
pub fn tightened(
    mut program: Formulation,
    known: &Known,
    idle: BTreeSet<VariableId>,
    solver: Solver,
    budget: &Budget,
    on_bound: &dyn Fn(i64),
) -> Option<TightenedLevel> {
    program.levels.truncate(1);
    let counts = Counts::add(&mut program);
    let objective = program.levels.first()?.objective.sum()?.clone();
    let capacities = links::capacities(&program);
    let covers = covers::covers(&program, &capacities);
    let mut links = Links::of(&program, &capacities);
    let mut relaxation = LinearRelaxation::sifted(&program, idle, solver, budget)?;
    let all_of_it = budget;
    let budget = &budget.share(ROUNDS_SHARE.0, ROUNDS_SHARE.1);
    relaxation.wait_within(budget);
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
        let gap = known.1.saturating_mul(SCALE) - best.bound;
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
    relaxation.wait_within(all_of_it);
    let level = RelaxedLevel::with_optimum(program, best, &solved.values);
    Some(TightenedLevel { level, relaxation, links, counts, objective, optimum: solved.values })
}

/// A level with its tightened relaxation, ready to be divided into cases.
pub struct TightenedLevel {
    /// The level. Its program has variables for counts behind those that it had before.
    pub level: RelaxedLevel,
    relaxation: LinearRelaxation,
    links: Links,
    counts: Counts,
    objective: Expression,
    optimum: IdVec<VariableId, f64>,
}

impl TightenedLevel {
    /// A point of the program as it was before, as one of this program.
    pub fn counted(&self, (values, value): Known) -> Known {
        (self.counts.counted(&self.level.program, values), value)
    }

    /// Divides what may be better than a known value into cases, which raises the bound. Then the rest of the search has
    /// its roundings from the case with the least bound.
    pub fn divide(
        &mut self,
        value: i64,
        settings: MipSettings,
        budget: &Budget,
        on_bound: &dyn Fn(i64),
    ) {
        self.level.program = self.level.wide(Some(value));
        let mut tree = CaseTree {
            program: &mut self.level.program,
            relaxation: &mut self.relaxation,
            links: &mut self.links,
            counts: &self.counts,
            objective: &self.objective,
            value,
            gap: settings.gap,
            budget,
            on_bound,
        };
        let grown = tree.grow(self.level.relaxed.bound, &self.optimum);
        self.level.raise(grown.bound, grown.used);
    }

    /// The level, for a solver of integer programs.
    pub fn into_level(mut self) -> RelaxedLevel {
        self.counts.replace_rows(&mut self.level.program);
        self.level
    }
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
