//! What a search comes to.

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
    /// What lots say of it, where they are drawn.
    pub lot: Option<LevelAnswer>,
    /// Why the search ended.
    pub ending: Ending,
}
