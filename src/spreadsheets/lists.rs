//! Lists in one cell: `;` or `|` between the values, and quotes around a value that has such a sign in it.

use super::fold::tidy;
use super::numbers::is_cut_off;
use super::sheet::CellContent;
use super::vocabulary::{empty_list, find_word, is_one_of, no_wish, unknown, yes_no};
use crate::message;
use crate::texts::Message;

/// Separators of values, besides line breaks.
const BETWEEN: [char; 3] = [';', '|', '\n'];
/// What a value in a list must be quoted for.
const QUOTED_FOR: [char; 5] = [';', '|', '\n', ',', '"'];

/// The values of a list, in order. Between two signs there may be nothing.
///
/// # Errors
/// What is wrong: a quote that does not close, or a comma, which may be meant as a sign between.
pub fn values(text: &str) -> Result<Vec<String>, Message> {
    read(text, false)
}

/// The values of a list of names, where a comma may be part of one: the names that are known decide.
///
/// # Errors
/// A quote that does not close.
pub fn names(text: &str) -> Result<Vec<String>, Message> {
    read(text, true)
}

fn read(text: &str, commas: bool) -> Result<Vec<String>, Message> {
    let mut values = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (value, after) = match rest.strip_prefix('"') {
            Some(inner) => quoted(inner)?,
            None => plain(rest, commas)?,
        };
        values.extend(Some(value).filter(|value| !value.is_empty()));
        rest = after.trim_start();
    }
    Ok(values)
}

fn plain(text: &str, commas: bool) -> Result<(String, &str), Message> {
    let (value, rest) = text.split_once(BETWEEN).unwrap_or((text, ""));
    if value.contains(',') && !commas {
        return Err(message!("spreadsheets-comma-in-list"));
    }
    Ok((tidy(value), rest))
}

fn quoted(mut inner: &str) -> Result<(String, &str), Message> {
    let mut value = String::new();
    while let Some((before, after)) = inner.split_once('"') {
        value.push_str(before);
        if let Some(more) = after.strip_prefix('"') {
            value.push('"');
            inner = more;
            continue;
        }
        let rest = after.trim_start_matches([' ', '\t']);
        if rest.is_empty() {
            return Ok((value, rest));
        }
        let behind = rest.strip_prefix(BETWEEN);
        return behind
            .map(|behind| (value, behind))
            .ok_or_else(|| message!("spreadsheets-text-behind-quote"));
    }
    Err(message!("spreadsheets-open-quote"))
}

/// The text between the quotes of a cell that is one quoted text, to the letter; none in another cell.
pub fn unquoted(content: &CellContent) -> Option<String> {
    let CellContent::Text(text) = content else { return None };
    match quoted(text.trim().strip_prefix('"')?) {
        Ok((value, "")) => Some(value),
        _ => None,
    }
}

/// A text for a cell, which [`unquoted`] or tidying reads again to the letter.
pub fn exact(text: &str) -> String {
    let plain = !text.is_empty()
        && tidy(text) == text
        && !text.starts_with('"')
        && !is_cut_off(text)
        && !says_nothing(text);
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

/// Whether a text in a cell is read as none, or as not known yet.
fn says_nothing(text: &str) -> bool {
    let words = is_one_of(no_wish(), text) || is_one_of(empty_list(), text);
    words || is_one_of(unknown(), text) || is_no(text)
}

/// Whether a text is a word for no. A single letter or digit may be an id.
pub fn is_no(text: &str) -> bool {
    text.chars().count() > 1 && find_word(yes_no(), text) == Ok(false)
}

/// A list in one cell, which [`values`] reads again.
pub fn listed(values: impl IntoIterator<Item = String>) -> String {
    let quoted = values.into_iter().map(|value| {
        if value.contains(QUOTED_FOR) || tidy(&value) != value || says_nothing(&value) {
            format!("\"{}\"", value.replace('"', "\"\""))
        } else {
            value
        }
    });
    quoted.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_they_are_written() {
        let list = ["h1", "s,1", "a;b", "say \"x\"", " padded", "geen"].map(str::to_owned);
        let text = listed(list.clone());
        assert_eq!(text, "h1; \"s,1\"; \"a;b\"; \"say \"\"x\"\"\"; \" padded\"; \"geen\"");
        assert_eq!(values(&text).unwrap(), list);
    }

    #[test]
    fn texts_are_kept_to_the_letter() {
        for text in [
            "geen",
            "?",
            "De Borgh",
            " De\u{a0}Borgh",
            "\"De Borgh\"",
            "\"",
            "",
            "1.5E+3",
            "de \"Borgh\"",
        ] {
            let content = CellContent::Text(exact(text));
            let read = unquoted(&content).unwrap_or_else(|| super::super::accepted::text(&content));
            assert_eq!(read, text);
        }
    }

    #[test]
    fn signs_between_are_semicolons_bars_and_line_breaks() {
        assert_eq!(values(" a;b | c\nd;; ").unwrap(), ["a", "b", "c", "d"]);
        assert!(values("a, b").unwrap_err().to_string().contains("comma"));
        assert!(values("\"a").unwrap_err().to_string().contains("close"));
        assert!(values("\"a\" b").unwrap_err().to_string().contains("behind"));
    }
}
