//! How good a plan is, level by level.

use super::Summary;
use crate::instance::Goal;
use crate::plan::{GoalLevel, Status};
use crate::texts::Message;
use crate::{message, text};

impl Summary<'_> {
    /// How the search ended, the value and bound of each goal level, and the independent check.
    pub fn quality(&self) -> String {
        let status = match self.plan.status {
            Some(Status::Optimal) if self.nobody().is_some() => {
                Some(message!("summary-nobody-proven"))
            }
            Some(Status::Optimal) => Some(message!("summary-optimal")),
            Some(Status::Gap) => Some(message!("summary-gap")),
            Some(Status::TimeLimit) => Some(message!("summary-time-limit")),
            Some(Status::Infeasible) | None => None,
        };
        let mut lines: Vec<String> =
            status.iter().map(|status| status.in_language(self.language)).collect();
        let levels = self.plan.goals.as_deref().unwrap_or_default();
        lines.extend(levels.iter().map(|level| format!("  {}", self.level(level))));
        if self.plan.verified == Some(true) {
            lines.push(text!(self.language, "summary-checked"));
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }

    fn level(&self, level: &GoalLevel) -> String {
        let (value, bound) = (level.value, level.bound);
        let gap = self.language.gap(level.gap_thousandths());
        let level = match (level.goal, value == bound) {
            (Goal::Lot, true) => message!("summary-lots-decided"),
            (Goal::Lot, false) => message!("summary-lots-open", value = value, bound = bound),
            (goal, true) => message!("summary-level-least", what = what(goal, value)),
            (goal @ Goal::LeximaxJourney(_), false) => {
                message!("summary-level-lower", what = what(goal, value), bound = bound, gap = gap)
            }
            (goal, false) => {
                message!("summary-level-fewer", what = what(goal, value), bound = bound, gap = gap)
            }
        };
        level.in_language(self.language)
    }
}

/// The value of a goal in words.
fn what(goal: Goal, count: i64) -> Message {
    match goal {
        Goal::Unplaced => message!("summary-goal-unplaced", count = count),
        Goal::LongestJourney => message!("summary-goal-longest-journey", count = count),
        Goal::LeximaxJourney(rank) => {
            message!("summary-goal-longest-journey-of-rank", rank = rank.get(), count = count)
        }
        Goal::Moves => message!("summary-goal-moves", count = count),
        Goal::MeetingDay => message!("summary-goal-meeting-day", count = count),
        Goal::Denomination => message!("summary-goal-denomination", count = count),
        Goal::Clusters => message!("summary-goal-clusters", count = count),
        Goal::Total => message!("summary-goal-total", count = count),
        Goal::Lot => message!("summary-lots-decided"),
    }
}
