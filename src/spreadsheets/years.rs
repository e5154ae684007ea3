//! Study years: `2`, `jaar 2`, `2e jaars`, `P`; and lists of them.

use std::path::Path;

use serde_json::{Value, json};

use super::accepted::{accepted, text};
use super::fault::Fault;
use super::fold::folded;
use super::numbers;
use super::sheet::{CellContent, Source};
use super::vocabulary::{CellForm, every, is_one_of, not_applicable};
use super::word_values::{excepted, list_parts};
use crate::input::errors::Code;
use crate::instance::Year;
use crate::message;

/// The words for the four years.
const IN_WORDS: [[&str; 3]; 4] = [
    ["1", "eerste", "first"],
    ["2", "tweede", "second"],
    ["3", "derde", "third"],
    ["4", "vierde", "fourth"],
];
/// What people write beside the number of a year.
const AROUND: [&str; 15] = [
    "leerjaar",
    "studiejaar",
    "jaarsstudent",
    "jaars",
    "jaar",
    "year",
    "yr",
    "jr",
    "ste",
    "de",
    "e",
    "st",
    "nd",
    "rd",
    "th",
];

/// A study year.
pub fn year(content: &CellContent) -> Result<i64, Fault> {
    let number = match content {
        CellContent::Number(number) => numbers::as_whole(*number),
        content => written_year(&text(content)),
    };
    let fault = |code| {
        let advice = message!("spreadsheets-write-a-year");
        Fault::new(code, content.shown(), accepted(CellForm::Year), advice)
    };
    let number = number.ok_or_else(|| fault(Code::WrongType))?;
    Year::try_from(number).map(|_| number).map_err(|_| fault(Code::OutOfRange))
}

/// The year that a text names as people write it, if it names one.
pub fn written_year(text: &str) -> Option<i64> {
    if let Ok(number) = numbers::whole(text) {
        return Some(number);
    }
    let mut rest = folded(text);
    // The first year is the propaedeutic one.
    if ["p", "propedeuse"].contains(&rest.as_str()) {
        return Some(1);
    }
    for [number, dutch, english] in IN_WORDS {
        rest = rest.replacen(dutch, number, 1).replacen(english, number, 1);
    }
    for word in AROUND {
        rest = rest.replacen(word, "", 1);
    }
    // One digit: `1 of 2`, and a year such as 2026, are no study years.
    let digits = text.chars().filter(char::is_ascii_digit).count();
    rest.parse().ok().filter(|_| rest.len() == 1 && digits <= 1)
}

/// The study year in the name of a sheet, or else in that of its file, and the name: `Jaar 2`, `Eerstejaars voltijd`. None
/// where the name has other numbers that may be years: `Jaar 1 en 2`.
pub fn year_of_name(source: &Source) -> Option<(i64, String)> {
    let file = Path::new(&source.file).file_stem().and_then(|stem| stem.to_str());
    let mut names = source.sheet.as_deref().into_iter().chain(file);
    names.find_map(|name| Some((year_in(name)?, name.to_owned())))
}

fn year_in(name: &str) -> Option<i64> {
    let words: Vec<&str> = name.split(|letter: char| !letter.is_alphanumeric()).collect();
    let pairs = words.windows(2).map(<[&str]>::concat);
    let parts = words.iter().map(|word| (*word).to_owned()).chain(pairs);
    let read = parts.filter_map(|part| {
        let year = written_year(&part).filter(|year| Year::try_from(*year).is_ok())?;
        let says_year = ["jaar", "year"].iter().any(|word| folded(&part).contains(word));
        Some((year, says_year))
    });
    let read: Vec<(i64, bool)> = read.collect();
    let (year, _) = read.iter().find(|(_, says_year)| *says_year)?;
    read.iter().all(|(other, _)| other == year).then_some(*year)
}

/// A list of study years: `1-3`, `jaar 1 en 2`, `alleen 4`, `niet 1`; `None` for all.
pub fn years(content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_one_of(every(), &text) || is_one_of(not_applicable(), &text) {
        return Ok(None);
    }
    let fault =
        |advice| Fault::new(Code::WrongType, content.shown(), accepted(CellForm::Years), advice);
    let year = |text: &str| {
        let number = written_year(text).filter(|number| Year::try_from(*number).is_ok());
        number.ok_or_else(|| fault(message!("spreadsheets-write-years")))
    };
    if matches!(content, CellContent::Number(number) if numbers::as_whole(*number).is_none()) {
        return Err(fault(message!("spreadsheets-list-became-a-number")));
    }
    let (left_out, rest) = excepted(&text);
    let rest = rest.replace("t/m", "-").replace('–', "-");
    let parts = list_parts(&rest);
    let mut years: Vec<i64> = Vec::new();
    // `2+` may mean 2 and beyond: a part that is missing is none.
    for part in &parts {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (year(first)?, year(last)?);
        if first > last {
            return Err(fault(message!("spreadsheets-write-years")));
        }
        years.extend(first..=last);
    }
    if left_out {
        years = (1..=4).filter(|year| !years.contains(year)).collect();
    }
    Ok(Some(json!(years)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_as_people_write_them() {
        for (text, year) in [
            ("2", 2),
            ("jaar 2", 2),
            ("3e", 3),
            ("2e jaars", 2),
            ("P", 1),
            ("4de jaar", 4),
            ("Leerjaar 1", 1),
            ("7", 7),
            ("1st year", 1),
            ("eerste jaar", 1),
            ("eerstejaars", 1),
            ("Tweedejaars", 2),
            ("derde", 3),
            ("second year", 2),
        ] {
            assert_eq!(written_year(text), Some(year), "{text}");
        }
        for text in [
            "afst.",
            "",
            "1 of 2",
            "jaar",
            "2026",
            "1-2",
            "vier",
            "2x",
            "eerste of tweede",
            "jaar 1 tweede",
        ] {
            assert_eq!(written_year(text).filter(|year| *year < 9), None, "{text}");
        }
    }

    #[test]
    fn the_name_of_a_sheet_may_say_one_year() {
        for (name, year) in [
            ("Jaar 2", 2),
            ("Studenten jaar 1 (2027-2028)", 1),
            ("3e jaars", 3),
            ("Tweedejaars deeltijd", 2),
            ("leerjaar4", 4),
            ("year 1", 1),
        ] {
            assert_eq!(year_in(name), Some(year), "{name}");
        }
        for name in [
            "Studenten",
            "Blad2",
            "Jaar 1 en 2",
            "Jaar 1-3",
            "Eerste en tweede jaar",
            "Schooljaar 2027",
            "Jaar 5",
            "Jaar 2 groep 3",
            "2",
        ] {
            assert_eq!(year_in(name), None, "{name}");
        }
    }

    #[test]
    fn a_list_of_years_has_ranges_from_low_to_high() {
        let read = |text: &str| years(&CellContent::Text(text.to_owned())).ok();
        for (text, list) in [
            ("1-3", vec![1, 2, 3]),
            ("1, 3", vec![1, 3]),
            ("2 t/m 2", vec![2]),
            ("jaar 1 en 2", vec![1, 2]),
            ("3e en 4e", vec![3, 4]),
            ("alleen 4", vec![4]),
            ("eerstejaars", vec![1]),
            ("niet 1", vec![2, 3, 4]),
            ("1 t/m 3e", vec![1, 2, 3]),
        ] {
            assert_eq!(read(text), Some(Some(json!(list))), "{text}");
        }
        assert_eq!(read("n.v.t."), Some(None));
        for text in ["3-1", "1, 4-2", "1-", "1-9", "2+", "vanaf 2", "1 of 2"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
