//! The dual values of the rows of a program's linear relaxation, rounded to whole points.
//!
//! They prove nothing by themselves. A bound derived from them must be computed in whole numbers (Neumaier
//! and Shcherbina, Safe bounds in linear and mixed-integer linear programming, Mathematical Programming 99,
//! 2004).

use super::Solver;
use crate::base::IdVec;
use crate::model::formulation::{Formulation, RowId};
use crate::solve::budget::Budget;

/// The dual value of each row for the first level: by how much the optimum of the linear relaxation rises when
/// the row's bound rises by one. `None` if the relaxation was not solved within the budget.
pub fn duals(
    formulation: &Formulation,
    solver: Solver,
    budget: &Budget,
) -> Option<IdVec<RowId, i64>> {
    match solver {
        #[cfg(feature = "highs")]
        Solver::Highs => highs::duals(formulation, budget),
        #[cfg(any(feature = "microlp", test))]
        Solver::Microlp => {
            let _ = (formulation, budget);
            None
        }
    }
}

#[cfg(feature = "highs")]
mod highs {
    use std::sync::Arc;
    use std::sync::mpsc::{RecvTimeoutError, channel};

    use crate::base::IdVec;
    use crate::model::formulation::{Formulation, Row, RowId};
    use crate::solve::budget::Budget;
    use crate::solve::mip::callback::{self, Event};
    use crate::solve::mip::exact::rounded;
    use crate::solve::mip::highs::{PATIENCE, Signs};
    use crate::solve::mip::task::Task;
    use crate::solve::mip::worker::Signals;
    use crate::solve::mip::{model, worker};

    pub fn duals(formulation: &Formulation, budget: &Budget) -> Option<IdVec<RowId, i64>> {
        let objective = formulation.levels.first()?.objective.sum()?.clone();
        let mut relaxed = formulation.clone();
        for variable in relaxed.variables.values_mut() {
            variable.whole = false;
        }
        let task = Task { program: Arc::new(relaxed), objective, start: None, gap: 0.0 };
        let of_solver = on_a_thread(task, budget)?;
        let mut of_solver = of_solver.into_iter();
        let rows = formulation.rows.values().map(|row| {
            let of_row = of_solver.by_ref().take(rows_of_solver(row));
            of_row.map(|dual| rounded(dual).unwrap_or(0)).sum()
        });
        Some(rows.collect())
    }

    /// The solver's duals; `None` if it fails, or is abandoned because it hangs or the budget is exhausted.
    /// On a thread of its own, since HiGHS takes its thread's scheduler down with every model that it
    /// drops.
    fn on_a_thread(task: Task, budget: &Budget) -> Option<Vec<f64>> {
        let signals = Arc::new(Signals::default());
        let mut signs = Signs::new(PATIENCE.silence(task.coefficients(), budget));
        let (sender, receiver) = channel();
        let (of_worker, most) = (Arc::clone(&signals), budget.clone());
        std::thread::spawn(move || sender.send(solve(&task, &most, &of_worker)).ok());
        loop {
            match receiver.recv_timeout(PATIENCE.heartbeat()) {
                Ok(solved) => {
                    let (duals, work) = solved?;
                    budget.spend(work);
                    return Some(duals);
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

    /// The duals, and the simplex iterations that they took.
    fn solve(task: &Task, budget: &Budget, signals: &Signals) -> Option<(Vec<f64>, u64)> {
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
        is_solved.then(|| (solved.get_solution().dual_rows().to_vec(), work.get()))
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
