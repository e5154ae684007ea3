//! What is said of a rule: the rulebook, the README's table and a report's legend are made of it.

use crate::model::formulation::{Label, Subject};

/// What a rule does to a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// It refuses student–school–day pairs.
    Refuses,
    /// It prices such pairs.
    Prices,
    /// It binds a whole: a school, a cluster, a board, the plan.
    Binds,
}

impl Effect {
    /// The effect as a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Refuses => "refuses",
            Self::Prices => "prices",
            Self::Binds => "binds",
        }
    }
}

/// Whether a rule is in force where an instance says nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Switch {
    /// It cannot be switched off.
    Always,
    /// It is in force unless it is `false`.
    On,
    /// It is in force only where it is given settings, `{}` at the least.
    Off,
}

/// A rule, for people.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Card {
    /// Its id, as under `rules` in an instance.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What it says, in plain words.
    pub statement: &'static str,
    /// What it means, as a formula in the terms of ARCHITECTURE.md.
    pub formula: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// What it does.
    pub effects: &'static [Effect],
    /// Whether it is in force by default.
    pub switch: Switch,
}

impl Card {
    /// The label of a variable or row of this rule.
    pub const fn label(&self, kind: &'static str, subject: Subject) -> Label {
        Label { rule: self.id, kind, subject }
    }
}
