//! Texts as lines, and as the headings of a table.

use crate::texts::{Language, Message};

/// Each text on a line of its own.
pub fn lines(texts: &[Message], language: Language) -> String {
    texts.iter().map(|text| text.in_language(language) + "\n").collect()
}

/// The headings of a table.
pub fn headings(headings: &[Message], language: Language) -> Vec<String> {
    headings.iter().map(|heading| heading.in_language(language)).collect()
}

/// The headings of a table whose first column, which holds names, has none.
pub fn headings_after_name(headings: &[Message], language: Language) -> Vec<String> {
    let headings = headings.iter().map(|heading| heading.in_language(language));
    std::iter::once(String::new()).chain(headings).collect()
}
