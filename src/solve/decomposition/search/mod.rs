//! The search: ascent to a good bound, restricted problems that find plans, and closing what is left.

mod ascents;
pub mod branching;
pub mod change_multiplier;
mod conclude;
mod driver;
mod programs;
pub mod restricted;
mod rise;
mod tie_break;
mod tree;
mod tuning;
pub mod undecided_options;

use change_multiplier::PricedChanges;
use driver::DecompositionSearch;

use super::bound::core::Core;
use super::bound::start::Begin;
use crate::instance::Goal;
use crate::problem::Problem;
use crate::solve::budget::Budget;
use crate::solve::mip::{MipSettings, Progress, SolveError};
use crate::solve::outcome::SearchResult;

/// Whether the search fits a problem: it minimises the sum of all points, nothing else before.
pub fn fits(problem: &Problem) -> bool {
    problem.instance.goals == [Goal::Total]
}

/// Searches for the plan that costs least, or for those that cost less than something.
///
/// # Errors
/// When the solver is at fault.
pub fn search(
    problem: &Problem,
    settings: MipSettings,
    budget: &Budget,
    begin: &Begin,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, SolveError> {
    let PricedChanges { core, multipliers, plans } =
        change_multiplier::lay(Core::of(problem), budget);
    let begin = Begin { multipliers: multipliers.as_ref().or(begin.multipliers), ..*begin };
    let mut search = DecompositionSearch::new(&core, settings, budget, &begin, on_progress);
    for plan in plans {
        search.adopt(plan);
    }
    search.begin()?;
    if search.has_few_clusters() {
        search.branch_on_few_clusters()?;
    } else if search.is_worth_tightening() {
        search.close_tightened();
    }
    let least = search.least_left_out();
    if least == 0 {
        search.close()?;
        let chosen = search.choose();
        return Ok(search.result(chosen));
    }
    // The row on the number of students left out changes every multiplier, so the ascent starts again.
    let strengthened = Core { least_left_out: least, ..core.clone() };
    let mut search = search.with_core(&strengthened);
    search.begin()?;
    search.close()?;
    let chosen = search.choose();
    Ok(search.result(chosen))
}
