//! Checks a document against its schema and collects every problem with its path.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::{Keyword, ValidationError, Validator, error::ValidationErrorKind};
use serde_json::Value;

use super::complaint;
use super::path::{JsonPath, PathStep};
use super::schema::{THREE_DECIMALS, WHOLE};
use crate::base::Kilometres;
use crate::input::errors::{Code, InputError, InputErrors, nearest};

/// A compiled schema for checking.
pub struct Check<'a> {
    schema: &'a Value,
    validator: Validator,
}

/// The problems that a schema finds in one document.
#[derive(Default)]
pub struct Findings {
    /// The problems, in the order of their paths.
    pub problems: InputErrors,
    /// The paths of the parts that must be removed or replaced to make the document valid, each with a valid
    /// value of the same kind if there is one.
    pub broken: BTreeMap<JsonPath, Option<Value>>,
}

impl<'a> Check<'a> {
    /// Prepares a schema for checking.
    ///
    /// # Panics
    /// If the schema itself is invalid: it comes from the program, not from input.
    pub fn new(schema: &'a Value) -> Self {
        let validator = jsonschema::options()
            .with_keyword(WHOLE, |_, _, _| Ok(Box::new(Whole)))
            .with_keyword(THREE_DECIMALS, |_, _, _| Ok(Box::new(ThreeDecimals)))
            .build(schema)
            .expect("the schema of a document is sound");
        Self { schema, validator }
    }

    /// Every problem of a document, one per path.
    pub fn findings(&self, document: &Value) -> Findings {
        let mut findings = Findings::default();
        let mut problems: BTreeMap<JsonPath, InputError> = BTreeMap::new();
        let mut missing: Vec<(JsonPath, String)> = Vec::new();
        let mut taken: BTreeSet<JsonPath> = BTreeSet::new();
        for error in self.validator.iter_errors(document) {
            let location = JsonPath::of_pointer(error.instance_path().as_str(), document);
            let schema = self.schema_around(&error);
            match error.kind() {
                ValidationErrorKind::AdditionalProperties { unexpected } => {
                    for key in unexpected {
                        let known = schema["properties"].as_object();
                        let known = known.into_iter().flat_map(|known| known.keys());
                        if let Some(meant) = nearest(key, known.map(String::as_str)) {
                            taken.insert(location.key(meant));
                        }
                        let at = location.key(key);
                        findings.broken.insert(at.clone(), None);
                        problems.insert(at, complaint::unknown_key(&location, key, &error, schema));
                    }
                }
                ValidationErrorKind::Required { property } => {
                    findings.broken.insert(location.clone(), None);
                    missing.push((location, property.as_str().unwrap_or_default().to_owned()));
                }
                _ => {
                    findings.broken.insert(location.clone(), stand_in(&location, schema));
                    let problem = complaint::of(&location, &error, schema);
                    keep_gravest(&mut problems, location, problem);
                }
            }
        }
        for (location, key) in missing {
            let at = location.key(&key);
            // A key that is present under a misspelt name is reported as unknown only.
            if !taken.contains(&at) {
                problems.insert(at, complaint::missing_key(&location, &key, document));
            }
        }
        findings.problems.0 = problems.into_values().collect();
        findings
    }

    /// The schema object that contains the failing keyword.
    fn schema_around(&self, error: &ValidationError) -> &'a Value {
        let keyword = error.schema_path().as_str();
        let around = keyword.rsplit_once('/').map_or("", |(around, _)| around);
        self.schema.pointer(around).unwrap_or(&Value::Null)
    }
}

/// A number or word that the schema allows under a key. Not for elements of lists, where a repeated value
/// would be another problem.
fn stand_in(location: &JsonPath, schema: &Value) -> Option<Value> {
    let Some(PathStep::Key(_)) = location.0.last() else { return None };
    let word = schema.get("enum").and_then(Value::as_array).and_then(|words| words.first());
    word.or_else(|| schema.get("minimum")).cloned()
}

/// Keeps one problem per path, the one whose code comes first: a wrong type explains why the value is not
/// one of the allowed words.
fn keep_gravest(
    problems: &mut BTreeMap<JsonPath, InputError>,
    location: JsonPath,
    problem: InputError,
) {
    let code = |problem: &InputError| {
        if problem.code == Code::RuleCannotBeOff { Code::UnknownKey } else { problem.code }
    };
    match problems.get(&location) {
        Some(present) if code(present) <= code(&problem) => {}
        _ => {
            problems.insert(location, problem);
        }
    }
}

/// The keyword [`WHOLE`].
struct Whole;

impl<'i> Keyword<'i> for Whole {
    fn validate(&self, found: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(found) { Ok(()) } else { Err(ValidationError::custom(WHOLE)) }
    }
    fn is_valid(&self, found: &'i Value) -> bool {
        !found.is_f64()
    }
}

/// The keyword [`THREE_DECIMALS`].
struct ThreeDecimals;

impl<'i> Keyword<'i> for ThreeDecimals {
    fn validate(&self, found: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(found) { Ok(()) } else { Err(ValidationError::custom(THREE_DECIMALS)) }
    }
    fn is_valid(&self, found: &'i Value) -> bool {
        // Numbers out of range are the business of `minimum` and `maximum`.
        let in_range = |number: &f64| (0.0..=Kilometres::GREATEST as f64).contains(number);
        let number = found.as_f64().filter(in_range);
        number.is_none_or(|number| Kilometres::from_number(number).is_some())
    }
}
