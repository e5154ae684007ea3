//! The JSON Schema of a document type, as published and as used for checking.
//!
//! The published schema is what schemars makes of the types. It is sound but poor at saying
//! what is wrong: an optional object is `anyOf` an object and null, so that a misspelt key
//! deep inside only yields "matches none of these". The schema for checking means the same
//! and is written so that each problem keeps its own place.

use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde_json::{Value, json};

/// Keyword of the schema for checking: a number written without decimals or exponent, since
/// `4.0` is an integer to JSON Schema and not to a reader of whole numbers.
pub const WHOLE: &str = "x-whole";
/// Keyword of the schema for checking: a number with at most three decimals. It means
/// `multipleOf: 0.001`, which binary floating point cannot decide in general.
pub const THREE_DECIMALS: &str = "x-three-decimals";

/// The JSON Schema (draft 2020-12) of a type; descriptions come from its doc comments.
pub fn schema_of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value()
}

/// The JSON Schema (draft 2020-12) of a type that is only written: a key that may be left out is optional.
pub fn schema_of_output<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// The schema for checking that means the same as a published schema.
pub fn for_checking(published: &Value) -> Value {
    let Ok(mut schema) = Schema::try_from(published.clone()) else { return published.clone() };
    ForChecking.transform(&mut schema);
    schema.to_value()
}

struct ForChecking;

impl Transform for ForChecking {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        mark_numbers(schema);
        for keyword in ["anyOf", "oneOf"] {
            let Some(Value::Array(choices)) = schema.remove(keyword) else { continue };
            if let Some(words) = words(&choices) {
                schema.insert("type".to_owned(), json!("string"));
                schema.insert("enum".to_owned(), words);
            } else if let Some((plain, rich)) = split(&choices) {
                schema.insert("if".to_owned(), json!({ "anyOf": plain }));
                schema.insert("else".to_owned(), rich);
            } else {
                schema.insert(keyword.to_owned(), Value::Array(choices));
            }
        }
    }
}

fn mark_numbers(schema: &mut Schema) {
    let whole = match schema.get("type") {
        Some(Value::String(name)) => name == "integer",
        Some(Value::Array(names)) => names.contains(&json!("integer")),
        _ => false,
    };
    if whole {
        schema.insert(WHOLE.to_owned(), json!(true));
    }
    if schema.get("multipleOf") == Some(&json!(0.001)) {
        schema.remove("multipleOf");
        schema.insert(THREE_DECIMALS.to_owned(), json!(true));
    }
}

/// The words of a choice of nothing but words.
fn words(choices: &[Value]) -> Option<Value> {
    let mut words = Vec::new();
    for choice in choices {
        match (choice.get("const"), choice.get("enum")) {
            (Some(word @ Value::String(_)), _) => words.push(word.clone()),
            (None, Some(Value::Array(more))) if more.iter().all(Value::is_string) => {
                words.extend(more.iter().cloned());
            }
            _ => return None,
        }
    }
    Some(Value::Array(words))
}

/// A choice between plain values (null, a constant) and one rich form.
fn split(choices: &[Value]) -> Option<(Vec<Value>, Value)> {
    let is_plain = |choice: &&Value| {
        choice.get("type") == Some(&json!("null")) || choice.get("const").is_some()
    };
    let (plain, rich): (Vec<&Value>, Vec<&Value>) = choices.iter().partition(is_plain);
    match rich.as_slice() {
        [rich] => Some((plain.into_iter().cloned().collect(), (*rich).clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn optional_objects_keep_their_inner_problems() {
        let published = json!({ "anyOf": [{ "$ref": "#/$defs/A" }, { "type": "null" }] });
        assert_eq!(
            for_checking(&published),
            json!({ "if": { "anyOf": [{ "type": "null" }] }, "else": { "$ref": "#/$defs/A" } })
        );
    }

    #[test]
    fn documented_words_become_a_list_of_words() {
        let published = json!({ "oneOf": [
            { "const": "mon", "description": "Monday." }, { "const": "tue" },
        ] });
        assert_eq!(for_checking(&published), json!({ "type": "string", "enum": ["mon", "tue"] }));
    }
}
