//! The text as JSON: one walk that builds nothing and finds what is not well-formed, what is
//! nested too deep, and every key that stands twice (which typed maps would swallow).

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::place::{Place, Step};
use crate::input::errors::{Code, InputError, InputErrors};

/// Every key that stands twice in one object, as a problem each.
///
/// # Errors
/// `not-json`, `nested-too-deep` or `out-of-range` (a number beyond any double), where the
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
    place: Place,
    problems: InputErrors,
}

impl Walk {
    fn repeated(&mut self, key: &str) {
        self.problems.add(
            Code::DuplicateKey,
            self.place.key(key).to_string(),
            format!("a second `{key}` in the same object"),
            "each key once",
            "remove one of the two, or rename the one that was meant otherwise",
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
        formatter.write_str("any JSON value")
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
            self.0.place.0.push(Step::Index(index));
            let more = list.next_element_seed(Value(self.0))?.is_some();
            self.0.place.0.pop();
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
            self.0.place.0.push(Step::Key(key.clone().into_owned()));
            object.next_value_seed(Value(self.0))?;
            self.0.place.0.pop();
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

/// What `serde_json` says of a text, with its place, an excerpt and a hint.
fn complaint(error: &serde_json::Error, text: &str) -> InputError {
    let message = error.to_string();
    let (code, allowed) = if message.starts_with("recursion limit exceeded") {
        (Code::NestedTooDeep, "at most 127 lists and objects within each other")
    } else if message.starts_with("number out of range") {
        (Code::OutOfRange, "a number below 10^308")
    } else {
        (Code::NotJson, "well-formed JSON")
    };
    let rest = rest_from(text, error.line(), error.column());
    let message = message.split(" at line ").next().unwrap_or_default();
    InputError::new(
        code,
        format!("line {}, column {}", error.line(), error.column()),
        format!("{message}, at {}", shown(rest)),
        allowed,
        hint(message, rest),
    )
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

fn shown(rest: &str) -> String {
    let line = rest.lines().next().unwrap_or_default();
    if rest.is_empty() {
        "the end of the file".to_owned()
    } else {
        format!("`{}`", line.chars().take(30).collect::<String>())
    }
}

/// What was probably meant, by what `serde_json` says and what stands there.
fn hint(message: &str, rest: &str) -> &'static str {
    let by_text: &[(&str, &str)] = &[
        ("'", "write texts and keys in double quotes, not single ones"),
        ("“", "write straight double quotes, not curly ones"),
        ("”", "write straight double quotes, not curly ones"),
        ("/", "remove the comment: JSON has none"),
        ("#", "remove the comment: JSON has none"),
        ("NaN", "JSON has no NaN: leave the key out, or write `null`"),
        ("Infinity", "JSON has no infinity: leave the key out, or write `null`"),
        ("-Infinity", "JSON has no infinity: leave the key out, or write `null`"),
        ("None", "write `null`"),
        ("True", "write `true`"),
        ("False", "write `false`"),
        ("undefined", "leave the key out, or write `null`"),
        ("+", "write numbers without a plus sign"),
        (".", "write a digit before the decimal point"),
    ];
    let by_message: &[(&str, &str)] = &[
        ("recursion limit", "remove brackets: no document needs so many"),
        ("number out of range", "write a number that can exist"),
        ("trailing comma", "remove the comma before the closing bracket"),
        ("EOF while parsing a list", "the file ends within a list: close it with `]`"),
        ("EOF while parsing an object", "the file ends within an object: close it with `}`"),
        ("EOF while parsing a string", "the file ends within a text: close it with `\"`"),
        ("EOF", "the file ends too early: was it saved and copied whole?"),
        ("expected `:`", "write a colon between the key and its value"),
        ("trailing characters", "remove what follows the end of the document"),
        ("invalid number", "write numbers like 12 or 0.5, without leading zeros"),
        ("invalid escape", "write a backslash within a text as `\\\\`"),
        ("control character", "write a line break within a text as `\\n`, a tab as `\\t`"),
        ("lone leading surrogate", "write the letter itself instead of half an escape"),
    ];
    let by_end: &[(&str, &str)] = &[
        ("key must be a string", "write each key in double quotes"),
        ("expected `,`", "write a comma between two values; or is a quote or bracket missing?"),
    ];
    let stands = |(start, _): &&(&str, &str)| rest.starts_with(start);
    let said = |(start, _): &&(&str, &str)| message.starts_with(start);
    let found = by_message.iter().find(said);
    let found = found.or_else(|| by_text.iter().find(stands)).or_else(|| by_end.iter().find(said));
    found.map_or("correct the text at this place", |(_, hint)| hint)
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
