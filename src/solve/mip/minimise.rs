//! Gives one minimisation to the solver that was chosen.

use std::sync::Arc;

#[cfg(feature = "highs")]
use super::highs;
use super::microlp;
use super::task::{OnProgress, Run, Task};
use super::{SolveError, Solver, exact};
use crate::solve::budget::Budget;

/// Runs one minimisation, and takes the work that it spends off the budget; calls `on_progress` now and
/// then with the best point and the bound so far.
///
/// Variables that are not declared whole take whole values by themselves in a good formulation. If they do
/// not, and cannot be repaired, the program is solved once more with all of them declared whole.
pub(super) fn minimise(
    task: &Arc<Task>,
    solver: Solver,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    // Without variables there is nothing to choose, and solvers answer that each in its own way.
    if task.program.variables.is_empty() {
        return Ok(exact::without_choice(task));
    }
    match minimise_with(task, solver, budget, on_progress) {
        Err(SolveError::Inexact) => match exact::all_whole(task) {
            Some(task) => minimise_with(&task, solver, budget, on_progress),
            None => Err(SolveError::Inexact),
        },
        run => run,
    }
}

fn minimise_with(
    task: &Arc<Task>,
    solver: Solver,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    let run = match solver {
        #[cfg(feature = "highs")]
        Solver::Highs => highs::minimise(task, budget, on_progress)?,
        Solver::Microlp => microlp::minimise(task, budget, on_progress)?,
    };
    budget.spend(run.work);
    Ok(run)
}
