//! Solving a restricted problem as an integer program with all rules.

use std::collections::BTreeSet;

use super::tuning::TUNING;
use crate::instance::Goal;
use crate::model::candidates::Candidates;
use crate::model::formulation::{Decisions, Formulation, Purpose, VariableId};
use crate::plan::assignment::Assignment;
use crate::problem::assignment_of;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::core::{Core, RestrictedProblem};
use crate::solve::decomposition::primal::complete::complete;
use crate::solve::mip::{
    self, Ending, LevelAnswer, LevelOutcome, MipOutcome, MipSettings, Narrowing, Progress,
    SolveError,
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

/// Called with how far a program is, and a better plan where one was found since the last call.
pub type Watch<'a> = dyn Fn(&Progress, Option<&Assignment>) + Sync + 'a;

/// Hands on how far a program is, with the plan that its better values are.
fn watch_program(
    watch: &Watch,
    progress: &Progress,
    candidates: &Candidates,
    decisions: &Decisions,
) {
    let better = progress.better.map(|values| assignment_of(candidates, decisions, values));
    watch(progress, better.as_ref());
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
        watch: &Watch<'_>,
    ) -> Result<RestrictedOutcome, SolveError> {
        let candidates = self.candidates(core);
        let formulation = with_whole(core.problem.formulate(&candidates, Purpose::Plan), whole);
        let start =
            start.and_then(|plan| complete(&candidates, &formulation, plan, settings.solver));
        let on_progress = |progress: &Progress| {
            watch_program(watch, progress, &candidates, &formulation.decisions);
        };
        Ok(match mip::solve(&formulation, settings, budget, start.as_ref(), &on_progress)? {
            MipOutcome::Found(answer) => {
                let level = answer.levels[0];
                let assignment = assignment_of(&candidates, &formulation.decisions, &answer.values);
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

    /// Proves how good a plan is, or finds a better one: by a relaxation that is tightened until few of its variables are
    /// in parts, and integer programs over what a better plan can still consist of; if `settings` ask for better plans, by
    /// cases before that, and within parts of the gap first, see [`Narrowing`]. `likely` is the part in which the relaxation most likely has its optimum. The bound holds for all
    /// plans of the restricted problem, up to the plan's cost; `None` where the relaxation was not solved in time.
    pub fn solve_tightened(
        &self,
        core: &Core,
        likely: &Self,
        settings: MipSettings,
        budget: &Budget,
        (plan, value): (&Assignment, i64),
        watch: &Watch<'_>,
    ) -> Result<Option<RestrictedOutcome>, SolveError> {
        let candidates = self.candidates(core);
        let formulation =
            with_whole(core.problem.formulate(&candidates, Purpose::Plan), WholeNumbers::Clusters);
        let Some(start) = complete(&candidates, &formulation, plan, settings.solver) else {
            return Ok(None);
        };
        let known = (start, value);
        let on_bound = |best, bound| {
            let (seconds, best) = (budget.elapsed().as_secs_f64(), Some(best));
            watch(&Progress { level: Goal::Total, seconds, best, bound, better: None }, None);
        };
        let idle = self.idle(core, &candidates, &formulation, likely);
        let decisions = formulation.decisions.clone();
        let relaxed =
            mip::tightened(formulation, &known, idle, settings.solver, budget, &|bound| {
                on_bound(value, bound);
            });
        let Some(mut tightened) = relaxed else { return Ok(None) };
        let mut known = tightened.counted(known);
        let on_progress =
            |progress: &Progress| watch_program(watch, progress, &candidates, &decisions);
        let search = Narrowing {
            groups: &[],
            number: 0,
            rooms: if settings.improves { TUNING.rooms } else { &[] },
            settings,
            wants_proof: true,
            on_progress: &on_progress,
        };
        if settings.improves {
            known = search.rounded(&tightened.level, budget, known)?;
            let (part, of) = TUNING.tree_share;
            let share = budget.share(part, of);
            tightened.divide(known.1, settings, &share, &|bound| on_bound(known.1, bound));
        }
        let level = tightened.into_level();
        let closed = search.closed(&level, budget, Some(known))?;
        let LevelOutcome::Bounded { best: Some((values, _)), bound } = closed else {
            return Ok(None);
        };
        let assignment = assignment_of(&candidates, &decisions, &values);
        let assessment = core.problem.assess(&core.problem.tally(&assignment));
        let value = assessment.total().0;
        Ok(Some(RestrictedOutcome::Plan { assignment, value, bound, ending: Ending::Finished }))
    }

    /// The decisions of this part that are not in a smaller part.
    fn idle(
        &self,
        core: &Core,
        candidates: &Candidates,
        formulation: &Formulation,
        smaller: &Self,
    ) -> BTreeSet<VariableId> {
        let decisions = &formulation.decisions;
        let options = self.options.iter().zip(decisions.used.values());
        let options = options.filter(|(option, _)| smaller.options.binary_search(option).is_err());
        let kept: BTreeSet<_> = smaller
            .offers
            .iter()
            .flat_map(|(id, offers)| offers.iter().map(move |offer| (id, offer.student)))
            .map(|(id, student)| (core.sites[id].school, core.sites[id].setting, student))
            .collect();
        let pairs = candidates.pairs.iter();
        let pairs =
            pairs.filter(|(_, pair)| !kept.contains(&(pair.school, pair.setting, pair.student)));
        let pairs = pairs.map(|(id, _)| decisions.assigned[id]);
        options.map(|(_, used)| *used).chain(pairs).collect()
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
