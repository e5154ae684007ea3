//! Which rows clash, when nothing satisfies them all.
//!
//! The elastic filter of Chinneck and Dravnieks (Locating minimal infeasible constraint sets in
//! linear programs, ORSA Journal on Computing 3, 1991) on elastic programs after Brown and Graves
//! (1975): every demand may be broken at a price of 1 per unit. What the cheapest breach breaks is
//! enforced, and the rest made elastic again, until nothing satisfies the enforced rows; they then
//! contain a clash, which a deletion filter makes irreducible.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::minimise::minimise;
use super::task::{Run, Stop, Task};
use super::{SolveError, Solver};
use crate::model::formulation::{
    Expression, Formulation, Label, Role, Row, RowId, Variable, VariableId,
};
use crate::solve::budget::Budget;

/// Clashes of more rows than this are not made irreducible: each row costs one more solve.
const MOST_TO_REDUCE: usize = 40;
/// Of the time and work, what is kept for each solve: one part in so many.
const PARTS: u32 = 4;

/// A demand that the cheapest breach breaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Broken {
    /// The row.
    pub row: RowId,
    /// By how much, in the row's own unit; at least 1.
    pub by: i64,
}

/// How sure it is that the rows of a clash clash.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proof {
    /// They do, and without any one of them they would not.
    Irreducible,
    /// They do, but perhaps fewer of them would.
    Sufficient,
    /// The time ran out: each of them stands in the way of the rest of the rules.
    Unproven,
}

/// Why nothing satisfies all rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clash {
    /// What it would take: the demands to break, and by how much, so that the rest can be met. In
    /// the order of the rows; the cheapest such breach unless time or work ran out.
    pub breach: Vec<Broken>,
    /// Demands that cannot be met together, in the order of the rows.
    pub rows: Vec<RowId>,
    /// What is proven of `rows`.
    pub proof: Proof,
}

/// Finds which demands of an infeasible formulation clash. `None` when its other rows alone cannot
/// be satisfied, when it is not infeasible after all, or when the limits left no time to find out.
///
/// # Errors
/// When the solver is at fault; see [`SolveError`].
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

/// What an elastic program says.
enum Answer {
    /// The rows to break, by how much.
    Breach(Vec<Broken>),
    /// Even so nothing satisfies the rest.
    Impossible,
    /// The limits were reached.
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

struct Filter<'a> {
    formulation: &'a Formulation,
    solver: Solver,
    budget: &'a Budget,
}

impl Filter<'_> {
    /// The cheapest breach of the demands that are not enforced.
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

    /// The deletion filter: a row without which the others still clash is not needed.
    fn reduce(&mut self, rows: &mut BTreeSet<RowId>) -> Result<Proof, SolveError> {
        for row in rows.clone() {
            rows.remove(&row);
            let program = without_demands(self.formulation, rows);
            let run = self.solve(program, Expression::default())?;
            if run.stop == Stop::Infeasible {
                continue;
            }
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
        let task = Task { program: Arc::new(program), objective, start: None, gap: 0.0 };
        minimise(&Arc::new(task), self.solver, &self.budget.share(1, PARTS), &mut |_, _| {})
    }
}

/// A variable that measures how far a row is broken.
struct Slack {
    row: RowId,
    variable: VariableId,
}

/// The formulation with a slack on either side of every demand that is not enforced.
fn elastic(formulation: &Formulation, enforced: &BTreeSet<RowId>) -> (Formulation, Vec<Slack>) {
    let mut program = Formulation { levels: Vec::new(), ..formulation.clone() };
    let mut slacks = Vec::new();
    for id in formulation.rows.ids() {
        if is_elastic(&formulation.rows[id], id, enforced) {
            let row = &formulation.rows[id];
            for (by, kind) in [(row.lower.map(|_| 1), "lack"), (row.upper.map(|_| -1), "excess")] {
                let Some(by) = by else { continue };
                let label = Label { kind, ..row.label };
                // Not whole: how far a row is broken follows from the other variables.
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

fn is_elastic(row: &Row, id: RowId, enforced: &BTreeSet<RowId>) -> bool {
    row.role == Role::Demand && !enforced.contains(&id)
}
