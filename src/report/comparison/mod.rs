//! A batch on a terminal: its scenarios side by side, and what a memo says of them.

mod answers;
mod binding;
mod headlines;
mod tables;

use std::collections::BTreeMap;

use super::language::Language;
use crate::batch::{ScenarioSummary, Summary};
use crate::scenario::Batch;

/// A batch in tables of at most 100 columns, and in sentences.
pub fn comparison(batch: &Batch, summary: &Summary, language: Language) -> String {
    let telling = Telling { batch, summary, language, titles: titles(&summary.scenarios) };
    let parts = [telling.opening(), telling.tables(), telling.sentences()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

/// By nearest rank, of fewer values than this the 5th and 95th percentiles are the least and greatest.
const FEW_DRAWS: i64 = 20;

/// What is told, and in which language.
struct Telling<'a> {
    batch: &'a Batch,
    summary: &'a Summary,
    language: Language,
    titles: BTreeMap<&'a str, String>,
}

/// What people call the scenarios, by id; with the id behind it where several have the same title.
fn titles(scenarios: &[ScenarioSummary]) -> BTreeMap<&str, String> {
    let mut number = BTreeMap::<&str, usize>::new();
    for scenario in scenarios {
        *number.entry(&scenario.title).or_default() += 1;
    }
    let title = |one: &ScenarioSummary| match number[one.title.as_str()] {
        1 => one.title.clone(),
        _ => format!("{} ({})", one.title, one.id),
    };
    scenarios.iter().map(|one| (one.id.as_str(), title(one))).collect()
}

impl Telling<'_> {
    fn opening(&self) -> String {
        let language = self.language;
        let reference = self.quoted(&self.summary.reference);
        let scenarios = language.whole(self.summary.scenarios.len() as i64);
        let Some(draws) = self.summary.draws else {
            return match language {
                Language::Dutch => {
                    format!("Scenario's: {scenarios}, vergeleken met {reference}.\n")
                }
                Language::English => {
                    format!("Scenarios: {scenarios}, compared with {reference}.\n")
                }
            };
        };
        let lie = match (language, self.has_few_draws()) {
            (Language::Dutch, true) => "waar alle trekkingen liggen",
            (Language::Dutch, false) => "waar 90% van de trekkingen ligt",
            (Language::English, true) => "all draws lie",
            (Language::English, false) => "90% of the draws lie",
        };
        let draws = language.whole(draws);
        match language {
            Language::Dutch => format!(
                "Scenario's: {scenarios}, vergeleken met {reference}; trekkingen per scenario: \
                 {draws}.\nVerschillen zijn per trekking genomen; tussen haken staat {lie}.\n"
            ),
            Language::English => format!(
                "Scenarios: {scenarios}, compared with {reference}; draws per scenario: {draws}.\n\
                 Differences are taken draw by draw; {lie} within the brackets.\n"
            ),
        }
    }

    fn sentences(&self) -> String {
        let answers = &self.summary.answers;
        let headlines = self.summary.scenarios.iter().filter_map(|one| self.headline(one));
        let bottlenecks = answers.bottlenecks.iter().map(|binding| self.bottleneck(binding));
        let break_even = answers.break_even.iter().filter_map(|one| self.break_even(one));
        let failures = answers.failures.iter().map(|failure| self.failure(failure));
        let groups = [
            headlines.collect(),
            self.robust_sites(&answers.robust_sites),
            bottlenecks.collect(),
            break_even.collect(),
            self.dominance(&answers.dominance),
            failures.collect::<Vec<String>>(),
        ];
        let groups = groups.into_iter().filter(|group| !group.is_empty());
        let groups: Vec<String> = groups.map(|group| group.join("\n") + "\n").collect();
        groups.join("\n")
    }

    /// What people call a scenario.
    fn title<'a>(&'a self, scenario: &'a str) -> &'a str {
        self.titles.get(scenario).map_or(scenario, String::as_str)
    }

    /// What people call a scenario, in the midst of a sentence.
    fn quoted(&self, scenario: &str) -> String {
        format!("“{}”", self.title(scenario))
    }

    /// What people call a board, school or cluster, with the id behind it.
    fn name(&self, id: &str) -> String {
        let name = self.batch.name(id);
        if name == id { id.to_owned() } else { format!("{name} ({id})") }
    }

    /// Schools by name.
    fn names<'a>(&self, ids: impl Iterator<Item = &'a str>) -> String {
        self.language.list(&ids.map(|id| self.name(id)).collect::<Vec<_>>())
    }

    /// Whether there are so few draws that between the 5th and the 95th percentile lie all.
    fn has_few_draws(&self) -> bool {
        self.summary.draws.is_some_and(|draws| draws < FEW_DRAWS)
    }

    /// Whether scenarios are repeated.
    fn has_draws(&self) -> bool {
        self.summary.draws.is_some()
    }
}

#[cfg(test)]
mod tests;
