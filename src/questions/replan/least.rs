//! The smallest number of changes under which the rules admit a plan.

use crate::instance::PreviousHome;
use crate::problem::{Problem, Sieve};
use crate::solve::{Budget, PlaceError, Search, SearchOutcome, find};

/// Bounds on the smallest number of changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FewestChanges {
    /// Lower bound: no plan makes fewer changes.
    pub proven: i64,
    /// Changes of the best plan found; `None` if there is none.
    pub found: Option<i64>,
}

/// The problem with a limit on changes; `None` leaves the limit of rule `continuity`.
#[must_use]
pub fn with_most(problem: &Problem, most: Option<i64>) -> Problem {
    let mut limited = problem.clone();
    if let Some(earlier) = &mut limited.instance.previous_plan {
        earlier.max_changes = most;
    }
    limited
}

/// Number of changes that no plan can avoid: of students whose school no longer exists or is no longer
/// admitted.
pub fn forced_changes(problem: &Problem) -> i64 {
    let Some(earlier) = &problem.instance.previous_plan else { return 0 };
    let sieve = Sieve::new(problem);
    let entries = problem.instance.students.iter().filter_map(|(id, student)| {
        match earlier.students[id].home(student.count)? {
            PreviousHome::Gone => Some(student.count),
            PreviousHome::School(home) => {
                let may_stay = sieve.pairs_of(id).iter().any(|pair| pair.school == home);
                (!may_stay).then_some(student.count)
            }
        }
    });
    entries.sum()
}

/// The smallest number of changes, whatever the limit, starting from known bounds: a binary search between
/// them that first tries the lower bound.
///
/// # Errors
/// If solver or check are at fault.
pub fn least_changes(
    problem: &Problem,
    search: &Search,
    budget: &Budget,
    mut least: FewestChanges,
) -> Result<FewestChanges, PlaceError> {
    least.proven = least.proven.max(forced_changes(problem));
    // A student changes at most once.
    let any_number = problem.instance.student_count();
    let mut most = least.proven;
    while least.found.is_none_or(|found| least.proven < found) && !budget.is_exhausted() {
        // Only whether a plan exists matters, so that any gap will do.
        let search = Search { gap: 1.0, ..search.with_budget(budget.turn(1, 0)) };
        let limited = with_most(problem, Some(most));
        match find(&limited, &search, &|_| {})? {
            SearchOutcome::Plan(known) => {
                least.found = Some(problem.tally(&known.assignment).changes());
            }
            // No plan exists under any limit.
            SearchOutcome::Infeasible if most >= any_number => return Ok(least),
            SearchOutcome::Infeasible => least.proven = most + 1,
            SearchOutcome::NothingFound(_) => return Ok(least),
        }
        most = least.found.map_or(any_number, |found| least.proven.midpoint(found));
    }
    Ok(least)
}
