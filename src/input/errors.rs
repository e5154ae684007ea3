//! What can be wrong with input, and how it is said: all problems at once, each
//! with a code, the place, what was found, what is allowed and what to do.

use std::collections::BTreeSet;

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

            /// The code as it is printed.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

codes! {
    /// The file cannot be opened or read.
    Unreadable = "unreadable";
    /// The file, or a list in it, is larger than the engine takes.
    TooLarge = "too-large";
    /// The file is empty.
    Empty = "empty";
    /// The file is not text in UTF-8.
    NotUtf8 = "not-utf8";
    /// The file is not well-formed JSON.
    NotJson = "not-json";
    /// Lists and objects are nested deeper than any document needs.
    NestedTooDeep = "nested-too-deep";
    /// A key stands twice in one object.
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
    /// A word that is not in the list of words allowed there.
    UnknownWord = "unknown-word";
    /// A list that must name something is empty.
    EmptyList = "empty-list";
    /// A rule that cannot be switched off is switched off.
    RuleCannotBeOff = "rule-cannot-be-off";
    /// Two things have the same id.
    DuplicateId = "duplicate-id";
    /// A value stands twice in a list.
    DuplicateValue = "duplicate-value";
    /// An id that nothing of the right kind has.
    UnknownReference = "unknown-reference";
    /// A school stands in more than one existing cluster.
    SchoolInTwoClusters = "school-in-two-clusters";
    /// Two values that cannot both hold.
    Contradiction = "contradiction";
    /// A journey stands twice in the travel table.
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
    /// A cell holds what no value can be read from, such as a date where a number should be.
    UnusableCell = "unusable-cell";
    /// A number that may be read in two ways.
    AmbiguousNumber = "ambiguous-number";
}

impl std::fmt::Display for Code {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.text())
    }
}

/// One problem in the input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputError {
    /// Its kind.
    pub code: Code,
    /// Where: a path such as `students[12].days[0]`, or `line 3, column 7`.
    pub place: String,
    /// What was found there.
    pub found: String,
    /// What is allowed there.
    pub allowed: String,
    /// What to do.
    pub advice: String,
}

impl std::fmt::Display for InputError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { code, place, found, allowed, advice } = self;
        writeln!(formatter, "error[{code}] at {place}")?;
        writeln!(formatter, "  found:   {found}")?;
        writeln!(formatter, "  allowed: {allowed}")?;
        write!(formatter, "  do:      {advice}")
    }
}

/// Something that is allowed and yet probably not meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputWarning {
    /// Where: a path such as `students[12]`.
    pub place: String,
    /// What follows from it.
    pub message: String,
}

impl std::fmt::Display for InputWarning {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "warning at {}: {}", self.place, self.message)
    }
}

/// All problems found in one reading; never empty where it is returned as an error.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct InputErrors(pub Vec<InputError>);

impl InputErrors {
    /// Adds a problem.
    pub fn add(
        &mut self,
        code: Code,
        place: impl Into<String>,
        found: impl Into<String>,
        allowed: impl Into<String>,
        advice: impl Into<String>,
    ) {
        self.0.push(InputError {
            code,
            place: place.into(),
            found: found.into(),
            allowed: allowed.into(),
            advice: advice.into(),
        });
    }

    /// The value, where there was no problem.
    ///
    /// # Errors
    /// These problems, where there are any.
    pub fn into_result<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    /// The kinds of problems found.
    pub fn codes(&self) -> BTreeSet<Code> {
        self.0.iter().map(|error| error.code).collect()
    }
}

impl std::fmt::Display for InputErrors {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for error in &self.0 {
            writeln!(formatter, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for InputErrors {}

/// The word of a list that comes nearest to what was written, where one is near enough to
/// have been meant (by Damerau–Levenshtein distance; Damerau, 1964).
pub fn nearest<'a>(written: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let far = written.chars().count().div_ceil(3).max(1);
    words
        .into_iter()
        .map(|word| {
            (strsim::damerau_levenshtein(&written.to_lowercase(), &word.to_lowercase()), word)
        })
        .filter(|(distance, _)| *distance <= far)
        .min()
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_one_that_may_have_been_meant() {
        let words = ["places", "places_for", "programmes"];
        assert_eq!(nearest("palces", words), Some("places"));
        assert_eq!(nearest("Places", words), Some("places"));
        assert_eq!(nearest("zzz", words), None);
    }
}
