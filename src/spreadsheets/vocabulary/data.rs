//! Reads the tables of the vocabulary, which are CSV files beside this module.

use serde::de::DeserializeOwned;

/// The rows of one of the tables.
///
/// # Panics
/// If the file does not have the columns of `T`. The files are part of the program, and a test reads all of them.
pub fn rows<T: DeserializeOwned>(file: &str) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let rows = reader.deserialize().collect::<Result<Vec<T>, csv::Error>>();
    rows.expect("a table of the vocabulary has the columns of its rows")
}

/// The text for the lifetime of the program: each table is read once and kept.
pub fn keep(text: String) -> &'static str {
    text.leak()
}

/// The texts of a cell that lists several, separated by `|`.
pub fn keep_list(text: String) -> Vec<&'static str> {
    keep(text).split('|').filter(|text| !text.is_empty()).collect()
}
