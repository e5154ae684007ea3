//! How good a plan is, and how that is known.

use super::audience::Audience;
use crate::instance::Goal;
use crate::plan::{GoalLevel, Plan, Status};

/// How good a plan is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quality {
    /// How the search ended; `None` where the plan does not say.
    pub status: Option<Status>,
    /// What is proven per goal level, the first first.
    pub levels: Vec<Level>,
}

/// What is proven at a goal level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Level {
    /// What it minimises.
    pub goal: Goal,
    /// Value and bound, for planners: they could tell of a few students.
    pub value_and_bound: Option<(i64, i64)>,
    /// The gap in thousandths of a percent, rounded up so that only no gap is 0.
    pub gap_thousandths: i64,
}

impl Quality {
    /// What a plan says of itself, which its check has held against an own count.
    pub fn of(plan: &Plan, audience: Audience) -> Self {
        let level = |level: &GoalLevel| Level {
            goal: level.goal,
            value_and_bound: audience.sees_students().then_some((level.value, level.bound)),
            gap_thousandths: level.gap_thousandths(),
        };
        Self { status: plan.status, levels: plan.goals.iter().flatten().map(level).collect() }
    }

    /// The widest gap of all levels, in thousandths of a percent.
    pub fn widest_gap(&self) -> Option<i64> {
        self.levels.iter().map(|level| level.gap_thousandths).max()
    }
}
