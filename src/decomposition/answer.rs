//! What comes of a search.

use super::prices::Prices;
use crate::assignment::Assignment;
use crate::solve::{Ending, LevelAnswer};

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
