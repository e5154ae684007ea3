//! Searches for a plan by the method that was chosen, and checks what was found.

use super::decomposition::{self, Begin, Multipliers};
use super::mip::{LevelAnswer, Progress};
use super::outcome::{SearchOutcome, SearchResult};
use super::{Method, PlaceError, Search, levels, plain};
use crate::problem::Problem;
use crate::rules::goals;
use crate::verify::verify_assignment;

/// Whether the search by decomposition takes a problem, and does not leave it to the plain search.
pub fn is_decomposed(problem: &Problem) -> bool {
    decomposition::fits(problem) || levels::fits(problem)
}

/// What is known from the search of a similar problem. It makes a search faster, never wrong.
#[derive(Clone, Debug, Default)]
pub struct Nearby {
    /// Multipliers of a problem with the same students and schools.
    pub multipliers: Option<Multipliers>,
    /// Only plans that cost less than this are wanted. A search may return one that costs more, but need not
    /// look for it: if nothing is found, that proves no more than [`SearchResult::bound`].
    pub below: Option<i64>,
}

/// Finds the best assignment, and checks it; calls `on_progress` now and then. Unlike
/// [`place`](super::place), composes no plan file.
///
/// # Errors
/// If the instance is larger than the engine takes, or solver or check are at fault.
pub fn find(
    problem: &Problem,
    search: &Search,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchOutcome, PlaceError> {
    Ok(find_near(problem, search, &Nearby::default(), on_progress)?.outcome)
}

/// Like [`find`], starting from what is known of a similar problem.
///
/// # Errors
/// As [`find`].
pub fn find_near(
    problem: &Problem,
    search: &Search,
    nearby: &Nearby,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, PlaceError> {
    let result = match search.method {
        Method::Decomposition if decomposition::fits(problem) => {
            let (plan, multipliers) = (search.start.as_ref(), nearby.multipliers.as_ref());
            let onlooker = search.onlooker(problem);
            let begin = Begin { plan, multipliers, below: nearby.below, onlooker };
            let settings = search.mip_settings();
            decomposition::search(problem, settings, &search.budget, &begin, on_progress)?
        }
        Method::Decomposition if levels::fits(problem) => {
            levels::search(problem, search, nearby.multipliers.as_ref(), on_progress)?
        }
        Method::Decomposition | Method::Plain => {
            let outcome = plain::search(problem, search, on_progress)?;
            SearchResult { outcome, bound: 0, multipliers: None }
        }
    };
    // Callers that want no plan file rely on this check; `place` checks what the file states as well.
    check(problem, &result.outcome)?;
    Ok(result)
}

/// Has an incumbent verified by the independent check: it satisfies the rules, and its levels have the values
/// that the search claims.
fn check(problem: &Problem, outcome: &SearchOutcome) -> Result<(), PlaceError> {
    let SearchOutcome::Plan(incumbent) = outcome else { return Ok(()) };
    let verdict = verify_assignment(problem, incumbent.assignment.clone());
    let tally = problem.tally(&incumbent.assignment);
    let is_right =
        |level: &LevelAnswer| goals::value(level.goal, &tally, &verdict.assessment) == level.value;
    if verdict.agrees() && incumbent.levels.iter().all(is_right) {
        Ok(())
    } else {
        Err(PlaceError::Check(verdict.findings))
    }
}
