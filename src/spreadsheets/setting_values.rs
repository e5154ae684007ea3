//! Reads the cell of a setting before its key is known.

use serde_json::{Value, json};

use super::accepted::text;
use super::fold::{folded, tidy};
use super::lists;
use super::numbers;
use super::sheet::CellContent;

/// What a key is about that begins with one of some folded words: `denominatie christelijk`, `programme.Acad. pabo`.
pub fn subject(key: &str, beginnings: &[&str]) -> Option<String> {
    let (word, subject) = key.split_once([' ', '.', ':'])?;
    let subject = tidy(subject.trim_start_matches([' ', '.', ':']));
    (beginnings.contains(&&*folded(word)) && !subject.is_empty()).then_some(subject)
}

/// The value in the cell of a setting; text stays text.
pub fn value(content: &CellContent) -> Value {
    match content {
        CellContent::Number(number) => {
            numbers::as_whole(*number).map_or_else(|| json!(number), |whole| json!(whole))
        }
        CellContent::Truth(truth) => json!(truth),
        // The quotes stay: they say later that the text is verbatim.
        CellContent::Text(text) if lists::unquoted(content).is_some() => json!(text),
        other => json!(text(other)),
    }
}
