//! The rules: one file each, and a rulebook that lists them.
//!
//! A rule is a plain struct that is its own settings, with a [`Card`] that has all words about it. Its
//! code has up to three parts, and only those that it needs:
//!
//! - [`Tariff`] refuses and prices pairs of a student and a school;
//! - [`Binding`] writes rows and variables that constrain or price a whole;
//! - `assess` judges a finished plan from the instance alone, independent of the other two.
//!
//! A rule with nothing but a tariff implements [`PairRule`], and its `assess` is provided.

#[doc(hidden)]
pub mod admission;
#[doc(hidden)]
pub mod apart;
#[doc(hidden)]
pub mod board_share;
#[doc(hidden)]
pub mod budget;
pub mod card;
#[doc(hidden)]
pub mod cluster_size;
#[doc(hidden)]
pub mod concept;
#[doc(hidden)]
pub mod continuity;
#[doc(hidden)]
pub mod denomination;
#[doc(hidden)]
pub mod exclusion;
#[doc(hidden)]
pub mod fixed;
#[doc(hidden)]
pub mod forming;
#[doc(hidden)]
pub mod goals;
#[doc(hidden)]
pub mod interprofessional;
#[doc(hidden)]
pub mod meeting_day;
#[doc(hidden)]
pub mod placement;
#[doc(hidden)]
pub mod places;
mod rulebook;
#[doc(hidden)]
pub mod school_minimum;
#[doc(hidden)]
pub mod shell;
#[doc(hidden)]
pub mod spread;
mod student_pairs;
#[doc(hidden)]
pub mod together;
#[doc(hidden)]
pub mod travel;
#[doc(hidden)]
pub mod variety;
#[doc(hidden)]
pub mod wishes;
#[doc(hidden)]
pub mod year_mix;

use crate::base::Points;
use crate::input::errors::{InputErrors, InputWarning};
use crate::instance::{Instance, Student};
use crate::model::formulation::{Label, Names, ProgramDraft};
use crate::plan::assessment::{Assessment, Charged, Overridden};
use crate::plan::{Conventions, Placing, Tally};
use crate::texts::Message;

pub use card::{Card, RuleEffect, RulePart, Switch};
pub use cluster_size::Sizes;
pub use rulebook::*;

/// Why a rule refuses a pair. Most refusals only remove a pair and are never shown, so the sentence is
/// written on demand.
pub struct Refusal<'a>(Box<dyn Fn() -> Message + 'a>);

impl<'a> Refusal<'a> {
    /// A refusal and the function that writes its sentence.
    pub fn new(message: impl Fn() -> Message + 'a) -> Self {
        Self(Box::new(message))
    }

    /// A refusal whose sentence, under this key of the card, names the student and the school.
    pub fn of_pair(card: &'static Card, key: &'static str, placing: &'a Placing) -> Self {
        Self::new(move || {
            let message = card.message(key).with("student", &placing.student().id);
            message.with("school", &placing.school().id)
        })
    }

    /// Why the pair is refused.
    pub fn message(&self) -> Message {
        (self.0)()
    }
}

impl std::fmt::Debug for Refusal<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Refusal").field(&self.message()).finish()
    }
}

/// A rule with its settings.
pub trait Rule: std::fmt::Debug + Send + Sync {
    /// What the rule is, for people.
    fn card(&self) -> &'static Card;

    /// The part that refuses and prices pairs; `None` if the rule has none.
    fn tariff(&self) -> Option<&dyn Tariff> {
        None
    }

    /// The part that writes into the integer program; `None` if the rule has none.
    fn binding(&self) -> Option<&dyn Binding> {
        None
    }

    /// Collects errors in the settings, alone or against the instance. Most settings have no more to
    /// check than their types do.
    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    /// Collects settings that are allowed and yet probably a mistake.
    fn warn(&self, _: &mut Vec<InputWarning>) {}

    /// Judges a finished plan: adds breaches, and the points counted again from the plan.
    fn assess(&self, tally: &Tally, assessment: &mut Assessment);
}

/// How a rule judges placing one student at one school, in a cluster that meets on some day or in the
/// shell.
pub trait Tariff: std::fmt::Debug + Send + Sync {
    /// Whether the rule refuses this student any school: false spares a walk over all schools. A rule that does not
    /// know from the student alone says true.
    fn may_refuse(&self, _: &Student) -> bool {
        true
    }

    /// Whether the pair may be part of a plan.
    ///
    /// # Errors
    /// The refusal, if it may not.
    fn admit<'a>(&'a self, _: &'a Placing) -> Result<(), Refusal<'a>> {
        Ok(())
    }

    /// The points that the pair costs per student. A pair that the rule refuses has a price too: it
    /// is charged if the planner overrides the refusal.
    fn price(&self, _: &Placing) -> Points {
        Points::ZERO
    }
}

/// What a rule demands of a whole: a school, a cluster, a board, the plan.
pub trait Binding: Rule {
    /// Adds the rule's variables, rows and terms to the program.
    fn formulate(&self, draft: &mut ProgramDraft);

    /// What a row written with `draft.demand` demands, by its label: for explaining which demands
    /// clash. A rule without such rows needs no words for them.
    fn demand_in_words(&self, _: &Names, _: &Label) -> Message {
        self.card().statement()
    }
}

/// A rule that does nothing but refuse and price pairs: its tariff says all, also of a finished plan.
pub trait PairRule: Tariff {
    /// What the rule is, for people.
    fn card() -> &'static Card
    where
        Self: Sized;
}

impl<R: PairRule> Rule for R {
    fn card(&self) -> &'static Card {
        <R as PairRule>::card()
    }

    fn tariff(&self) -> Option<&dyn Tariff> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        let rule = <R as PairRule>::card().id;
        for (placement, placing, count) in tally.placings() {
            if let Err(refusal) = self.admit(&placing) {
                // The planner's `fixed` overrides any refusal; the price is charged all the same.
                if tally.conventions.locked(placing.student(), placing.school_id) {
                    assessment.overridden.push(Overridden { rule, placement });
                } else {
                    assessment.breach(rule, refusal.message());
                }
            }
            assessment.charge(rule, Charged::Placement(placement), self.price(&placing) * count);
        }
    }
}

#[cfg(test)]
mod tests;
