//! Errors found while a change is applied, located by scenario and change.

use crate::input::errors::{Code, InputErrors, nearest};
use crate::input::{JsonPath, PathStep};
use crate::message;
use crate::texts::{Argument, Message};

/// Collects the errors of one change of one scenario.
#[derive(Debug)]
pub struct Complaints {
    /// The path of the settings of the change in the batch.
    pub location: JsonPath,
    /// The id of the scenario; empty where the change is in none.
    pub scenario: String,
    /// The errors found so far.
    pub errors: InputErrors,
}

impl Complaints {
    /// A collector without errors.
    pub fn new(location: JsonPath, scenario: &str) -> Self {
        Self { location, scenario: scenario.to_owned(), errors: InputErrors::default() }
    }

    /// The path of a key of the settings.
    pub fn key(&self, key: &str) -> JsonPath {
        self.location.key(key)
    }

    /// The path of an element of a list in the settings.
    pub fn element(&self, key: &str, index: usize) -> JsonPath {
        self.location.key(key).then(PathStep::Index(index))
    }

    /// The path of an id in a list of the settings; of the list itself if it does not name the id.
    pub fn named(&self, key: &str, list: &[String], id: &str) -> JsonPath {
        let index = list.iter().position(|named| named == id);
        index.map_or_else(|| self.key(key), |index| self.element(key, index))
    }

    /// Adds an error at a path in the batch.
    pub fn add(
        &mut self,
        code: Code,
        location: &JsonPath,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
        advice: impl Into<Argument>,
    ) {
        self.errors.add(code, in_scenario(location, &self.scenario), found, allowed, advice);
    }

    /// Adds that nothing of a kind, such as a board, has this id. `kind` is its name in the singular.
    pub fn unknown<'k>(
        &mut self,
        location: &JsonPath,
        kind: &Message,
        id: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let advice = match nearest(id, known) {
            Some(similar) => message!("scenarios-did-you-mean", id = similar),
            None => message!("scenarios-unknown-help", kind = kind),
        };
        let found = message!("scenarios-unknown-found", kind = kind, id = id);
        let allowed = message!("scenarios-unknown-allowed", kind = kind);
        self.add(Code::UnknownReference, location, found, allowed, advice);
    }

    /// Adds errors that were found in the instance as the change leaves it.
    pub fn add_of_instance(&mut self, errors: InputErrors) {
        for mut error in errors.0 {
            error.location = in_instance(&self.location, &self.scenario, &error.location);
            self.errors.0.push(error);
        }
    }

    /// Adds that a list names an id twice.
    pub fn twice(&mut self, location: &JsonPath, id: &str) {
        let found = message!("scenarios-twice-found", id = id);
        let (allowed, help) =
            (message!("scenarios-twice-allowed"), message!("common-remove-one-of-two"));
        self.add(Code::DuplicateValue, location, found, allowed, help);
    }
}

/// The location of a path in a batch, with the scenario that it is about.
pub fn in_scenario(location: &JsonPath, scenario: &str) -> String {
    if scenario.is_empty() {
        location.to_string()
    } else {
        format!("{location} (scenario `{scenario}`)")
    }
}

/// The location of a path in the instance as a change has left it.
pub fn in_instance(change: &JsonPath, scenario: &str, location: &str) -> String {
    let change = in_scenario(change, scenario);
    message!("scenarios-in-instance", change = change, location = location).to_string()
}
