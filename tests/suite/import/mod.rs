//! Imports of correct and messy spreadsheets, each compared with the complete output.

mod bounds;
mod corpus;
mod door;
mod duo;
mod ods;
mod session;
mod several_sheets;
mod templates;
mod workbooks;

use plaatswijzer::input::errors::Code;
use plaatswijzer::instance::document::InstanceDocument;
use plaatswijzer::spreadsheets::{Request, account_in_words, import};
use plaatswijzer::texts::Language;
use serde_json::Value;

/// The codes that only imports have; each occurs in a golden text of the corpus.
pub const CODES: [Code; 10] = [
    Code::EmptyCell,
    Code::NotATable,
    Code::UnknownSheet,
    Code::NoHeader,
    Code::MissingColumn,
    Code::DuplicateColumn,
    Code::UnknownColumn,
    Code::UnusableCell,
    Code::AmbiguousNumber,
    Code::AmbiguousName,
];

/// Everything that an import reports, and the instance that it makes.
fn report_and_instance(request: &Request) -> String {
    match import(request) {
        Ok(imported) => {
            let account = account_in_words(&imported.account, Language::English);
            let warnings: Vec<String> =
                imported.warnings.iter().map(|warning| format!("{warning}\n")).collect();
            format!("{account}{}{}", warnings.concat(), in_lines(&imported.document))
        }
        Err(refused) => {
            let account = account_in_words(&refused.account, Language::English);
            format!("{account}{}", refused.errors)
        }
    }
}

/// An instance with a line for each key, and for each row of a list.
fn in_lines(document: &InstanceDocument) -> String {
    let Ok(Value::Object(document)) = serde_json::to_value(document) else { panic!("no object") };
    let lines = document.iter().filter(|(key, _)| *key != "format").map(|(key, value)| {
        let rows = value.as_array().into_iter().flatten();
        let rows = rows.map(|row| ["  ", &row.to_string(), "\n"].concat()).collect::<String>();
        if rows.is_empty() { format!("{key}: {value}\n") } else { format!("{key}:\n{rows}") }
    });
    lines.collect()
}
