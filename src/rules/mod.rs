//! The rules: one file each, and a rulebook that lists them.
//!
//! A rule is a plain struct that is its own settings. It refuses pairs (`admit`),
//! prices them (`price`), binds a whole (`formulate`), and judges a finished plan
//! from the instance alone (`assess`). The trait has no default bodies: where a
//! rule has nothing to say, its file says so.

pub mod admission;
pub mod board_share;
pub mod budget;
pub mod card;
pub mod cluster_size;
pub mod concept;
pub mod continuity;
pub mod denomination;
pub mod exclusion;
pub mod fixed;
pub mod forming;
pub mod goals;
pub mod interprofessional;
pub mod meeting_day;
pub mod placement;
pub mod places;
mod rulebook;
pub mod school_minimum;
pub mod shell;
pub mod spread;
pub mod travel;
pub mod variety;
pub mod wishes;
pub mod year_mix;

use crate::base::Points;
use crate::input::errors::InputErrors;
use crate::instance::Instance;
use crate::model::formulation::{Draft, Label, Names};
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::{Conventions, Placing, Tally};

pub use card::{Card, Effect, Switch};
pub use cluster_size::Sizes;
pub use rulebook::*;

/// Why a rule refuses a pair, in one sentence. Nearly all refusals only take a pair away and are
/// never read, so the sentence is written when someone asks for it.
pub struct Refusal<'a>(Box<dyn Fn() -> String + 'a>);

impl<'a> Refusal<'a> {
    /// A refusal, and how to write its sentence.
    pub fn new(sentence: impl Fn() -> String + 'a) -> Self {
        Self(Box::new(sentence))
    }

    /// The sentence.
    pub fn sentence(&self) -> String {
        (self.0)()
    }
}

impl std::fmt::Debug for Refusal<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Refusal").field(&self.sentence()).finish()
    }
}

/// What a rule does; see the module for who asks what.
pub trait Rule: std::fmt::Debug + Send + Sync {
    /// What the rule says, for people.
    fn card(&self) -> &'static Card;

    /// Collects what is wrong with the settings, alone or against the instance.
    fn validate(&self, instance: &Instance, conventions: &Conventions, errors: &mut InputErrors);

    /// May this student be placed at this school in this setting?
    ///
    /// # Errors
    /// The refusal, where not.
    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>>;

    /// What this pair costs per student. For a pair that the rule refuses: what it costs where
    /// the planner overrides the refusal.
    fn price(&self, placing: &Placing) -> Points;

    /// Writes the rows and terms of a rule that binds a whole.
    fn formulate(&self, draft: &mut Draft);

    /// What a demand that this rule wrote asks, by its label: for explaining which rules clash.
    fn demand_in_words(&self, names: &Names, label: &Label) -> String;

    /// Judges a finished plan: breaches, and the cost counted again.
    fn assess(&self, tally: &Tally, assessment: &mut Assessment);
}

/// Judges every placement by the rule's own `admit` and `price`: the whole of `assess` for rules
/// that only refuse and price pairs.
fn assess_placings(rule: &dyn Rule, tally: &Tally, assessment: &mut Assessment) {
    let id = rule.card().id;
    for (placement, placing, count) in tally.placings() {
        if let Err(refusal) = rule.admit(&placing) {
            if tally.conventions.locked(placing.student(), placing.school_id) {
                assessment
                    .overridden
                    .push(crate::plan::assessment::Overridden { rule: id, placement });
            } else {
                assessment.breach(id, refusal.sentence());
            }
        }
        assessment.charge(id, Charged::Placement(placement), rule.price(&placing) * count);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::cards;

    #[test]
    fn every_rule_says_what_it_is() {
        for card in cards() {
            for text in [card.title, card.statement, card.formula, card.source] {
                assert!(!text.trim().is_empty(), "{card:?}");
            }
            assert!(!card.effects.is_empty(), "{card:?}");
        }
    }

    #[test]
    fn every_rule_has_examples_and_a_twin_beside_it() {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
        for card in cards() {
            let file = rules.join(card.id).with_extension("rs");
            let mut text = std::fs::read_to_string(&file).unwrap();
            assert!(text.contains("\n#[cfg(test)]\nmod tests"), "{} has no tests", card.id);
            if text.contains("\nmod tests;") {
                text = std::fs::read_to_string(rules.join(card.id).join("tests.rs")).unwrap();
            }
            assert!(text.contains("twin("), "{} has no twin", card.id);
            let examples = text.matches("#[test]").count() - 1;
            assert!(examples >= 2, "{} has {examples} tests besides its twin", card.id);
        }
    }
}
