//! How good the plans and paths of a batch are proven to be.

use super::Comparison;
use crate::disclosure::ScenarioDisclosure;
use crate::plan::WHOLE_GAP_THOUSANDTHS;
use crate::scenarios::batch::Distribution;
use crate::scenarios::batch::answers::StoppedSearches;
use crate::{message, text};

impl Comparison<'_> {
    /// A sentence for each scenario whose paths have points that may be seen: whether they are the best, or how far they
    /// may be from that. Of others one for each whose searches were stopped, and what that is a limit to.
    pub(super) fn proofs(&self) -> Vec<String> {
        let scenarios = self.disclosed.scenarios.iter();
        let mut sentences: Vec<String> = scenarios.filter_map(|one| self.proof(one)).collect();
        let stopped = &self.disclosed.answers.stopped;
        if sentences.is_empty() {
            sentences.extend(stopped.iter().map(|one| self.stopped(one)));
        }
        if !stopped.is_empty() {
            sentences.push(text!(self.language, "comparison-stopped-holds"));
        }
        sentences
    }

    /// That searches of a scenario were stopped, and how much better they could have found.
    fn stopped(&self, one: &StoppedSearches) -> String {
        let language = self.language;
        let scenario = self.quoted(&one.scenario);
        let often = if self.has_draws() {
            self.how_often(one.runs, one.of_runs)
        } else {
            message!("comparison-stopped-once")
        };
        let stopped = if one.gap_percent.scaled < WHOLE_GAP_THOUSANDTHS {
            let gap = language.gap(one.gap_percent.scaled);
            message!("comparison-stopped", scenario = scenario, often = often, gap = gap)
        } else {
            message!("comparison-stopped-unproven", scenario = scenario, often = often)
        };
        let reference = self.disclosed.reference;
        let uncertain = if one.scenario == reference {
            message!("comparison-stopped-reference")
        } else {
            message!("comparison-stopped-uncertain", reference = self.quoted(reference))
        };
        [stopped, uncertain].map(|sentence| sentence.in_language(language)).join(" ")
    }

    fn proof(&self, scenario: &ScenarioDisclosure) -> Option<String> {
        let of = |name: &str| scenario.figure(name).whole().map(|of| &of.values);
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
