//! The plain search: one integer program with everything in it.

use super::mip::{self, LevelAnswer, MipOutcome, MipSolution, Progress};
use super::outcome::{Incumbent, SearchOutcome};
use super::{PlaceError, Search, decomposition, start};
use crate::plan::assignment::Assignment;
use crate::problem::{Problem, assignment_of};
use crate::rules::goals;

/// Sieves, formulates and solves a problem.
///
/// # Errors
/// If there are more pairs than the engine takes, or the solver is at fault.
pub fn search(
    problem: &Problem,
    search: &Search,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchOutcome, PlaceError> {
    let (settings, budget) = (search.mip_settings(), &search.budget);
    let candidates = problem.sieve()?;
    let formulation = problem.formulate_with_ties(&candidates);
    let known = search.start.as_ref();
    let mut start = known
        .and_then(|plan| decomposition::complete(&candidates, &formulation, plan, search.solver));
    if start.is_none() {
        start = start::start(problem, &candidates, &formulation, search, on_progress)?;
    }
    let solved = mip::solve(&formulation, settings, budget, start.as_ref(), on_progress)?;
    Ok(match solved {
        MipOutcome::Found(MipSolution { values, levels, ending }) => {
            let assignment = assignment_of(&candidates, &formulation, &values);
            let levels = recounted(problem, &assignment, levels);
            SearchOutcome::Plan(Incumbent { assignment, levels, ending })
        }
        MipOutcome::Infeasible => SearchOutcome::Infeasible,
        MipOutcome::NothingFound(ending) => SearchOutcome::NothingFound(ending),
    })
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
