//! The linear relaxation of a program: the dual values of its rows, and the values of its variables.
//!
//! Duals prove nothing by themselves. A bound derived from them must be computed in whole numbers (Neumaier
//! and Shcherbina, Safe bounds in linear and mixed-integer linear programming, Mathematical Programming 99,
//! 2004).

use super::Solver;
use super::exact::rounded;
use crate::base::IdVec;
use crate::model::formulation::{Formulation, RowId, VariableId};
use crate::solve::budget::Budget;

/// An optimum of a linear relaxation, in the solver's floats: it steers, and proves nothing.
#[derive(Clone, Debug)]
pub struct LinearOptimum {
    /// By how much the optimum rises when a row's bound rises by one.
    pub duals: IdVec<RowId, f64>,
    /// The values of the variables.
    pub values: IdVec<VariableId, f64>,
}

impl LinearOptimum {
    /// The duals rounded to whole points.
    pub fn whole_duals(&self) -> IdVec<RowId, i64> {
        self.duals.values().map(|&dual| rounded(dual).unwrap_or(0)).collect()
    }
}

/// The linear relaxation of a program under the objective of its first level. `None` if it was not solved within the
/// budget, or the solver has no duals.
pub fn linear_optimum(
    formulation: &Formulation,
    solver: Solver,
    budget: &Budget,
) -> Option<LinearOptimum> {
    match solver {
        #[cfg(feature = "highs")]
        Solver::Highs => highs::linear_optimum(formulation, budget),
        #[cfg(any(feature = "microlp", test))]
        Solver::Microlp => {
            let _ = (formulation, budget);
            None
        }
    }
}

/// The dual value of each row for the first level, rounded to whole points. `None` if the relaxation was not solved
/// within the budget.
pub fn duals(
    formulation: &Formulation,
    solver: Solver,
    budget: &Budget,
) -> Option<IdVec<RowId, i64>> {
    linear_optimum(formulation, solver, budget).map(|optimum| optimum.whole_duals())
}

#[cfg(feature = "highs")]
mod highs {
    use std::sync::Arc;
    use std::sync::mpsc::{RecvTimeoutError, channel};

    use super::LinearOptimum;
    use crate::model::formulation::{Formulation, Row};
    use crate::solve::budget::Budget;
    use crate::solve::mip::callback::{self, Event};
    use crate::solve::mip::patience::{PATIENCE, Signs};
    use crate::solve::mip::task::Task;
    use crate::solve::mip::worker::Signals;
    use crate::solve::mip::{model, worker};

    pub fn linear_optimum(formulation: &Formulation, budget: &Budget) -> Option<LinearOptimum> {
        let objective = formulation.levels.first()?.objective.sum()?.clone();
        let mut relaxed = formulation.clone();
        for variable in relaxed.variables.values_mut() {
            variable.whole = false;
        }
        let task =
            Task { program: Arc::new(relaxed), objective, start: None, gap: 0.0, improves: true };
        let (duals, values) = on_a_thread(task, budget)?;
        let mut duals = duals.into_iter();
        let rows = formulation.rows.values();
        let duals = rows.map(|row| duals.by_ref().take(rows_of_solver(row)).sum()).collect();
        Some(LinearOptimum { duals, values: values.into_iter().collect() })
    }

    /// The solver's duals and values; `None` if it fails, or is abandoned because it hangs or the budget is exhausted.
    /// On a thread of its own, since HiGHS takes its thread's scheduler down with every model that it
    /// drops.
    fn on_a_thread(task: Task, budget: &Budget) -> Option<(Vec<f64>, Vec<f64>)> {
        let signals = Arc::new(Signals::default());
        let mut signs = Signs::new(PATIENCE.silence(task.coefficients(), budget));
        let (sender, receiver) = channel();
        let (of_worker, most) = (Arc::clone(&signals), budget.clone());
        std::thread::spawn(move || sender.send(solve(&task, &most, &of_worker)).ok());
        loop {
            match receiver.recv_timeout(PATIENCE.heartbeat) {
                Ok(solved) => {
                    let (duals, values, work) = solved?;
                    budget.spend(work);
                    return Some((duals, values));
                }
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if budget.is_exhausted() || signs.are_missing(signals.beats()) {
                signals.abandon();
                return None;
            }
        }
    }

    /// The duals, the values, and the simplex iterations that they took.
    fn solve(task: &Task, budget: &Budget, signals: &Signals) -> Option<(Vec<f64>, Vec<f64>, u64)> {
        let work = std::cell::Cell::new(0);
        let work_left = budget.work_left();
        let listener = |event: Event<'_>| {
            signals.beat();
            if let Event::Simplex { iterations } = event {
                work.set(iterations);
            }
            signals.is_abandoned()
                || budget.is_interrupted()
                || work_left.is_some_and(|most| work.get() > most)
        };
        let highs = good_lp::solvers::highs::highs;
        let (problem, _) = model::write(&task.program, &task.objective, highs);
        let mut model = problem.try_into_inner().ok()?;
        worker::set_options(&mut model, 0.0, budget, true).ok()?;
        let solved = callback::run(model, &listener).ok()?;
        let is_solved = solved.status() == ::highs::HighsModelStatus::Optimal;
        let solution = solved.get_solution();
        is_solved.then(|| (solution.dual_rows().to_vec(), solution.columns().to_vec(), work.get()))
    }

    /// The number of rows that a row becomes when it is written for a solver.
    fn rows_of_solver(row: &Row) -> usize {
        match (row.lower, row.upper) {
            (Some(lower), Some(upper)) if lower != upper => 2,
            (None, None) => 0,
            _ => 1,
        }
    }
}
