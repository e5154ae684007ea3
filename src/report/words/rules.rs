//! Names and statements of rules, from their cards.

use crate::rules::card;
use crate::texts::Language;

impl Language {
    /// The name of a rule; empty if there is no such rule.
    pub fn rule_title(self, rule: &str) -> String {
        card(rule).map_or_else(String::new, |card| card.title().in_language(self))
    }

    /// What a rule says, in plain words; empty if there is no such rule.
    pub fn rule_statement(self, rule: &str) -> String {
        card(rule).map_or_else(String::new, |card| card.statement().in_language(self))
    }
}
