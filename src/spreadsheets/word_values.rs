//! Cells that hold words of a fixed list.

use serde_json::{Value, json};

use super::accepted::{accepted, is_nothing, text};
use super::fault::Fault;
use super::sheet::{CellContent, excerpt};
use super::vocabulary::{
    CellForm, Word, days, every, except, find_word, is_one_of, takes_part, up_to, withdrawn, yes_no,
};
use crate::input::errors::Code;
use crate::instance::Day;
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
    let allowed = message!("common-one-of", words = known.join(", "));
    Fault::new(Code::UnknownWord, excerpt(text), allowed, advice)
}

/// The words in a cell, separated by commas, slashes, spaces, or `en` and `and`.
fn split_words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| ";|,/\n&+".contains(sign) || sign.is_whitespace());
    let parts = parts
        .filter(|part| !part.is_empty() && !["en", "and"].contains(&part.to_lowercase().as_str()));
    parts.map(str::to_owned).collect()
}

/// A list of days: `ma, do`, `ma t/m do`, `alle dagen`, `niet op dinsdag`.
pub fn day_list(content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_nothing(&text) {
        return Ok(Some(json!([])));
    }
    if is_every_day(&text) {
        return Ok(Some(json!(Day::ALL)));
    }
    let lower = text.to_lowercase();
    let mut except = except().iter().flat_map(Word::words);
    if let Some(rest) = except.find_map(|word| lower.strip_prefix(word)?.strip_prefix(' ')) {
        let left_out = named_days(rest, &text)?;
        return Ok(Some(json!(all_but(&left_out))));
    }
    Ok(Some(json!(named_days(&text, &text)?)))
}

/// The days that are left where a cell lists those on which it is not possible.
pub fn days_except(content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_nothing(&text) {
        return Ok(None);
    }
    let left_out = if is_every_day(&text) { Day::ALL.to_vec() } else { named_days(&text, &text)? };
    Ok(Some(json!(all_but(&left_out))))
}

fn all_but(left_out: &[Day]) -> Vec<Day> {
    Day::ALL.iter().copied().filter(|day| !left_out.contains(day)).collect()
}

fn is_every_day(text: &str) -> bool {
    let words = split_words(text);
    let of_days = |word: &String| !matches!(word.to_lowercase().as_str(), "dagen" | "days" | "dag");
    let words: Vec<String> = words.into_iter().filter(of_days).collect();
    matches!(words.as_slice(), [one] if is_one_of(every(), one))
}

/// The days in part of a cell; `whole` is the cell, which errors quote.
fn named_days(part: &str, whole: &str) -> Result<Vec<Day>, Fault> {
    let day = |word: &str| {
        find_word(days(), word).map_err(|advice| {
            let advice = if word.contains(['-', '–']) {
                message!("spreadsheets-write-each-day")
            } else {
                advice
            };
            unknown_word(days(), whole, advice)
        })
    };
    let part = part.to_lowercase();
    for between in up_to().iter().flat_map(Word::words) {
        let Some((first, last)) = part.split_once(&format!(" {between} ")) else { continue };
        let (first, last) = (day(first.trim())?, day(last.trim())?);
        let days = Day::ALL.iter().copied();
        return Ok(days.filter(|day| (first..=last).contains(day)).collect());
    }
    split_words(&part).iter().map(|word| day(word)).collect()
}

/// Whether a school takes no part any more, in a column that asks that.
pub fn is_withdrawn(content: &CellContent) -> Result<bool, Fault> {
    if is_one_of(withdrawn(), &text(content)) { Ok(true) } else { word(yes_no(), content) }
}

/// Whether a school takes no part any more, in a column of its status; yes and no say nothing there.
pub fn says_withdrawn(content: &CellContent) -> Result<bool, Fault> {
    let text = text(content);
    match (is_one_of(withdrawn(), &text), is_one_of(takes_part(), &text)) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => {
            let allowed = accepted(CellForm::SchoolStatus);
            let help = message!("common-write-one-of-these");
            Err(Fault::new(Code::UnknownWord, excerpt(&text), allowed, help))
        }
    }
}

/// What separates the words of a list in a cell.
pub const BETWEEN_WORDS: [char; 6] = [';', '|', ',', '/', '\n', '+'];

/// A list of words; `None` for all there are.
pub fn words<T: Copy + serde::Serialize>(
    words: &'static [Word<T>],
    content: &CellContent,
) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_one_of(every(), &text) {
        return Ok(None);
    }
    let parts = text.split(BETWEEN_WORDS).map(str::trim).filter(|part| !part.is_empty());
    let found = parts
        .map(|part| find_word(words, part).map_err(|advice| unknown_word(words, part, advice)));
    Ok(Some(json!(found.collect::<Result<Vec<T>, Fault>>()?)))
}
