//! What the schema finds wrong, in words: found, allowed, what to do.

use jsonschema::{ValidationError, error::ValidationErrorKind};
use serde_json::Value;

use super::check::unused_keys;
use super::place::{Place, Step, excerpt};
use super::schema::{THREE_DECIMALS, WHOLE};
use crate::input::errors::{Code, InputError, nearest};

/// A key that the format does not have.
pub fn unknown_key(
    object: &Place,
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
    let advice = match (nearest(key, unused), nearest(key, known.iter().copied())) {
        (Some(meant), _) => format!("did you mean `{meant}`?"),
        (None, Some(present)) => format!("remove it: `{present}` is there already"),
        (None, None) => "remove it".to_owned(),
    };
    let allowed = if known.is_empty() { "no key".to_owned() } else { listed(&known) };
    let location = object.key(key).to_string();
    InputError::new(Code::UnknownKey, location, format!("key `{key}`"), allowed, advice)
}

/// A required key that is absent.
pub fn missing_key(object: &Place, key: &str, document: &Value) -> InputError {
    let found = object.in_document(document).map(excerpt).unwrap_or_default();
    InputError::new(
        Code::MissingKey,
        object.key(key).to_string(),
        format!("no `{key}` in {found}"),
        format!("`{key}` is required"),
        format!("add `{key}`"),
    )
}

/// A value that is not as the schema wants it.
pub fn of(place: &Place, error: &ValidationError, schema: &Value) -> InputError {
    let found = error.instance();
    let (code, allowed, advice) = match error.kind() {
        ValidationErrorKind::Type { .. } => wrong_type(place, found, schema),
        ValidationErrorKind::Enum { options } => unknown_word(found, options),
        ValidationErrorKind::Constant { expected_value } => {
            let word = excerpt(expected_value);
            (Code::UnknownWord, word.clone(), format!("write {word}"))
        }
        ValidationErrorKind::MinItems { limit: 1 } => (
            Code::EmptyList,
            "a list that is not empty".to_owned(),
            "name at least one, or leave the key out".to_owned(),
        ),
        ValidationErrorKind::Custom { keyword, .. } if keyword == WHOLE => (
            Code::WrongType,
            expected(schema),
            "write the number without decimals and without exponent".to_owned(),
        ),
        ValidationErrorKind::Custom { keyword, .. } if keyword == THREE_DECIMALS => (
            Code::OutOfRange,
            expected(schema),
            "round the number to three decimals, which is to the metre".to_owned(),
        ),
        ValidationErrorKind::PropertyNames { .. } => {
            (Code::UnknownKey, expected(schema), "rename or remove the key".to_owned())
        }
        ValidationErrorKind::MinProperties { limit: 1 } => (
            Code::MissingKey,
            expected(schema),
            "add one of these keys, or remove the object".to_owned(),
        ),
        ValidationErrorKind::MaxProperties { limit: 1 } => {
            (Code::Contradiction, expected(schema), "write an object for each key".to_owned())
        }
        kind if is_range(kind) => (Code::OutOfRange, expected(schema), within(schema)),
        _ => (Code::WrongType, expected(schema), format!("write {}", expected(schema))),
    };
    InputError::new(code, place.to_string(), excerpt(found), allowed, advice)
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

/// What to do about a value out of its range: where only a pattern says what is allowed, what
/// the schema says of it in words.
fn within(schema: &Value) -> String {
    if schema.get("pattern").is_some() || schema.get("minItems").is_some() {
        format!("write {}", expected(schema))
    } else {
        "correct the value; is it in the right unit?".to_owned()
    }
}

fn wrong_type(place: &Place, found: &Value, schema: &Value) -> (Code, String, String) {
    let allowed = expected(schema);
    let advice = format!("write {allowed}");
    match (is_rule(place), found) {
        (true, Value::Bool(false)) => (
            Code::RuleCannotBeOff,
            "an object with settings".to_owned(),
            "remove the key, or write `{}` for the default settings".to_owned(),
        ),
        (true, Value::Bool(true)) => (
            Code::WrongType,
            "an object with settings, or `false` where the rule can be off".to_owned(),
            "write `{}` to switch the rule on with its default settings".to_owned(),
        ),
        (_, Value::Null) => (
            Code::WrongType,
            allowed,
            format!("{advice}: `null` means absence, and this key is required"),
        ),
        (_, Value::String(text)) if text.parse::<f64>().is_ok() && allowed.contains("number") => {
            (Code::WrongType, allowed, format!("write {text} without quotes"))
        }
        _ if allowed.starts_with("a list") && !found.is_object() && !found.is_array() => {
            (Code::WrongType, allowed, format!("put it in square brackets: [{found}]"))
        }
        _ => (Code::WrongType, allowed, advice),
    }
}

/// Whether a place is that of a rule's settings.
fn is_rule(place: &Place) -> bool {
    matches!(place.0.as_slice(), [Step::Key(rules), Step::Key(_)] if rules == "rules")
}

fn unknown_word(found: &Value, options: &Value) -> (Code, String, String) {
    let options = options.as_array().into_iter().flatten();
    let in_words =
        |option: &Value| option.as_str().map_or_else(|| option.to_string(), str::to_owned);
    let words: Vec<String> = options.map(in_words).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let meant = found.as_str().and_then(|found| nearest(found, words.iter().copied()));
    let advice = match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "write one of these".to_owned(),
    };
    (Code::UnknownWord, listed(&words), advice)
}

fn listed(words: &[&str]) -> String {
    format!("one of `{}`", words.join("`, `"))
}

/// What a schema object allows, in words.
fn expected(schema: &Value) -> String {
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let forms: Vec<String> = types.into_iter().map(|name| form(name, schema)).collect();
    if forms.is_empty() { "one of the forms in the schema".to_owned() } else { forms.join(" or ") }
}

/// What lists are counted in.
const LIST_UNIT: &str = " values";

/// What a schema object allows of one type.
fn form(type_name: &str, schema: &Value) -> String {
    match type_name {
        "integer" => format!("a whole number{}", range(schema, "minimum", "maximum", "")),
        "number" => {
            let decimals = if schema.get(THREE_DECIMALS).is_some() {
                " with at most three decimals"
            } else {
                ""
            };
            format!("a number{}{decimals}", range(schema, "minimum", "maximum", ""))
        }
        "string" => match (schema.get("enum"), schema.get("pattern").and_then(Value::as_str)) {
            (Some(Value::Array(words)), _) => {
                listed(&words.iter().filter_map(Value::as_str).collect::<Vec<_>>())
            }
            (_, Some(pattern)) => match schema.get("title").and_then(Value::as_str) {
                Some(title) => title.to_owned(),
                None => format!("text of the form `{pattern}`"),
            },
            _ => format!("text{}", range(schema, "minLength", "maxLength", " characters")),
        },
        "array" => format!("a list{}", range(schema, "minItems", "maxItems", LIST_UNIT)),
        "object" => match one_key(schema) {
            Some(keys) => format!("an object with exactly one of the keys {keys}"),
            None => "an object".to_owned(),
        },
        "boolean" => "`true` or `false`".to_owned(),
        other => format!("`{other}`"),
    }
}

/// The keys of which an object must have exactly one, where that is so.
fn one_key(schema: &Value) -> Option<String> {
    let limit = |keyword| schema.get(keyword).and_then(Value::as_u64);
    let keys = schema.get("properties")?.as_object()?.keys().map(|key| format!("`{key}`"));
    (limit("minProperties") == Some(1) && limit("maxProperties") == Some(1))
        .then(|| keys.collect::<Vec<_>>().join(", "))
}

fn range(schema: &Value, least: &str, greatest: &str, unit: &str) -> String {
    let bound = |keyword| schema.get(keyword).and_then(Value::as_f64);
    match (bound(least), bound(greatest)) {
        (Some(least), None) if unit == LIST_UNIT && least <= 1.0 => " that is not empty".to_owned(),
        (Some(least), Some(greatest)) if least >= greatest => format!(" of {least}{unit}"),
        (Some(least), Some(greatest)) => format!(" from {least} to {greatest}{unit}"),
        (Some(least), None) => format!(" of at least {least}{unit}"),
        (None, Some(greatest)) => format!(" of at most {greatest}{unit}"),
        (None, None) => String::new(),
    }
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
            expected.iter().map(|(code, place, _)| (*code, *place)).collect();
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
