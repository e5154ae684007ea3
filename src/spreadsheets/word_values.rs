//! Cells that hold words of a fixed list.

use serde_json::{Value, json};

use super::accepted::{accepted, text};
use super::fault::Fault;
use super::sheet::{CellContent, excerpt};
use super::vocabulary::{
    CellForm, Word, every, except, find_word, is_one_of, not_applicable, on_day, programmes, since,
    takes_part, withdrawn, yes_no,
};
use crate::input::errors::Code;
use crate::instance::Programme;
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

/// The fault of a word that a table does not know.
pub fn unknown_word<T>(words: &[Word<T>], text: &str, advice: Message) -> Fault {
    let known: Vec<String> = words.iter().map(|word| word.name.quoted()).collect();
    let allowed = message!("common-one-of", words = known.join(", "));
    Fault::new(Code::UnknownWord, excerpt(text), allowed, advice)
}

/// The words in a cell, separated by commas, slashes, spaces, or `en` and `and`.
pub fn split_words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| ";|,/\n&+".contains(sign) || sign.is_whitespace());
    let parts = parts
        .filter(|part| !part.is_empty() && !["en", "and"].contains(&part.to_lowercase().as_str()));
    parts.map(str::to_owned).collect()
}

/// Whether a school takes no part any more, in a column that asks that.
pub fn is_withdrawn(content: &CellContent) -> Result<bool, Fault> {
    if is_one_of(withdrawn(), &text(content)) { Ok(true) } else { word(yes_no(), content) }
}

/// Whether a school or student takes no part any more, in a column of its status; yes and no say nothing there.
pub fn says_withdrawn(content: &CellContent) -> Result<bool, Fault> {
    let text = text(content);
    let status = undated(&text);
    match (is_one_of(withdrawn(), status), is_one_of(takes_part(), status)) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => {
            let allowed = accepted(CellForm::Status);
            let help = message!("common-write-one-of-these");
            Err(Fault::new(Code::UnknownWord, excerpt(&text), allowed, help))
        }
    }
}

/// A status without the date from which it is so: `gestopt per 1-11` is `gestopt`.
fn undated(text: &str) -> &str {
    let dates = since().iter().flat_map(Word::words).filter_map(|word| {
        let (status, date) = text.split_once(&format!(" {word} "))?;
        date.starts_with(|sign: char| sign.is_ascii_digit()).then_some(status)
    });
    dates.min_by_key(|status| status.len()).unwrap_or(text)
}

/// What separates the words of a list in a cell.
pub const BETWEEN_WORDS: [char; 7] = [';', '|', ',', '/', '\n', '+', '&'];
/// Words that separate them.
const WORDS_BETWEEN: [&str; 2] = [" en ", " and "];

/// The parts of a list in a cell: `VT, DT`, `deeltijd en voltijd`. A part is empty where the list ends with a sign.
pub fn list_parts(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    for word in WORDS_BETWEEN {
        text = text.replace(word, ";");
    }
    text.split(BETWEEN_WORDS).map(|part| part.trim().to_owned()).collect()
}

/// A list of words in a cell: whether it says which are left out, and the words.
pub fn excepted(text: &str) -> (bool, String) {
    let lower = text.to_lowercase();
    let begins = |word: &str| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    let without = |word: &str| text.chars().skip(word.chars().count()).collect::<String>();
    let mut except = except().iter().flat_map(Word::words);
    if let Some(word) = except.find(|word| begins(word)) {
        return (true, without(word).trim().to_owned());
    }
    let mut only = on_day().iter().flat_map(Word::words);
    let rest = only.find(|word| begins(word)).map_or_else(|| text.to_owned(), without);
    (false, rest.trim().to_owned())
}

/// A list of programmes; `None` for all there are.
pub fn programme_list(content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_one_of(every(), &text) || is_one_of(not_applicable(), &text) {
        return Ok(None);
    }
    let (left_out, rest) = excepted(&text);
    let parts = list_parts(&rest);
    let found = parts.iter().filter(|part| !part.is_empty()).map(|part| {
        find_word(programmes(), part).map_err(|advice| unknown_word(programmes(), part, advice))
    });
    let found = found.collect::<Result<Vec<Programme>, Fault>>()?;
    if !left_out {
        return Ok(Some(json!(found)));
    }
    let left = Programme::ALL.iter().filter(|programme| !found.contains(programme));
    Ok(Some(json!(left.collect::<Vec<_>>())))
}
