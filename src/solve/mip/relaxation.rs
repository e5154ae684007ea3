//! The linear relaxation of a program: the dual values of its rows, rounded to whole points, and its solution.
//!
//! They prove nothing by themselves. A bound derived from them must be computed in whole numbers (Neumaier
//! and Shcherbina, Safe bounds in linear and mixed-integer linear programming, Mathematical Programming 99,
//! 2004).

use super::Solver;
use crate::base::IdVec;
use crate::model::formulation::{Formulation, RowId, VariableId};
use crate::solve::budget::Budget;

/// What the solver says of the linear relaxation of the first level.
#[derive(Clone, Debug)]
pub struct Relaxation {
    /// The dual value of each row: by how much the optimum rises when the row's bound rises by one.
    pub duals: IdVec<RowId, i64>,
    /// The value of each variable; a guide, not a result.
    pub values: IdVec<VariableId, f64>,
}

/// The dual value of each row for the first level. `None` if the relaxation was not solved within the budget.
pub fn duals(
    formulation: &Formulation,
    solver: Solver,
    budget: &Budget,
) -> Option<IdVec<RowId, i64>> {
    relaxation(formulation, solver, budget).map(|relaxation| relaxation.duals)
}

/// Solves the linear relaxation for the first level. `None` if it was not solved within the budget.
pub fn relaxation(
    formulation: &Formulation,
    solver: Solver,
    budget: &Budget,
) -> Option<Relaxation> {
    match solver {
        #[cfg(feature = "highs")]
        Solver::Highs => highs::relaxation(formulation, budget),
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

    use super::Relaxation;
    use crate::model::formulation::{Formulation, Row};
    use crate::solve::budget::Budget;
    use crate::solve::mip::callback::{self, Event};
    use crate::solve::mip::exact::rounded;
    use crate::solve::mip::highs::{PATIENCE, Signs};
    use crate::solve::mip::task::Task;
    use crate::solve::mip::worker::Signals;
    use crate::solve::mip::{model, worker};

    pub fn relaxation(formulation: &Formulation, budget: &Budget) -> Option<Relaxation> {
        let objective = formulation.levels.first()?.objective.sum()?.clone();
        let mut relaxed = formulation.clone();
        for variable in relaxed.variables.values_mut() {
            variable.whole = false;
        }
        let task =
            Task { program: Arc::new(relaxed), objective, start: None, gap: 0.0, improves: true };
        let solved = on_a_thread(task, budget)?;
        let mut of_solver = solved.duals.into_iter();
        let rows = formulation.rows.values().map(|row| {
            let of_row = of_solver.by_ref().take(rows_of_solver(row));
            of_row.map(|dual| rounded(dual).unwrap_or(0)).sum()
        });
        Some(Relaxation { duals: rows.collect(), values: solved.values.into_iter().collect() })
    }

    /// What the solver returns, and the simplex iterations that it took.
    struct Solved {
        duals: Vec<f64>,
        values: Vec<f64>,
        work: u64,
    }

    /// The solver's answer; `None` if it fails, or is abandoned because it hangs or the budget is exhausted.
    /// On a thread of its own, since HiGHS takes its thread's scheduler down with every model that it
    /// drops.
    fn on_a_thread(task: Task, budget: &Budget) -> Option<Solved> {
        let signals = Arc::new(Signals::default());
        let mut signs = Signs::new(PATIENCE.silence(task.coefficients(), budget));
        let (sender, receiver) = channel();
        let (of_worker, most) = (Arc::clone(&signals), budget.clone());
        std::thread::spawn(move || sender.send(solve(&task, &most, &of_worker)).ok());
        loop {
            match receiver.recv_timeout(PATIENCE.heartbeat()) {
                Ok(solved) => {
                    let solved = solved?;
                    budget.spend(solved.work);
                    return Some(solved);
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

    fn solve(task: &Task, budget: &Budget, signals: &Signals) -> Option<Solved> {
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
        let of_solver = solved.get_solution();
        is_solved.then(|| Solved {
            duals: of_solver.dual_rows().to_vec(),
            values: of_solver.columns().to_vec(),
            work: work.get(),
        })
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
