//! Days as people write them: `ma, do`, `ma t/m wo, vr`, `alle dagen behalve dinsdag`, `op dinsdag`, `wo niet`.

use serde_json::{Value, json};

use super::accepted::{is_nothing, text};
use super::fault::Fault;
use super::sheet::CellContent;
use super::vocabulary::{
    Word, any_day, day_parts, days, either, every, except, find_word, is_one_of, not_applicable,
    on_day, up_to,
};
use super::word_values::{split_words, unknown_word};
use crate::instance::Day;
use crate::message;
use crate::texts::Message;

/// A sign that no cell has, for the word between the first and the last day of several.
const UP_TO: char = '\u{1}';

/// A list of days: `ma, do`, `ma t/m do`, `alle dagen`, `niet op dinsdag`.
pub fn day_list(content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_nothing(&text) {
        return Ok(Some(json!([])));
    }
    let lower = text.to_lowercase();
    if is_every_day(&lower) {
        return Ok(Some(json!(Day::ALL)));
    }
    // `behalve wo`, `wo niet`, `alle dagen behalve wo`
    let (base, left_out) = match without_exception(&lower) {
        Some((base, left_out)) => (base, named_days(left_out, &text)?),
        None => (lower.as_str(), Vec::new()),
    };
    let days = match base {
        "" => Day::ALL.to_vec(),
        base if is_every_day(base) => Day::ALL.to_vec(),
        base => named_days(without_first(base, on_day()), &text)?,
    };
    let left = days.into_iter().filter(|day| !left_out.contains(day));
    Ok(Some(json!(left.collect::<Vec<Day>>())))
}

/// The days that are left where a cell lists those on which it is not possible.
pub fn days_except(content: &CellContent) -> Result<Option<Value>, Fault> {
    let text = text(content);
    if is_nothing(&text) || is_one_of(not_applicable(), &text) {
        return Ok(None);
    }
    let lower = text.to_lowercase();
    let left_out = if is_every_day(&lower) {
        Day::ALL.to_vec()
    } else {
        named_days(without_first(&lower, on_day()), &text)?
    };
    let left = Day::ALL.iter().filter(|day| !left_out.contains(day));
    Ok(Some(json!(left.collect::<Vec<_>>())))
}

/// What is before a word that leaves out days, and the days that it leaves out; the word may also be behind them.
fn without_exception(text: &str) -> Option<(&str, &str)> {
    let words = || except().iter().flat_map(Word::words);
    let begins = words().find_map(|word| text.strip_prefix(word)?.strip_prefix(' '));
    if let Some(rest) = begins {
        return Some(("", rest));
    }
    let ends = words().find_map(|word| text.strip_suffix(word)?.strip_suffix(' '));
    if let Some(rest) = ends.filter(|rest| !rest.contains([',', ';'])) {
        return Some(("", rest));
    }
    words().find_map(|word| text.split_once(&format!(" {word} ")))
}

/// A text without a word of a table at its beginning.
fn without_first<'t>(text: &'t str, words: &'static [Word<()>]) -> &'t str {
    let mut words = words.iter().flat_map(Word::words);
    words.find_map(|word| text.strip_prefix(word)?.strip_prefix(' ')).unwrap_or(text)
}

fn is_every_day(text: &str) -> bool {
    if is_one_of(any_day(), text) {
        return true;
    }
    let of_days = |word: &String| !matches!(word.as_str(), "dagen" | "days" | "dag" | "day");
    let words: Vec<String> = split_words(text).into_iter().filter(of_days).collect();
    matches!(words.as_slice(), [one] if is_one_of(every(), one))
}

/// The days in part of a cell, in lower case; `whole` is the cell, which errors quote.
fn named_days(part: &str, whole: &str) -> Result<Vec<Day>, Fault> {
    let day = |word: &str| {
        find_word(days(), word).map_err(|advice| unknown_word(days(), whole, help(whole, advice)))
    };
    let mut part = part.to_owned();
    for between in up_to().iter().flat_map(Word::words) {
        part = part.replace(&format!(" {between} "), &UP_TO.to_string());
    }
    let mut named = Vec::new();
    for word in split_words(&part) {
        match word.split_once(UP_TO) {
            Some((first, last)) => {
                let (first, last) = (day(first)?, day(last)?);
                let days = Day::ALL.iter().copied();
                named.extend(days.filter(|day| (first..=last).contains(day)));
            }
            // `di ochtend` is part of a day, as is `dinsdagochtend`.
            None if is_one_of(day_parts(), &word) && !named.is_empty() => {}
            None => named.push(day(&word)?),
        }
    }
    Ok(named)
}

/// How to write days that cannot be read.
fn help(whole: &str, advice: Message) -> Message {
    let words = || whole.split(|sign: char| !sign.is_alphanumeric());
    if is_one_of(not_applicable(), whole) {
        message!("spreadsheets-days-blank-or-none")
    } else if words().any(|word| is_one_of(either(), word)) {
        message!("spreadsheets-days-one-of-them")
    } else if whole.contains(['-', '–']) {
        message!("spreadsheets-write-each-day")
    } else {
        advice
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let days = day_list(&CellContent::Text(text.to_owned())).ok()??;
        let days = days.as_array()?.iter().filter_map(Value::as_str);
        Some(days.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for (text, days) in [
            ("ma, do", "mon thu"),
            ("ma t/m do", "mon tue wed thu"),
            ("ma t/m wo, vr", "mon tue wed fri"),
            ("Ma tot en met di en vr", "mon tue fri"),
            ("alle dagen", "mon tue wed thu fri"),
            ("hele week", "mon tue wed thu fri"),
            ("maakt niet uit", "mon tue wed thu fri"),
            ("alle dagen behalve dinsdag", "mon wed thu fri"),
            ("ma t/m do behalve wo", "mon tue thu"),
            ("niet op dinsdag", "mon wed thu fri"),
            ("geen dinsdag", "mon wed thu fri"),
            ("behalve wo en vr", "mon tue thu"),
            ("wo niet", "mon tue thu fri"),
            ("op dinsdag", "tue"),
            ("alleen op di", "tue"),
            ("di ochtend, do middag", "tue thu"),
            ("woensdag- en vrijdagochtend", "wed fri"),
            ("di+do", "tue thu"),
            ("geen", ""),
        ] {
            assert_eq!(read(text).as_deref(), Some(days), "{text}");
        }
    }

    #[test]
    fn days_of_which_it_is_not_sure_are_not_read() {
        for text in [
            "ma-vr",
            "di of do",
            "ma t/m za",
            "dinsdagavond",
            "in overleg",
            "2 dagen",
            "n.v.t.",
            "-",
            "ochtend",
            "ma, wo niet",
            "ja",
            "x",
            "flexibel",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
