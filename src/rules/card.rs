//! The card of a rule: what it is and does, with every sentence about it in Dutch and English.

use crate::model::formulation::{Label, Subject};
use crate::texts::{Catalogue, Message};

/// What a rule does to a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RuleEffect {
    /// It rules out placing a student at a school, or using a cluster.
    Refuses,
    /// It adds points to the score.
    Prices,
    /// It constrains a whole: a school, a cluster, a board, the plan.
    Binds,
}

impl RuleEffect {
    /// The effect as a word in the rulebook.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Refuses => "refuses",
            Self::Prices => "prices",
            Self::Binds => "binds",
        }
    }
}

/// A part of a rule's code besides `assess`, which every rule has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RulePart {
    /// It refuses or prices pairs of a student and a school: [`Tariff`](super::Tariff).
    Tariff,
    /// It writes rows and variables of the integer program: [`Binding`](super::Binding).
    Binding,
}

/// Whether a rule is in force if an instance does not mention it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Switch {
    /// It cannot be switched off.
    Always,
    /// It is in force unless it is `false`.
    On,
    /// It is in force only if it is given settings; `{}` takes the defaults.
    Off,
}

/// Facts and sentences about a rule, from which the rulebook, reports, letters and refusals are made.
///
/// The keys of `words`, with the arguments that callers fill in:
///
/// | key | what it says | needed by |
/// | --- | --- | --- |
/// | `title`, `statement` | name of the rule; what it says | all |
/// | `lifted` | what follows if the rule is switched off | all that can be |
/// | `bottleneck` | what limits students, if it is this rule | rules that refuse |
/// | `bottleneck-at` (`name`), `bottleneck-at-new` | the same at one school, cluster or board | rules with a capacity |
/// | `demand` | what its refusals amount to, in a list of clashing demands | tariffs that refuse |
/// | `letter` (`count`) | after a number of refused schools, in a letter to a student | rules that refuse |
/// | `letter-unknown` (`count`) | the same where the journey is not known, also in reports | rule `travel` |
/// | `letter-charged` | what is less good about a school, in a letter to a student | some tariffs that price |
/// | `letter-charged-none` | the same where the school meets none of the ranked wishes | rule `wishes` |
/// | `funnel` | after a number of refused schools, in a report | optional |
///
/// All other keys belong to the rule's own code: `refused-…` in `admit`, `demand-…` in
/// `demand_in_words`, `breach-…` in `assess`, `warning-…` in `warn`, `error-…` in `validate`.
#[derive(Debug)]
pub struct Card {
    /// The key of the rule under `rules` in an instance.
    pub id: &'static str,
    /// The rule as a formula in the terms of ARCHITECTURE.md.
    pub formula: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// What the rule does.
    pub effects: &'static [RuleEffect],
    /// The parts of the rule's code.
    pub parts: &'static [RulePart],
    /// Whether the rule is in force by default.
    pub switch: Switch,
    /// Every sentence about the rule, in both languages.
    pub words: Catalogue,
}

impl Card {
    /// The sentence with this key, still without arguments.
    pub const fn message(&'static self, key: &'static str) -> Message {
        self.words.message(key)
    }

    /// The sentence with this key, if the rule has one.
    pub fn optional(&'static self, key: &'static str) -> Option<Message> {
        self.words.has(key).then(|| self.message(key))
    }

    /// The name of the rule.
    pub const fn title(&'static self) -> Message {
        self.message("title")
    }

    /// What the rule says.
    pub const fn statement(&'static self) -> Message {
        self.message("statement")
    }

    /// Whether the rule has this effect.
    pub fn has_effect(&self, effect: RuleEffect) -> bool {
        self.effects.contains(&effect)
    }

    /// Whether the rule's code has this part.
    pub fn has_part(&self, part: RulePart) -> bool {
        self.parts.contains(&part)
    }

    /// The label of a variable or row that the rule writes.
    pub const fn label(&self, kind: &'static str, subject: Subject) -> Label {
        Label { rule: self.id, kind, subject }
    }

    /// The standard keys that the rule's card needs.
    pub fn required_keys(&self) -> Vec<&'static str> {
        let mut keys = vec!["title", "statement"];
        if self.switch != Switch::Always {
            keys.push("lifted");
        }
        if self.has_effect(RuleEffect::Refuses) {
            keys.extend(["bottleneck", "letter"]);
            if self.has_part(RulePart::Tariff) {
                keys.push("demand");
            }
        }
        keys
    }
}
