//! Reads the content of a cell as a value of the document.

use serde_json::{Value, json};

use super::accepted::{accepted, is_empty_list, is_nothing, text};
use super::day_words::{day_list, days_except};
use super::fault::Fault;
use super::lists;
use super::numbers::{self, NoNumber};
use super::places_for;
use super::second_reading::is_unknown;
use super::setting_values;
use super::sheet::{CellContent, excerpt};
use super::vocabulary::{
    CellForm, KnownColumn, approximate, is_one_of, not_applicable, programmes, standings,
    strengths, yes_no,
};
use super::word_values::{is_withdrawn, programme_list, says_withdrawn, word};
use super::years::{year, years};
use crate::base::Kilometres;
use crate::input::errors::Code;
use crate::instance::Programme;
use crate::instance::document::Postcode;
use crate::message;

/// The value in a cell that is not blank; `None` if it sets no restriction, such as "all programmes".
///
/// # Errors
/// Why the cell cannot be read.
pub fn read(form: CellForm, content: &CellContent) -> Result<Option<Value>, Fault> {
    check_kind(form, content)?;
    check_certainty(form, content)?;
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
        CellForm::Status => json!(says_withdrawn(content)?),
        CellForm::Programmes => return programme_list(content),
        CellForm::Years => return years(content),
        CellForm::PlacesFor => return limits(content),
        CellForm::Id => json!(id(content)?),
        CellForm::Text | CellForm::BoardName | CellForm::ClusterName | CellForm::Contact => {
            json!(lists::unquoted(content).unwrap_or_else(|| text(content)))
        }
        CellForm::Whole => json!(whole(content)?),
        CellForm::Kilometres if is_one_of(not_applicable(), &text(content)) => return Ok(None),
        CellForm::Kilometres => decimal(&number_in(form, content), Kilometres::GREATEST as f64)?,
        CellForm::KilometresAsMetres => json!(metres(content)?),
        CellForm::Factor => decimal(content, 100.0)?,
        CellForm::Minutes => decimal(content, 100_000.0)?,
        CellForm::North => degrees(form, content, 90.0)?,
        CellForm::East => degrees(form, content, 180.0)?,
        CellForm::Postcode => json!(postcode(content)?),
        CellForm::DayMark(_) | CellForm::YesNo => json!(word(yes_no(), content)?),
        CellForm::Programme => json!(programme(content)?),
        CellForm::Standing => json!(word(standings(), content)?),
        CellForm::Strength => json!(word(strengths(), content)?),
        CellForm::Value => setting_values::value(content),
    }))
}

/// The value in a cell of a column. Where it may be empty, people also write that there is none: `n.v.t.`, `nee`.
///
/// # Errors
/// Why the cell cannot be read. An id that is not known yet can be none, except that of the row itself.
pub fn read_in(
    column: &KnownColumn,
    required: bool,
    content: &CellContent,
) -> Result<Option<Value>, Fault> {
    let form = column.form;
    let is_reference = form == CellForm::Id && column.path != "id";
    if is_reference && lists::unquoted(content).is_none() {
        let text = text(content);
        let is_none = is_empty_list(form, &text) || lists::is_no(&text);
        if is_none && !required {
            return Ok(None);
        }
        if is_unknown(&text) {
            let advice = message!("spreadsheets-fill-in-the-cell");
            return Err(Fault::new(Code::WrongType, content.shown(), accepted(form), advice));
        }
    }
    if !required
        && matches!(form, CellForm::YesNo | CellForm::Withdrawn)
        && is_one_of(not_applicable(), &text(content))
    {
        return Ok(None);
    }
    read(form, content)
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

/// Refuses a value with a question mark behind it: whoever wrote it was not sure.
fn check_certainty(form: CellForm, content: &CellContent) -> Result<(), Fault> {
    use CellForm::{
        Days, DaysExcept, Programme, Programmes, Standing, Status, Strength, Withdrawn, Year,
        Years, YesNo,
    };
    let of_words = matches!(
        form,
        Days | DaysExcept
            | Programme
            | Programmes
            | Status
            | Standing
            | Strength
            | Withdrawn
            | Year
            | Years
            | YesNo
    );
    if !of_words || !is_doubted(&text(content)) {
        return Ok(());
    }
    let advice = message!("spreadsheets-write-without-doubt");
    Err(Fault::new(Code::UnusableCell, content.shown(), accepted(form), advice))
}

/// Whether a text ends with a question mark, and is more than that.
pub fn is_doubted(text: &str) -> bool {
    text.strip_suffix('?').is_some_and(|text| text.chars().any(char::is_alphanumeric))
}

/// A number without the unit that its column has anyway: `10 km`, `4 plekken`.
fn number_in(form: CellForm, content: &CellContent) -> CellContent {
    const OF_LENGTH: &[&str] = &["km", "kilometer", "kilometers", "kilometre", "kilometres"];
    const OF_COUNTS: &[&str] =
        &["plekken", "plek", "plaatsen", "plaats", "places", "place", "studenten", "students"];
    let units = if form == CellForm::Whole { OF_COUNTS } else { OF_LENGTH };
    let CellContent::Text(written) = content else { return content.clone() };
    let lower = written.trim().to_lowercase();
    let number = units.iter().find_map(|unit| lower.strip_suffix(unit)).map(str::trim_end);
    let number = number.filter(|rest| rest.ends_with(|sign: char| sign.is_ascii_digit()));
    number.map_or_else(|| content.clone(), |number| CellContent::Text(number.to_owned()))
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
    if is_unknown(&text) {
        // A second reading counts the cell as empty, with a warning.
        let advice = message!("spreadsheets-list-signs");
        return Err(Fault::new(Code::WrongType, content.shown(), accepted(form), advice));
    }
    let of_names = matches!(form, CellForm::Ids | CellForm::WishedIds);
    let values = if of_names { lists::names(&text) } else { lists::values(&text) };
    let values = values.map_err(|problem| {
        let found =
            message!("spreadsheets-problem-in-text", problem = problem, text = excerpt(&text));
        Fault::new(Code::WrongType, found, accepted(form), message!("spreadsheets-list-signs"))
    })?;
    Ok(Some(json!(values)))
}

/// A programme. One that has its own name may be named in the settings.
fn programme(content: &CellContent) -> Result<Programme, Fault> {
    word(programmes(), content).map_err(|fault| {
        let plain = fault.help == message!("common-write-one-of-these").into();
        let help = message!("spreadsheets-write-or-name-the-programme", name = text(content));
        if plain { Fault { help: help.into(), ..fault } } else { fault }
    })
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
        content => numbers::whole(&text(&number_in(CellForm::Whole, content))),
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
