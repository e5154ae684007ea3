//! Reads the cell of a setting before its key is known.

use serde_json::{Value, json};

use super::accepted::text;
use super::lists;
use super::numbers;
use super::sheet::CellContent;

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
