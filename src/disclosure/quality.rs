//! The proven quality of a plan, as disclosed.

use super::audience::Audience;
use super::count::Count;
use crate::instance::Goal;
use crate::plan::{GoalLevel, Plan, Status, WHOLE_GAP_THOUSANDTHS};

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
    /// Gap in thousandths of a percent, rounded up, so 0 means optimal. Of a few students it would say how many they
    /// are: for others than planners it is then rounded up to all.
    pub gap_thousandths: i64,
}

/// The gap of a level as disclosed, in thousandths of a percent; `left_out` is what is disclosed of those left out.
pub fn disclosed_gap(level: &GoalLevel, audience: Audience, left_out: Count) -> i64 {
    // A gap of 33.3% is that of 2 to 3 students, or of 4 to 6.
    let reveals = match level.goal {
        Goal::Unplaced => left_out.exact().is_none(),
        Goal::MeetingDay | Goal::Denomination | Goal::Moves => !audience.sees_students(),
        Goal::LongestJourney
        | Goal::LeximaxJourney(_)
        | Goal::Clusters
        | Goal::Total
        | Goal::Lot => false,
    };
    match level.gap_thousandths() {
        gap if gap > 0 && reveals => WHOLE_GAP_THOUSANDTHS,
        gap => gap,
    }
}

impl Quality {
    /// Discloses what a verified plan states about its quality; `left_out` is what is disclosed of those left out.
    pub fn of(plan: &Plan, audience: Audience, left_out: Count) -> Self {
        let level = |level: &GoalLevel| LevelQuality {
            goal: level.goal,
            value_and_bound: audience.sees_students().then_some((level.value, level.bound)),
            gap_thousandths: disclosed_gap(level, audience, left_out),
        };
        Self { status: plan.status, levels: plan.goals.iter().flatten().map(level).collect() }
    }

    /// The widest gap of all levels, in thousandths of a percent; `None` without levels.
    pub fn widest_gap(&self) -> Option<i64> {
        self.levels.iter().map(|level| level.gap_thousandths).max()
    }
}
