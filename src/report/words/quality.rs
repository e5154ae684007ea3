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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::Goal;

    #[test]
    fn a_bound_that_says_nothing_is_no_proof() {
        let sentences = |gap_thousandths, bound| {
            let value_and_bound = Some((500, bound));
            let levels = vec![LevelQuality { goal: Goal::Total, value_and_bound, gap_thousandths }];
            Language::English
                .quality(&Quality { status: Some(Status::TimeLimit), levels })
                .join(" ")
        };
        let unknown = sentences(100_000, 0);
        assert!(unknown.contains("how good that is, is not known"), "{unknown}");
        assert!(!unknown.contains("100.0%") && !unknown.contains("proven"), "{unknown}");
        let known = sentences(10_000, 450);
        assert!(known.contains("450") && known.contains("10.0%"), "{known}");
    }
}
