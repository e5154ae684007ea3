//! Finds an irreducible infeasible subset of the demands of an infeasible program: the clash.
//!
//! The elastic filter of J. W. Chinneck and E. W. Dravnieks ("Locating minimal infeasible constraint sets
//! in linear programs", ORSA Journal on Computing 3, 1991) on elastic programs after Brown and Graves
//! (1975): every demand may be violated at a cost of 1 per unit. The rows that the cheapest violation
//! breaks are enforced, and the program is solved again, until it becomes infeasible. The enforced rows
//! then contain a clash, which a deletion filter makes irreducible.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::minimise::minimise;
use super::task::{Run, Stop, Task};
use super::{SolveError, Solver};
use crate::model::formulation::{
    Expression, Formulation, Label, Role, Row, RowId, Variable, VariableId,
};
use crate::solve::budget::Budget;

/// The most rows of a clash that is made irreducible: each row costs one more solve.
const MOST_TO_REDUCE: usize = 40;
/// Each solve gets this fraction of the remaining budget: one part in `PARTS`.
const PARTS: u32 = 4;

/// A demand that the cheapest violation breaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Broken {
    /// The row of the demand.
    pub row: RowId,
    /// By how much, in the row's own unit; at least 1.
    pub by: i64,
}

/// What is proven of the rows of a clash.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proof {
    /// They are infeasible together, and feasible without any one of them.
    Irreducible,
    /// They are infeasible together; a subset may be so too.
    Sufficient,
    /// Nothing: the budget was exhausted. Each row is in a violation of minimum cost.
    Unproven,
}

/// Why nothing satisfies all rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clash {
    /// Demands that, if violated by these amounts, let the rest be met, in the order of the rows. The
    /// cheapest such set, unless the budget was exhausted.
    pub breach: Vec<Broken>,
    /// Demands that cannot be met together, in the order of the rows.
    pub rows: Vec<RowId>,
    /// What is proven of `rows`.
    pub proof: Proof,
}

/// Finds which demands of an infeasible formulation clash. `None` if its other rows are infeasible by
/// themselves, if it is feasible after all, or if the budget was exhausted first.
///
/// # Errors
/// If the solver is at fault; see [`SolveError`].
pub fn clash(
    formulation: &Formulation,
    solver: Solver,
    budget: &Budget,
) -> Result<Option<Clash>, SolveError> {
    let mut filter = Filter { formulation, solver, budget };
    let mut enforced = BTreeSet::new();
    let Some(breach) = filter.breach(&enforced)?.breach() else { return Ok(None) };
    if breach.is_empty() {
        return Ok(None);
    }
    enforced.extend(breach.iter().map(|broken| broken.row));
    // Every round enforces at least one more row, so that the loop ends.
    let mut proof = Proof::Unproven;
    while proof == Proof::Unproven {
        match filter.breach(&enforced)? {
            Answer::Breach(more) if more.is_empty() => return Ok(None),
            Answer::Breach(more) => enforced.extend(more.iter().map(|broken| broken.row)),
            Answer::Impossible => proof = Proof::Sufficient,
            Answer::Unknown => break,
        }
    }
    if proof == Proof::Sufficient && enforced.len() <= MOST_TO_REDUCE {
        proof = filter.reduce(&mut enforced)?;
    }
    Ok(Some(Clash { breach, rows: enforced.into_iter().collect(), proof }))
}

/// The result of an elastic program.
enum Answer {
    /// The demands that are violated, and by how much.
    Breach(Vec<Broken>),
    /// The enforced rows are infeasible with the structure.
    Impossible,
    /// The budget was exhausted.
    Unknown,
}

impl Answer {
    fn breach(self) -> Option<Vec<Broken>> {
        match self {
            Self::Breach(breach) => Some(breach),
            Self::Impossible | Self::Unknown => None,
        }
    }
}

/// A formulation, and the means to solve variants of it.
struct Filter<'a> {
    formulation: &'a Formulation,
    solver: Solver,
    budget: &'a Budget,
}

impl Filter<'_> {
    /// The cheapest violation of the demands that are not enforced.
    fn breach(&mut self, enforced: &BTreeSet<RowId>) -> Result<Answer, SolveError> {
        let (program, slacks) = elastic(self.formulation, enforced);
        let objective = Expression::sum(slacks.iter().map(|slack| slack.variable));
        let run = self.solve(program, objective)?;
        let Some(best) = run.best else {
            return Ok(match run.stop {
                Stop::Infeasible => Answer::Impossible,
                Stop::Done | Stop::Limit | Stop::Interrupted => Answer::Unknown,
            });
        };
        let broken = slacks
            .iter()
            .map(|slack| Broken { row: slack.row, by: best.values[slack.variable] })
            .filter(|broken| broken.by > 0);
        Ok(Answer::Breach(broken.collect()))
    }

    /// The deletion filter: drops every row without which the others are still infeasible.
    fn reduce(&mut self, rows: &mut BTreeSet<RowId>) -> Result<Proof, SolveError> {
        for row in rows.clone() {
            rows.remove(&row);
            let program = without_demands(self.formulation, rows);
            let run = self.solve(program, Expression::default())?;
            if run.stop == Stop::Infeasible {
                continue;
            }
            // Feasible without the row, or undecided: it stays.
            rows.insert(row);
            if run.best.is_none() {
                return Ok(Proof::Sufficient);
            }
        }
        Ok(Proof::Irreducible)
    }

    fn solve(&mut self, program: Formulation, objective: Expression) -> Result<Run, SolveError> {
        if self.budget.is_exhausted() {
            return Ok(Run { best: None, bound: 0, stop: Stop::Limit, work: 0 });
        }
        let task =
            Task { program: Arc::new(program), objective, start: None, gap: 0.0, improves: true };
        minimise(&Arc::new(task), self.solver, &self.budget.share(1, PARTS), &mut |_, _| {})
    }
}

/// A variable that measures by how much a row is violated.
struct Slack {
    row: RowId,
    variable: VariableId,
}

/// The formulation with a slack for each bound of every demand that is not enforced.
fn elastic(formulation: &Formulation, enforced: &BTreeSet<RowId>) -> (Formulation, Vec<Slack>) {
    let mut program = Formulation { levels: Vec::new(), ..formulation.clone() };
    let mut slacks = Vec::new();
    for id in formulation.rows.ids() {
        if is_elastic(&formulation.rows[id], id, enforced) {
            let row = &formulation.rows[id];
            for (by, kind) in [(row.lower.map(|_| 1), "lack"), (row.upper.map(|_| -1), "excess")] {
                let Some(by) = by else { continue };
                let label = Label { kind, ..row.label };
                // Continuous: at an optimum it is whole, since the other variables are.
                let slack = Variable { label, lower: 0, upper: None, whole: false };
                let variable = program.variable(slack);
                program.rows[id].terms.push((variable, by));
                slacks.push(Slack { row: id, variable });
            }
        }
    }
    (program, slacks)
}

/// The formulation without the demands that are not enforced.
fn without_demands(formulation: &Formulation, enforced: &BTreeSet<RowId>) -> Formulation {
    let kept = formulation.rows.iter().filter(|&(id, row)| !is_elastic(row, id, enforced));
    let rows = kept.map(|(_, row)| row.clone()).collect();
    Formulation { rows, levels: Vec::new(), ..formulation.clone() }
}

/// Whether a row may be violated.
fn is_elastic(row: &Row, id: RowId, enforced: &BTreeSet<RowId>) -> bool {
    row.role == Role::Demand && !enforced.contains(&id)
}
