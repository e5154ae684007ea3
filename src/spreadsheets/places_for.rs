//! Limits for programmes and years in one cell: `deeltijd 1 2: 3; mbo: 1` is at most three students of
//! deeltijd in the first two years, and at most one of mbo. `alle: 4` is a limit for all.

use serde_json::{Value, json};

use super::vocabulary::{every, find_word, is_one_of, programmes, word_for};
use crate::instance::document::PlacesForDocument;
use crate::texts::Language;

/// The limits that a text states, as the document writes them.
///
/// # Errors
/// The part that cannot be read.
pub fn read(text: &str) -> Result<Value, String> {
    let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let limits = parts.map(|part| limit(part).ok_or_else(|| part.to_owned()));
    limits.collect::<Result<Vec<Value>, String>>().map(Value::Array)
}

fn limit(part: &str) -> Option<Value> {
    let (whom, places) = part.split_once(':')?;
    let places: i64 = places.trim().parse().ok()?;
    let mut limit = json!({ "places": places });
    let words: Vec<&str> =
        whom.split([' ', ',', '+', '|']).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return None;
    }
    for word in words {
        if is_one_of(every(), word) {
            continue;
        }
        let (key, value) = match word.parse::<i64>() {
            Ok(year) => ("years", json!(year)),
            Err(_) => ("programmes", json!(find_word(programmes(), word).ok()?)),
        };
        match limit.get_mut(key).and_then(Value::as_array_mut) {
            Some(list) => list.push(value),
            None => limit[key] = json!([value]),
        }
    }
    Some(limit)
}

/// Limits in one cell, which [`read`] reads again.
pub fn written(limits: &[PlacesForDocument], language: Language) -> String {
    let limits = limits.iter().map(|limit| {
        let programme_words = limit.programmes.iter().flatten().filter_map(|programme| {
            let word = word_for(programmes(), programme)?;
            Some(word.in_language(language).to_owned())
        });
        let years = limit.years.iter().flatten().map(ToString::to_string);
        let mut words: Vec<String> = programme_words.chain(years).collect();
        if words.is_empty() {
            words.extend(every().iter().map(|word| word.name.in_language(language).to_owned()));
        }
        format!("{}: {}", words.join(" "), limit.places.get())
    });
    limits.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_as_they_are_written() {
        let text = "deeltijd mbo 2 1: 3; 4: 0; alle: 7";
        let read = read(text).unwrap();
        assert_eq!(
            read,
            json!([
                { "places": 3, "programmes": ["deeltijd", "mbo"], "years": [2, 1] },
                { "places": 0, "years": [4] },
                { "places": 7 },
            ])
        );
        let limits: Vec<PlacesForDocument> = serde_json::from_value(read).unwrap();
        assert_eq!(written(&limits, Language::Dutch), text);
    }

    #[test]
    fn what_is_no_limit_is_named() {
        for part in ["deeltijd", "deeltijd: x", "dans: 1", ": 1"] {
            assert_eq!(read(&format!("mbo: 1; {part}")), Err(part.trim().to_owned()));
        }
    }
}
