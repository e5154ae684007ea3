//! A sheet as it was read: the filled cells of its rows, each with where it stands.

use super::fold::tidy;

/// The most rows with anything in them.
pub const MOST_ROWS: usize = 2_000_100;
/// The most columns; what stands further to the right is refused.
pub const MOST_COLUMNS: u32 = 1000;
/// The most filled cells of a sheet: two million journeys of four cells, with room.
pub const MOST_CELLS: usize = 10_000_000;

/// A sheet of a workbook, or a CSV file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Where it comes from.
    pub source: Source,
    /// The rows with anything in them, from top to bottom.
    pub rows: Vec<Row>,
    /// Cells of one row that were merged: row, first and last column.
    pub merged: Vec<(u32, u32, u32)>,
}

/// Where a sheet comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The file, as its user named it.
    pub file: String,
    /// The sheet's name, in a workbook.
    pub sheet: Option<String>,
    /// What kind of file it is.
    pub medium: Medium,
}

/// What a table was read from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Medium {
    /// A workbook.
    Xlsx,
    /// Text: how it is encoded, and what separates the fields.
    Csv(Encoding, char),
}

/// How the text of a CSV file is encoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    Utf8 {
        /// Whether it begins with a byte order mark.
        mark: bool,
    },
    /// UTF-16 with a byte order mark.
    Utf16,
    /// Windows-1252, which is what remains.
    Windows1252,
}

/// A row of a sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// Its number in the sheet, from 1.
    pub number: u32,
    /// Its filled cells, from left to right.
    pub cells: Vec<Cell>,
    /// How many fields it has in a CSV file, filled or not.
    pub fields: Option<u32>,
}

/// A filled cell.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// Its column, from 0.
    pub column: u32,
    /// What stands in it.
    pub content: Content,
}

/// What stands in a cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Content {
    /// Text, as it stands there.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that the sheet shows as a percentage: 0.5 is 50%.
    Percentage(f64),
    /// Yes or no.
    Truth(bool),
    /// A date or time, as `2027-03-01`.
    Date(String),
    /// What a formula that failed shows, such as `#REF!`.
    Failure(String),
}

impl Content {
    /// What stands there, in words, cut short where it is long.
    pub fn in_words(&self) -> String {
        match self {
            Self::Text(text) => excerpt(&tidy(text)),
            Self::Number(number) => format!("`{number}`"),
            Self::Percentage(share) => format!("`{}%`, a percentage", (share * 1e8).round() / 1e6),
            Self::Truth(true) => "`TRUE`, a truth value".to_owned(),
            Self::Truth(false) => "`FALSE`, a truth value".to_owned(),
            Self::Date(date) => format!("{date}, a date or time"),
            Self::Failure(shown) => format!("`{shown}`, a formula that failed"),
        }
    }

    /// Whether it shows nothing.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if tidy(text).is_empty())
    }
}

impl Row {
    /// What stands in a column, where anything does.
    pub fn cell(&self, column: u32) -> Option<&Content> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&self.cells[at].content)
    }

    /// The text in a column, cleaned; nothing where there is no text.
    pub fn text(&self, column: u32) -> Option<String> {
        match self.cell(column)? {
            Content::Text(text) => Some(tidy(text)),
            Content::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }
}

impl Source {
    /// A place in the sheet: `schools.xlsx, sheet Scholen, row 3`.
    pub fn row(&self, row: u32) -> String {
        format!("{self}, row {row}")
    }

    /// A cell: `students.csv, row 3, column F (dagen)`.
    pub fn cell(&self, row: u32, column: u32, heading: &str) -> String {
        let heading = if heading.is_empty() { String::new() } else { format!(" ({heading})") };
        format!("{self}, row {row}, column {}{heading}", letters(column))
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.file)?;
        self.sheet.iter().try_for_each(|sheet| write!(formatter, ", sheet {sheet}"))
    }
}

/// The letters of a column, from 0: A to Z, AA and so on.
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

/// The most letters of a text that a message shows.
const EXCERPT: usize = 40;

/// A text in a message, cut short where it is long.
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
        let cell = |column, text: &str| Cell { column, content: Content::Text(text.to_owned()) };
        let row = Row { number: 1, cells: vec![cell(1, " a\u{a0}"), cell(4, "b")], fields: None };
        assert_eq!(row.text(1).as_deref(), Some("a"));
        assert_eq!((row.text(0), row.text(4).as_deref()), (None, Some("b")));
    }

    #[test]
    fn a_percentage_is_shown_as_the_sheet_shows_it() {
        assert_eq!(Content::Percentage(0.07).in_words(), "`7%`, a percentage");
    }
}
