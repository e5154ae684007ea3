//! The goals "leave out as few as possible, then cost as little as possible", without one large program.
//!
//! Where a plan that leaves nobody out is found, the first goal is met: no plan does better. What remains is the
//! sum of all points among plans that place everyone, which the decomposition minimises like any other. Where
//! none is found, the plain program minimises one level after the other.

use super::decomposition::{self, Begin, Multipliers};
use super::mip::{LevelAnswer, MipSettings, Progress};
use super::outcome::{Incumbent, SearchOutcome, SearchResult};
use super::plain;
use super::search::Search;
use crate::instance::Goal;
use crate::plan::assignment::Assignment;
use crate::problem::{Condition, Problem};
use crate::solve::PlaceError;

/// The search for a plan that places everyone gets one part in this many of the budget.
const PARTS: u32 = 4;
/// It ends within this gap: its plan is only where the search under the condition begins.
const GAP: f64 = 0.01;

/// Whether these are the goals of a problem.
pub fn fits(problem: &Problem) -> bool {
    problem.instance.goals == [Goal::Unplaced, Goal::Total]
}

/// Searches for the best plan by these goals.
///
/// # Errors
/// If there are more pairs than the engine takes, or the solver is at fault.
pub fn search(
    problem: &Problem,
    search: &Search,
    multipliers: Option<&Multipliers>,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, PlaceError> {
    let mut by_total = problem.clone();
    by_total.instance.goals = vec![Goal::Total];
    let begin = Begin { plan: search.start.as_ref(), multipliers, below: None };
    let exact = search.mip_settings();
    let coarse = MipSettings { gap: exact.gap.max(GAP), ..exact };
    let first_share = search.budget.share(1, PARTS);
    let found = decomposition::search(&by_total, coarse, &first_share, &begin, on_progress)?;
    let Some(plan) = whole_plan(problem, &found.outcome) else {
        return plainly(problem, search, found.outcome, on_progress);
    };
    let with_everyone = by_total.under(Condition::everyone(&problem.instance));
    let begin = Begin { plan: Some(&plan), multipliers: found.multipliers.as_ref(), below: None };
    let mut result =
        decomposition::search(&with_everyone, exact, &search.budget, &begin, on_progress)?;
    if let SearchOutcome::Plan(incumbent) = &mut result.outcome {
        let nobody = LevelAnswer { goal: Goal::Unplaced, value: 0, bound: 0 };
        incumbent.levels.insert(0, nobody);
    }
    Ok(SearchResult { bound: 0, ..result })
}

/// The assignment of a plan that leaves nobody out.
fn whole_plan(problem: &Problem, outcome: &SearchOutcome) -> Option<Assignment> {
    let SearchOutcome::Plan(Incumbent { assignment, .. }) = outcome else { return None };
    (assignment.placed_count() == problem.instance.student_count()).then(|| assignment.clone())
}

/// Minimises the levels one after the other, from what was found.
fn plainly(
    problem: &Problem,
    search: &Search,
    found: SearchOutcome,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, PlaceError> {
    let start = match found {
        SearchOutcome::Plan(incumbent) => Some(incumbent.assignment),
        SearchOutcome::Infeasible => {
            let outcome = SearchOutcome::Infeasible;
            return Ok(SearchResult { outcome, bound: 0, multipliers: None });
        }
        SearchOutcome::NothingFound(_) => search.start.clone(),
    };
    let outcome = plain::search(problem, &Search { start, ..search.clone() }, on_progress)?;
    Ok(SearchResult { outcome, bound: 0, multipliers: None })
}
