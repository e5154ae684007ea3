//! A batch with everything that its page needs.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::comparison::{FEW_DRAWS, titles};
use crate::scenarios::batch::{ScenarioSummary, Summary};
use crate::texts::Language;

/// A batch with everything that its page needs.
pub struct Batched<'a> {
    pub(super) summary: &'a Summary,
    pub(super) language: Language,
    titles: BTreeMap<&'a str, String>,
    compared: BTreeSet<&'a str>,
    dominated: BTreeSet<&'a str>,
}

impl<'a> Batched<'a> {
    pub(super) fn new(summary: &'a Summary, language: Language) -> Self {
        let dominance = &summary.answers.dominance;
        Self {
            summary,
            language,
            titles: titles(&summary.scenarios),
            compared: dominance.compared.iter().map(String::as_str).collect(),
            dominated: dominance.dominated.iter().map(|one| one.scenario.as_str()).collect(),
        }
    }

    pub(super) fn title<'b>(&'b self, scenario: &'b ScenarioSummary) -> &'b str {
        self.title_of(&scenario.id)
    }

    pub(super) fn title_of<'b>(&'b self, scenario: &'b str) -> &'b str {
        self.titles.get(scenario).map_or(scenario, String::as_str)
    }

    pub(super) fn is_reference(&self, scenario: &ScenarioSummary) -> bool {
        scenario.id == self.summary.reference
    }

    /// Whether dominance was examined for a scenario.
    pub(super) fn is_compared(&self, scenario: &str) -> bool {
        self.compared.contains(scenario)
    }

    /// Whether it was examined and no other scenario dominates it.
    pub(super) fn is_free(&self, scenario: &str) -> bool {
        self.is_compared(scenario) && !self.dominated.contains(scenario)
    }

    pub(super) fn draws(&self) -> bool {
        self.summary.draws.is_some()
    }

    pub(super) fn few_draws(&self) -> bool {
        self.summary.draws.is_some_and(|draws| draws < FEW_DRAWS)
    }
}
