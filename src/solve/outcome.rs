//! What a search ends with.

use super::decomposition::Multipliers;
use super::mip::{Ending, LevelAnswer};
use crate::plan::Status;
use crate::plan::assignment::Assignment;

/// What a search for a plan ends with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SearchOutcome {
    /// The best plan found.
    Plan(Incumbent),
    /// It is proven that no plan exists under the rules.
    Infeasible,
    /// The search had to stop before it found a plan or proved that there is none.
    NothingFound(Ending),
}

/// The best assignment that a search found, and what is proven of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Incumbent {
    /// Who is placed where.
    pub assignment: Assignment,
    /// Per goal level, its value and a lower bound.
    pub levels: Vec<LevelAnswer>,
    /// Why the search ended.
    pub ending: Ending,
}

impl Incumbent {
    /// How good the assignment is proven to be.
    pub fn status(&self) -> Status {
        if self.levels.iter().all(|level| level.value == level.bound) {
            Status::Optimal
        } else if self.ending == Ending::Finished {
            // A search that ends by itself without closing every level was given a gap.
            Status::Gap
        } else {
            Status::TimeLimit
        }
    }
}

/// The outcome of a search, with what makes a search of a similar problem faster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchResult {
    /// What was found.
    pub outcome: SearchOutcome,
    /// If the sum of all points is the only goal: no plan costs less than this, except possibly the one that
    /// was found. If only plans below a ceiling were wanted and this has reached it, there are none. 0 if
    /// nothing is proven.
    pub bound: i64,
    /// Multipliers that prove all or most of the bound, if the search used any.
    pub prices: Option<Multipliers>,
}
