//! Sentences about how good a plan is.

use crate::base::capitalised;
use crate::disclosure::{LevelQuality, Quality};
use crate::plan::Status;
use crate::text;
use crate::texts::Language;

/// The gap, in thousandths of a percent, at which a bound says nothing.
const ALL_OF_IT: i64 = 100_000;

impl Language {
    /// How good a plan is: a sentence about the whole, then one per goal level.
    pub fn quality(self, quality: &Quality) -> Vec<String> {
        let mut sentences = vec![self.status(quality)];
        sentences.extend(quality.levels.iter().filter_map(|level| self.level(level)));
        sentences.push(text!(self, "quality-checked"));
        sentences
    }

    fn status(self, quality: &Quality) -> String {
        match (quality.status, quality.widest_gap()) {
            (Some(Status::Optimal), _) => text!(self, "quality-optimal"),
            (_, None | Some(ALL_OF_IT..)) => text!(self, "quality-unknown"),
            (_, Some(gap)) => text!(self, "quality-gap", gap = self.gap(gap)),
        }
    }

    /// The value of a goal level and its bound; `None` if the value is not disclosed.
    fn level(self, level: &LevelQuality) -> Option<String> {
        let (value, bound) = level.value_and_bound?;
        let goal = capitalised(&self.goal(level.goal));
        Some(if level.gap_thousandths == 0 {
            text!(self, "quality-level-least", goal = goal, value = value)
        } else if level.gap_thousandths >= ALL_OF_IT {
            text!(self, "quality-level-unknown", goal = goal, value = value)
        } else {
            let gap = self.gap(level.gap_thousandths);
            text!(self, "quality-level-gap", goal = goal, value = value, bound = bound, gap = gap)
        })
    }
}
