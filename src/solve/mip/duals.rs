//! What the rows of a program are worth: the duals of its linear relaxation, rounded to whole points.
//!
//! They prove nothing by themselves. Whoever prices rows with them must check what follows in whole
//! numbers (Neumaier and Shcherbina, Safe bounds in linear and mixed-integer linear programming,
//! Mathematical Programming 99, 2004).

use super::Solver;
use crate::base::IdVec;
use crate::model::formulation::{Formulation, RowId};
use crate::solve::budget::Budget;

/// By how much the first level rises when a row's bound rises by one, for each row, as far as the linear
/// relaxation tells; `None` where it was not solved in time.
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
    use crate::base::IdVec;
    use crate::model::formulation::{Formulation, Row, RowId};
    use crate::solve::budget::Budget;
    use crate::solve::mip::exact::rounded;
    use crate::solve::mip::{model, worker};

    pub fn duals(formulation: &Formulation, budget: &Budget) -> Option<IdVec<RowId, i64>> {
        let objective = formulation.levels.first()?.objective.sum()?.clone();
        let mut relaxed = formulation.clone();
        for variable in relaxed.variables.values_mut() {
            variable.whole = false;
        }
        let budget = budget.clone();
        // HiGHS takes its thread's scheduler down with every model that it drops.
        let solve = move || {
            let (problem, _) = model::write(&relaxed, &objective, good_lp::solvers::highs::highs);
            let mut model = problem.try_into_inner().ok()?;
            worker::set_options(&mut model, 0.0, &budget, true).ok()?;
            let solved = model.try_solve().ok()?;
            let is_solved = solved.status() == highs::HighsModelStatus::Optimal;
            is_solved.then(|| solved.get_solution().dual_rows().to_vec())
        };
        let of_solver = std::thread::spawn(solve).join().ok()??;
        let mut of_solver = of_solver.into_iter();
        let rows = formulation.rows.values().map(|row| {
            let of_row = of_solver.by_ref().take(rows_of_solver(row));
            of_row.map(|dual| rounded(dual).unwrap_or(0)).sum()
        });
        Some(rows.collect())
    }

    /// How many rows a row becomes when it is written for a solver.
    fn rows_of_solver(row: &Row) -> usize {
        match (row.lower, row.upper) {
            (Some(lower), Some(upper)) if lower != upper => 2,
            (None, None) => 0,
            _ => 1,
        }
    }
}
