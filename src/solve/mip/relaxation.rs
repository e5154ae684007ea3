//! The linear relaxation of a program: the dual values of its rows, and the values of its variables.
//!
//! Duals prove nothing by themselves. A bound derived from them must be computed in whole numbers (Neumaier
//! and Shcherbina, Safe bounds in linear and mixed-integer linear programming, Mathematical Programming 99,
//! 2004).

use std::collections::BTreeSet;

#[cfg(feature = "highs")]
use super::relaxation_run::RelaxationRun;
use super::{LinearOptimum, Solver};
use crate::base::IdVec;
use crate::model::formulation::{Expression, Formulation, RowId, VariableId};
use crate::solve::budget::Budget;

/// The linear relaxation of a program that gets more rows, and other costs. Each time it is solved from the optimum
/// before, which takes a fraction of the first time.
pub struct LinearRelaxation {
    #[cfg(feature = "highs")]
    run: RelaxationRun,
    #[cfg(not(feature = "highs"))]
    none: std::convert::Infallible,
}

impl LinearRelaxation {
    /// The relaxation of a program, to be solved within a budget. `None` if the solver has no duals, or the program has no level that is a sum.
    pub fn of(program: &Formulation, solver: Solver, budget: &Budget) -> Option<Self> {
        Self::sifted(program, BTreeSet::new(), solver, budget)
    }

    /// The same relaxation, solved first without variables that are most likely 0; those by which something is to be gained
    /// are then taken in, until there are none (sifting: Bixby, Gregory, Lustig, Marsten and Shanno, Very large-scale
    /// linear programming, Operations Research 40, 1992).
    pub fn sifted(
        program: &Formulation,
        idle: BTreeSet<VariableId>,
        solver: Solver,
        budget: &Budget,
    ) -> Option<Self> {
        let objective = program.levels.first()?.objective.sum()?;
        match solver {
            #[cfg(feature = "highs")]
            Solver::Highs => {
                Some(Self { run: RelaxationRun::start(program, objective, idle, budget) })
            }
            Solver::Microlp => {
                let _ = (objective, idle, budget);
                None
            }
        }
    }

    /// From now on no optimum is wanted that is above a value: the run ends once its duals show that. They prove as much
    /// about all points as those of an optimum do; what is then handed out as its values is no point.
    pub fn stop_above(&mut self, value: i64) {
        #[cfg(feature = "highs")]
        self.run.stop_above(value);
        #[cfg(not(feature = "highs"))]
        {
            let _ = value;
            match self.none {}
        }
    }

    /// From now on waits for an optimum within another budget, which is part of the first or all of it.
    pub fn wait_within(&mut self, budget: &Budget) {
        #[cfg(feature = "highs")]
        self.run.wait_within(budget);
        #[cfg(not(feature = "highs"))]
        {
            let _ = budget;
            match self.none {}
        }
    }

    /// The optimum under an objective. The program is that of before, perhaps with more rows and with other bounds of
    /// variables. `None` if it has no point, or was not solved within the budget; then it is not solved again either.
    pub fn solve(
        &mut self,
        program: &Formulation,
        objective: &Expression,
    ) -> Option<LinearOptimum> {
        #[cfg(feature = "highs")]
        return self.run.solve(program, objective);
        #[cfg(not(feature = "highs"))]
        {
            let _ = (program, objective);
            match self.none {}
        }
    }
}

/// The dual value of each row for the first level, rounded to whole points. `None` if the relaxation was not solved
/// within the budget, or the solver has no duals.
pub fn duals(
    formulation: &Formulation,
    solver: Solver,
    budget: &Budget,
) -> Option<IdVec<RowId, i64>> {
    let objective = formulation.levels.first()?.objective.sum()?;
    let mut relaxation = LinearRelaxation::of(formulation, solver, budget)?;
    Some(relaxation.solve(formulation, objective)?.whole_duals(1))
}
