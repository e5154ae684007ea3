//! From what stands in a cell to a value of the document, or what is wrong with it.

use serde_json::{Value, json};

use super::fold::tidy;
use super::lists;
use super::numbers::{self, NoNumber};
use super::places_for;
use super::sheet::{Content, excerpt};
use super::vocabulary::{
    Bilingual, Form, NOTHING, is_word, programmes, standings, strengths, yes_no,
};
use super::word_values::{day_list, word, words, years};
use crate::base::Kilometres;
use crate::input::errors::Code;
use crate::instance::document::Postcode;

/// What is wrong with a cell.
#[derive(Debug)]
pub struct Fault {
    /// The kind of problem.
    pub code: Code,
    /// What was found.
    pub found: String,
    /// What is allowed.
    pub allowed: String,
    /// What to do.
    pub advice: String,
}

impl Fault {
    /// A fault in words that are known.
    pub fn new(code: Code, found: &str, allowed: &str, advice: &str) -> Self {
        let [found, allowed, advice] = [found, allowed, advice].map(str::to_owned);
        Self { code, found, allowed, advice }
    }
}

/// Whether a text says that a list is empty.
pub fn is_nothing(text: &str) -> bool {
    is_word(&NOTHING, text)
}

/// The value in a cell that is not blank; none where it says that there is nothing.
///
/// # Errors
/// What is wrong with it.
pub fn read(form: Form, content: &Content) -> Result<Option<Value>, Fault> {
    check_kind(form, content)?;
    Ok(Some(match form {
        Form::Ids | Form::Texts => return list(form, content),
        Form::Days => return day_list(content),
        Form::Programmes => return words(programmes(), content),
        Form::Years => return years(content),
        Form::PlacesFor => return limits(content),
        Form::Id => json!(id(content)?),
        Form::Text => json!(lists::unquoted(content).unwrap_or_else(|| text(content))),
        Form::Whole => json!(whole(content)?),
        Form::Kilometres => decimal(content, Kilometres::GREATEST as f64)?,
        Form::KilometresAsMetres => json!(metres(content)?),
        Form::Factor => decimal(content, 100.0)?,
        Form::Minutes => decimal(content, 100_000.0)?,
        Form::North => degrees(content, 90.0, "degrees north")?,
        Form::East => degrees(content, 180.0, "degrees east")?,
        Form::Postcode => json!(postcode(content)?),
        Form::DayMark(_) | Form::YesNo => json!(word(yes_no(), content)?),
        Form::Programme => json!(word(programmes(), content)?),
        Form::Standing => json!(word(standings(), content)?),
        Form::Strength => json!(word(strengths(), content)?),
        Form::Value => super::settings::value(content),
    }))
}

/// What no cell can be read from, whatever it should hold.
fn check_kind(form: Form, content: &Content) -> Result<(), Fault> {
    let advice = match content {
        Content::Text(_) | Content::Number(_) => return Ok(()),
        Content::Truth(_) if matches!(form, Form::YesNo | Form::DayMark(_) | Form::Value) => {
            return Ok(());
        }
        Content::Truth(_) => "type what is meant",
        Content::Date(_) => {
            "the spreadsheet program made a date of what was typed: format the column as text and type it again"
        }
        Content::Failure(_) => "mend the formula, or type the value",
        Content::Percentage(_) => "format the cell as a plain number, and write 7% as 7",
    };
    Err(Fault::new(Code::UnusableCell, &content.in_words(), in_words(form), advice))
}

/// What is allowed in a cell, in words, as messages have it.
pub const fn in_words(form: Form) -> &'static str {
    accepted(form).english
}

/// What is allowed in a cell, in words.
pub const fn accepted(form: Form) -> Bilingual {
    let (dutch, english) = match form {
        Form::Id => ("een code: letters, cijfers en tekens", "an id: letters, digits and signs"),
        Form::Ids => (
            "een lijst van codes, met `;` of `|` ertussen",
            "a list of ids, separated by `;` or `|`",
        ),
        Form::Text => ("tekst", "text"),
        Form::Texts => ("een lijst, met `;` of `|` ertussen", "a list, separated by `;` or `|`"),
        Form::Whole => ("een geheel getal", "a whole number"),
        Form::Kilometres | Form::KilometresAsMetres => {
            ("kilometers, met hoogstens drie decimalen", "kilometres, with at most three decimals")
        }
        Form::Factor => ("een factor van 0,1 tot 100", "a factor from 0.1 to 100"),
        Form::Minutes => ("minuten", "minutes"),
        Form::North => ("graden noord, -90 tot 90", "degrees north, -90 to 90"),
        Form::East => ("graden oost, -180 tot 180", "degrees east, -180 to 180"),
        Form::Postcode => (
            "een postcode: vier cijfers, of vier cijfers en twee letters",
            "a postcode: four digits, or four digits and two letters",
        ),
        Form::Days => {
            ("dagen zoals `ma, do`, of `geen`", "days such as `ma, do` or `mon, thu`, or `geen`")
        }
        Form::DayMark(_) | Form::YesNo => {
            ("`ja` of `nee`, `x` of `-`", "`ja` or `nee`, `yes` or `no`, `x` or `-`")
        }
        Form::Programme => (
            "`voltijd`, `deeltijd`, `academisch` of `mbo`",
            "one of `voltijd`, `deeltijd`, `academisch`, `mbo`",
        ),
        Form::Programmes => (
            "een lijst van `voltijd`, `deeltijd`, `academisch`, `mbo`",
            "a list of `voltijd`, `deeltijd`, `academisch`, `mbo`",
        ),
        Form::Years => ("studiejaren zoals `1, 2` of `1-3`", "study years such as `1, 2` or `1-3`"),
        Form::Standing => (
            "`partner`, `aspirant`, `schil` of `kandidaat`",
            "one of `partner`, `aspirant`, `schil` (`shell`), `kandidaat` (`candidate`)",
        ),
        Form::Strength => ("`voorkeur` of `moet`", "`voorkeur` (`prefer`) or `moet` (`must`)"),
        Form::PlacesFor => {
            ("grenzen zoals `deeltijd 1 2: 3; mbo: 1`", "limits such as `deeltijd 1 2: 3; mbo: 1`")
        }
        Form::Value => ("een waarde", "a value"),
    };
    Bilingual { dutch, english }
}

/// The text in a cell, or a number as text.
pub fn text(content: &Content) -> String {
    match content {
        Content::Text(text) => tidy(text),
        Content::Number(number) => number.to_string(),
        other => other.in_words(),
    }
}

fn id(content: &Content) -> Result<String, Fault> {
    if let Some(exact) = lists::unquoted(content) {
        return Ok(exact);
    }
    let text = text(content);
    let is_long =
        matches!(content, Content::Number(number) if numbers::as_whole(*number).is_none());
    if is_long || numbers::is_cut_off(&text) {
        return Err(Fault::new(
            Code::UnusableCell,
            &format!("the number {}", excerpt(&text)),
            in_words(Form::Id),
            "the spreadsheet program made a number of what was typed: format the column as text and type it again",
        ));
    }
    Ok(text)
}

fn list(form: Form, content: &Content) -> Result<Option<Value>, Fault> {
    let text = match content {
        Content::Number(_) => return Ok(Some(json!([id(content)?]))),
        _ => text(content),
    };
    if is_nothing(&text) {
        return Ok(Some(json!([])));
    }
    let values = lists::values(&text).map_err(|found| {
        let advice =
            "write `;` between values, and put a value with a comma in it in double quotes";
        Fault::new(Code::WrongType, &format!("{found}: {}", excerpt(&text)), in_words(form), advice)
    })?;
    Ok(Some(json!(values)))
}

fn no_number(form: &str, content: &Content, why: NoNumber) -> Fault {
    match why {
        NoNumber::Ambiguous(one, other) => Fault {
            code: Code::AmbiguousNumber,
            found: content.in_words(),
            allowed: format!("{form}, without a sign between thousands"),
            advice: format!("write {other}, or {one}0 if that is meant"),
        },
        NoNumber::Other => Fault::new(Code::WrongType, &content.in_words(), form, "write a number"),
    }
}

fn whole(content: &Content) -> Result<i64, Fault> {
    let form = in_words(Form::Whole);
    let read = match content {
        Content::Number(number) => numbers::as_whole(*number).ok_or(NoNumber::Other),
        content => numbers::whole(&text(content)),
    };
    read.map_err(|why| match why {
        NoNumber::Ambiguous(_, other) => Fault {
            code: Code::AmbiguousNumber,
            found: content.in_words(),
            allowed: format!("{form}, without a sign between thousands"),
            advice: format!("write {other} if that is meant"),
        },
        NoNumber::Other => Fault::new(
            Code::WrongType,
            &content.in_words(),
            form,
            "write it in digits, without decimals",
        ),
    })
}

fn decimal(content: &Content, greatest: f64) -> Result<Value, Fault> {
    let number = match content {
        Content::Number(number) => *number,
        content => numbers::decimal(&text(content), greatest)
            .map_err(|why| no_number("a number", content, why))?,
    };
    Ok(numbers::as_whole(number).map_or_else(|| json!(number), |whole| json!(whole)))
}

fn metres(content: &Content) -> Result<i64, Fault> {
    let number = decimal(content, Kilometres::GREATEST as f64)?.as_f64().unwrap_or(f64::NAN);
    let kilometres = Kilometres::from_number(number).ok_or_else(|| {
        let allowed = "kilometres from 0 to 100000, with at most three decimals";
        Fault::new(Code::OutOfRange, &content.in_words(), allowed, "correct the distance")
    })?;
    Ok(kilometres.metres().0)
}

fn degrees(content: &Content, most: f64, allowed: &str) -> Result<Value, Fault> {
    let number = decimal(content, most)?;
    if number.as_f64().is_some_and(|degrees| (-most..=most).contains(&degrees)) {
        return Ok(number);
    }
    let allowed = format!("{allowed}, a number from -{most} to {most}");
    let advice = "correct it; has the decimal sign gone, or are latitude and longitude exchanged?";
    Err(Fault::new(Code::OutOfRange, &content.in_words(), &allowed, advice))
}

fn postcode(content: &Content) -> Result<String, Fault> {
    let text = text(content);
    // Two spaces are one, as in a table that was lined up by hand.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match Postcode::try_from(text) {
        Ok(postcode) => Ok(postcode.into()),
        Err(_) => Err(Fault::new(
            Code::OutOfRange,
            &content.in_words(),
            in_words(Form::Postcode),
            "write the postcode as 9712 or 9712 AB",
        )),
    }
}

fn limits(content: &Content) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_nothing(&text) {
        return Ok(Some(json!([])));
    }
    places_for::read(&text).map(Some).map_err(|part| {
        let advice = "write programmes and years, a colon and the places, with `;` between limits";
        Fault::new(Code::WrongType, &excerpt(&part), in_words(Form::PlacesFor), advice)
    })
}
