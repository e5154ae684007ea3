//! How good the paths of a batch are proven to be.

use super::Comparison;
use crate::disclosure::{DisclosedFigure, ScenarioDisclosure};
use crate::message;
use crate::plan::WHOLE_GAP_THOUSANDTHS;
use crate::scenarios::batch::Distribution;

impl Comparison<'_> {
    /// A sentence for each scenario whose paths have points that may be seen: whether they are the best, or how far they
    /// may be from that.
    pub(super) fn proofs(&self) -> Vec<String> {
        self.disclosed.scenarios.iter().filter_map(|one| self.proof(one)).collect()
    }

    fn proof(&self, scenario: &ScenarioDisclosure) -> Option<String> {
        let of = |name: &str| match scenario.figure(name) {
            DisclosedFigure::Whole(statistics) => Some(&statistics.values),
            DisclosedFigure::Within(_) | DisclosedFigure::Absent => None,
        };
        let title = self.title(&scenario.summary.id);
        let whole = |values: &Distribution| values.mean(0);
        let points = whole(of("path_points")?);
        let gap = of("path_gap_percent").filter(|gap| gap.greatest.scaled < WHOLE_GAP_THOUSANDTHS);
        let (Some(bound), Some(gap)) = (of("path_bound_points"), gap) else {
            let unproven = message!("comparison-path-unproven", title = title, points = points);
            return Some(unproven.in_language(self.language));
        };
        let greatest = gap.greatest.scaled;
        let sentence = match (greatest, self.has_draws()) {
            (0, false) => message!("comparison-path-proven", title = title, points = points),
            (0, true) => message!("comparison-path-proven-draws", title = title, points = points),
            (greatest, false) => message!(
                "comparison-path-gap",
                title = title,
                points = points,
                bound = whole(bound),
                gap = self.language.gap(greatest)
            ),
            (greatest, true) => message!(
                "comparison-path-gap-draws",
                title = title,
                points = points,
                gap = self.language.gap(greatest)
            ),
        };
        Some(sentence.in_language(self.language))
    }
}
