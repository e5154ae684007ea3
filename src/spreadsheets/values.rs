//! Reads the content of a cell as a value of the document.

use serde_json::{Value, json};

use super::accepted::{accepted, is_empty_list, is_nothing, text};
use super::fault::Fault;
use super::lists;
use super::numbers::{self, NoNumber};
use super::places_for;
use super::setting_values;
use super::sheet::{CellContent, excerpt};
use super::vocabulary::{
    CellForm, approximate, is_one_of, programmes, standings, strengths, yes_no,
};
use super::word_values::{day_list, days_except, is_withdrawn, says_withdrawn, word, words};
use super::years::{year, years};
use crate::base::Kilometres;
use crate::input::errors::Code;
use crate::instance::document::Postcode;
use crate::message;

/// The value in a cell that is not blank; `None` if it sets no restriction, such as "all programmes".
///
/// # Errors
/// Why the cell cannot be read.
pub fn read(form: CellForm, content: &CellContent) -> Result<Option<Value>, Fault> {
    check_kind(form, content)?;
    Ok(Some(match form {
        CellForm::Ids
        | CellForm::StudentIds
        | CellForm::Texts
        | CellForm::WishedIds
        | CellForm::WishedTexts => {
            return list(form, content);
        }
        CellForm::Days => return day_list(content),
        CellForm::DaysExcept => return days_except(content),
        CellForm::Year => json!(year(content)?),
        CellForm::Withdrawn => json!(is_withdrawn(content)?),
        CellForm::SchoolStatus => json!(says_withdrawn(content)?),
        CellForm::Programmes => return words(programmes(), content),
        CellForm::Years => return years(content),
        CellForm::PlacesFor => return limits(content),
        CellForm::Id => json!(id(content)?),
        CellForm::Text | CellForm::BoardName | CellForm::ClusterName | CellForm::Contact => {
            json!(lists::unquoted(content).unwrap_or_else(|| text(content)))
        }
        CellForm::Whole => json!(whole(content)?),
        CellForm::Kilometres => decimal(content, Kilometres::GREATEST as f64)?,
        CellForm::KilometresAsMetres => json!(metres(content)?),
        CellForm::Factor => decimal(content, 100.0)?,
        CellForm::Minutes => decimal(content, 100_000.0)?,
        CellForm::North => degrees(form, content, 90.0)?,
        CellForm::East => degrees(form, content, 180.0)?,
        CellForm::Postcode => json!(postcode(content)?),
        CellForm::DayMark(_) | CellForm::YesNo => json!(word(yes_no(), content)?),
        CellForm::Programme => json!(word(programmes(), content)?),
        CellForm::Standing => json!(word(standings(), content)?),
        CellForm::Strength => json!(word(strengths(), content)?),
        CellForm::Value => setting_values::value(content),
    }))
}

/// Refuses contents that no form accepts, such as dates and failed formulas.
fn check_kind(form: CellForm, content: &CellContent) -> Result<(), Fault> {
    let advice = match content {
        CellContent::Text(_) | CellContent::Number(_) => return Ok(()),
        CellContent::Truth(_)
            if matches!(form, CellForm::YesNo | CellForm::DayMark(_) | CellForm::Value) =>
        {
            return Ok(());
        }
        CellContent::Truth(_) => message!("spreadsheets-type-the-value"),
        CellContent::Date(_) | CellContent::TimeOfDay => message!("spreadsheets-became-a-date"),
        CellContent::Failure(_) => message!("spreadsheets-mend-the-formula"),
        CellContent::Uncalculated(_) => message!("spreadsheets-calculate-the-formula"),
        CellContent::Percentage(_) => message!("spreadsheets-format-as-number"),
    };
    Err(Fault::new(Code::UnusableCell, content.shown(), accepted(form), advice))
}

fn id(content: &CellContent) -> Result<String, Fault> {
    if let Some(exact) = lists::unquoted(content) {
        return Ok(exact);
    }
    let text = text(content);
    let is_long =
        matches!(content, CellContent::Number(number) if numbers::as_whole(*number).is_none());
    if is_long || numbers::is_cut_off(&text) {
        return Err(Fault::new(
            Code::UnusableCell,
            message!("spreadsheets-the-number", shown = excerpt(&text)),
            accepted(CellForm::Id),
            message!("spreadsheets-became-a-number"),
        ));
    }
    Ok(text)
}

fn list(form: CellForm, content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = match content {
        CellContent::Number(_) => return Ok(Some(json!([id(content)?]))),
        _ => text(content),
    };
    if is_empty_list(form, &text) {
        return Ok(Some(json!([])));
    }
    let values = lists::values(&text).map_err(|problem| {
        let found =
            message!("spreadsheets-problem-in-text", problem = problem, text = excerpt(&text));
        Fault::new(Code::WrongType, found, accepted(form), message!("spreadsheets-list-signs"))
    })?;
    Ok(Some(json!(values)))
}

fn no_number(content: &CellContent, why: NoNumber) -> Fault {
    match why {
        NoNumber::Ambiguous(one, other) => Fault::new(
            Code::AmbiguousNumber,
            content.shown(),
            message!("spreadsheets-without-thousands", form = message!("spreadsheets-a-number")),
            // A fourth decimal makes the point or comma unmistakably a decimal sign.
            message!("spreadsheets-write-either", one = other, other = format!("{one}0")),
        ),
        NoNumber::Other => Fault::new(
            Code::WrongType,
            content.shown(),
            message!("spreadsheets-a-number"),
            message!("spreadsheets-write-a-number"),
        ),
    }
}

fn whole(content: &CellContent) -> Result<i64, Fault> {
    let read = match content {
        CellContent::Number(number) => numbers::as_whole(*number).ok_or(NoNumber::Other),
        content => numbers::whole(&text(content)),
    };
    read.map_err(|why| match why {
        NoNumber::Ambiguous(_, other) => Fault::new(
            Code::AmbiguousNumber,
            content.shown(),
            message!("spreadsheets-without-thousands", form = accepted(CellForm::Whole)),
            message!("spreadsheets-write-if-meant", number = other),
        ),
        NoNumber::Other => Fault::new(
            Code::WrongType,
            content.shown(),
            accepted(CellForm::Whole),
            match without_about(&text(content)) {
                Some(number) => message!("spreadsheets-write-the-exact-number", number = number),
                None => message!("spreadsheets-write-in-digits"),
            },
        ),
    })
}

/// The number behind a word that makes it approximate: `ca. 3`. Which number is meant, only its author knows.
fn without_about(text: &str) -> Option<String> {
    let digits = text.find(|sign: char| sign.is_ascii_digit())?;
    let (word, number) = text.split_at(digits);
    is_one_of(approximate(), word).then(|| number.to_owned())
}

fn decimal(content: &CellContent, greatest: f64) -> Result<Value, Fault> {
    let number = match content {
        CellContent::Number(number) => *number,
        content => {
            numbers::decimal(&text(content), greatest).map_err(|why| no_number(content, why))?
        }
    };
    Ok(numbers::as_whole(number).map_or_else(|| json!(number), |whole| json!(whole)))
}

fn metres(content: &CellContent) -> Result<i64, Fault> {
    let number = decimal(content, Kilometres::GREATEST as f64)?.as_f64().unwrap_or(f64::NAN);
    let kilometres = Kilometres::from_number(number).ok_or_else(|| {
        let (allowed, advice) =
            (message!("spreadsheets-kilometres-range"), message!("spreadsheets-correct-distance"));
        Fault::new(Code::OutOfRange, content.shown(), allowed, advice)
    })?;
    Ok(kilometres.metres().0)
}

fn degrees(form: CellForm, content: &CellContent, most: f64) -> Result<Value, Fault> {
    let number = decimal(content, most)?;
    if number.as_f64().is_some_and(|degrees| (-most..=most).contains(&degrees)) {
        return Ok(number);
    }
    let advice = message!("spreadsheets-correct-the-degrees");
    Err(Fault::new(Code::OutOfRange, content.shown(), accepted(form), advice))
}

fn postcode(content: &CellContent) -> Result<String, Fault> {
    let text = text(content);
    // Tables that were aligned by hand have several spaces between digits and letters.
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A space in the wrong place makes no other postcode: `947 1KB`.
    let moved = || Postcode::try_from(text.split_whitespace().collect::<String>());
    match Postcode::try_from(spaced).or_else(|_| moved()) {
        Ok(postcode) => Ok(postcode.into()),
        Err(_) => Err(Fault::new(
            Code::OutOfRange,
            content.shown(),
            accepted(CellForm::Postcode),
            message!("spreadsheets-write-the-postcode"),
        )),
    }
}

fn limits(content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_nothing(&text) {
        return Ok(Some(json!([])));
    }
    places_for::read(&text).map(Some).map_err(|part| {
        let advice = message!("spreadsheets-write-limits");
        Fault::new(Code::WrongType, excerpt(&part), accepted(CellForm::PlacesFor), advice)
    })
}
