//! The result of a search: the best plan, what is proven about it, and why the search ended.

use super::driver::DecompositionSearch;
use super::tie_break::Chosen;
use crate::base::is_within_gap;
use crate::instance::Goal;
use crate::plan::assignment::Assignment;
use crate::solve::mip::{Ending, LevelAnswer};
use crate::solve::outcome::{Incumbent, SearchOutcome, SearchResult};

impl DecompositionSearch<'_> {
    /// The result of the search, with the plan that the tie-break chose.
    pub(super) fn result(self, chosen: Option<Chosen>) -> SearchResult {
        let bound = self.bound;
        let multipliers = self.ascent.best().multipliers.clone();
        SearchResult { outcome: self.outcome(chosen), bound, multipliers: Some(multipliers) }
    }

    fn outcome(self, chosen: Option<Chosen>) -> SearchOutcome {
        let last = chosen.as_ref().map(|chosen| chosen.level);
        let is_chosen =
            last.is_none_or(|last| is_within_gap(last.value, last.bound, self.settings.gap));
        let ending = if self.budget.is_interrupted() {
            Ending::Interrupted
        } else if self.is_good_enough() && is_chosen {
            Ending::Finished
        } else {
            Ending::Limit
        };
        match (self.plan, chosen) {
            _ if self.has_no_plan => SearchOutcome::Infeasible,
            (None, _) => SearchOutcome::NothingFound(ending),
            (Some((assignment, value)), None) => {
                SearchOutcome::Plan(incumbent(assignment, value, self.bound, last, ending))
            }
            (Some(_), Some(Chosen { assignment, .. })) => {
                let problem = self.core.problem;
                let value = problem.assess(&problem.tally(&assignment)).total().0;
                SearchOutcome::Plan(incumbent(assignment, value, self.bound, last, ending))
            }
        }
    }
}

/// An assignment with its levels: the sum of all points, and the tie-break where there is one.
fn incumbent(
    assignment: Assignment,
    value: i64,
    bound: i64,
    tie_break: Option<LevelAnswer>,
    ending: Ending,
) -> Incumbent {
    let total = LevelAnswer { goal: Goal::Total, value, bound: bound.min(value) };
    Incumbent { assignment, levels: std::iter::once(total).chain(tie_break).collect(), ending }
}
