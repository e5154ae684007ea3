//! What comes of a search.

use super::choice::Chosen;
use super::prices::Prices;
use super::search::{Search, is_near};
use crate::plan::assignment::Assignment;
use crate::solve::mip::{Ending, LevelAnswer};

/// What came of a search.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// A plan.
    Plan(Known),
    /// No plan exists.
    NoPlan,
    /// The search ended before any plan was found.
    Nothing(Ending),
}

/// A plan and what is proven of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// The plan.
    pub assignment: Assignment,
    /// What it costs, by all rules.
    pub value: i64,
    /// No plan costs less; at least 0, at most the value.
    pub bound: i64,
    /// What is said of it by what chooses among equally good plans, where something does.
    pub last: Option<LevelAnswer>,
    /// Why the search ended.
    pub ending: Ending,
}

/// What a search came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Came {
    /// What was found.
    pub found: Found,
    /// No plan costs less than this, but for one that was found. Where plans below something were looked
    /// for and this has reached it, there are none.
    pub bound: i64,
    /// Prices that prove much of the bound: good to begin another search with.
    pub prices: Prices,
}

impl Search<'_> {
    /// What the search came to, with the plan that was chosen among equally good ones.
    pub(super) fn came(self, chosen: Option<Chosen>) -> Came {
        let bound = self.bound;
        let prices = self.ascent.best().prices.clone();
        Came { found: self.found(chosen), bound, prices }
    }

    fn found(self, chosen: Option<Chosen>) -> Found {
        let last = chosen.as_ref().map(|chosen| chosen.level);
        let is_chosen =
            last.is_none_or(|last| is_near(last.value, last.bound, self.clock.limits.gap));
        let ending = if self.clock.is_stopped() {
            Ending::Interrupted
        } else if self.is_good_enough() && is_chosen {
            Ending::Finished
        } else {
            Ending::Limit
        };
        match (self.plan, chosen) {
            _ if self.has_no_plan => Found::NoPlan,
            (None, _) => Found::Nothing(ending),
            (Some((assignment, value)), None) => {
                let bound = self.bound.min(value);
                Found::Plan(Known { assignment, value, bound, last, ending })
            }
            (Some(_), Some(Chosen { assignment, .. })) => {
                let problem = self.core.problem;
                let value = problem.assess(&problem.tally(&assignment)).total().0;
                let bound = self.bound.min(value);
                Found::Plan(Known { assignment, value, bound, last, ending })
            }
        }
    }
}
