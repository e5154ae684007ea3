//! A batch with everything that its page needs.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Decimal;
use crate::disclosure::{BatchDisclosure, ScenarioDisclosure};
use crate::report::comparison::tables::FigureFormat;
use crate::report::comparison::{FEW_DRAWS, titles};
use crate::scenarios::batch::Distribution;
use crate::texts::Language;

/// A batch with everything that its page needs.
pub struct Batched<'a> {
    pub(super) disclosed: &'a BatchDisclosure<'a>,
    pub(super) language: Language,
    titles: BTreeMap<&'a str, String>,
    compared: BTreeSet<&'a str>,
    dominated: BTreeSet<&'a str>,
}

impl<'a> Batched<'a> {
    pub(super) fn new(disclosed: &'a BatchDisclosure<'a>, language: Language) -> Self {
        let dominance = &disclosed.answers.dominance;
        Self {
            disclosed,
            language,
            titles: titles(&disclosed.scenarios),
            compared: dominance.compared.iter().map(String::as_str).collect(),
            dominated: dominance.dominated.iter().map(|one| one.scenario.as_str()).collect(),
        }
    }

    pub(super) fn title<'b>(&'b self, scenario: &'b ScenarioDisclosure) -> &'b str {
        self.title_of(&scenario.summary.id)
    }

    pub(super) fn title_of<'b>(&'b self, scenario: &'b str) -> &'b str {
        self.titles.get(scenario).map_or(scenario, String::as_str)
    }

    pub(super) fn is_reference(&self, scenario: &ScenarioDisclosure) -> bool {
        scenario.summary.id == self.disclosed.reference
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
        self.disclosed.draws.is_some()
    }

    pub(super) fn few_draws(&self) -> bool {
        self.disclosed.draws.is_some_and(|draws| draws < FEW_DRAWS)
    }

    /// The mean of a figure, in its unit.
    pub(super) fn mean(&self, values: &Distribution, unit: FigureFormat) -> Decimal {
        unit.converted(values).mean(unit.decimals_of_mean(self.draws()))
    }
}
