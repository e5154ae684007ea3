//! Programmes by the college's own names, by the settings: `opleiding Acad. pabo | academisch; jaren 1, 2; lesdagen 2`.
//!
//! Each is one of the four programmes, with community years and class days of its own where they are given.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::accepted::accepted;
use super::entry::Entry;
use super::fault::Fault;
use super::filled::Filled;
use super::fold::folded;
use super::numbers;
use super::origins::Origins;
use super::setting_values::subject;
use super::sheet::{CellContent, excerpt};
use super::vocabulary::{CellForm, find_word, programmes};
use super::word_values::list_parts;
use super::years::years;
use crate::input::errors::{Code, InputErrors};
use crate::instance::Programme;
use crate::message;

/// How the key of such a setting begins, folded.
const BEGINNINGS: [&str; 5] = ["opleidingen", "opleiding", "programmes", "programme", "program"];
/// What is before the years of the learning community, in lower case; longer words first.
const YEARS: [&str; 6] = ["leergemeenschap", "community years", "jaren", "jaar", "years", "year"];
/// What is before the days that the class needs, in lower case; longer words first.
const CLASS_DAYS: [&str; 5] = ["klassendagen", "lesdagen", "lesdag", "class days", "class day"];
/// The last study year.
const LAST_YEAR: i64 = 4;

/// A programme by a name of the settings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedProgramme {
    /// The programme that it is.
    programme: Programme,
    /// Its years of the learning community, if they are its own.
    years: Option<Vec<i64>>,
    /// The days a week that the class needs, if they are its own.
    class_days: Option<i64>,
}

/// The programmes that settings name, by folded name.
#[derive(Debug, Default)]
pub struct NamedProgrammes(BTreeMap<String, NamedProgramme>);

impl NamedProgrammes {
    /// The programmes in rows of settings. What is wrong with them is reported by [`take`].
    pub fn of(settings: &[Filled]) -> Self {
        let named = settings.iter().filter_map(|filled| {
            let (name, value) = named(filled)?;
            Some((folded(&name), read(value).ok()?))
        });
        Self(named.collect())
    }

    /// The programme with a name.
    pub fn find(&self, name: &str) -> Option<&NamedProgramme> {
        // Folding is not free, and most settings name no programme.
        if self.0.is_empty() { None } else { self.0.get(&folded(name)) }
    }

    /// A list of programmes in a cell, with the names of the settings replaced by what they are.
    pub fn in_list(&self, list: &str) -> Option<String> {
        let parts = list_parts(list);
        let is_named = parts.iter().any(|part| self.find(part).is_some());
        let words = parts.iter().map(|part| {
            self.find(part).map_or(part.as_str(), |named| named.programme.word()).to_owned()
        });
        is_named.then(|| words.collect::<Vec<_>>().join("; "))
    }
}

impl NamedProgramme {
    /// The programme as a value of the document.
    pub fn value(&self) -> Value {
        json!(self.programme)
    }

    /// Adds what the programme says of a student where the row says nothing of it itself.
    pub fn complete(&self, student: &mut Map<String, Value>) {
        if let Some(days) = self.class_days {
            student.entry("class_days").or_insert_with(|| json!(days));
        }
        let year = student.get("year").and_then(Value::as_i64);
        if let (Some(years), Some(year)) = (&self.years, year) {
            student.entry("community").or_insert_with(|| json!(years.contains(&year)));
        }
    }
}

/// Takes these settings out of the rows of settings, and reports what is wrong with them. Returns each name with
/// what is said of it.
pub fn take(
    settings: &mut Vec<Entry>,
    origins: &Origins,
    errors: &mut InputErrors,
) -> Vec<(String, String)> {
    let mut written: Vec<(String, String)> = Vec::new();
    settings.retain(|entry| {
        let Some((name, value)) = named(&entry.filled) else { return true };
        let place = |key| origins.cell_of(entry.view, entry.filled.row, key);
        if let Some((other, _)) = written.iter().find(|(known, _)| folded(known) == folded(&name)) {
            let found = message!("spreadsheets-setting-again", key = &name, other = other);
            let allowed = message!("spreadsheets-each-setting-once");
            let advice = message!("spreadsheets-remove-one-row");
            errors.add(Code::DuplicateKey, place("key"), found, allowed, advice);
        }
        if let Err(fault) = read(value) {
            fault.report(place("value"), errors);
        }
        written.push((name, value.to_owned()));
        false
    });
    written
}

/// The name of a programme, and what is said of it, if a row of settings is about one.
fn named(filled: &Filled) -> Option<(String, &str)> {
    let text = |key: &str| filled.values.get(key).and_then(Value::as_str);
    let (key, value) = (text("key")?, text("value")?);
    let name = subject(key, &BEGINNINGS).filter(|_| filled.broken.is_empty())?;
    Some((name, value))
}

/// Reads `academisch; jaren 1, 2; lesdagen 2`.
fn read(value: &str) -> Result<NamedProgramme, Fault> {
    let mut parts = value.split([';', '|', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or_default();
    let programme = find_word(programmes(), first).map_err(|advice| {
        Fault::new(Code::UnknownWord, excerpt(first), accepted(CellForm::Programme), advice)
    })?;
    let mut named = NamedProgramme { programme, years: None, class_days: None };
    for part in parts {
        if let Some(rest) = after(part, &CLASS_DAYS) {
            named.class_days = Some(numbers::whole(rest).map_err(|_| unread(part))?);
        } else if let Some(rest) = after(part, &YEARS) {
            let list = years(&CellContent::Text(rest.to_owned()))?;
            let listed = list.as_ref().and_then(Value::as_array);
            named.years = Some(match listed {
                Some(listed) => listed.iter().filter_map(Value::as_i64).collect(),
                None => (1..=LAST_YEAR).collect(),
            });
        } else {
            return Err(unread(part));
        }
    }
    Ok(named)
}

/// What is behind the first of some words with which a text begins.
fn after<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let begins =
        |word: &&str| text.get(..word.len()).is_some_and(|start| start.to_lowercase() == **word);
    let word = words.iter().copied().find(begins)?;
    Some(text[word.len()..].trim_start_matches([' ', ':', '=']))
}

fn unread(part: &str) -> Fault {
    let allowed = message!("spreadsheets-programme-setting");
    let help = message!("spreadsheets-programme-setting-example");
    Fault::new(Code::UnknownWord, excerpt(part), allowed, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_says_which_programme_with_which_years_and_days() {
        let programme = |programme, years: Option<&[i64]>, class_days| NamedProgramme {
            programme,
            years: years.map(<[i64]>::to_vec),
            class_days,
        };
        for (text, expected) in [
            ("academisch", programme(Programme::Academisch, None, None)),
            ("Voltijd; jaren 1-2", programme(Programme::Voltijd, Some(&[1, 2]), None)),
            (
                "dt; Jaar 1 t/m 3; lesdagen: 2",
                programme(Programme::Deeltijd, Some(&[1, 2, 3]), Some(2)),
            ),
            (
                "mbo; class days 0; years all",
                programme(Programme::Mbo, Some(&[1, 2, 3, 4]), Some(0)),
            ),
        ] {
            assert_eq!(read(text).expect(text), expected, "{text}");
        }
        for text in ["", "hbo", "voltijd; jaren 5", "voltijd; lesdagen veel", "voltijd; maandag"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_row_wins_over_what_its_programme_says() {
        let programme = read("voltijd; jaren 1, 2; lesdagen 2").unwrap();
        for (row, expected) in [
            (json!({ "year": 2 }), json!({ "year": 2, "class_days": 2, "community": true })),
            (json!({ "year": 3 }), json!({ "year": 3, "class_days": 2, "community": false })),
            (
                json!({ "year": 3, "class_days": 1, "community": true }),
                json!({ "year": 3, "class_days": 1, "community": true }),
            ),
            (json!({ "year": null }), json!({ "year": null, "class_days": 2 })),
        ] {
            let Value::Object(mut student) = row else { panic!("an object") };
            programme.complete(&mut student);
            assert_eq!(Value::Object(student), expected);
        }
    }

    #[test]
    fn names_in_a_list_are_replaced() {
        let named =
            NamedProgrammes(BTreeMap::from([(folded("Acad. pabo"), read("academisch").unwrap())]));
        assert_eq!(named.in_list("VT, acad pabo").as_deref(), Some("VT; academisch"));
        assert_eq!(named.in_list("VT, DT"), None);
        assert!(NamedProgrammes::default().find("").is_none());
    }
}
