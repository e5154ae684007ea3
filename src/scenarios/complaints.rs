//! What changes find wrong, with the scenario and the place of the change.

use crate::input::errors::{Code, InputErrors, nearest};
use crate::input::{Place, Step};
use crate::texts::Argument;

/// Collects what is wrong with one change of one scenario.
#[derive(Debug)]
pub struct Complaints {
    /// Where the change's settings stand in the batch.
    pub place: Place,
    /// The scenario in which the change is made.
    pub scenario: String,
    /// What is wrong.
    pub errors: InputErrors,
}

impl Complaints {
    /// No complaints yet.
    pub fn new(place: Place, scenario: &str) -> Self {
        Self { place, scenario: scenario.to_owned(), errors: InputErrors::default() }
    }

    /// The place of a key of the settings.
    pub fn key(&self, key: &str) -> Place {
        self.place.key(key)
    }

    /// The place of an element of a list of the settings.
    pub fn element(&self, key: &str, index: usize) -> Place {
        self.place.key(key).then(Step::Index(index))
    }

    /// The place of an id in a list of the settings; of the list, where it is not named there.
    pub fn named(&self, key: &str, list: &[String], id: &str) -> Place {
        let index = list.iter().position(|named| named == id);
        index.map_or_else(|| self.key(key), |index| self.element(key, index))
    }

    /// Adds a problem.
    pub fn add(
        &mut self,
        code: Code,
        place: &Place,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
        advice: impl Into<Argument>,
    ) {
        self.errors.add(code, in_scenario(place, &self.scenario), found, allowed, advice);
    }

    /// Adds that nothing of a kind has an id.
    pub fn unknown<'k>(
        &mut self,
        place: &Place,
        kind: &str,
        id: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let advice = match nearest(id, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("name a {kind} that the instance has when this change is made"),
        };
        let found = format!("{kind} `{id}`, which there is not");
        self.add(Code::UnknownReference, place, found, format!("the id of a {kind}"), advice);
    }

    /// Adds what is wrong with the instance after the change.
    pub fn add_of_instance(&mut self, errors: InputErrors) {
        for mut error in errors.0 {
            error.location = in_instance(&self.place, &self.scenario, &error.location);
            self.errors.0.push(error);
        }
    }

    /// Adds that an id stands twice in a list.
    pub fn twice(&mut self, place: &Place, id: &str) {
        let found = format!("`{id}` for the second time");
        self.add(Code::DuplicateValue, place, found, "each once", "remove one of the two");
    }
}

/// A place in a batch, with the scenario that it is about.
pub fn in_scenario(place: &Place, scenario: &str) -> String {
    format!("{place} (scenario `{scenario}`)")
}

/// A place in the instance as a change in a batch has made it.
pub fn in_instance(change: &Place, scenario: &str, place: &str) -> String {
    format!("{}, in the instance then at {place}", in_scenario(change, scenario))
}
