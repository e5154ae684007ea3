//! The JSON Schema of a batch, as published.

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

use super::document::BatchDocument;
use crate::input::schema_of;

/// The JSON Schema (draft 2020-12) of a batch. Within changes, a parameter of a grid may replace any
/// number, boolean, list or keyword.
pub fn batch_schema() -> Value {
    let mut schema = schema_of::<BatchDocument>();
    let definitions = schema["$defs"].as_object_mut().into_iter().flatten();
    for (_, definition) in definitions.filter(|(name, _)| is_of_changes(name)) {
        if let Ok(mut inner) = Schema::try_from(definition.take()) {
            OrParameter.transform(&mut inner);
            *definition = inner.to_value();
        }
    }
    schema
}

/// Whether a definition is used within changes; the definitions of the batch itself take no parameters.
fn is_of_changes(definition: &str) -> bool {
    let of_batch = [
        "Scenario",
        "DrawsDocument",
        "BatchFormat",
        "OverDocument",
        "SampleDocument",
        "SampleRange",
        "SampleRuns",
        "SampleDecimals",
    ];
    !of_batch.contains(&definition)
}

/// Allows a parameter in place of every value that is not free text.
struct OrParameter;

impl Transform for OrParameter {
    fn transform(&mut self, schema: &mut Schema) {
        if !is_closed_list(schema) {
            transform_subschemas(self, schema);
        }
        if !is_closed_list(schema) && !is_plain_value(schema) {
            return;
        }
        let value = std::mem::take(schema).to_value();
        let parameter = json!({ "type": "string", "pattern": r"^\{[^{}]+\}$" });
        let either = json!({ "anyOf": [value, parameter] });
        *schema = Schema::try_from(either).expect("an object is a schema");
    }
}

/// Whether a schema is a list of documented keywords.
fn is_closed_list(schema: &Schema) -> bool {
    let choices = schema.get("oneOf").and_then(Value::as_array);
    choices.is_some_and(|choices| choices.iter().all(|choice| choice.get("const").is_some()))
}

/// Whether a schema is of a value that is neither an object nor free text.
fn is_plain_value(schema: &Schema) -> bool {
    let is_given = |keyword| schema.get(keyword).is_some();
    let is_free = !is_given("enum") && !is_given("pattern");
    match schema.get("type").and_then(Value::as_str) {
        Some("object" | "null") => false,
        Some("string") => !is_free,
        _ => is_given("type") || is_given("enum"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_may_stand_for_a_number_in_changes_only() {
        let schema = batch_schema();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let batch = |percent: Value, count: Value| {
            json!({
                "format": "plaatswijzer/batch/1", "base": "x.json",
                "scenarios": [{ "id": "a", "changes": [{ "drop_out": { "percent": percent } }] }],
                "draws": { "count": count },
            })
        };
        assert!(validator.is_valid(&batch(json!(6), json!(2))));
        assert!(validator.is_valid(&batch(json!("{share}"), json!(2))));
        assert!(!validator.is_valid(&batch(json!("share"), json!(2))));
        assert!(!validator.is_valid(&batch(json!(101), json!(2))));
        assert!(!validator.is_valid(&batch(json!(6), json!("{n}"))));
    }

    #[test]
    fn a_parameter_may_stand_for_a_word_or_a_list_but_not_for_an_object() {
        let schema = batch_schema();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let takes = |change: Value| {
            validator.is_valid(&json!({
                "format": "plaatswijzer/batch/1", "base": "x.json",
                "scenarios": [{ "id": "a-{x}", "over": { "x": [1] }, "changes": [change] }],
            }))
        };
        assert!(takes(json!({ "days_share": { "day": "{x}", "percent": 3 } })));
        assert!(takes(json!({ "days_share": { "day": "tue", "percent": 3 } })));
        assert!(!takes(json!({ "days_share": { "day": "tues", "percent": 3 } })));
        assert!(takes(json!({ "meeting_days": { "days": "{x}", "new": "{x}" } })));
        assert!(takes(json!({ "meeting_days": { "days": ["{x}", "mon"] } })));
        assert!(!takes(json!({ "meeting_days": { "days": [] } })));
        assert!(takes(json!({ "rule": { "id": "{x}", "settings": "{x}" } })));
        assert!(takes(json!({ "goals": "{x}" })));
        assert!(!takes(json!({ "grow": "{x}" })));
        assert!(!takes(json!({ "admit": {}, "grow": { "number": 1 } })));
    }
}
