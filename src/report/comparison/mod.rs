//! A batch on a terminal: its scenarios side by side, and what a memo says of them.

mod answers;
mod binding;
mod headlines;
pub(super) mod tables;

use std::collections::BTreeMap;

use crate::disclosure::SMALLEST_GROUP;
use crate::scenarios::Batch;
use crate::scenarios::batch::{ScenarioSummary, Summary};
use crate::texts::Language;

/// A batch in tables of at most 100 columns, and in sentences.
pub fn comparison(batch: &Batch, summary: &Summary, language: Language) -> String {
    let telling = Telling::new(batch, summary, language);
    let parts = [telling.opening(), telling.tables(), telling.sentences()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

/// What a memo says of a batch, for anyone: groups of students smaller than five are not told.
pub struct Memo {
    /// What is compared with what.
    pub opening: String,
    /// Sentences on each subject.
    pub groups: Vec<Vec<String>>,
}

impl Memo {
    /// What there is to say.
    pub fn new(batch: &Batch, summary: &Summary, language: Language) -> Self {
        let telling = Telling { for_anyone: true, ..Telling::new(batch, summary, language) };
        Self { opening: telling.opening(), groups: telling.groups() }
    }
}

/// By nearest rank, of fewer values than this the 5th and 95th percentiles are the least and greatest.
pub const FEW_DRAWS: i64 = 20;

/// What is told, and in which language.
struct Telling<'a> {
    batch: &'a Batch,
    summary: &'a Summary,
    language: Language,
    titles: BTreeMap<&'a str, String>,
    /// Whether small groups of students, and reasons that could name a student, are kept back.
    for_anyone: bool,
}

/// What people call the scenarios, by id; with the id behind it where several have the same title.
pub fn titles(scenarios: &[ScenarioSummary]) -> BTreeMap<&str, String> {
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

impl<'a> Telling<'a> {
    fn new(batch: &'a Batch, summary: &'a Summary, language: Language) -> Self {
        let titles = titles(&summary.scenarios);
        Self { batch, summary, language, titles, for_anyone: false }
    }
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
        let groups: Vec<String> =
            self.groups().into_iter().map(|group| group.join("\n") + "\n").collect();
        groups.join("\n")
    }

    /// The sentences on each subject on which there is something to say.
    fn groups(&self) -> Vec<Vec<String>> {
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
        groups.into_iter().filter(|group| !group.is_empty()).collect()
    }

    /// Between so many and so many students, in figures.
    fn range_of_students(&self, least: i64, greatest: i64) -> String {
        let few = |number: i64| self.for_anyone && (1..SMALLEST_GROUP).contains(&number);
        let fewer = self.language.choose("minder dan", "fewer than");
        match (few(least), few(greatest)) {
            (_, true) => format!("{fewer} {SMALLEST_GROUP}"),
            (true, false) => {
                let most = self.language.whole(greatest);
                format!("{} {most}", self.language.choose("hoogstens", "at most"))
            }
            (false, false) => self.language.range(least, greatest),
        }
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
