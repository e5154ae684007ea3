//! Minimises one of the greatest of many measures, by asking ever narrower questions.
//!
//! Whether a plan exists in which fewer than so many measures are greater than a limit is one row more
//! and nothing to minimise. Halving the limits that are possible finds the least one that a plan keeps
//! (the threshold method for bottleneck problems; Garfinkel, An improved algorithm for the bottleneck
//! assignment problem, Operations Research 19, 1971). A switch per limit would say the same in one
//! program, whose relaxation says next to nothing.

use std::sync::Arc;

use super::minimise::minimise;
use super::task::{ExactPoint, OnProgress, Run, Stop, Task};
use super::{MipSettings, SolveError};
use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::formulation::{
    Expression, Formulation, Label, Ranked, Role, Subject, VariableId,
};
use crate::solve::budget::Budget;

/// Minimises a ranked objective.
pub(super) fn minimise_ranked(
    program: &Arc<Formulation>,
    (goal, ranked): (Goal, &Ranked),
    start: Option<ExactPoint>,
    settings: MipSettings,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    let mut search = Halving { program, goal, ranked, settings, budget, best: start, work: 0 };
    let values = ranked.values();
    if search.best.is_none() {
        match search.ask(None)? {
            Reply::Yes => {}
            Reply::No => return Ok(search.run(0, Stop::Infeasible)),
            Reply::Silence(stop) => return Ok(search.run(0, stop)),
        }
    }
    let mut least = 0;
    while let Some(most) = search.position(&values).filter(|&most| least < most) {
        on_progress(search.best.as_ref().map(|best| best.value), values[least]);
        if search.run(values[least], Stop::Done).is_within(settings.gap) {
            break;
        }
        let middle = least.midpoint(most);
        match search.ask(Some(values[middle]))? {
            // A plan that is no better than asked for would have the same asked for ever.
            Reply::Yes if search.position(&values).is_some_and(|now| now > middle) => {
                return Err(SolveError::Inexact);
            }
            Reply::Yes => {}
            Reply::No => least = middle + 1,
            Reply::Silence(stop) => return Ok(search.run(values[least], stop)),
        }
    }
    Ok(search.run(values[least], Stop::Done))
}

struct Halving<'a> {
    program: &'a Arc<Formulation>,
    goal: Goal,
    ranked: &'a Ranked,
    settings: MipSettings,
    budget: &'a Budget,
    best: Option<ExactPoint>,
    work: u64,
}

/// What a question came to.
enum Reply {
    /// There is a plan, and it is the best now.
    Yes,
    No,
    /// The question was not decided.
    Silence(Stop),
}

impl Halving<'_> {
    /// Where the best value stands among all values.
    fn position(&self, values: &[i64]) -> Option<usize> {
        let best = self.best.as_ref()?;
        Some(values.partition_point(|&value| value < best.value))
    }

    /// Asks for a plan with at most this value, or for any plan.
    fn ask(&mut self, most: Option<i64>) -> Result<Reply, SolveError> {
        if self.budget.is_interrupted() {
            return Ok(Reply::Silence(Stop::Interrupted));
        }
        if self.budget.is_exhausted() {
            return Ok(Reply::Silence(Stop::Limit));
        }
        let mut program = Arc::clone(self.program);
        if let Some(most) = most {
            let (beyond, number) = self.ranked.beyond(most);
            let label = Label { rule: "goals", kind: "ask", subject: Subject::Goal(self.goal) };
            Arc::make_mut(&mut program).row(label, Role::Structure, beyond, None, Some(number));
        }
        let task = Task { program, objective: Expression::default(), start: None, gap: 0.0 };
        let run = minimise(&Arc::new(task), self.settings.solver, self.budget, &mut |_, _| {})?;
        self.work += run.work;
        Ok(match (run.best, run.stop) {
            (Some(best), _) => {
                self.best = Some(self.worth(best.values));
                Reply::Yes
            }
            (None, Stop::Infeasible) => Reply::No,
            (None, Stop::Done) => return Err(SolveError::Inexact),
            (None, stop) => Reply::Silence(stop),
        })
    }

    fn worth(&self, values: IdVec<VariableId, i64>) -> ExactPoint {
        let value = self.ranked.value(|variable| values[variable]);
        ExactPoint { values, value }
    }

    fn run(&self, bound: i64, stop: Stop) -> Run {
        Run { best: self.best.clone(), bound, stop, work: self.work }
    }
}
