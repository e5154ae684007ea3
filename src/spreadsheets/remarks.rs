//! Remarks that look like wishes. Remarks go to lists alone; a wish among them would have no effect, unnoticed.

use serde_json::Value;

use super::entry::Entry;
use super::filled::Filled;
use super::fold::folded;
use super::origins::Origins;
use super::sheet::excerpt;
use super::vocabulary::{
    CellForm, KnownColumn, TableKind, days, find_word, is_denomination, programmes,
    wishes_in_remarks,
};
use super::years::written_year;
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
/// Those whom a school takes, or where.
const STUDENTS: [&str; 10] = [
    "student",
    "studenten",
    "stagiair",
    "stagiairs",
    "stagiaires",
    "plek",
    "plekken",
    "plaats",
    "plaatsen",
    "places",
];
/// What may be behind the word for a programme: `deeltijders`.
const AFTER_PROGRAMMES: [&str; 4] = ["", "ers", "student", "studenten"];
/// The most words of the name of a school.
const MOST_NAME_WORDS: usize = 5;

/// The words of a remark.
struct Remark<'a> {
    words: Vec<&'a str>,
    names_a_school: bool,
}

/// Warns of the remarks of students or schools that look like wishes or conditions which their columns do not have: one
/// warning for each sheet. `names_a_school` says whether a text is the name of one.
pub fn question(
    kind: TableKind,
    entries: &[Entry],
    names_a_school: &dyn Fn(&str) -> bool,
    origins: &Origins,
    warnings: &mut Vec<InputWarning>,
) {
    let wishes = entries.iter().flat_map(|entry| {
        // Another table may have added the remark.
        let added = entry.joined.iter().map(|(view, filled)| (*view, filled));
        let rows = std::iter::once((entry.view, &entry.filled)).chain(added);
        rows.filter_map(move |(view, row)| {
            let text = row.contact.get(REMARKS)?;
            let column = Remark::of(text, names_a_school).column(kind, &entry.filled)?;
            Some((view, row.row, excerpt(text), column.name.quoted()))
        })
    });
    let mut wishes: Vec<(usize, u32, String, String)> = wishes.collect();
    wishes.sort_by_key(|(view, ..)| *view);
    for of_sheet in wishes.chunk_by(|(view, ..), (next, ..)| view == next) {
        let (view, row, remark, column) = &of_sheet[0];
        let message = match of_sheet {
            [_] => message!(
                "spreadsheets-wish-in-remark",
                remark = remark.as_str(),
                column = column.as_str()
            ),
            of_sheet => {
                let rows = of_sheet.iter().map(|(_, row, remark, column)| {
                    message!(
                        "spreadsheets-wish-in-row",
                        row = row.to_string(),
                        remark = remark.as_str(),
                        column = column.as_str()
                    )
                });
                let rows: Vec<Message> = rows.collect();
                message!("spreadsheets-wishes-in-remarks", count = rows.len(), rows = rows)
            }
        };
        let location = origins.cell_of(*view, *row, REMARKS);
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
    fn column(&self, kind: TableKind, row: &Filled) -> Option<&'static KnownColumn> {
        let fitting = wishes_in_remarks().iter().filter(|wish| wish.kind == kind).find(|wish| {
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

    /// Whether the columns of a row say it already. Of days they do where those that the remark names agree, and of places
    /// where the remark names their number.
    fn is_known(&self, column: &KnownColumn, row: &Filled) -> bool {
        let key = column.path.split(['.', '@']).next().unwrap_or(column.path);
        let value = row.values.get(key);
        if key == "places" {
            let number = value.map(Value::to_string).unwrap_or_default();
            let mut numbers = self.words.iter().filter(|word| is_number(word)).peekable();
            return match numbers.peek() {
                None => number == "0",
                Some(_) => numbers.any(|word| *word == number),
            };
        }
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
        "<number>" => is_number(word),
        "<students>" => STUDENTS.contains(&lower.as_str()),
        "<programme>" => AFTER_PROGRAMMES.iter().any(|end| {
            lower.strip_suffix(end).is_some_and(|word| find_word(programmes(), word).is_ok())
        }),
        "<year>" => !is_number(word) && written_year(word).is_some(),
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

fn is_number(word: &str) -> bool {
    word.chars().all(|letter| letter.is_ascii_digit())
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
        let remark = Remark::of(text, &names_a_school);
        remark.column(TableKind::Students, &row).map(|column| column.name.dutch)
    }

    fn of_school(text: &str, values: Value) -> Option<&'static str> {
        let Value::Object(values) = values else { panic!("no row") };
        let row = Filled { row: 2, values, ..Filled::default() };
        let remark = Remark::of(text, &|_| false);
        remark.column(TableKind::Schools, &row).map(|column| column.name.dutch)
    }

    #[test]
    fn a_condition_of_a_school_belongs_in_a_column() {
        for (text, name) in [
            ("alleen voltijd", "opleidingen"),
            ("Geen deeltijders a.u.b.", "opleidingen"),
            ("liever geen DT", "opleidingen"),
            ("alleen jaar 3 en 4", "studiejaren"),
            ("geen eerstejaars", "studiejaren"),
            ("2e jaars graag; alleen 2e jaars", "studiejaren"),
            ("max 1 deeltijd", "plekken voor"),
            ("waarvan 2 eerstejaars", "plekken voor"),
            ("minimaal 2 studenten bij elkaar", "minimum studenten"),
            ("max. 3 studenten dit jaar", "plekken"),
            ("dit jaar geen plek", "plekken"),
            ("doet dit jaar niet mee", "valt weg"),
        ] {
            assert_eq!(of_school(text, json!({ "places": 4 })), Some(name), "{text}");
        }
    }

    #[test]
    fn other_remarks_of_schools_are_left_alone() {
        for text in [
            "directeur stopt in mei",
            "nieuwe schoolopleider gezocht",
            "contact via de intern begeleider",
            "gebouw verhuist in jaar 2027",
            "bellen na 15 uur",
            "heeft 4 studenten gevraagd",
            "alleen op dinsdag bereikbaar",
        ] {
            assert_eq!(of_school(text, json!({ "places": 4 })), None, "{text}");
        }
        assert_eq!(of_school("alleen voltijd", json!({ "programmes": ["voltijd"] })), None);
        assert_eq!(of_school("geen plek", json!({ "places": 0 })), None);
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
