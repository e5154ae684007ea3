//! Choosing among equally good plans, once the best cost is known.
//!
//! Under good multipliers, reduced-cost fixing leaves few options and pairs that plans of the best
//! cost may contain. An integer program over those holds the points at that cost and minimises the
//! tie-break.

use super::driver::DecompositionSearch;
use super::tuning::MOST_PAIRS;
use crate::model::formulation::Formulation;
use crate::plan::assignment::Assignment;
use crate::problem::assignment_of;
use crate::solve::decomposition::bound::fixing;
use crate::solve::decomposition::primal::complete::complete;
use crate::solve::mip::{self, LevelAnswer, MipOutcome};

/// The plan that the tie-break chose, with its level.
pub struct Chosen {
    /// The plan.
    pub assignment: Assignment,
    /// Value and bound of the tie-break.
    pub level: LevelAnswer,
}

impl DecompositionSearch<'_> {
    /// Chooses among the plans of the best known cost; `None` without a plan or a tie-break.
    pub(super) fn choose(&self) -> Option<Chosen> {
        let problem = self.core.problem;
        let (plan, value) = self.plan()?;
        let tie_break = problem.tie_break.as_ref()?;
        let level = |assignment: &Assignment, bound: i64| {
            let value = tie_break.value(&problem.tally(assignment));
            LevelAnswer { goal: tie_break.goal(), value, bound: bound.min(value) }
        };
        let known = Chosen { level: level(plan, 0), assignment: plan.clone() };
        // No solver keeps its time limit with that many pairs.
        if self.budget.is_exhausted() || self.core.pairs() > MOST_PAIRS {
            return Some(known);
        }
        let restricted = fixing::residual(self.core, self.multipliers(), value + 1, &self.budget);
        let candidates = restricted.candidates(self.core);
        let program = ties_last(problem.formulate_with_ties(&candidates), value);
        let start = complete(&candidates, &program, plan, self.settings.solver);
        let found =
            mip::solve(&program, self.settings, &self.budget, start.as_ref(), self.on_progress);
        Some(match found {
            Ok(MipOutcome::Found(answer)) => {
                let assignment = assignment_of(&candidates, &program.decisions, &answer.values);
                Chosen { level: level(&assignment, answer.levels[0].bound), assignment }
            }
            // A plan that is known is not lost because none could be chosen.
            Ok(MipOutcome::Infeasible | MipOutcome::NothingFound(_)) | Err(_) => known,
        })
    }
}

/// A program that holds all points and minimises the tie-break only.
fn ties_last(mut program: Formulation, total: i64) -> Formulation {
    let last = program.levels.split_off(program.levels.len() - 1);
    for level in std::mem::replace(&mut program.levels, last) {
        program.hold(&level, total);
    }
    program
}
