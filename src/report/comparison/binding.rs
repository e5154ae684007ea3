//! The first bottleneck of a scenario.

use super::Comparison;
use crate::message;
use crate::scenarios::batch::answers::Binding;
use crate::texts::{Language, Message};

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
            None => self.language_of(everywhere(rule)).to_owned(),
            Some(place) => self.at_place(rule, place),
        }
    }

    fn at_place(&self, rule: &str, place: &str) -> String {
        let name = self.names(place.split(" + "));
        let is_new = place.contains(" + ");
        match (self.language, rule) {
            (Language::Dutch, "places") => format!("het aantal plaatsen op {name}"),
            (Language::English, "places") => format!("the number of places at {name}"),
            (Language::Dutch, "cluster_size") if is_new => {
                format!("de maximale grootte van het nieuwe cluster van {name}")
            }
            (Language::English, "cluster_size") if is_new => {
                format!("the largest size of the new cluster of {name}")
            }
            (Language::Dutch, "cluster_size") => format!("de maximale grootte van cluster {name}"),
            (Language::English, "cluster_size") => format!("the largest size of cluster {name}"),
            (Language::Dutch, "forming") => format!("het aantal clusters dat {name} mag hebben"),
            (Language::English, "forming") => {
                format!("the number of clusters that {name} may have")
            }
            (Language::Dutch, "board_share") => {
                format!("het aantal studenten dat {name} ten hoogste opneemt")
            }
            (Language::English, "board_share") => format!("the most students that {name} takes"),
            _ => format!("{} ({name})", self.language_of(everywhere(rule))),
        }
    }

    fn language_of(&self, (dutch, english): (&'static str, &'static str)) -> &'static str {
        self.language.choose(dutch, english)
    }
}

/// What a rule limits if it binds everywhere, in Dutch and English.
fn everywhere(rule: &str) -> (&'static str, &'static str) {
    match rule {
        "places" => ("het aantal plaatsen op scholen", "the number of places at schools"),
        "cluster_size" => ("de maximale grootte van clusters", "the largest size of clusters"),
        "forming" => ("welke clusters gevormd kunnen worden", "which clusters can be formed"),
        "board_share" => (
            "het aantal studenten dat besturen ten hoogste opnemen",
            "the most students that boards take",
        ),
        "meeting_day" => (
            "de dag waarop de leergemeenschap bijeenkomt",
            "the day on which the learning community meets",
        ),
        "denomination" => (
            "de denominatie die studenten als eis stellen",
            "the denomination that students insist on",
        ),
        "travel" => ("de langste enkele reis die mag", "the longest journey that is allowed"),
        "exclusion" => (
            "welke scholen voor studenten zijn uitgesloten",
            "which schools are ruled out for students",
        ),
        "fixed" => {
            ("de school die de planner heeft vastgelegd", "the school that the planner fixed")
        }
        "admission" => (
            "welke opleidingen en leerjaren scholen toelaten",
            "which programmes and years schools take",
        ),
        "variety" => (
            "dat niemand twee keer naar dezelfde school gaat",
            "that nobody goes to the same school twice",
        ),
        _ => ("een andere regel", "another rule"),
    }
}

#[cfg(test)]
mod tests {
    use super::everywhere;
    use crate::rules::{RuleEffect, cards};

    #[test]
    fn every_rule_that_can_bind_a_student_has_words() {
        let refusing = cards().into_iter().filter(|card| card.has_effect(RuleEffect::Refuses));
        let binding = ["places", "cluster_size", "forming", "board_share"];
        for rule in refusing.map(|card| card.id).chain(binding) {
            assert_ne!(everywhere(rule), everywhere(""), "{rule}");
        }
    }
}
