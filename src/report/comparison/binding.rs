//! The first bottleneck of a scenario.

use super::Comparison;
use crate::message;
use crate::rules::cards;
use crate::scenarios::batch::answers::Binding;
use crate::texts::Message;

impl Comparison<'_> {
    /// The rule that blocks most students, where, and how many students.
    pub fn bottleneck(&self, binding: &Binding) -> String {
        let title = self.title(&binding.scenario);
        let rule = &binding.rule;
        let what = self.what_binds(rule, binding.place.as_deref());
        let count = self.range_of_students(binding.least_students, binding.greatest_students);
        let sentence = if self.has_draws() {
            message!(
                "comparison-bottleneck-in-draws",
                title = title,
                what = what,
                rule = rule,
                count = count,
                often = self.how_often(binding)
            )
        } else {
            message!(
                "comparison-bottleneck",
                title = title,
                what = what,
                rule = rule,
                count = count
            )
        };
        sentence.in_language(self.language)
    }

    fn how_often(&self, binding: &Binding) -> Message {
        let (runs, of) = (binding.runs, binding.of_runs);
        if self.summary.draws == Some(of) {
            message!("comparison-in-draws", runs = runs, of = of)
        } else {
            message!("comparison-in-draws-planned", runs = runs, of = of)
        }
    }

    /// What a rule limits.
    fn what_binds(&self, rule: &str, place: Option<&str>) -> String {
        match place {
            None => everywhere(rule).in_language(self.language),
            Some(place) => self.at_place(rule, place),
        }
    }

    fn at_place(&self, rule: &str, place: &str) -> String {
        let name = self.names(place.split(" + "));
        let card = cards().into_iter().find(|card| card.id == rule);
        // The ids of several schools name a new cluster.
        let of_new = card.filter(|_| place.contains(" + "));
        let message = of_new
            .and_then(|card| card.optional("bottleneck-at-new"))
            .or_else(|| card?.optional("bottleneck-at"));
        match message {
            Some(message) => message.with("name", name).in_language(self.language),
            None => format!("{} ({name})", everywhere(rule).in_language(self.language)),
        }
    }
}

/// What a rule limits if it binds everywhere.
fn everywhere(rule: &str) -> Message {
    let card = cards().into_iter().find(|card| card.id == rule);
    let bottleneck = card.and_then(|card| card.optional("bottleneck"));
    bottleneck.unwrap_or_else(|| message!("comparison-bottleneck-other"))
}
