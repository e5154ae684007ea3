//! The proven quality of a plan, as disclosed.

use super::audience::Audience;
use crate::instance::Goal;
use crate::plan::{GoalLevel, Plan, Status};

/// The proven quality of a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quality {
    /// How the search ended; `None` if the plan does not state it.
    pub status: Option<Status>,
    /// Goal levels in order.
    pub levels: Vec<LevelQuality>,
}

/// The proven quality at one goal level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LevelQuality {
    /// The goal that the level minimises.
    pub goal: Goal,
    /// Value and bound, for planners only: they could reveal a few students.
    pub value_and_bound: Option<(i64, i64)>,
    /// Gap in thousandths of a percent, rounded up, so 0 means optimal.
    pub gap_thousandths: i64,
}

impl Quality {
    /// Discloses what a verified plan states about its quality.
    pub fn of(plan: &Plan, audience: Audience) -> Self {
        let level = |level: &GoalLevel| LevelQuality {
            goal: level.goal,
            value_and_bound: audience.sees_students().then_some((level.value, level.bound)),
            gap_thousandths: level.gap_thousandths(),
        };
        Self { status: plan.status, levels: plan.goals.iter().flatten().map(level).collect() }
    }

    /// The widest gap of all levels, in thousandths of a percent; `None` without levels.
    pub fn widest_gap(&self) -> Option<i64> {
        self.levels.iter().map(|level| level.gap_thousandths).max()
    }
}
