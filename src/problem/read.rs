//! From the bytes of an instance to a problem, with everything that is wrong in one run.

use std::sync::LazyLock;

use serde_json::Value;

use super::Problem;
use super::cautions::cautions;
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::input::schema_of;
use crate::instance::document::{InstanceDocument, RuleSettings};
use crate::instance::{self, Files, Reading};
use crate::message;
use crate::rules::{Rulebook, settings_schema};

/// A problem as read, and what in it was probably not meant.
#[derive(Debug)]
pub struct ReadProblem {
    /// The problem.
    pub problem: Problem,
    /// What was probably not meant.
    pub warnings: Vec<InputWarning>,
}

/// The JSON Schema of an instance, with the settings of every rule.
pub fn instance_schema() -> &'static Value {
    // A batch reads an instance for every run; the schema is the same for all.
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
        let mut schema = schema_of::<InstanceDocument>();
        schema["properties"]["rules"] = settings_schema();
        schema
    });
    &SCHEMA
}

/// Reads a problem. `files` opens the files that the instance names.
///
/// # Errors
/// Every problem of text, form and meaning that is found.
pub fn read(bytes: &[u8], files: &Files) -> Result<ReadProblem, InputErrors> {
    let accept = |document: &InstanceDocument| match rulebook(document) {
        Some(_) => Ok(()),
        None => Err(message!("problem-rules-unreadable").to_string()),
    };
    let Reading { mut errors, understood } =
        instance::read(bytes, instance_schema(), &accept, files);
    let Some(understood) = understood else { return Err(errors) };
    let rulebook = rulebook(&understood.document);
    if errors.0.is_empty() {
        let problem = Problem::new(understood.instance, rulebook.ok_or_else(unread_rules)?)?;
        let mut warnings = cautions(&problem);
        warnings.extend(understood.warnings);
        warnings.extend(problem.rulebook.warnings());
        return Ok(ReadProblem { problem, warnings });
    }
    if let Some(rulebook) = rulebook {
        rulebook.validate(&understood.instance, &mut errors);
    }
    Err(errors)
}

fn rulebook(document: &InstanceDocument) -> Option<Rulebook> {
    Rulebook::read(document.rules.as_ref().unwrap_or(&RuleSettings::new()))
}

fn unread_rules() -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::WrongType,
        "rules",
        message!("problem-unreadable-settings"),
        message!("problem-known-settings"),
        message!("problem-compare-settings"),
    );
    errors
}
