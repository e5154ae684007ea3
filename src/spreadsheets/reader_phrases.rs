//! What the reader of instances says of documents, and what an import has instead.

use std::sync::LazyLock;

use serde::Deserialize;

use super::vocabulary::rows;
use crate::texts::Language;

/// A row of `reader_phrases.csv`.
#[derive(Deserialize)]
struct Phrase {
    language: String,
    of_documents: String,
    of_tables: String,
}

/// A text of the reader in words that fit tables.
pub fn in_words_of_tables(text: String, language: Language) -> String {
    static PHRASES: LazyLock<Vec<Phrase>> =
        LazyLock::new(|| rows(include_str!("reader_phrases.csv")));
    let phrases = PHRASES.iter().filter(|phrase| phrase.language == language.code());
    phrases.fold(text, |text, phrase| text.replace(&phrase.of_documents, &phrase.of_tables))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_a_table_here() {
        let said = |text: &str, language| in_words_of_tables(text.to_owned(), language);
        assert_eq!(said("a number or `null`", Language::English), "a number");
        assert_eq!(said("een id van dit document", Language::Dutch), "een id van deze tabellen");
    }
}
