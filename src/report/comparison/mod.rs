//! The scenarios of a batch side by side on a terminal, with sentences for a memo.

mod answers;
mod binding;
pub(super) mod bounds;
mod changes;
mod headlines;
mod proofs;
pub(super) mod tables;

use std::collections::BTreeMap;

use crate::disclosure::{BatchDisclosure, SMALLEST_GROUP, ScenarioDisclosure, UNLIMITED};
use crate::texts::{Argument, Language};
use crate::{message, text};

/// A batch in tables of at most 100 columns, and in sentences.
pub fn comparison(disclosed: &BatchDisclosure, language: Language) -> String {
    let comparison = Comparison::new(disclosed, language);
    let parts = [comparison.opening(), comparison.tables(), comparison.sentences()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

/// The sentences about a batch.
pub struct Memo {
    /// How many scenarios are compared, and with which one.
    pub opening: String,
    /// Sentences grouped by subject.
    pub groups: Vec<Vec<String>>,
}

impl Memo {
    /// The memo of a batch.
    pub fn new(disclosed: &BatchDisclosure, language: Language) -> Self {
        let comparison = Comparison::new(disclosed, language);
        Self { opening: comparison.opening(), groups: comparison.groups() }
    }
}

/// With fewer draws than this the 5th and 95th percentiles (by nearest rank) are the least and greatest
/// values.
pub const FEW_DRAWS: i64 = 20;

/// A batch to be described, in a language.
struct Comparison<'a> {
    disclosed: &'a BatchDisclosure<'a>,
    language: Language,
    titles: BTreeMap<&'a str, String>,
}

/// The titles of scenarios, by id. Equal titles are followed by the id.
pub fn titles(scenarios: &[ScenarioDisclosure]) -> BTreeMap<&str, String> {
    let scenarios = || scenarios.iter().map(|one| &one.summary);
    let mut number = BTreeMap::<&str, usize>::new();
    for scenario in scenarios() {
        *number.entry(&scenario.title).or_default() += 1;
    }
    let titles = scenarios().map(|one| {
        let title = match number[one.title.as_str()] {
            1 => one.title.clone(),
            _ => format!("{} ({})", one.title, one.id),
        };
        (one.id.as_str(), title)
    });
    titles.collect()
}

impl<'a> Comparison<'a> {
    fn new(disclosed: &'a BatchDisclosure<'a>, language: Language) -> Self {
        Self { disclosed, language, titles: titles(&disclosed.scenarios) }
    }
}

impl Comparison<'_> {
    fn opening(&self) -> String {
        let opening = self.of_batch();
        if !self.disclosed.batch.is_of_paths() {
            return opening;
        }
        opening + &text!(self.language, "comparison-opening-paths") + "\n"
    }

    /// How many scenarios and draws there are.
    fn of_batch(&self) -> String {
        let language = self.language;
        let reference = self.quoted(self.disclosed.reference);
        let scenarios = self.disclosed.scenarios.len();
        let Some(draws) = self.disclosed.draws else {
            let opening =
                text!(language, "comparison-opening", scenarios = scenarios, reference = reference);
            return opening + "\n";
        };
        let opening = text!(
            language,
            "comparison-opening-draws",
            scenarios = scenarios,
            reference = reference,
            draws = draws
        );
        let brackets = if self.has_few_draws() {
            text!(language, "comparison-brackets-all")
        } else {
            text!(language, "comparison-brackets-90")
        };
        format!("{opening}\n{brackets}\n")
    }

    fn sentences(&self) -> String {
        let groups: Vec<String> =
            self.groups().into_iter().map(|group| group.join("\n") + "\n").collect();
        groups.join("\n")
    }

    /// The sentences on each subject, without subjects on which there are none.
    fn groups(&self) -> Vec<Vec<String>> {
        let answers = &self.disclosed.answers;
        let of_paths = self.disclosed.batch.is_of_paths();
        let last_year = of_paths.then(|| text!(self.language, "comparison-last-year"));
        let headlines = self.disclosed.scenarios.iter().filter_map(|one| self.headline(one));
        let headlines = last_year.into_iter().chain(headlines);
        let unchanged = answers.unchanged.iter().map(|one| self.unchanged(one));
        let extra_cost = answers.extra_cost.iter().map(|one| self.extra_cost(one));
        let break_even = answers.break_even.iter().filter_map(|one| self.break_even(one));
        let failures = answers.failures.iter().map(|failure| self.failure(failure));
        let groups = [
            headlines.collect(),
            self.proofs(),
            self.robust_sites(&answers.robust_sites),
            self.bottlenecks(&answers.bottlenecks),
            unchanged.collect(),
            break_even.collect(),
            extra_cost.collect(),
            self.dominance(&answers.dominance),
            failures.collect::<Vec<String>>(),
        ];
        groups.into_iter().filter(|group| !group.is_empty()).collect()
    }

    /// A number of students between two bounds. A single number chooses the plural of a text.
    fn range_of_students(&self, least: i64, greatest: i64) -> Argument {
        let is_public = !self.disclosed.audience.sees_students();
        let is_few = is_public && greatest < SMALLEST_GROUP;
        match (least, greatest) {
            (least, greatest) if least == greatest => greatest.into(),
            // Whether anyone is left out in some run is not disclosed.
            (0, greatest) if is_public && greatest < UNLIMITED => {
                message!("amount-at-most", amount = greatest).into()
            }
            _ if is_few => message!("amount-fewer-than", amount = SMALLEST_GROUP).into(),
            (least, UNLIMITED) => message!("amount-at-least", amount = least).into(),
            _ => message!("amount-range", least = least, greatest = greatest).into(),
        }
    }

    fn title<'a>(&'a self, scenario: &'a str) -> &'a str {
        self.titles.get(scenario).map_or(scenario, String::as_str)
    }

    /// The title of a scenario within a sentence.
    fn quoted(&self, scenario: &str) -> String {
        format!("“{}”", self.title(scenario))
    }

    /// The name of a board, school or cluster, followed by its id.
    fn name(&self, id: &str) -> String {
        let name = self.disclosed.batch.name(id);
        if name == id { id.to_owned() } else { format!("{name} ({id})") }
    }

    /// A list of names in words.
    fn names<'a>(&self, ids: impl Iterator<Item = &'a str>) -> String {
        self.language.list(&ids.map(|id| self.name(id)).collect::<Vec<_>>())
    }

    /// Whether all draws lie between the 5th and the 95th percentile.
    fn has_few_draws(&self) -> bool {
        self.disclosed.draws.is_some_and(|draws| draws < FEW_DRAWS)
    }

    /// Whether every scenario is repeated with other random draws.
    fn has_draws(&self) -> bool {
        self.disclosed.draws.is_some()
    }
}

#[cfg(test)]
mod tests;
