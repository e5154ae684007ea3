//! Cells that hold words of a fixed list, or study years.

use serde_json::{Value, json};

use super::numbers;
use super::sheet::{Content, excerpt};
use super::values::{Fault, in_words, is_nothing, text};
use super::vocabulary::{EVERY, Form, Word, days, find_word, is_word};
use crate::input::errors::Code;
use crate::instance::{Day, Year};

/// The value that a word names.
pub fn word<T: Copy + 'static>(words: &[Word<T>], content: &Content) -> Result<T, Fault> {
    let text = match content {
        Content::Truth(truth) => truth.to_string(),
        content => text(content),
    };
    find_word(words, &text).map_err(|advice| unknown_word(words, &text, advice))
}

fn unknown_word<T>(words: &[Word<T>], text: &str, advice: String) -> Fault {
    let known = words.iter().map(|word| match word.name {
        name if name.dutch == name.english => format!("`{}`", name.dutch),
        name => format!("`{}` (`{}`)", name.dutch, name.english),
    });
    Fault {
        code: Code::UnknownWord,
        found: excerpt(text),
        allowed: format!("one of {}", known.collect::<Vec<_>>().join(", ")),
        advice,
    }
}

/// The words in a cell, between which there may also be commas, slashes, spaces and `en` or `and`.
fn split_words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| ";|,/\n&+".contains(sign) || sign.is_whitespace());
    let parts = parts
        .filter(|part| !part.is_empty() && !["en", "and"].contains(&part.to_lowercase().as_str()));
    parts.map(str::to_owned).collect()
}

/// A list of days.
pub fn day_list(content: &Content) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_nothing(&text) {
        return Ok(Some(json!([])));
    }
    if is_word(&EVERY, &text) {
        return Ok(Some(json!(Day::ALL)));
    }
    let found = split_words(&text).into_iter().map(|part| {
        find_word(days(), &part).map_err(|advice| {
            let advice = if part.contains(['-', '–']) {
                "write each day, with commas between".to_owned()
            } else {
                advice
            };
            unknown_word(days(), &part, advice)
        })
    });
    Ok(Some(json!(found.collect::<Result<Vec<_>, Fault>>()?)))
}

/// A list of words; none where it is all that there are.
pub fn words<T: Copy + serde::Serialize>(
    words: &'static [Word<T>],
    content: &Content,
) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_word(&EVERY, &text) {
        return Ok(None);
    }
    let parts =
        text.split([';', '|', ',', '/', '\n', '+']).map(str::trim).filter(|part| !part.is_empty());
    let found = parts
        .map(|part| find_word(words, part).map_err(|advice| unknown_word(words, part, advice)));
    Ok(Some(json!(found.collect::<Result<Vec<T>, Fault>>()?)))
}

/// A list of study years; none where it is all.
pub fn years(content: &Content) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_word(&EVERY, &text) {
        return Ok(None);
    }
    let fault =
        |advice| Fault::new(Code::WrongType, &content.in_words(), in_words(Form::Years), advice);
    let year = |text: &str| {
        let number = text.parse::<i64>().ok().filter(|number| Year::try_from(*number).is_ok());
        number.ok_or_else(|| fault("write years from 1 to 4"))
    };
    if matches!(content, Content::Number(number) if numbers::as_whole(*number).is_none()) {
        return Err(fault(
            "the spreadsheet program made a number of a list: write `;` between the years",
        ));
    }
    let text = text.replace("t/m", "-").replace([' ', '–'], "");
    let mut years: Vec<i64> = Vec::new();
    for part in text.split([';', '|', ',', '/', '\n', '+', '&']).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        years.extend(year(first)?..=year(last)?);
    }
    Ok(Some(json!(years)))
}
