//! The cells that problems of an import are about, quoted so that they can be corrected.

use super::account::Account;
use super::amendments::{row_text, said};
use super::origins::{Origins, TablePosition};
use super::request::Request;
use super::sheet::letters;
use super::vocabulary::TableKind;
use crate::input::errors::{InputError, InputErrors};
use crate::texts::{Argument, Language};

/// The most cells of a row that are quoted beside the one with a problem.
const MOST_BESIDE: usize = 5;

/// The row of a table that a problem is about, and the cell in it if the problem is about one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuotedCell {
    /// The kind of table.
    pub kind: TableKind,
    /// The file.
    pub file: String,
    /// The sheet; none in a CSV file.
    pub sheet: Option<String>,
    /// The row, counted from 1.
    pub row: u32,
    /// The column, counted from 0.
    pub column: Option<u32>,
    /// The letters of the column.
    pub letters: String,
    /// The name of the column in the sheet.
    pub heading: String,
    /// What the cell says, as corrected.
    pub text: String,
    /// What the cell says in the file: corrections are known by it.
    pub in_file: String,
    /// What the row says in the file: its cells, separated by tabs.
    pub row_in_file: String,
    /// The first filled cells of the row, without the one with the problem.
    pub beside: Vec<String>,
    /// What the cell may be meant to say.
    pub proposals: Vec<String>,
    /// Whether the cell may be empty, without a problem of its own.
    pub may_be_empty: bool,
}

/// The cell of each problem; none for a problem with a file or with the instance as a whole. The sheets are read a second
/// time: they are not kept while an import goes on.
pub fn quoted(
    request: &Request,
    origins: &Origins,
    errors: &InputErrors,
) -> Vec<Option<QuotedCell>> {
    let places: Vec<_> = errors.0.iter().map(|error| origins.position(&error.location)).collect();
    let mut cells: Vec<Option<QuotedCell>> = errors.0.iter().map(|_| None).collect();
    let (mut account, mut ignored) = (Account::default(), InputErrors::default());
    request.each_sheet(&mut account, &mut ignored, &mut |_| {}, &mut |kind, sheet, _, _| {
        let file_rows = &sheet.rows;
        let (sheet, _) = request.amendments.apply(kind, sheet);
        for ((place, cell), error) in places.iter().zip(&mut cells).zip(&errors.0) {
            let Some(TablePosition { source, row: number, column, heading, path }) = place else {
                continue;
            };
            let row = sheet.rows.iter().find(|row| row.number == *number);
            let Some(row) = row.filter(|_| *source == sheet.source) else { continue };
            let in_file = file_rows.iter().find(|row| row.number == *number).unwrap_or(row);
            let says = |row| column.map(|column| said(row, column)).unwrap_or_default();
            let text = says(row);
            let beside = row.cells.iter().filter(|cell| Some(cell.column) != *column);
            let beside = beside.take(MOST_BESIDE).map(|cell| said(row, cell.column)).collect();
            *cell = Some(QuotedCell {
                kind,
                file: source.file.clone(),
                sheet: source.sheet.clone(),
                row: *number,
                column: *column,
                letters: column.map(letters).unwrap_or_default(),
                heading: heading.clone(),
                proposals: proposals(error, &text, request.language),
                may_be_empty: path.is_some_and(|path| kind.may_leave_empty(path)),
                text,
                in_file: says(in_file),
                row_in_file: row_text(in_file),
                beside,
            });
        }
    });
    cells
}

/// What a cell may be meant to say, by the help of its problem. Where the problem is with one value of a list, the rest of
/// the list stays.
fn proposals(error: &InputError, text: &str, language: Language) -> Vec<String> {
    let Argument::Message(help) = &error.help else { return Vec::new() };
    // A remark about a sign that looks like another one is put around the help.
    let help = match help.argument("help") {
        Some(Argument::Message(inner)) => inner,
        _ => help,
    };
    let names: &[&str] = match help.key() {
        "input-did-you-mean" => &["word"],
        "spreadsheets-did-you-mean" => &["name"],
        "spreadsheets-write-if-meant" | "spreadsheets-write-the-exact-number" => &["number"],
        "spreadsheets-write-either" => &["one", "other"],
        "spreadsheets-same-board" => &["usual"],
        "instance-name-of" => &["id"],
        _ => &[],
    };
    let found = error.found.in_language(language);
    let quotation = found.split('`').nth(1).filter(|part| *part != text && text.contains(part));
    let words = names.iter().filter_map(|name| help.argument(name));
    let words = words.map(|word| word.in_language(language).replace('`', ""));
    let whole = words.map(|word| match quotation {
        Some(part) if !part.is_empty() => text.replacen(part, &word, 1),
        _ => word,
    });
    whole.filter(|word| word != text).collect()
}
