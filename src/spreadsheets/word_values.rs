//! Cells that hold words of a fixed list, or study years.

use serde_json::{Value, json};

use super::accepted::{accepted, is_nothing, text};
use super::fault::Fault;
use super::numbers;
use super::sheet::{CellContent, excerpt};
use super::vocabulary::{CellForm, Word, days, every, find_word, is_one_of};
use crate::input::errors::Code;
use crate::instance::{Day, Year};
use crate::message;
use crate::texts::Message;

/// The value that a word names.
pub fn word<T: Copy + 'static>(words: &[Word<T>], content: &CellContent) -> Result<T, Fault> {
    let text = match content {
        CellContent::Truth(truth) => truth.to_string(),
        content => text(content),
    };
    find_word(words, &text).map_err(|advice| unknown_word(words, &text, advice))
}

fn unknown_word<T>(words: &[Word<T>], text: &str, advice: Message) -> Fault {
    let known: Vec<String> = words.iter().map(|word| word.name.quoted()).collect();
    let allowed = message!("spreadsheets-one-of", words = known.join(", "));
    Fault::new(Code::UnknownWord, excerpt(text), allowed, advice)
}

/// The words in a cell, separated by commas, slashes, spaces, or `en` and `and`.
fn split_words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| ";|,/\n&+".contains(sign) || sign.is_whitespace());
    let parts = parts
        .filter(|part| !part.is_empty() && !["en", "and"].contains(&part.to_lowercase().as_str()));
    parts.map(str::to_owned).collect()
}

/// A list of days.
pub fn day_list(content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_nothing(&text) {
        return Ok(Some(json!([])));
    }
    if is_one_of(every(), &text) {
        return Ok(Some(json!(Day::ALL)));
    }
    let found = split_words(&text).into_iter().map(|part| {
        find_word(days(), &part).map_err(|advice| {
            let advice = if part.contains(['-', '–']) {
                message!("spreadsheets-write-each-day")
            } else {
                advice
            };
            unknown_word(days(), &part, advice)
        })
    });
    Ok(Some(json!(found.collect::<Result<Vec<_>, Fault>>()?)))
}

/// A list of words; `None` for all there are.
pub fn words<T: Copy + serde::Serialize>(
    words: &'static [Word<T>],
    content: &CellContent,
) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_one_of(every(), &text) {
        return Ok(None);
    }
    let parts =
        text.split([';', '|', ',', '/', '\n', '+']).map(str::trim).filter(|part| !part.is_empty());
    let found = parts
        .map(|part| find_word(words, part).map_err(|advice| unknown_word(words, part, advice)));
    Ok(Some(json!(found.collect::<Result<Vec<T>, Fault>>()?)))
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
        years.extend(year(first)?..=year(last)?);
    }
    Ok(Some(json!(years)))
}
