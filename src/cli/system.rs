//! Failures of the system, such as a file that is not there, in the language of the reader.

use std::io::Error;

use super::console::language;

pub use crate::storage::reason;

/// The same as text, for where a text is asked for.
pub fn reason_in_words(error: &Error) -> String {
    reason(error).in_language(language())
}
