//! The JSON Schema of a batch, as published.

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

use super::document::BatchDocument;
use crate::reading::schema_of;

/// The JSON Schema (draft 2020-12) of a batch. Within changes a parameter of a grid may stand wherever a
/// number, a truth value, a list or a word of a closed list may.
pub fn batch_schema() -> Value {
    let mut schema = schema_of::<BatchDocument>();
    let definitions = schema["$defs"].as_object_mut().into_iter().flatten();
    for (_, definition) in definitions.filter(|(name, _)| is_of_changes(name)) {
        if let Ok(mut inner) = Schema::try_from(definition.take()) {
            transform_subschemas(&mut OrParameter, &mut inner);
            *definition = inner.to_value();
        }
    }
    schema
}

/// Whether a definition is used within changes; those of the batch itself take no parameters.
fn is_of_changes(definition: &str) -> bool {
    !["Scenario", "DrawsDocument", "BatchFormat"].contains(&definition)
}

/// Lets a parameter stand for a value that is not free text.
struct OrParameter;

impl Transform for OrParameter {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let is_text = schema.get("type") == Some(&json!("string")) && schema.get("enum").is_none();
        let is_value = schema.get("type").is_some() || schema.get("enum").is_some();
        if !is_value || is_text || schema.get("type") == Some(&json!("object")) {
            return;
        }
        let value = std::mem::take(schema).to_value();
        let parameter = json!({ "type": "string", "pattern": r"^\{[^{}]+\}$" });
        let either = json!({ "anyOf": [value, parameter] });
        *schema = Schema::try_from(either).expect("an object is a schema");
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
}
