//! Minimises the k-th largest of many measures, by a binary search over thresholds.
//!
//! Whether a plan exists in which fewer than k measures exceed a threshold is a feasibility problem with
//! one more row. A binary search over the possible values finds the least threshold that is feasible (the
//! threshold method for bottleneck problems; R. S. Garfinkel, "An improved algorithm for the bottleneck
//! assignment problem", Operations Research 19, 1971). One program with a binary variable per threshold
//! is equivalent, but its linear relaxation is very weak.

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

/// Minimises a ranked objective, starting from a point if one is known.
pub(super) fn minimise_ranked(
    program: &Arc<Formulation>,
    goal: Goal,
    ranked: &Ranked,
    start: Option<ExactPoint>,
    settings: MipSettings,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    let mut search =
        ThresholdSearch { program, goal, ranked, settings, budget, best: start, work: 0 };
    let values = ranked.values();
    if search.best.is_none() {
        match search.solve_threshold(None)? {
            Feasibility::Feasible => {}
            Feasibility::Infeasible => return Ok(search.run(0, Stop::Infeasible)),
            Feasibility::Undecided(stop) => return Ok(search.run(0, stop)),
        }
    }
    // Invariant: no plan has a value below `values[least]`, and the incumbent has `values[most]`.
    let mut least = 0;
    while let Some(most) = search.position(&values).filter(|&most| least < most) {
        on_progress(search.best.as_ref(), values[least]);
        if search.run(values[least], Stop::Done).is_within(settings.gap) {
            break;
        }
        let middle = least.midpoint(most);
        match search.solve_threshold(Some(values[middle]))? {
            // A point worse than the threshold contradicts the row; without this the loop would not end.
            Feasibility::Feasible if search.position(&values).is_some_and(|now| now > middle) => {
                return Err(SolveError::Inexact);
            }
            Feasibility::Feasible => {}
            Feasibility::Infeasible => least = middle + 1,
            Feasibility::Undecided(stop) => return Ok(search.run(values[least], stop)),
        }
    }
    Ok(search.run(values[least], Stop::Done))
}

/// The state of a binary search over thresholds.
struct ThresholdSearch<'a> {
    program: &'a Arc<Formulation>,
    goal: Goal,
    ranked: &'a Ranked,
    settings: MipSettings,
    budget: &'a Budget,
    best: Option<ExactPoint>,
    work: u64,
}

/// The answer to one feasibility problem.
enum Feasibility {
    /// A plan within the threshold was found and is the incumbent.
    Feasible,
    /// No plan is within the threshold.
    Infeasible,
    /// The search ended before it was decided, for this reason.
    Undecided(Stop),
}

impl ThresholdSearch<'_> {
    /// The position of the incumbent's value among the sorted possible values.
    fn position(&self, values: &[i64]) -> Option<usize> {
        let best = self.best.as_ref()?;
        Some(values.partition_point(|&value| value < best.value))
    }

    /// Solves for a plan with at most this value; with `None`, for any plan.
    fn solve_threshold(&mut self, most: Option<i64>) -> Result<Feasibility, SolveError> {
        if self.budget.is_interrupted() {
            return Ok(Feasibility::Undecided(Stop::Interrupted));
        }
        if self.budget.is_exhausted() {
            return Ok(Feasibility::Undecided(Stop::Limit));
        }
        let mut program = Arc::clone(self.program);
        if let Some(most) = most {
            let (beyond, number) = self.ranked.beyond(most);
            let label = Label { rule: "goals", kind: "ask", subject: Subject::Goal(self.goal) };
            Arc::make_mut(&mut program).row(label, Role::Structure, beyond, None, Some(number));
        }
        let task = Task {
            program,
            objective: Expression::default(),
            start: None,
            gap: 0.0,
            improves: true,
        };
        let run = minimise(&Arc::new(task), self.settings.solver, self.budget, &mut |_, _| {})?;
        self.work += run.work;
        Ok(match (run.best, run.stop) {
            (Some(best), _) => {
                self.best = Some(self.valued(best.values));
                Feasibility::Feasible
            }
            (None, Stop::Infeasible) => Feasibility::Infeasible,
            (None, Stop::Done) => return Err(SolveError::Inexact),
            (None, stop) => Feasibility::Undecided(stop),
        })
    }

    /// A point with its value under the ranked objective.
    fn valued(&self, values: IdVec<VariableId, i64>) -> ExactPoint {
        let value = self.ranked.value(|variable| values[variable]);
        ExactPoint { values, value }
    }

    /// The result so far.
    fn run(&self, bound: i64, stop: Stop) -> Run {
        Run { best: self.best.clone(), bound, stop, work: self.work }
    }
}
