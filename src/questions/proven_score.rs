//! The score of an answer with its lower bound.

use serde::Serialize;

use crate::instance::Goal;
use crate::plan::{GoalLevel, Status};
use crate::solve::Incumbent;
use crate::solve::mip::Ending;

/// A score with its lower bound.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct ProvenScore {
    /// Points of the plan, which the check confirms.
    pub score: i64,
    /// Lower bound on the points of any plan.
    pub bound: i64,
    /// (score − bound) / max(1, score).
    pub gap: f64,
    /// How the search ended.
    pub status: Status,
}

impl ProvenScore {
    /// The total score of the plan that a search found, and its bound.
    pub fn of(known: &Incumbent) -> Self {
        let level = known.levels.iter().find(|level| level.goal == Goal::Total);
        let (score, bound) = level.map_or((0, 0), |level| (level.value, level.bound));
        Self::new(score, bound, known.ending)
    }

    /// A score with its bound. A gap that remains after a finished search is one that the user allowed.
    pub fn new(score: i64, bound: i64, ending: Ending) -> Self {
        let gap = GoalLevel::new(Goal::Total, score, bound).gap;
        let status = match ending {
            _ if score == bound => Status::Optimal,
            Ending::Finished => Status::Gap,
            Ending::Limit | Ending::Interrupted => Status::TimeLimit,
        };
        Self { score, bound, gap, status }
    }

    /// This score with a bound from elsewhere, if that is higher.
    #[must_use]
    pub fn at_least(self, bound: i64) -> Self {
        let bound = bound.max(self.bound).min(self.score);
        let gap = GoalLevel::new(Goal::Total, self.score, bound).gap;
        let status = if bound == self.score { Status::Optimal } else { self.status };
        Self { bound, gap, status, ..self }
    }

    /// Whether no plan has fewer points.
    pub fn is_optimal(&self) -> bool {
        self.score == self.bound
    }
}
