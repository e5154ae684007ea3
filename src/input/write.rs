//! Writes a document as JSON text.

use serde::Serialize;

/// The text of a document: JSON, indented, with a line end at the end.
///
/// # Panics
/// Where something has no JSON form, such as a map whose keys are no strings: no document has that.
pub fn to_pretty_json<T: Serialize + ?Sized>(document: &T) -> String {
    serde_json::to_string_pretty(document).expect("a document has a JSON form") + "\n"
}
