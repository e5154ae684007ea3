//! The words that may stand in cells, in both languages, each with what it means.

use crate::input::errors::nearest;
use crate::instance::{Day, Programme, Standing, Strength};
use crate::spreadsheets::fold::{folded, tidy};

use super::Bilingual;

/// A value with its words.
#[derive(Debug)]
pub struct Word<T: 'static> {
    /// What it means.
    pub value: T,
    /// The word that is written.
    pub name: Bilingual,
    /// Other words for it.
    also: &'static [&'static str],
}

const fn word<T>(
    value: T,
    [dutch, english]: [&'static str; 2],
    also: &'static [&'static str],
) -> Word<T> {
    Word { value, name: Bilingual { dutch, english }, also }
}

impl<T> Word<T> {
    fn words(&self) -> impl Iterator<Item = &'static str> {
        [self.name.dutch, self.name.english].into_iter().chain(self.also.iter().copied())
    }
}

/// Programmes.
pub const fn programmes() -> &'static [Word<Programme>] {
    const {
        &[
            word(Programme::Voltijd, ["voltijd", "voltijd"], &["vt", "full-time", "voltijds"]),
            word(Programme::Deeltijd, ["deeltijd", "deeltijd"], &["dt", "part-time", "deeltijds"]),
            word(
                Programme::Academisch,
                ["academisch", "academisch"],
                &["academische pabo", "academic", "ap", "pabo academisch"],
            ),
            word(Programme::Mbo, ["mbo", "mbo"], &["mbo-student", "mbo student"]),
        ]
    }
}

/// What part a board takes.
pub const fn standings() -> &'static [Word<Standing>] {
    const {
        &[
            word(Standing::Partner, ["partner", "partner"], &[]),
            word(Standing::Aspirant, ["aspirant", "aspirant"], &["aspirant-partner"]),
            word(Standing::Shell, ["schil", "shell"], &["schilbestuur"]),
            word(Standing::Candidate, ["kandidaat", "candidate"], &["kandidaat-partner"]),
        ]
    }
}

/// How strong a wish is.
pub const fn strengths() -> &'static [Word<Strength>] {
    const {
        &[
            word(Strength::Prefer, ["voorkeur", "prefer"], &["liever", "wens", "zacht"]),
            word(Strength::Must, ["moet", "must"], &["eis", "hard", "verplicht"]),
        ]
    }
}

/// Working days.
pub const fn days() -> &'static [Word<Day>] {
    const {
        &[
            word(Day::Monday, ["ma", "mon"], &["maandag", "monday"]),
            word(Day::Tuesday, ["di", "tue"], &["dinsdag", "tuesday", "tues"]),
            word(Day::Wednesday, ["wo", "wed"], &["woensdag", "wednesday", "woe"]),
            word(Day::Thursday, ["do", "thu"], &["donderdag", "thursday", "thur", "thurs", "don"]),
            word(Day::Friday, ["vr", "fri"], &["vrijdag", "friday", "vrij"]),
        ]
    }
}

/// Yes and no.
pub const fn yes_no() -> &'static [Word<bool>] {
    const {
        &[
            word(true, ["ja", "yes"], &["j", "y", "x", "1", "waar", "true", "v"]),
            word(false, ["nee", "no"], &["n", "0", "onwaar", "false"]),
        ]
    }
}

/// The word for an empty list.
pub const NOTHING: Word<()> = word((), ["geen", "none"], &["nooit", "never"]);
/// The word for all that there are.
pub const EVERY: Word<()> =
    word((), ["alle", "all"], &["elke", "alles", "every", "iedere", "allemaal"]);

/// Whether a text is one of the words of a value.
pub fn is_word<T>(word: &Word<T>, text: &str) -> bool {
    word.words().any(|known| folded(known) == folded(text))
}

/// The value that a text names.
///
/// # Errors
/// What to do, where it names none.
pub fn find_word<T: Copy>(words: &[Word<T>], text: &str) -> Result<T, String> {
    // Signs that stand for yes and no in a column of marks, which folding would take away.
    let text = match tidy(text).as_str() {
        "✓" | "✔" | "☑" | "√" => "x".to_owned(),
        "-" | "–" | "☐" => "n".to_owned(),
        text => text.to_owned(),
    };
    if let Some(word) = words.iter().find(|word| is_word(word, &text)) {
        return Ok(word.value);
    }
    let known = words.iter().flat_map(Word::words);
    Err(match nearest(&text, known) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "write one of these".to_owned(),
    })
}

/// The words for a value.
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
        assert_eq!(find_word(programmes(), "voltijdd"), Err("did you mean `voltijd`?".to_owned()));
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
