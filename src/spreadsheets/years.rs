//! Study years: `2`, `jaar 2`, `2e jaars`, `P`; and lists of them.

use serde_json::{Value, json};

use super::accepted::{accepted, text};
use super::fault::Fault;
use super::fold::folded;
use super::numbers;
use super::sheet::CellContent;
use super::vocabulary::{CellForm, every, is_one_of};
use crate::input::errors::Code;
use crate::instance::Year;
use crate::message;

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

/// A study year. The range is checked by the reader of all instances.
pub fn year(content: &CellContent) -> Result<i64, Fault> {
    let number = match content {
        CellContent::Number(number) => numbers::as_whole(*number),
        content => written_year(&text(content)),
    };
    number.ok_or_else(|| {
        let advice = message!("spreadsheets-write-a-year");
        Fault::new(Code::WrongType, content.shown(), accepted(CellForm::Year), advice)
    })
}

fn written_year(text: &str) -> Option<i64> {
    if let Ok(number) = numbers::whole(text) {
        return Some(number);
    }
    let mut rest = folded(text);
    // The first year is the propaedeutic one.
    if ["p", "propedeuse", "eerstejaars", "eerste"].contains(&rest.as_str()) {
        return Some(1);
    }
    for word in AROUND {
        rest = rest.replacen(word, "", 1);
    }
    // One digit: `1 of 2`, and a year such as 2026, are no study years.
    let has_one_number = text.chars().filter(char::is_ascii_digit).count() == 1;
    rest.parse().ok().filter(|_| has_one_number)
}

/// A list of study years; `None` for all.
pub fn years(content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_one_of(every(), &text) {
        return Ok(None);
    }
    let fault =
        |advice| Fault::new(Code::WrongType, content.shown(), accepted(CellForm::Years), advice);
    let year = |text: &str| {
        let number = text.parse::<i64>().ok().filter(|number| Year::try_from(*number).is_ok());
        number.ok_or_else(|| fault(message!("spreadsheets-write-years")))
    };
    if matches!(content, CellContent::Number(number) if numbers::as_whole(*number).is_none()) {
        return Err(fault(message!("spreadsheets-list-became-a-number")));
    }
    let text = text.replace("t/m", "-").replace([' ', '–'], "");
    let mut years: Vec<i64> = Vec::new();
    for part in text.split([';', '|', ',', '/', '\n', '+', '&']).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (year(first)?, year(last)?);
        if first > last {
            return Err(fault(message!("spreadsheets-write-years")));
        }
        years.extend(first..=last);
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
        ] {
            assert_eq!(written_year(text), Some(year), "{text}");
        }
        for text in ["afst.", "", "1 of 2", "jaar", "2026", "1-2", "vier", "2x"] {
            assert_eq!(written_year(text).filter(|year| *year < 9), None, "{text}");
        }
    }

    #[test]
    fn a_list_of_years_has_ranges_from_low_to_high() {
        let read = |text: &str| years(&CellContent::Text(text.to_owned())).ok();
        for (text, list) in [("1-3", vec![1, 2, 3]), ("1, 3", vec![1, 3]), ("2 t/m 2", vec![2])] {
            assert_eq!(read(text), Some(Some(json!(list))), "{text}");
        }
        for text in ["3-1", "1, 4-2", "1-", "1-9"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
