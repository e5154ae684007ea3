//! Errors and warnings about input files.
//!
//! A reader reports every problem of a file in one run. Each has a stable code, its location, what
//! was found there, what is allowed there, and what to do about it.

use std::collections::BTreeSet;

use super::alike::{OtherPlaces, alike};
use crate::message;
use crate::text;
use crate::texts::{Argument, Language, Message, TEXTS};

macro_rules! codes {
    ($($(#[$attribute:meta])+ $name:ident = $text:literal;)+) => {
        /// The kind of a problem in the input. Codes are stable: scripts may rely on them.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $($(#[$attribute])+ $name,)+
        }

        impl Code {
            /// All codes, in the order in which a file is read.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The code as printed.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }

            /// What the code means, as the headline of an error: `code-<code>` in the catalogue.
            pub fn title(self) -> Message {
                TEXTS.message(match self {
                    $(Self::$name => concat!("code-", $text),)+
                })
            }
        }
    };
}

codes! {
    /// The file cannot be opened or read.
    Unreadable = "unreadable";
    /// The file, or a list in it, is larger than the limit.
    TooLarge = "too-large";
    /// The file is empty.
    Empty = "empty";
    /// The file is not text in UTF-8.
    NotUtf8 = "not-utf8";
    /// The file is not well-formed JSON.
    NotJson = "not-json";
    /// Lists and objects are nested deeper than any document needs.
    NestedTooDeep = "nested-too-deep";
    /// A key occurs twice in one object.
    DuplicateKey = "duplicate-key";
    /// The file has another format, or a version that this engine does not read.
    WrongFormat = "wrong-format";
    /// A key that the format does not have.
    UnknownKey = "unknown-key";
    /// A required key is absent.
    MissingKey = "missing-key";
    /// A value has the wrong type.
    WrongType = "wrong-type";
    /// A number or text is out of its range.
    OutOfRange = "out-of-range";
    /// A word that is not one of the words allowed there.
    UnknownWord = "unknown-word";
    /// A list that must name something is empty.
    EmptyList = "empty-list";
    /// A rule that cannot be switched off is switched off.
    RuleCannotBeOff = "rule-cannot-be-off";
    /// Two things have the same id.
    DuplicateId = "duplicate-id";
    /// A value occurs twice in a list.
    DuplicateValue = "duplicate-value";
    /// An id that nothing of the right kind has.
    UnknownReference = "unknown-reference";
    /// A school belongs to more than one existing cluster.
    SchoolInTwoClusters = "school-in-two-clusters";
    /// Two values that cannot both hold.
    Contradiction = "contradiction";
    /// A journey occurs twice in the travel table.
    DuplicateJourney = "duplicate-journey";
    /// A row of a CSV file cannot be read.
    BadRow = "bad-row";
    /// A postcode that the postcode table does not have.
    UnknownPostcode = "unknown-postcode";
    /// A student is fixed at a school that no cluster option and no shell contains.
    FixedNowhere = "fixed-nowhere";
    /// A file that should hold a table is neither a workbook nor CSV.
    NotATable = "not-a-table";
    /// A sheet that the workbook does not have, or has twice.
    UnknownSheet = "unknown-sheet";
    /// No row of a sheet has the names of columns in it.
    NoHeader = "no-header";
    /// A column that every row must have is absent.
    MissingColumn = "missing-column";
    /// Two columns of a sheet mean the same.
    DuplicateColumn = "duplicate-column";
    /// A column whose meaning cannot be known.
    UnknownColumn = "unknown-column";
    /// A cell that must be filled is empty.
    EmptyCell = "empty-cell";
    /// A cell holds what no value can be read from, such as a date where a number should be.
    UnusableCell = "unusable-cell";
    /// A number that may be read in two ways.
    AmbiguousNumber = "ambiguous-number";
    /// A name that fits several things, or one that may be another spelling of a second.
    AmbiguousName = "ambiguous-name";
}

impl std::fmt::Display for Code {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.text())
    }
}

/// One problem in the input.
///
/// `Display` writes it in English, [`in_language`](Self::in_language) in either language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputError {
    /// The kind of problem.
    pub code: Code,
    /// A path such as `students[12].days[0]`, a position such as `line 3, column 7`, or a cell of a sheet.
    pub location: String,
    /// What was found at the location.
    pub found: Argument,
    /// What is allowed at the location.
    pub allowed: Argument,
    /// How to solve the problem.
    pub help: Argument,
}

impl InputError {
    /// A problem. Each text is a [`Message`], or a `String` or `&str` that quotes the input verbatim.
    pub fn new(
        code: Code,
        location: impl Into<String>,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
        help: impl Into<Argument>,
    ) -> Self {
        let (location, found) = (location.into(), found.into());
        Self { code, location, found, allowed: allowed.into(), help: help.into() }
    }

    /// The error in a language, on five lines without a final line end.
    pub fn in_language(&self, language: Language) -> String {
        self.at_places(language, "")
    }

    /// The error in a language, with the line of further places if there are any.
    fn at_places(&self, language: Language, further: &str) -> String {
        let title = self.code.title().in_language(language);
        let label = text!(language, "input-label-error");
        let place = place(&self.location).in_language(language);
        let text = self.text(language);
        format!("{label}[{}]: {title}\n  --> {place}{further}{text}", self.code)
    }

    /// What was found, what is allowed and what to do, each after a line end.
    fn text(&self, language: Language) -> String {
        let labelled = [
            (text!(language, "input-label-found"), &self.found),
            (text!(language, "input-label-allowed"), &self.allowed),
            (text!(language, "input-label-help"), &self.help),
        ];
        let width = labelled.iter().map(|(label, _)| label.len() + 1).max().unwrap_or_default();
        let lines = labelled.map(|(label, text)| {
            let label = format!("{label}:");
            format!("\n  {label:width$} {}", text.in_language(language))
        });
        lines.concat()
    }

    /// The problem as one paragraph: where, what was found, what is allowed, what to do.
    pub fn message(&self) -> Message {
        message!(
            "input-problem",
            place = place(&self.location),
            found = self.found.clone(),
            allowed = self.allowed.clone(),
            help = self.help.clone(),
        )
    }
}

/// A location, with the words of a position in a text in the language of whoever reads it.
pub fn place(location: &str) -> Argument {
    let message = |part: &str| {
        let (unit, number) = part.rsplit_once(' ').filter(|(_, number)| is_number(number))?;
        Some(match unit {
            "line" => message!("input-place-line", number = number),
            "column" => message!("input-place-column", number = number),
            "byte offset" => message!("input-place-offset", number = number),
            _ => return None,
        })
    };
    let parts = location.split(", ").map(|part| message(part).map_or(part.into(), Argument::from));
    let of_two = |first, second| message!("input-place-of-two", first = first, second = second);
    let whole = parts.reduce(|first, second| of_two(first, second).into());
    whole.unwrap_or_else(|| location.into())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl std::fmt::Display for InputError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.in_language(Language::English))
    }
}

/// Something in the input that is allowed and yet probably a mistake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputWarning {
    /// A path such as `students[12]`, or a cell of a sheet.
    pub location: String,
    /// What is remarkable, and its effect on plans.
    pub message: Argument,
}

impl InputWarning {
    /// Whether it is about no row of a table, but about an instance as a whole.
    pub fn is_of_all(&self) -> bool {
        self.location.starts_with('(')
    }

    /// The warning in a language, on two lines without a final line end.
    pub fn in_language(&self, language: Language) -> String {
        let label = text!(language, "input-label-warning");
        format!("{label}: {}\n  --> {}", self.message.in_language(language), self.location)
    }
}

impl std::fmt::Display for InputWarning {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.in_language(Language::English))
    }
}

/// All problems found in one reading. Not empty when returned as an error.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct InputErrors(pub Vec<InputError>);

impl InputErrors {
    /// Adds a problem; see [`InputError::new`].
    pub fn add(
        &mut self,
        code: Code,
        location: impl Into<String>,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
        help: impl Into<Argument>,
    ) {
        self.0.push(InputError::new(code, location, found, allowed, help));
    }

    /// The problems in a language, each followed by a line end; the same one in many rows of a list once, with all its
    /// places.
    pub fn in_language(&self, language: Language) -> String {
        let problems = self
            .0
            .iter()
            .map(|error| (&*error.location, format!("{}{}", error.code, error.text(language))));
        let shown = alike(&problems.collect::<Vec<_>>()).into_iter().map(|(at, others)| {
            let more = others.map(|OtherPlaces { count, places }| {
                let more = text!(language, "input-and-more-places", count = count, places = places);
                format!("\n      {more}")
            });
            self.0[at].at_places(language, &more.unwrap_or_default()) + "\n"
        });
        shown.collect()
    }

    /// The value if there are no problems.
    ///
    /// # Errors
    /// All problems, if there are any.
    pub fn into_result<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    /// All problems as one text.
    pub fn message(&self) -> Message {
        let mut problems = self.0.iter().map(InputError::message);
        let first = problems.next().unwrap_or_else(|| message!("input-json-document"));
        problems.fold(first, |before, problem| {
            message!("input-problems", before = before, problem = problem)
        })
    }

    /// The codes of all problems.
    pub fn codes(&self) -> BTreeSet<Code> {
        self.0.iter().map(|error| error.code).collect()
    }
}

impl std::fmt::Display for InputErrors {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.in_language(Language::English))
    }
}

impl std::error::Error for InputErrors {}

/// The word nearest to `written` by Damerau–Levenshtein distance (Damerau, 1964), ignoring capitals.
///
/// `None` if each word differs in more than a third of the letters: then it is no typing error.
pub fn nearest<'a>(written: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A third, rounded to the nearest: one edit in four letters, two in five.
    nearest_within(written, words, ((written.chars().count() + 1) / 3).max(1))
}

/// The word nearest to a text, at most some edits away.
pub fn nearest_within<'a>(
    written: &str,
    words: impl IntoIterator<Item = &'a str>,
    most_edits: usize,
) -> Option<&'a str> {
    words
        .into_iter()
        .map(|word| {
            (strsim::damerau_levenshtein(&written.to_lowercase(), &word.to_lowercase()), word)
        })
        // Where every letter differs, nothing is alike.
        .filter(|(distance, word)| *distance <= most_edits && *distance < word.chars().count())
        .min()
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_a_letter_in_common_is_not_near() {
        assert_eq!(nearest("5", ["1", "2", "3"]), None);
        assert_eq!(nearest("ab", ["ac"]), Some("ac"));
        assert_eq!(nearest("each", ["patch"]), None);
        assert_eq!(nearest("pach", ["patch"]), Some("patch"));
    }

    #[test]
    fn a_position_is_in_the_words_of_the_language_and_a_path_is_not_touched() {
        for (location, dutch) in [
            ("line 3, column 7", "regel 3, kolom 7"),
            ("table.csv, line 1234", "table.csv, regel 1234"),
            ("line 3, byte offset 59", "regel 3, byte 59"),
            ("rules.line 3", "rules.line 3"),
            ("students[3].days[0]", "students[3].days[0]"),
        ] {
            assert_eq!(place(location).in_language(Language::Dutch), dutch);
            assert_eq!(place(location).in_language(Language::English), location);
        }
    }

    #[test]
    fn the_same_problem_in_many_rows_is_written_once_with_all_its_places() {
        let mut errors = InputErrors::default();
        for row in [0, 1, 2, 3, 9] {
            let location = format!("students[{row}].naam");
            errors.add(Code::UnknownKey, location, "`naam`", "`name`", "rename it");
        }
        let text = errors.in_language(Language::Dutch);
        assert_eq!(text.matches("[unknown-key]").count(), 1, "{text}");
        let places = "  --> students[0].naam\n      en op nog 4 plaatsen: students[1-3, 9].naam\n";
        assert!(text.contains(places), "{text}");
    }

    #[test]
    fn the_nearest_word_is_one_that_may_have_been_meant() {
        let words = ["places", "places_for", "programmes"];
        assert_eq!(nearest("palces", words), Some("places"));
        assert_eq!(nearest("Places", words), Some("places"));
        assert_eq!(nearest("zzz", words), None);
    }
}
