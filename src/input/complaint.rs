//! The problems that a schema finds, in words.

use jsonschema::{ValidationError, error::ValidationErrorKind};
use serde_json::Value;

use super::path::{JsonPath, PathStep, excerpt};
use super::schema::{THREE_DECIMALS, WHOLE};
use crate::input::errors::{Code, InputError, nearest};
use crate::message;
use crate::texts::{Argument, Message};

/// The problem of a key that the format does not have.
pub fn unknown_key(
    object: &JsonPath,
    key: &str,
    error: &ValidationError,
    schema: &Value,
) -> InputError {
    let known: Vec<&str> = schema
        .get("properties")
        .and_then(Value::as_object)
        .map(|known| known.keys().map(String::as_str).collect())
        .unwrap_or_default();
    let unused = unused_keys(schema, error.instance());
    let help = match nearest(key, known.iter().copied()) {
        Some(meant) if unused.contains(&meant) => message!("input-did-you-mean", word = meant),
        Some(present) => message!("input-remove-since-present", key = present),
        None => message!("input-remove-it"),
    };
    let allowed = if known.is_empty() { message!("input-no-key") } else { one_of(&known) };
    let location = object.key(key).to_string();
    InputError::new(Code::UnknownKey, location, message!("input-key", key = key), allowed, help)
}

/// The problem of a required key that is absent.
pub fn missing_key(object: &JsonPath, key: &str, document: &Value) -> InputError {
    let found = object.in_document(document).map(excerpt).unwrap_or_default();
    InputError::new(
        Code::MissingKey,
        object.key(key).to_string(),
        message!("input-no-key-in", key = key, object = found),
        message!("input-required", key = key),
        message!("input-add-key", key = key),
    )
}

/// The problem of a value that violates its schema.
pub fn of(path: &JsonPath, error: &ValidationError, schema: &Value) -> InputError {
    let found = error.instance();
    let (code, allowed, help) = match error.kind() {
        ValidationErrorKind::Type { .. } => wrong_type(path, found, schema),
        ValidationErrorKind::Enum { options } => unknown_word(found, options),
        ValidationErrorKind::Constant { expected_value } => {
            let word = excerpt(expected_value);
            (Code::UnknownWord, word.clone().into(), write(word))
        }
        ValidationErrorKind::MinItems { limit: 1 } => {
            (Code::EmptyList, message!("input-not-empty").into(), message!("input-name-one"))
        }
        ValidationErrorKind::Custom { keyword, .. } if keyword == WHOLE => {
            (Code::WrongType, expected(schema), message!("input-without-decimals"))
        }
        ValidationErrorKind::Custom { keyword, .. } if keyword == THREE_DECIMALS => {
            (Code::OutOfRange, expected(schema), message!("input-round"))
        }
        ValidationErrorKind::PropertyNames { .. } => {
            (Code::UnknownKey, expected(schema), message!("input-rename-key"))
        }
        ValidationErrorKind::MinProperties { limit: 1 } => {
            (Code::MissingKey, expected(schema), message!("input-add-one-key"))
        }
        ValidationErrorKind::MaxProperties { limit: 1 } => {
            (Code::Contradiction, expected(schema), message!("input-one-object-each"))
        }
        kind if is_range(kind) => (Code::OutOfRange, expected(schema), within(schema)),
        _ => (Code::WrongType, expected(schema), write(expected(schema))),
    };
    InputError::new(code, path.to_string(), excerpt(found), allowed, help)
}

fn is_range(kind: &ValidationErrorKind) -> bool {
    use ValidationErrorKind as Kind;
    matches!(
        kind,
        Kind::Minimum { .. }
            | Kind::Maximum { .. }
            | Kind::ExclusiveMinimum { .. }
            | Kind::ExclusiveMaximum { .. }
            | Kind::MultipleOf { .. }
            | Kind::MinLength { .. }
            | Kind::MaxLength { .. }
            | Kind::Pattern { .. }
            | Kind::MinItems { .. }
            | Kind::MaxItems { .. }
            | Kind::MinProperties { .. }
            | Kind::MaxProperties { .. }
            | Kind::AdditionalItems { .. }
            | Kind::FalseSchema
    )
}

/// The help for a value out of range. A pattern or a length is described by the schema; a number may be in
/// another unit.
fn within(schema: &Value) -> Message {
    if schema.get("pattern").is_some() || schema.get("minItems").is_some() {
        write(expected(schema))
    } else {
        message!("input-correct-value")
    }
}

fn write(what: impl Into<Argument>) -> Message {
    message!("input-write", what = what)
}

fn wrong_type(path: &JsonPath, found: &Value, schema: &Value) -> (Code, Argument, Message) {
    match (is_rule(path), found) {
        (true, Value::Bool(false)) => {
            let allowed = message!("input-settings").into();
            return (Code::RuleCannotBeOff, allowed, message!("input-settings-default"));
        }
        (true, Value::Bool(true)) => {
            let allowed = message!("input-settings-or-off").into();
            return (Code::WrongType, allowed, message!("input-settings-on"));
        }
        _ => {}
    }
    let types = types(schema);
    let allowed = expected(schema);
    let help = match found {
        Value::Null => message!("input-not-null", what = allowed.clone()),
        Value::String(text)
            if text.parse::<f64>().is_ok()
                && types.iter().any(|name| matches!(*name, "number" | "integer")) =>
        {
            message!("input-unquoted", text = text)
        }
        _ if types.first() == Some(&"array") && !found.is_object() && !found.is_array() => {
            message!("input-in-brackets", value = found.to_string())
        }
        _ => write(allowed.clone()),
    };
    (Code::WrongType, allowed, help)
}

/// Whether a path leads to the settings of a rule.
fn is_rule(path: &JsonPath) -> bool {
    matches!(path.0.as_slice(), [PathStep::Key(rules), PathStep::Key(_)] if rules == "rules")
}

fn unknown_word(found: &Value, options: &Value) -> (Code, Argument, Message) {
    let options = options.as_array().into_iter().flatten();
    let in_words =
        |option: &Value| option.as_str().map_or_else(|| option.to_string(), str::to_owned);
    let words: Vec<String> = options.map(in_words).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let meant = found.as_str().and_then(|found| nearest(found, words.iter().copied()));
    let help = match meant {
        Some(meant) => message!("input-did-you-mean", word = meant),
        None => message!("common-write-one-of-these"),
    };
    (Code::UnknownWord, one_of(&words).into(), help)
}

fn one_of(words: &[&str]) -> Message {
    message!("common-one-of", words = format!("`{}`", words.join("`, `")))
}

/// The types that a schema object allows, by their names in JSON Schema.
fn types(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// What a schema object allows, in words.
fn expected(schema: &Value) -> Argument {
    let alternatives = types(schema).into_iter().fold(None, |one: Option<Argument>, name| {
        Some(match (one, name) {
            (None, name) => form(name, schema),
            (Some(one), "null") => message!("input-or-null", one = one).into(),
            (Some(one), name) => message!("input-or", one = one, other = form(name, schema)).into(),
        })
    });
    alternatives.unwrap_or_else(|| message!("input-forms").into())
}

/// What a schema object allows of one type.
fn form(type_name: &str, schema: &Value) -> Argument {
    let message = match type_name {
        "integer" => message!("input-whole-number", range = range(schema, Range::Value)),
        "number" if schema.get(THREE_DECIMALS).is_some() => {
            message!("input-number-decimals", range = range(schema, Range::Value))
        }
        "number" => message!("input-number", range = range(schema, Range::Value)),
        "string" => match (schema.get("enum"), schema.get("pattern").and_then(Value::as_str)) {
            (Some(Value::Array(words)), _) => {
                one_of(&words.iter().filter_map(Value::as_str).collect::<Vec<_>>())
            }
            (_, Some(pattern)) => match schema.get("title").and_then(Value::as_str) {
                // A title is the English text of the catalogue where it is one of these.
                Some(title) => {
                    let known = [message!("instance-postcode-form")];
                    let known = known.into_iter().find(|known| known.to_string() == title);
                    return known.map_or_else(|| title.into(), Argument::from);
                }
                None => message!("input-text-form", pattern = pattern),
            },
            _ => message!("input-text", range = range(schema, Range::Letters)),
        },
        "array" => message!("input-list", range = range(schema, Range::Values)),
        "object" => match (one_key(schema), few_keys(schema)) {
            (Some(keys), _) => message!("input-object-one-key", keys = keys),
            (None, Some(keys)) => message!("input-object-keys", keys = keys),
            (None, None) => message!("input-object"),
        },
        "boolean" => message!("input-boolean"),
        other => return format!("`{other}`").into(),
    };
    message.into()
}

/// The keys of an object that must have exactly one of them; `None` for other objects.
fn one_key(schema: &Value) -> Option<String> {
    let limit = |keyword| schema.get(keyword).and_then(Value::as_u64);
    let keys = schema.get("properties")?.as_object()?.keys().map(|key| format!("`{key}`"));
    (limit("minProperties") == Some(1) && limit("maxProperties") == Some(1))
        .then(|| keys.collect::<Vec<_>>().join(", "))
}

/// The largest number of keys that the description of an object lists.
const MOST_KEYS: usize = 8;

/// The keys of an object that has few; `None` for other objects.
fn few_keys(schema: &Value) -> Option<String> {
    let keys = schema.get("properties")?.as_object()?.keys().map(|key| format!("`{key}`"));
    let keys: Vec<String> = keys.collect();
    (1..=MOST_KEYS).contains(&keys.len()).then(|| keys.join(", "))
}

/// What a range limits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Range {
    /// The value of a number.
    Value,
    /// The letters of a text.
    Letters,
    /// The values in a list.
    Values,
}

/// The limits of a schema object in words that follow those for its type; empty if there are none.
fn range(schema: &Value, range: Range) -> Argument {
    let (least, greatest, unit): (_, _, Argument) = match range {
        Range::Value => ("minimum", "maximum", "".into()),
        Range::Letters => ("minLength", "maxLength", message!("input-unit-characters").into()),
        Range::Values => ("minItems", "maxItems", message!("input-unit-values").into()),
    };
    let bound = |keyword| schema.get(keyword).and_then(Value::as_f64);
    let message = match (bound(least), bound(greatest)) {
        (Some(least), None) if range == Range::Values && least <= 1.0 => {
            message!("input-range-not-empty")
        }
        (Some(least), Some(greatest)) if least >= greatest => {
            message!("input-range-exactly", bound = least.to_string(), unit = unit)
        }
        (Some(least), Some(greatest)) => message!(
            "input-range-between",
            least = least.to_string(),
            greatest = greatest.to_string(),
            unit = unit,
        ),
        (Some(least), None) => {
            message!("input-range-at-least", bound = least.to_string(), unit = unit)
        }
        (None, Some(greatest)) => {
            message!("input-range-at-most", bound = greatest.to_string(), unit = unit)
        }
        (None, None) => return "".into(),
    };
    message.into()
}

/// The keys of a schema that an object does not have.
pub fn unused_keys<'s>(schema: &'s Value, object: &Value) -> Vec<&'s str> {
    let known = schema.get("properties").and_then(Value::as_object);
    known
        .into_iter()
        .flat_map(|known| known.keys().map(String::as_str))
        .filter(|key| object.get(*key).is_none())
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::input::check::Check;
    use crate::input::errors::{Code, InputError};
    use crate::input::schema::for_checking;
    use serde_json::Value;

    /// Rules `a`, which cannot be off, and `b`, which can, with a setting `x`.
    fn problems(rules: &Value) -> Vec<InputError> {
        let schema = for_checking(&json!({
            "properties": { "rules": { "anyOf": [{ "$ref": "#/$defs/Rules" }, { "type": "null" }] } },
            "$defs": {
                "Rules": { "type": "object", "additionalProperties": false, "properties": {
                    "a": { "anyOf": [{ "$ref": "#/$defs/Settings" }, { "type": "null" }] },
                    "b": { "anyOf": [{ "const": false }, { "$ref": "#/$defs/Settings" }, { "type": "null" }] },
                } },
                "Settings": { "type": "object", "additionalProperties": false, "properties": {
                    "worth_km": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "multipleOf": 0.001 },
                } },
            },
        }));
        Check::new(&schema).findings(&json!({ "rules": rules })).problems.0
    }

    fn check(rules: &Value, expected: &[(Code, &str, &str)]) {
        let problems = problems(rules);
        let found: Vec<(Code, &str)> =
            problems.iter().map(|problem| (problem.code, problem.location.as_str())).collect();
        let wanted: Vec<(Code, &str)> =
            expected.iter().map(|(code, location, _)| (*code, *location)).collect();
        assert_eq!(found, wanted);
        for (problem, (.., words)) in problems.iter().zip(expected) {
            assert!(problem.to_string().contains(words), "{problem}");
        }
    }

    #[test]
    fn settings_of_rules_are_checked_in_their_own_places() {
        check(&json!({ "a": {}, "b": false }), &[]);
        check(&json!({ "a": null, "b": null }), &[]);
        check(&json!({ "a": { "worth_km": 1.005 } }), &[]);
        check(&json!({ "a": false }), &[(Code::RuleCannotBeOff, "rules.a", "default settings")]);
        check(
            &json!({ "a": true, "b": true }),
            &[(Code::WrongType, "rules.a", "`{}`"), (Code::WrongType, "rules.b", "`{}`")],
        );
        check(
            &json!({ "b": { "worth": 1 }, "c": {} }),
            &[(Code::UnknownKey, "rules.b.worth", "worth_km"), (Code::UnknownKey, "rules.c", "")],
        );
        check(
            &json!({ "a": { "worth_km": 0.0005 }, "b": { "worth_km": 101 } }),
            &[
                (Code::OutOfRange, "rules.a.worth_km", "three decimals"),
                (Code::OutOfRange, "rules.b.worth_km", "from 0 to 100"),
            ],
        );
    }
    #[test]
    fn an_object_of_one_key_names_the_keys_it_may_have() {
        let schema = for_checking(&json!({
            "type": "array",
            "items": {
                "type": "object", "additionalProperties": false,
                "properties": { "admit": {}, "drop_out": {} },
                "minProperties": 1, "maxProperties": 1,
            },
        }));
        let document = json!([{}, { "admit": 1 }, { "admit": 1, "drop_out": 2 }, 5]);
        let problems = Check::new(&schema).findings(&document).problems.0;
        let found: Vec<(Code, &str)> =
            problems.iter().map(|problem| (problem.code, problem.location.as_str())).collect();
        let expected =
            [(Code::MissingKey, "[0]"), (Code::Contradiction, "[2]"), (Code::WrongType, "[3]")];
        assert_eq!(found, expected);
        for problem in &problems {
            let allowed = "an object with exactly one of the keys `admit`, `drop_out`";
            assert_eq!(problem.allowed.to_string(), allowed);
        }
    }
}
