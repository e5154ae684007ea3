//! The plain search: one integer program with everything in it.

use super::mip::{self, LevelAnswer, MipOutcome, MipSolution, Narrowing, Progress, SolveError};
use super::outcome::{Incumbent, SearchOutcome};
use super::{PlaceError, Search, decomposition, start};
use crate::base::IdVec;
use crate::model::candidates::Candidates;
use crate::model::formulation::{Formulation, VariableId};
use crate::plan::assignment::Assignment;
use crate::problem::{Problem, assignment_of};
use crate::rules::goals;

/// Programs with fewer pairs than this are solved at once.
const FEWEST_PAIRS: usize = 3_000;
/// The pairs of each student in the first program of a larger one.
const PAIRS_PER_STUDENT: usize = 12;

/// Sieves, formulates and solves a problem.
///
/// # Errors
/// If there are more pairs than the engine takes, or the solver is at fault.
pub fn search(
    problem: &Problem,
    search: &Search,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchOutcome, PlaceError> {
    let candidates = problem.sieve()?;
    let formulation = problem.formulate_with_ties(&candidates);
    let known = search.start.as_ref();
    let on_progress = |progress: &Progress| {
        if let Some((onlooker, values)) = search.onlooker(problem).zip(progress.better) {
            onlooker.show(&assignment_of(&candidates, &formulation.decisions, values));
        }
        on_progress(progress);
    };
    let on_progress: &(dyn Fn(&Progress) + Sync) = &on_progress;
    let start = known
        .and_then(|plan| decomposition::complete(&candidates, &formulation, plan, search.solver));
    let program = Program { problem, candidates: &candidates, formulation: &formulation };
    let solved = match program.narrowed(search, start.as_ref(), on_progress)? {
        Some(solved) => solved,
        None => program.whole(search, start, on_progress)?,
    };
    Ok(match solved {
        MipOutcome::Found(MipSolution { values, levels, ending }) => {
            let assignment = assignment_of(&candidates, &formulation.decisions, &values);
            let levels = recounted(problem, &assignment, levels);
            SearchOutcome::Plan(Incumbent { assignment, levels, ending })
        }
        MipOutcome::Infeasible => SearchOutcome::Infeasible,
        MipOutcome::NothingFound(ending) => SearchOutcome::NothingFound(ending),
    })
}

/// The program of a problem.
struct Program<'a> {
    problem: &'a Problem,
    candidates: &'a Candidates,
    formulation: &'a Formulation,
}

impl Program<'_> {
    /// Solves a larger program by way of its linear relaxation; `None` for a small one, or where that is not possible
    /// in time.
    fn narrowed(
        &self,
        search: &Search,
        start: Option<&IdVec<VariableId, i64>>,
        on_progress: &(dyn Fn(&Progress) + Sync),
    ) -> Result<Option<MipOutcome>, SolveError> {
        if self.candidates.pairs.len() < FEWEST_PAIRS {
            return Ok(None);
        }
        let groups = self.problem.instance.students.ids().map(|student| {
            let pairs = self.candidates.of_student(student);
            pairs.map(|pair| self.formulation.decisions.assigned[pair]).collect()
        });
        let groups: Vec<Vec<VariableId>> = groups.collect();
        let narrowing = Narrowing {
            groups: &groups,
            number: PAIRS_PER_STUDENT,
            rooms: &[],
            settings: search.mip_settings(),
            wants_proof: true,
            on_progress,
        };
        narrowing.solve(self.formulation, &search.budget, start)
    }

    /// Solves the program at once.
    fn whole(
        &self,
        search: &Search,
        start: Option<IdVec<VariableId, i64>>,
        on_progress: &(dyn Fn(&Progress) + Sync),
    ) -> Result<MipOutcome, SolveError> {
        let Self { problem, candidates, formulation } = *self;
        let start = match start {
            Some(start) => Some(start),
            None => start::start(problem, candidates, formulation, search, on_progress)?,
        };
        let (settings, budget) = (search.mip_settings(), &search.budget);
        mip::solve(formulation, settings, budget, start.as_ref(), on_progress)
    }
}

/// The levels with their values counted from the assignment.
///
/// After an early stop the program may count too much, such as members both above and below a target,
/// because its auxiliary variables are only tight at an optimum. Where the two disagree in any other way the
/// program's value is kept, so that the independent check finds the disagreement.
fn recounted(
    problem: &Problem,
    assignment: &Assignment,
    mut levels: Vec<LevelAnswer>,
) -> Vec<LevelAnswer> {
    let tally = problem.tally(assignment);
    let assessment = problem.assess(&tally);
    for level in &mut levels {
        let value = goals::value(level.goal, &tally, &assessment);
        if (level.bound..=level.value).contains(&value) {
            level.value = value;
        }
    }
    levels
}
