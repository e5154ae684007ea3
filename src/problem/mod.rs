//! The question: an instance under its rules, and what one may ask of it.

mod formulate;
mod funnel;
mod sieve;

use crate::assessment::Assessment;
use crate::assignment::Assignment;
use crate::candidates::{Conventions, Tally};
use crate::input_errors::InputErrors;
use crate::instance::Instance;
use crate::rules::Rulebook;

pub use funnel::{Funnel, Remaining};
pub use sieve::MOST_PAIRS;

/// An instance under its rules.
#[derive(Debug)]
pub struct Problem {
    /// The facts.
    pub instance: Instance,
    /// The rules.
    pub rulebook: Rulebook,
    /// What the rules know of each other.
    pub conventions: Conventions,
}

impl Problem {
    /// An instance under rules that fit it.
    ///
    /// # Errors
    /// Everything that a rule finds wrong with its settings or with the instance.
    pub fn new(instance: Instance, rulebook: Rulebook) -> Result<Self, InputErrors> {
        let conventions = rulebook.conventions();
        let mut errors = InputErrors::default();
        for rule in rulebook.rules() {
            rule.validate(&instance, &conventions, &mut errors);
        }
        errors.into_result(Self { instance, rulebook, conventions })
    }

    /// A plan, counted.
    pub fn tally<'a>(&'a self, assignment: &'a Assignment) -> Tally<'a> {
        Tally::new(&self.instance, self.conventions, assignment)
    }

    /// What all rules say of a plan. Whether it is a plan at all, [`verify`](crate::verify) says.
    pub fn assess(&self, tally: &Tally) -> Assessment {
        let mut assessment = Assessment::default();
        for rule in self.rulebook.rules() {
            rule.assess(tally, &mut assessment);
        }
        assessment
    }
}
