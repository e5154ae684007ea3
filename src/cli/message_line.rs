//! Messages for programs: what `--message-format json` writes to standard error, one JSON object per line.

use schemars::JsonSchema;
use serde::Serialize;
use serde_with::skip_serializing_none;

use crate::input::errors::{InputError, InputWarning};
use crate::texts::Language;

/// One line of standard error.
#[skip_serializing_none]
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum MessageLine {
    /// Why the command ended without its result. Every problem of an input is one.
    Error {
        /// What is wrong, such as `unknown-reference`: a code of a problem in the input, or `usage`, `output`, `search` or
        /// `check`. Codes are stable.
        code: String,
        /// All of it in words.
        text: String,
        /// What is wrong in an input: the code in words.
        title: Option<String>,
        /// Where in the input: a path such as `students[12].days[0]`, a position in a text, or a cell of a sheet.
        location: Option<String>,
        /// What was found there.
        found: Option<String>,
        /// What is allowed there.
        allowed: Option<String>,
        /// What to do.
        help: Option<String>,
    },
    /// Something in the input that is allowed and yet probably a mistake.
    Warning {
        /// What is remarkable, and its effect on plans.
        text: String,
        /// Where in the input.
        location: String,
    },
    /// Anything else that is said to people.
    Note {
        /// The text; it may have several lines.
        text: String,
    },
    /// How far a command is.
    Progress {
        /// That in words.
        text: String,
        /// The goal level that is being minimised.
        goal: Option<String>,
        /// Seconds since the search began.
        seconds: Option<f64>,
        /// The best value found for this level; absent as long as no plan is known.
        best: Option<i64>,
        /// No plan has a lower value for this level.
        bound: Option<i64>,
        /// The number of parts that are done: runs of a batch, answers.
        done: Option<usize>,
        /// The number of all parts.
        of: Option<usize>,
    },
}

impl MessageLine {
    /// A failure that is no problem of an input.
    pub fn failure(code: &str, text: String) -> Self {
        let code = code.to_owned();
        Self::Error {
            code,
            text,
            title: None,
            location: None,
            found: None,
            allowed: None,
            help: None,
        }
    }

    /// A problem of an input, in a language.
    pub fn problem(error: &InputError, language: Language) -> Self {
        Self::Error {
            code: error.code.to_string(),
            text: error.in_language(language),
            title: Some(error.code.title().in_language(language)),
            location: Some(error.location.clone()),
            found: Some(error.found.in_language(language)),
            allowed: Some(error.allowed.in_language(language)),
            help: Some(error.help.in_language(language)),
        }
    }

    /// A warning about an input, in a language.
    pub fn warning(warning: &InputWarning, language: Language) -> Self {
        let text = warning.message.in_language(language);
        Self::Warning { text, location: warning.location.clone() }
    }

    /// How many parts of a known number are done.
    pub fn parts(text: String, done: usize, of: usize) -> Self {
        let (done, of) = (Some(done), Some(of));
        Self::Progress { text, goal: None, seconds: None, best: None, bound: None, done, of }
    }
}
