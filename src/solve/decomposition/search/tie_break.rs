//! Which of several equally good plans is taken, once the best is known.
//!
//! Under good prices hardly anything is left of which plans that are as good may consist (`fixing`). Of
//! that a program is made which holds the points at what the best plan costs, and minimises what chooses
//! among such plans.

use super::driver::{MOST_PAIRS, Search};
use crate::model::formulation::Formulation;
use crate::plan::assignment::Assignment;
use crate::problem::assignment_of;
use crate::solve::decomposition::bound::fixing;
use crate::solve::decomposition::primal::complete::complete;
use crate::solve::mip::{self, LevelAnswer, MipOutcome};

/// A plan chosen among equally good ones, and what is proven of that.
pub struct Chosen {
    /// The plan.
    pub assignment: Assignment,
    /// What is said of it by what chooses.
    pub level: LevelAnswer,
}

impl Search<'_> {
    /// Chooses among the plans that cost no more than the best that is known; `None` where none is known
    /// or nothing chooses.
    pub(super) fn choose(&self) -> Option<Chosen> {
        let problem = self.core.problem;
        let (plan, value) = self.plan()?;
        let tie_break = problem.tie_break.as_ref()?;
        let level = |assignment: &Assignment, bound: i64| {
            let value = tie_break.value(&problem.tally(assignment));
            LevelAnswer { goal: tie_break.goal(), value, bound: bound.min(value) }
        };
        let known = Chosen { level: level(plan, 0), assignment: plan.clone() };
        // No solver keeps its time with so many pairs.
        if self.budget.is_exhausted() || self.core.pairs() > MOST_PAIRS {
            return Some(known);
        }
        let restricted = fixing::residual(self.core, self.multipliers(), value + 1);
        let candidates = restricted.candidates(self.core);
        let program = ties_last(problem.formulate_with_ties(&candidates), value);
        let start = complete(&candidates, &program, plan, self.settings.solver);
        let found =
            mip::solve(&program, self.settings, &self.budget, start.as_ref(), self.on_progress);
        Some(match found {
            Ok(MipOutcome::Found(answer)) => {
                let assignment = assignment_of(&candidates, &program, &answer.values);
                Chosen { level: level(&assignment, answer.levels[0].bound), assignment }
            }
            // A plan that is known is not lost because none could be chosen.
            Ok(MipOutcome::Infeasible | MipOutcome::NothingFound(_)) | Err(_) => known,
        })
    }
}

/// A program in which all points are held, and what chooses is all there is to minimise.
fn ties_last(mut program: Formulation, total: i64) -> Formulation {
    let last = program.levels.split_off(program.levels.len() - 1);
    for level in std::mem::replace(&mut program.levels, last) {
        program.hold(&level, total);
    }
    program
}
