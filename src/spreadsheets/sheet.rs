//! A sheet as read: the filled cells of its rows, each with its position.

use std::collections::BTreeSet;

use super::fold::tidy;
use crate::texts::{Argument, Language};
use crate::{message, text};

/// The largest number of rows that are not empty.
pub const MOST_ROWS: usize = 2_000_100;
/// The largest number of columns; a filled cell further to the right is refused.
pub const MOST_COLUMNS: u32 = 1000;
/// The largest number of filled cells of a sheet: enough for two million journeys of four cells.
pub const MOST_CELLS: usize = 10_000_000;
/// The largest number of merged areas of a sheet that are read.
pub const MOST_MERGED: usize = 10_000;

/// A sheet of a workbook, or a CSV file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The file and sheet.
    pub source: Source,
    /// The rows that are not empty, from top to bottom.
    pub rows: Vec<SheetRow>,
    /// Its merged cells.
    pub merged: Vec<MergedArea>,
    /// What the spreadsheet program does not show.
    pub hidden: Hidden,
}

/// An area of merged cells. The cell at its top left has the value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MergedArea {
    /// The first row, counted from 1.
    pub top: u32,
    /// The last row, counted from 1.
    pub bottom: u32,
    /// The first column, counted from 0.
    pub left: u32,
    /// The last column, counted from 0.
    pub right: u32,
}

impl MergedArea {
    /// The area of a cell, by row (from 1) and column (from 0), that spans some rows and columns.
    pub fn spanned((top, left): (u32, u32), (rows, columns): (u32, u32)) -> Self {
        let last = |first: u32, count: u32| first.saturating_add(count.saturating_sub(1));
        Self { top, bottom: last(top, rows), left, right: last(left, columns) }
    }
}

/// What a spreadsheet program hides of a sheet. All of it is read; the account names it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hidden {
    /// Whether the sheet itself is hidden.
    pub sheet: bool,
    /// Hidden rows, counted from 1.
    pub rows: BTreeSet<u32>,
    /// Hidden columns, counted from 0.
    pub columns: BTreeSet<u32>,
}

/// The file and sheet of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The file as the user named it.
    pub file: String,
    /// The name of the sheet; `None` in a CSV file.
    pub sheet: Option<String>,
    /// The kind of file.
    pub medium: Medium,
    /// The language of locations.
    pub language: Language,
}

/// The kind of file that a table was read from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Medium {
    /// An Excel workbook.
    Xlsx,
    /// A workbook in the Open Document format.
    Ods,
    /// A text file, with its encoding and the separator of its fields.
    Csv(Encoding, char),
}

/// The encoding of a CSV file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    Utf8 {
        /// Whether it begins with a byte order mark.
        mark: bool,
    },
    /// UTF-16 with a byte order mark.
    Utf16,
    /// Windows-1252: any file that is neither of the others.
    Windows1252,
}

/// A row of a sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetRow {
    /// Its number in the sheet, counted from 1.
    pub number: u32,
    /// Its filled cells, from left to right.
    pub cells: Vec<FilledCell>,
    /// The number of fields in a CSV file, filled or not; `None` in a workbook.
    pub fields: Option<u32>,
}

/// A filled cell.
#[derive(Clone, PartialEq, Debug)]
pub struct FilledCell {
    /// Its column, counted from 0.
    pub column: u32,
    /// Its content.
    pub content: CellContent,
}

/// The content of a cell.
#[derive(Clone, PartialEq, Debug)]
pub enum CellContent {
    /// Text, verbatim.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that the sheet shows as a percentage: 0.5 is 50%.
    Percentage(f64),
    /// Yes or no.
    Truth(bool),
    /// A date or time, as `2027-03-01`.
    Date(String),
    /// A time of day without a date.
    TimeOfDay,
    /// The error that a formula shows, such as `#REF!`.
    Failure(String),
    /// A formula whose value the file does not hold: it was never calculated.
    Uncalculated(String),
}

impl CellContent {
    /// The content as messages quote it, cut short if it is long.
    pub fn shown(&self) -> Argument {
        match self {
            Self::Text(text) => excerpt(&tidy(text)).into(),
            Self::Number(number) => format!("`{number}`").into(),
            Self::Percentage(share) => {
                // Rounded to six decimals: 0.07 × 100 is not exactly 7.
                let shown = format!("`{}%`", (share * 1e8).round() / 1e6);
                message!("spreadsheets-cell-percentage", shown = shown).into()
            }
            Self::Truth(truth) => {
                let shown = if *truth { "`TRUE`" } else { "`FALSE`" };
                message!("spreadsheets-cell-truth", shown = shown).into()
            }
            Self::Date(date) => message!("spreadsheets-cell-date", shown = date.as_str()).into(),
            Self::TimeOfDay => message!("spreadsheets-cell-time").into(),
            Self::Failure(shown) => {
                message!("spreadsheets-cell-failure", shown = format!("`{shown}`")).into()
            }
            Self::Uncalculated(formula) => {
                let formula = excerpt(&format!("={formula}"));
                message!("spreadsheets-cell-uncalculated", formula = formula).into()
            }
        }
    }

    /// Whether the cell looks empty.
    pub fn is_blank(&self) -> bool {
        let Self::Text(text) = self else { return false };
        if text.is_ascii() { text.trim().is_empty() } else { tidy(text).is_empty() }
    }
}

impl SheetRow {
    /// The content of the cell in a column.
    pub fn cell(&self, column: u32) -> Option<&CellContent> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&self.cells[at].content)
    }

    /// The text or number in a column, without invisible characters.
    pub fn text(&self, column: u32) -> Option<String> {
        match self.cell(column)? {
            CellContent::Text(text) => Some(tidy(text)),
            CellContent::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }
}

impl Source {
    /// The location of a row: `schools.xlsx, sheet Scholen, row 3`.
    pub fn row(&self, row: u32) -> String {
        let row = row.to_string();
        format!("{self}, {}", text!(self.language, "spreadsheets-location-row", row = row))
    }

    /// The location of a cell: `students.csv, row 3, column F (dagen)`.
    pub fn cell(&self, row: u32, column: u32, heading: &str) -> String {
        let heading = if heading.is_empty() { String::new() } else { format!(" ({heading})") };
        let column = text!(self.language, "spreadsheets-location-column", column = letters(column));
        format!("{}, {column}{heading}", self.row(row))
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.file)?;
        let Some(sheet) = &self.sheet else { return Ok(()) };
        let sheet = text!(self.language, "spreadsheets-location-sheet", sheet = sheet);
        write!(formatter, ", {sheet}")
    }
}

/// The letters of a column, counted from 0: A to Z, AA and so on.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).expect("below 26");
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The largest number of letters that a message quotes.
const EXCERPT: usize = 40;

/// A text as messages quote it, cut short if it is long.
pub fn excerpt(text: &str) -> String {
    let start: String = text.chars().take(EXCERPT).collect();
    let more = if start.len() < text.len() { "…" } else { "" };
    format!("`{start}{more}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let named = [0, 25, 26, 701, 702, 16_383].map(letters);
        assert_eq!(named, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_cell_is_found_by_its_column() {
        let cell =
            |column, text: &str| FilledCell { column, content: CellContent::Text(text.to_owned()) };
        let row =
            SheetRow { number: 1, cells: vec![cell(1, " a\u{a0}"), cell(4, "b")], fields: None };
        assert_eq!(row.text(1).as_deref(), Some("a"));
        assert_eq!((row.text(0), row.text(4).as_deref()), (None, Some("b")));
    }

    #[test]
    fn a_percentage_is_shown_as_the_sheet_shows_it() {
        assert_eq!(CellContent::Percentage(0.07).shown().to_string(), "`7%`, a percentage");
    }
}
