//! Remarks that look like wishes. Remarks go to lists alone; a wish among them would have no effect, unnoticed.

use serde_json::Value;

use super::entry::Entry;
use super::filled::Filled;
use super::fold::folded;
use super::origins::Origins;
use super::sheet::excerpt;
use super::vocabulary::{
    CellForm, KnownColumn, days, find_word, is_denomination, wishes_in_remarks,
};
use crate::input::errors::InputWarning;
use crate::instance::Day;
use crate::message;
use crate::texts::Message;

/// The path of the column of remarks.
const REMARKS: &str = "contact.remarks";
/// Words that may be before a name: `niet bij de Borg`.
const BEFORE_NAMES: [&str; 6] = ["de", "het", "een", "t", "basisschool", "the"];
/// Units of a longest journey.
const DISTANCES: [&str; 7] = ["km", "kilometer", "kilometers", "min", "minuten", "uur", "minutes"];
/// The most words of the name of a school.
const MOST_NAME_WORDS: usize = 5;

/// The words of a remark.
struct Remark<'a> {
    words: Vec<&'a str>,
    names_a_school: bool,
}

/// Warns of the remarks of students that look like wishes which their columns do not have: one warning for each sheet.
/// `names_a_school` says whether a text is the name of one.
pub fn question(
    students: &[Entry],
    names_a_school: &dyn Fn(&str) -> bool,
    origins: &Origins,
    warnings: &mut Vec<InputWarning>,
) {
    let wishes = students.iter().filter_map(|entry| {
        let text = entry.filled.contact.get(REMARKS)?;
        let column = Remark::of(text, names_a_school).column(&entry.filled)?;
        Some((entry, excerpt(text), column.name.quoted()))
    });
    let wishes: Vec<(&Entry, String, String)> = wishes.collect();
    for of_sheet in wishes.chunk_by(|(one, ..), (next, ..)| one.view == next.view) {
        let (first, remark, column) = &of_sheet[0];
        let message = match of_sheet {
            [_] => message!(
                "spreadsheets-wish-in-remark",
                remark = remark.as_str(),
                column = column.as_str()
            ),
            of_sheet => {
                let rows = of_sheet.iter().map(|(entry, remark, column)| {
                    message!(
                        "spreadsheets-wish-in-row",
                        row = entry.filled.row.to_string(),
                        remark = remark.as_str(),
                        column = column.as_str()
                    )
                });
                let rows: Vec<Message> = rows.collect();
                message!("spreadsheets-wishes-in-remarks", count = rows.len(), rows = rows)
            }
        };
        let location = origins.cell_of(first.view, first.filled.row, REMARKS);
        warnings.push(InputWarning { location, message: message.into() });
    }
}

impl<'a> Remark<'a> {
    fn of(text: &'a str, names_a_school: &dyn Fn(&str) -> bool) -> Self {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let mut starts = 0..words.len();
        let names_a_school = starts.any(|start| {
            (1..=MOST_NAME_WORDS).any(|count| {
                let Some(name) = words.get(start..start + count) else { return false };
                name.last().is_some_and(|last| is_name(last)) && names_a_school(&name.join(" "))
            })
        });
        Self { words, names_a_school }
    }

    /// The column for the wish that the remark looks like, unless the row has it already.
    fn column(&self, row: &Filled) -> Option<&'static KnownColumn> {
        let fitting = wishes_in_remarks().iter().find(|wish| {
            let fits = |pattern: &Vec<&str>| self.fits(pattern) && !self.is_known(wish.column, row);
            wish.patterns.iter().any(fits)
        });
        fitting.map(|wish| wish.column)
    }

    fn fits(&self, pattern: &[&str]) -> bool {
        let pattern = match pattern.split_first() {
            Some((&"<school>", rest)) if self.names_a_school => rest,
            Some((&"<school>", _)) => return false,
            _ => pattern,
        };
        (0..self.words.len()).any(|start| fits_at(&self.words[start..], pattern))
    }

    /// Whether the columns of a row say it already. Of days they do where those that the remark names agree.
    fn is_known(&self, column: &KnownColumn, row: &Filled) -> bool {
        let key = column.path.split(['.', '@']).next().unwrap_or(column.path);
        let value = row.values.get(key);
        if key != "days" {
            return value.is_some_and(|value| value.as_array().is_none_or(|list| !list.is_empty()));
        }
        let Some(free) = value.and_then(Value::as_array) else { return false };
        let named = self.words.iter().filter_map(|word| find_word(days(), word).ok());
        let named: Vec<&'static str> = named.map(Day::word).collect();
        let is_named = |day: &Value| day.as_str().is_some_and(|day| named.contains(&day));
        match column.form {
            CellForm::DaysExcept => !free.iter().any(is_named),
            _ => free.iter().all(is_named),
        }
    }
}

/// Whether words begin as a pattern says.
fn fits_at(words: &[&str], pattern: &[&str]) -> bool {
    let Some((wanted, pattern)) = pattern.split_first() else { return true };
    let Some((word, rest)) = words.split_first() else { return wanted.starts_with('!') };
    let lower = word.to_lowercase();
    let fits = match *wanted {
        "<day>" => find_word(days(), word).is_ok(),
        "<number>" => word.chars().all(|letter| letter.is_ascii_digit()),
        "<distance>" => DISTANCES.contains(&lower.as_str()),
        "<denomination>" => is_denomination(word),
        "<name>" if BEFORE_NAMES.contains(&lower.as_str()) && !rest.is_empty() => {
            return fits_at(rest, &[&["<name>"], pattern].concat());
        }
        "<name>" => is_name(word) || folded(word).contains("school"),
        wanted => match wanted.strip_prefix('!') {
            Some(other) => lower != other,
            None => lower == wanted,
        },
    };
    fits && fits_at(rest, pattern)
}

/// Whether a word begins as names do.
fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {

    use serde_json::json;

    use super::*;

    fn column(text: &str, values: Value) -> Option<&'static str> {
        let Value::Object(values) = values else { panic!("no row") };
        let row = Filled { row: 2, values, ..Filled::default() };
        let names_a_school = |name: &str| ["Het Kompas", "Nassauschool"].contains(&name);
        Remark::of(text, &names_a_school).column(&row).map(|column| column.name.dutch)
    }

    #[test]
    fn a_remark_that_looks_like_a_wish_belongs_in_a_column() {
        for (text, name) in [
            ("niet dinsdag", "niet beschikbaar op"),
            ("Kan niet op ma.", "niet beschikbaar op"),
            ("alleen woensdag", "beschikbare dagen"),
            ("niet bij De Borg", "niet bij"),
            ("broertje zit op Het Kompas - niet daar plaatsen", "niet bij"),
            ("broertje op Het Kompas, dus niet", "niet bij"),
            ("moet naar Nassauschool (afspraak met directeur)", "alleen bij"),
            ("Rolstoelgebruiker, school moet toegankelijk zijn", "alleen bij"),
            ("wil graag naar de Linde", "wensen"),
            ("alleen openbaar", "gewenste denominatie"),
            ("Kan niet reizen", "langste reis (km)"),
            ("mantelzorg, max. 10 km reizen", "langste reis (km)"),
            ("wil graag samen met Femke carpoolen", "samen met"),
            ("niet samen met Femke", "niet samen met"),
        ] {
            assert_eq!(column(text, json!({})), Some(name), "{text}");
        }
    }

    #[test]
    fn other_remarks_are_left_alone() {
        for text in [
            "zwanger, start in januari",
            "woont in Duitsland",
            "heeft VOG aangevraagd",
            "verhuist in september",
            "vertraagd, alleen nog afstudeerstage",
            "geen auto",
            "reist alleen openbaar vervoer",
            "belt op maandag",
            "was vorig jaar op Het Kompas",
            "gaat niet naar de startbijeenkomst",
            "kan niet mailen",
            "max 2 vakken",
        ] {
            assert_eq!(column(text, json!({})), None, "{text}");
        }
    }

    #[test]
    fn a_remark_that_repeats_a_column_is_no_wish_of_its_own() {
        assert_eq!(column("niet dinsdag", json!({ "days": ["mon", "wed"] })), None);
        assert!(column("niet dinsdag", json!({ "days": ["mon", "tue"] })).is_some());
        assert_eq!(column("alleen woensdag", json!({ "days": ["wed"] })), None);
        assert_eq!(column("niet bij De Borg", json!({ "not": ["h1"] })), None);
        assert!(column("niet bij De Borg", json!({ "not": [] })).is_some());
        assert_eq!(column("max 10 km", json!({ "limit_km": 10 })), None);
    }
}
