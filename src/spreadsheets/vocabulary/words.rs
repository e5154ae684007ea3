//! The words that cells may hold for a value of the document, in both languages.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Bilingual;
use super::data::{keep, keep_list, rows};
use crate::input::errors::nearest_within;
use crate::instance::{Day, Programme, Standing, Strength};
use crate::message;
use crate::rules::variety::Again;
use crate::spreadsheets::fold::{folded, negates, tidy};
use crate::texts::Message;

/// A value of the document with the words for it.
#[derive(Debug)]
pub struct Word<T: 'static> {
    /// The value.
    pub value: T,
    /// The word that templates write.
    pub name: Bilingual,
    /// Other words for it.
    also: Vec<&'static str>,
    /// All its words as they are compared.
    keys: Vec<String>,
}

impl<T> Word<T> {
    /// Whether a text is one of its words; case, accents and spaces do not matter.
    pub fn is(&self, text: &str) -> bool {
        self.has_key(&key(text))
    }

    fn has_key(&self, key: &str) -> bool {
        self.keys.iter().any(|known| known == key)
    }

    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        [self.name.dutch, self.name.english].into_iter().chain(self.also.iter().copied())
    }
}

/// A row of `words.csv`.
#[derive(Deserialize)]
struct WordRow {
    table: String,
    value: String,
    dutch: String,
    english: String,
    also: String,
}

/// The words of one table of `words.csv`.
fn words_of<T: DeserializeOwned>(table: &str) -> Vec<Word<T>> {
    let words = rows(include_str!("words.csv")).into_iter();
    let words = words.filter(|row: &WordRow| row.table == table).map(|row| {
        // Words of the format are strings; `true` and `null` are themselves.
        let value = serde_json::from_str(&row.value)
            .or_else(|_| serde_json::from_value(Value::String(row.value)))
            .expect("a value of the document");
        let name = Bilingual { dutch: keep(row.dutch), english: keep(row.english) };
        let also = keep_list(row.also);
        let all = [name.dutch, name.english].into_iter().chain(also.iter().copied());
        Word { value, name, keys: all.map(key).collect(), also }
    });
    words.collect()
}

/// What a text is compared by: case, accents, spaces and signs do not matter. Signs do only where nothing else is
/// left: `-` is a word, and so is `n.v.t.`.
fn key(text: &str) -> String {
    let letters = folded(text);
    if letters.is_empty() { tidy(text) } else { letters }
}

macro_rules! tables_of_words {
    ($($(#[$attribute:meta])+ $name:ident: $value:ty = $table:literal;)+) => {
        $(
            $(#[$attribute])+
            pub fn $name() -> &'static [Word<$value>] {
                static WORDS: LazyLock<Vec<Word<$value>>> = LazyLock::new(|| words_of($table));
                &WORDS
            }
        )+
    };
}

tables_of_words! {
    /// The words for programmes.
    programmes: Programme = "programme";
    /// The words for the standing of a board.
    standings: Standing = "standing";
    /// The words for the strength of a wish.
    strengths: Strength = "strength";
    /// The words for working days.
    days: Day = "day";
    /// The words for what happens to a student who would go to an earlier school again.
    again: Again = "again";
    /// The words for yes and no.
    yes_no: bool = "yes-no";
    /// The words for no day and no limit.
    nothing: () = "nothing";
    /// The words for an empty list of ids or texts.
    empty_list: () = "empty-list";
    /// The word for all values there are.
    every: () = "every";
    /// The words for a value that is not known yet.
    unknown: () = "unknown";
    /// The words before a number that is not exact.
    approximate: () = "approximate";
    /// The words before days that are left out.
    except: () = "except";
    /// The words before the only days or programmes.
    on_day: () = "on-day";
    /// The words for every working day, besides those for all.
    any_day: () = "any-day";
    /// The words for a part of a day.
    day_parts: () = "day-part";
    /// The words between things of which one is meant.
    either: () = "either";
    /// The words by which people say that a column does not concern a row.
    not_applicable: () = "not-applicable";
    /// The words between the first and the last day of several.
    up_to: () = "up-to";
    /// The words for a school or student that takes no part any more.
    withdrawn: () = "withdrawn";
    /// The words for a school or student that takes part.
    takes_part: () = "takes-part";
    /// The words before the date from which a status is so.
    since: () = "since";
    /// The words before a wish, with the strength that they give it.
    wish_words: Strength = "wish-word";
    /// The words for a programme that say more than the programme: the account names how they were read.
    read_as: () = "read-as";
    /// The words in the first cell of a row of totals.
    totals: () = "total";
    /// The words by which people say that they have no wish.
    no_wish: () = "no-wish";
}

/// Whether a text is one of the words of a table.
pub fn is_one_of<T>(words: &[Word<T>], text: &str) -> bool {
    let key = key(text);
    words.iter().any(|word| word.has_key(&key))
}

/// The value that a text names.
///
/// # Errors
/// The help for the user if it names none.
pub fn find_word<T: Copy>(words: &[Word<T>], text: &str) -> Result<T, Message> {
    // Signs for yes and no in a column of marks; folding would remove them.
    let text = match tidy(text).as_str() {
        "✓" | "✔" | "☑" | "√" => "x".to_owned(),
        "-" | "–" | "☐" => "n".to_owned(),
        text => text.to_owned(),
    };
    let key = key(&text);
    if let Some(word) = words.iter().find(|word| word.has_key(&key)) {
        return Ok(word.value);
    }
    let known = words.iter().flat_map(Word::words);
    let meant = probably_meant(&text, known).and_then(|meant| {
        let word = words.iter().find(|word| word.words().any(|one| one == meant))?;
        // Of all its words, messages list the two names alone.
        Some(if meant == word.name.english { meant } else { word.name.dutch })
    });
    Err(match meant {
        Some(meant) => message!("spreadsheets-did-you-mean", name = meant),
        None => message!("common-write-one-of-these"),
    })
}

/// The fewest letters of a word in which a typing error is distinguished from another word: `hbo` is not `mbo`.
const FEWEST_LETTERS: usize = 4;

/// The word that was probably meant by one with a typing error: a wrong letter in four, and never the opposite.
pub fn probably_meant<'a>(text: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let letters = text.chars().count();
    let long = words.filter(|word| letters.min(word.chars().count()) >= FEWEST_LETTERS);
    nearest_within(text, long.filter(|word| negates(word) == negates(text)), letters / 4)
}

/// The word for a value in both languages.
pub fn word_for<T: PartialEq>(words: &'static [Word<T>], value: &T) -> Option<Bilingual> {
    words.iter().find(|word| word.value == *value).map(|word| word.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_both_languages_and_any_case() {
        assert_eq!(find_word(programmes(), "Academische  Pabo"), Ok(Programme::Academisch));
        assert_eq!(find_word(days(), "Woensdag"), Ok(Day::Wednesday));
        assert_eq!(find_word(standings(), "SCHIL"), Ok(Standing::Shell));
        assert_eq!(find_word(yes_no(), "✓"), Ok(true));
        assert_eq!(find_word(yes_no(), " - "), Ok(false));
        assert_eq!(
            find_word(programmes(), "voltijdd"),
            Err(message!("spreadsheets-did-you-mean", name = "voltijd"))
        );
    }

    #[test]
    fn a_hint_names_a_word_that_messages_list() {
        let hint = |name: &'static str| message!("spreadsheets-did-you-mean", name = name);
        assert_eq!(find_word(programmes(), "voltijts").unwrap_err(), hint("voltijd"));
        assert_eq!(find_word(programmes(), "zij instrom").unwrap_err(), hint("deeltijd"));
        assert_eq!(find_word(standings(), "kandidat").unwrap_err(), hint("kandidaat"));
        assert_eq!(find_word(standings(), "candidat").unwrap_err(), hint("candidate"));
        assert_eq!(find_word(days(), "dinsdg").unwrap_err(), hint("di"));
    }

    #[test]
    fn a_hint_is_for_a_typing_error_only() {
        for text in ["pabo", "hbo", "nvt", "VT-D", "niet voltijd", "MBO PW", "deeltijd/flex"] {
            let advice = find_word(programmes(), text).unwrap_err();
            assert_eq!(advice, message!("common-write-one-of-these"), "{text}");
        }
    }

    #[test]
    fn every_value_has_a_word_and_the_word_of_the_format() {
        for programme in Programme::ALL {
            assert_eq!(find_word(programmes(), programme.word()), Ok(*programme));
        }
        for day in Day::ALL {
            assert_eq!(find_word(days(), day.word()), Ok(*day));
        }
        for standing in Standing::ALL {
            assert_eq!(find_word(standings(), standing.word()), Ok(*standing));
        }
        for strength in Strength::ALL {
            assert_eq!(find_word(strengths(), strength.word()), Ok(*strength));
        }
    }
}
