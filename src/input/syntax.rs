//! Checks a text as JSON in one walk that builds nothing.
//!
//! It finds what is malformed or nested too deeply, and every duplicate key, which typed maps would drop.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::path::{JsonPath, PathStep};
use crate::input::errors::{Code, InputError, InputErrors};
use crate::message;
use crate::texts::{Argument, Message};

/// One problem per key that occurs twice in one object.
///
/// # Errors
/// `not-json`, `nested-too-deep` or `out-of-range` (a number beyond any double), if the
/// text cannot be read to its end.
pub fn duplicate_keys(text: &str) -> Result<InputErrors, InputErrors> {
    let mut walk = Walk::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let outcome = Value(&mut walk).deserialize(&mut reader).and_then(|()| reader.end());
    match outcome {
        Ok(()) => Ok(walk.problems),
        Err(error) => {
            walk.problems.0.push(complaint(&error, text));
            Err(walk.problems)
        }
    }
}

#[derive(Default)]
struct Walk {
    location: JsonPath,
    problems: InputErrors,
}

impl Walk {
    fn repeated(&mut self, key: &str) {
        self.problems.add(
            Code::DuplicateKey,
            self.location.key(key).to_string(),
            message!("input-second-key", key = key),
            message!("input-each-key-once"),
            message!("input-rename-one-key"),
        );
    }
}

/// Walks one value.
struct Value<'w>(&'w mut Walk);

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for index in 0.. {
            self.0.location.0.push(PathStep::Index(index));
            let more = list.next_element_seed(Value(self.0))?.is_some();
            self.0.location.0.pop();
            if !more {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(key) = object.next_key_seed(Key)? {
            if seen.contains(&key) {
                self.0.repeated(&key);
            }
            self.0.location.0.push(PathStep::Key(key.clone().into_owned()));
            object.next_value_seed(Value(self.0))?;
            self.0.location.0.pop();
            seen.insert(key);
        }
        Ok(())
    }
}

/// Reads a key, borrowed from the text where it has no escapes.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;
    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }
    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }
    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}

/// The problem that `serde_json` reports about a text, with an excerpt and a hint.
fn complaint(error: &serde_json::Error, text: &str) -> InputError {
    let message = error.to_string();
    let (code, allowed) = if message.starts_with("recursion limit exceeded") {
        (Code::NestedTooDeep, message!("input-nesting"))
    } else if message.starts_with("number out of range") {
        (Code::OutOfRange, message!("input-below-10-308"))
    } else {
        (Code::NotJson, message!("input-well-formed"))
    };
    let rest = rest_from(text, error.line(), error.column());
    let message = message.split(" at line ").next().unwrap_or_default();
    let location = format!("line {}, column {}", error.line(), error.column());
    let found = message!("input-found-at", message = in_words(message), rest = start_of(rest));
    InputError::new(code, location, found, allowed, hint(message, rest))
}

/// What `serde_json` says of a text that is not JSON, in either language.
pub fn in_words(message: &str) -> Argument {
    match message {
        "EOF while parsing a list" => message!("input-json-open-list"),
        "EOF while parsing an object" => message!("input-json-open-object"),
        "EOF while parsing a string" => message!("input-json-open-text"),
        "EOF while parsing a value" => message!("input-json-no-value"),
        "expected `:`" => message!("input-json-colon"),
        "expected `,` or `]`" => message!("input-json-comma-list"),
        "expected `,` or `}`" => message!("input-json-comma-object"),
        "expected ident" => message!("input-json-word"),
        "expected value" => message!("input-json-value"),
        "invalid escape" => message!("input-json-escape"),
        "invalid number" => message!("input-json-number"),
        "number out of range" => message!("input-json-range"),
        "invalid unicode code point" => message!("input-json-code-point"),
        "key must be a string" => message!("input-json-key"),
        "trailing comma" => message!("input-json-trailing-comma"),
        "trailing characters" => message!("input-json-trailing"),
        "recursion limit exceeded" => message!("input-json-nesting"),
        "unexpected end of hex escape" | "lone leading surrogate in hex escape" => {
            message!("input-json-surrogate")
        }
        _ if message.starts_with("control character") => message!("input-json-control"),
        _ => return message.into(),
    }
    .into()
}

/// The text from a line and column (in bytes, both from 1) on.
fn rest_from(text: &str, line: usize, column: usize) -> &str {
    let line_start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let mut offset = (line_start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    &text[offset..]
}

/// The first letters of a text, quoted.
fn start_of(rest: &str) -> Argument {
    let line = rest.lines().next().unwrap_or_default();
    if rest.is_empty() {
        message!("input-end-of-file").into()
    } else {
        format!("`{}`", line.chars().take(30).collect::<String>()).into()
    }
}

/// The probable cause, by the start of the message of `serde_json` and of the rest of the text.
fn hint(message: &str, rest: &str) -> Message {
    let by_message = [
        ("recursion limit", message!("input-hint-nesting")),
        ("number out of range", message!("input-hint-range")),
        ("trailing comma", message!("input-hint-comma")),
        ("EOF while parsing a list", message!("input-hint-open-list")),
        ("EOF while parsing an object", message!("input-hint-open-object")),
        ("EOF while parsing a string", message!("input-hint-open-text")),
        ("EOF", message!("input-hint-too-early")),
        ("expected `:`", message!("input-hint-colon")),
        ("trailing characters", message!("input-hint-trailing")),
        ("invalid number", message!("input-hint-leading-zeros")),
        ("invalid escape", message!("input-hint-backslash")),
        ("control character", message!("input-hint-control")),
        ("lone leading surrogate", message!("input-hint-surrogate")),
    ];
    let by_text = [
        ("'", message!("input-hint-double-quotes")),
        ("“", message!("input-hint-straight-quotes")),
        ("”", message!("input-hint-straight-quotes")),
        ("/", message!("input-hint-comment")),
        ("#", message!("input-hint-comment")),
        ("NaN", message!("input-hint-nan")),
        ("Infinity", message!("input-hint-infinity")),
        ("-Infinity", message!("input-hint-infinity")),
        ("None", message!("input-hint-null")),
        ("True", message!("input-hint-true")),
        ("False", message!("input-hint-false")),
        ("undefined", message!("input-hint-undefined")),
        ("+", message!("input-hint-plus")),
        (".", message!("input-hint-point")),
    ];
    // These messages also come with the causes above, so they are tried last.
    let by_end = [
        ("key must be a string", message!("input-hint-quoted-key")),
        ("expected `,`", message!("input-hint-missing-comma")),
    ];
    let hints = [(message, &by_message[..]), (rest, &by_text[..]), (message, &by_end[..])];
    let fitting = hints.into_iter().find_map(|(text, hints)| {
        hints.iter().find(|(start, _)| text.starts_with(*start)).map(|(_, hint)| hint.clone())
    });
    fitting.unwrap_or_else(|| message!("input-hint-other"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_keys_are_found_at_any_depth() {
        let text = r#"{"a": 1, "b": [{"c": 1, "c": 2}], "\u0061": {"d": null, "d": []}}"#;
        let places: Vec<String> =
            duplicate_keys(text).unwrap().0.into_iter().map(|error| error.location).collect();
        assert_eq!(places, ["b[0].c", "a", "a.d"]);
    }

    #[test]
    fn hints_name_what_was_probably_meant() {
        for (text, words) in [
            ("{\"a\": 1,}", "comma before the closing"),
            ("[1, 2,\n]", "comma before the closing"),
            ("{'a': 1}", "double quotes"),
            ("{“a”: 1}", "straight double quotes"),
            ("{\"a\": NaN}", "NaN"),
            ("{\"a\": -Infinity}", "without leading zeros"),
            ("{\"a\": True}", "`true`"),
            ("{a: 1}", "each key in double quotes"),
            ("{\"a\" 1}", "colon"),
            ("{\"a\": 1 \"b\": 2}", "comma between"),
            ("[1, 2", "close it with `]`"),
            ("{\"a\": \"b", "close it with `\"`"),
            ("{} {}", "follows the end"),
            ("// note\n{}", "comment"),
            ("\"a\nb\"", "line break"),
            ("\"C:\\data\"", "backslash"),
            ("[01]", "leading zeros"),
            ("[1e999]", "can exist"),
        ] {
            let errors = duplicate_keys(text).unwrap_err();
            assert!(errors.0[0].help.to_string().contains(words), "{text}: {errors}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_without_overflow() {
        let errors = duplicate_keys(&"[".repeat(1_000_000)).unwrap_err();
        assert_eq!(errors.0[0].code, Code::NestedTooDeep);
    }
}
