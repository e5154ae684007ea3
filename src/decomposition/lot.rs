//! What lots choose, once the best plan is known.
//!
//! Under good prices hardly anything is left of which plans that are as good may consist (`fixing`). Of
//! that a program is made which holds the points at what the best plan costs, and minimises what lots say.

use super::complete::complete;
use super::fixing;
use super::search::{MOST_PAIRS, Search};
use crate::assignment::Assignment;
use crate::formulation::Formulation;
use crate::instance::Goal;
use crate::problem::assignment_of;
use crate::solve::{self, LevelAnswer, Limits, Outcome, Progress};

/// A plan that lots have chosen, and what is proven of that.
pub struct Drawn {
    /// The plan.
    pub assignment: Assignment,
    /// What lots say of it.
    pub level: LevelAnswer,
}

impl Search<'_> {
    /// Draws among the plans that cost no more than the best that is known; `None` where none is known
    /// or no lots are to be drawn.
    pub(super) fn draw(&self) -> Option<Drawn> {
        let problem = self.core.problem;
        let (plan, value) = self.plan()?;
        let lottery = problem.lottery.as_ref()?;
        let level = |assignment: &Assignment, bound: i64| {
            let value = lottery.value(&problem.tally(assignment));
            LevelAnswer { goal: Goal::Lot, value, bound: bound.min(value) }
        };
        let known = Drawn { level: level(plan, 0), assignment: plan.clone() };
        // No solver keeps its time with so many pairs.
        if self.clock.is_up() || self.core.pairs() > MOST_PAIRS {
            return Some(known);
        }
        let part = fixing::residual(self.core, self.prices(), value + 1);
        let candidates = part.candidates(self.core);
        let program = lots_last(problem.formulate_with_lots(&candidates), value);
        let start = complete(&candidates, &program, plan, self.solver);
        let watch = |progress: &Progress| self.report_level(progress);
        let limits: Limits = self.clock.rest();
        let found = solve::solve(&program, self.solver, &limits, start.as_ref(), &watch);
        Some(match found {
            Ok(Outcome::Found(answer)) => {
                let assignment = assignment_of(&candidates, &program, &answer.values);
                Drawn { level: level(&assignment, answer.levels[0].bound), assignment }
            }
            // A plan that is known is not lost because lots could not be drawn.
            Ok(Outcome::Infeasible | Outcome::NothingFound(_)) | Err(_) => known,
        })
    }
}

/// A program in which all points are held, and what lots say is all there is to minimise.
fn lots_last(mut program: Formulation, total: i64) -> Formulation {
    let lots = program.levels.split_off(program.levels.len() - 1);
    for level in std::mem::replace(&mut program.levels, lots) {
        program.hold(&level, total);
    }
    program
}
