//! The fewest changes that the rules allow at all.

use crate::instance::Home;
use crate::problem::{Problem, Sieve};
use crate::solve::{Budget, PlaceError, Search, SearchOutcome, find};

/// How few changes are possible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Least {
    /// No plan makes fewer.
    pub proven: i64,
    /// A plan makes so few; `None` where none is known.
    pub found: Option<i64>,
}

/// The same problem with at most so many changes, or with as many as its rules allow.
#[must_use]
pub fn with_most(problem: &Problem, most: Option<i64>) -> Problem {
    let mut limited = problem.clone();
    if let Some(earlier) = &mut limited.instance.previous {
        earlier.max_changes = most;
    }
    limited
}

/// Changes that no plan can avoid, since a student's school is gone, or no rule admits the student
/// there any more.
pub fn forced_changes(problem: &Problem) -> i64 {
    let Some(earlier) = &problem.instance.previous else { return 0 };
    let sieve = Sieve::new(problem);
    let entries = problem.instance.students.iter().filter_map(|(id, student)| {
        match earlier.students[id].home(student.count)? {
            Home::Gone => Some(student.count),
            Home::School(home) => {
                let may_stay = sieve.pairs_of(id).iter().any(|pair| pair.school == home);
                (!may_stay).then_some(student.count)
            }
        }
    });
    entries.sum()
}

/// The fewest changes of any plan, whatever limit there is, between what is known already: the search
/// halves what lies between, and first tries whether the lower end can be reached.
///
/// # Errors
/// Where solver or check are at fault.
pub fn least_changes(
    problem: &Problem,
    search: &Search,
    budget: &Budget,
    mut least: Least,
) -> Result<Least, PlaceError> {
    least.proven = least.proven.max(forced_changes(problem));
    // Nobody changes twice.
    let any_number = problem.instance.student_count();
    let mut most = least.proven;
    while least.found.is_none_or(|found| least.proven < found) && !budget.is_exhausted() {
        // Any plan will do.
        let search = Search { gap: 1.0, ..search.with_budget(budget.turn(1, 0)) };
        let limited = with_most(problem, Some(most));
        match find(&limited, &search, &|_| {})? {
            SearchOutcome::Plan(known) => {
                least.found = Some(problem.tally(&known.assignment).changes())
            }
            // There is no plan at all.
            SearchOutcome::Infeasible if most >= any_number => return Ok(least),
            SearchOutcome::Infeasible => least.proven = most + 1,
            SearchOutcome::NothingFound(_) => return Ok(least),
        }
        most = least.found.map_or(any_number, |found| least.proven.midpoint(found));
    }
    Ok(least)
}
