//! Solving a restricted problem as an integer program with all rules.

use super::tuning::TUNING;
use crate::model::formulation::{Formulation, Purpose};
use crate::plan::assignment::Assignment;
use crate::problem::assignment_of;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::core::{Core, RestrictedProblem};
use crate::solve::decomposition::primal::complete::complete;
use crate::solve::mip::{
    self, Ending, LevelAnswer, LevelOutcome, MipOutcome, MipSettings, Narrowing, Progress,
    RelaxedLevel, SolveError,
};

/// The outcome of a restricted problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RestrictedOutcome {
    /// A plan of the restricted problem.
    Plan {
        /// The plan.
        assignment: Assignment,
        /// Its cost under all rules.
        value: i64,
        /// No plan of the restricted problem costs less.
        bound: i64,
        /// Why the search ended.
        ending: Ending,
    },
    /// It has no plan.
    Infeasible,
    /// The search ended before it found a plan.
    Nothing(Ending),
}

/// Which numbers of students an integer program declares whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WholeNumbers {
    /// All of them.
    All,
    /// None: only whether a cluster is used. Once that is decided, placing is a flow, or nearly one, and takes
    /// whole numbers by itself; where it does not, a program for these clusters finds them. HiGHS then
    /// looks for plans in a program of tens of whole variables instead of thousands, and finds them many times
    /// faster. A bound may prove less, since it counts parts of students.
    Clusters,
}

impl RestrictedProblem {
    /// Solves it under all rules; `start` is a plan to start from.
    pub fn solve(
        &self,
        core: &Core,
        settings: MipSettings,
        budget: &Budget,
        whole: WholeNumbers,
        start: Option<&Assignment>,
        watch: &(dyn Fn(&Progress) + Sync),
    ) -> Result<RestrictedOutcome, SolveError> {
        let candidates = self.candidates(core);
        let formulation = with_whole(core.problem.formulate(&candidates, Purpose::Plan), whole);
        let start =
            start.and_then(|plan| complete(&candidates, &formulation, plan, settings.solver));
        Ok(match mip::solve(&formulation, settings, budget, start.as_ref(), watch)? {
            MipOutcome::Found(answer) => {
                let level = answer.levels[0];
                let assignment = assignment_of(&candidates, &formulation, &answer.values);
                RestrictedOutcome::Plan {
                    value: value_of(core, &assignment, &level),
                    assignment,
                    bound: level.bound,
                    ending: answer.ending,
                }
            }
            MipOutcome::Infeasible => RestrictedOutcome::Infeasible,
            MipOutcome::NothingFound(ending) => RestrictedOutcome::Nothing(ending),
        })
    }
}

impl RestrictedProblem {
    /// Proves how good a plan is, or finds a better one: by a relaxation that is tightened until it says how many
    /// clusters must be used, and an integer program over whatever a better plan can still consist of. For problems in
    /// which little is to be decided but which clusters are used. The bound holds for all plans of the restricted
    /// problem, up to the plan's cost; `None` where the relaxation was not solved in time.
    pub fn solve_tightened(
        &self,
        core: &Core,
        settings: MipSettings,
        budget: &Budget,
        (plan, value): (&Assignment, i64),
        watch: &(dyn Fn(&Progress) + Sync),
    ) -> Result<Option<RestrictedOutcome>, SolveError> {
        let candidates = self.candidates(core);
        let formulation =
            with_whole(core.problem.formulate(&candidates, Purpose::Plan), WholeNumbers::Clusters);
        let Some(start) = complete(&candidates, &formulation, plan, settings.solver) else {
            return Ok(None);
        };
        let share = budget.share(1, TUNING.relaxation_parts);
        let Some(level) = RelaxedLevel::tightened(formulation, settings.solver, &share) else {
            return Ok(None);
        };
        // What is missing is the proof: the branches of the solver find better plans on the way to it.
        let search = Narrowing {
            groups: &[],
            number: 0,
            settings: MipSettings { improves: false, ..settings },
            wants_proof: true,
            on_progress: watch,
        };
        let closed = search.closed(&level, budget, Some((start, value)))?;
        let LevelOutcome::Bounded { best: Some((values, _)), bound } = closed else {
            return Ok(None);
        };
        let assignment = assignment_of(&candidates, &level.program, &values);
        let assessment = core.problem.assess(&core.problem.tally(&assignment));
        let value = assessment.total().0;
        Ok(Some(RestrictedOutcome::Plan { assignment, value, bound, ending: Ending::Finished }))
    }
}

/// A program with the numbers of students declared whole, or not.
fn with_whole(mut formulation: Formulation, whole: WholeNumbers) -> Formulation {
    if whole == WholeNumbers::Clusters {
        let decisions = &formulation.decisions;
        for &students in decisions.assigned.values().chain(decisions.left_out.values()) {
            formulation.variables[students].whole = false;
        }
    }
    formulation
}

/// The cost of a plan. Where a solve ended early the program may count too much, such as members
/// both above and below a target; where the two disagree otherwise, the value of the program is
/// kept, for the independent check to find.
fn value_of(core: &Core, assignment: &Assignment, level: &LevelAnswer) -> i64 {
    let assessment = core.problem.assess(&core.problem.tally(assignment));
    let value = assessment.total().0;
    if (level.bound..=level.value).contains(&value) { value } else { level.value }
}
