//! Reads CSV text into a sheet. A quote that does not close is an error: a lenient reader would swallow all rows
//! behind it.

use super::encoding::text_of;
use super::sheet::{
    CellContent, FilledCell, Hidden, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Medium, Sheet, SheetRow,
    Source, excerpt,
};
use crate::input::errors::{Code, InputErrors};
use crate::message;
use crate::texts::{Language, Message};

/// The possible separators of fields, the likeliest first.
const SEPARATORS: [char; 3] = [';', ',', '\t'];

/// The number of rows from which the separator is recognised.
const SEPARATOR_ROWS: usize = 20;

/// The sheet in the bytes of a CSV file.
///
/// The separator is the one that gives some row near the top the most column names that are `known`.
///
/// # Errors
/// If the bytes are no text, a quote does not close, or the table is too large.
pub fn csv_sheet(
    bytes: &[u8],
    file: &str,
    language: Language,
    known: &dyn Fn(&str) -> bool,
) -> Result<Sheet, InputErrors> {
    let (text, encoding) = text_of(bytes, file)?;
    let (declared, text_below) = declared_separator(&text);
    let separator = declared.unwrap_or_else(|| likeliest_separator(&text, known));
    let medium = Medium::Csv(encoding, separator);
    let source = Source { file: file.to_owned(), sheet: None, medium, language };
    let mut reader = Reader::new(text_below, separator, &source, 1 + u32::from(declared.is_some()));
    let mut rows = Vec::new();
    let mut cells = 0;
    while let Some(row) = reader.row() {
        let row = row?;
        cells += row.cells.len();
        reader.check_size(rows.len(), cells, &row)?;
        if !row.cells.is_empty() {
            rows.push(row);
        }
    }
    Ok(Sheet { source, rows, merged: Vec::new(), hidden: Hidden::default() })
}

/// The separator that a first line such as `sep=;` declares, and the text below that line.
fn declared_separator(text: &str) -> (Option<char>, &str) {
    let Some(rest) = text.strip_prefix("sep=") else { return (None, text) };
    let mut signs = rest.chars();
    match (signs.next(), signs.as_str().split_once('\n')) {
        (Some(separator), Some((end, below))) if end.trim().is_empty() => (Some(separator), below),
        _ => (None, text),
    }
}

fn likeliest_separator(text: &str, known: &dyn Fn(&str) -> bool) -> char {
    let language = Language::default();
    let source = Source { file: String::new(), sheet: None, medium: Medium::Xlsx, language };
    let names = |separator| {
        let mut reader = Reader::new(text, separator, &source, 1);
        let rows = std::iter::from_fn(|| reader.row()).take(SEPARATOR_ROWS).filter_map(Result::ok);
        let known = |row: &SheetRow| {
            let cells = row.cells.iter().take_while(|cell| cell.column < MOST_COLUMNS);
            cells
                .filter(|cell| matches!(&cell.content, CellContent::Text(text) if known(text)))
                .count()
        };
        let counts: Vec<(usize, usize)> = rows.map(|row| (known(&row), row.cells.len())).collect();
        counts.into_iter().max().unwrap_or_default()
    };
    let likeliest = SEPARATORS.into_iter().rev().max_by_key(|&separator| names(separator));
    likeliest.unwrap_or(';')
}

/// Reads rows of fields.
struct Reader<'a> {
    rest: &'a str,
    separator: char,
    source: &'a Source,
    row: u32,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, separator: char, source: &'a Source, row: u32) -> Self {
        Self { rest: text, separator, source, row }
    }

    /// The next row; none at the end.
    fn row(&mut self) -> Option<Result<SheetRow, InputErrors>> {
        if self.rest.is_empty() {
            return None;
        }
        let number = self.row;
        self.row += 1;
        let (mut cells, mut column) = (Vec::new(), 0);
        loop {
            let text = match self.field(number, column) {
                Ok(text) => text,
                Err(errors) => {
                    self.rest = "";
                    return Some(Err(errors));
                }
            };
            let content = CellContent::Text(text);
            if !content.is_blank() {
                cells.push(FilledCell { column, content });
            }
            column += 1;
            let mut signs = self.rest.chars();
            if signs.next() != Some(self.separator) {
                break;
            }
            self.rest = signs.as_str();
        }
        let ends = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r']));
        self.rest = ends.unwrap_or(self.rest);
        Some(Ok(SheetRow { number, cells, fields: Some(column) }))
    }

    /// The next field, up to the separator or the end of the row.
    fn field(&mut self, row: u32, column: u32) -> Result<String, InputErrors> {
        let padding = self.rest.len() - self.rest.trim_start_matches(' ').len();
        let Some(mut inner) = self.rest[padding..].strip_prefix('"') else {
            let end = self.rest.find([self.separator, '\n', '\r']).unwrap_or(self.rest.len());
            let (field, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Ok(field.to_owned());
        };
        let mut text = String::new();
        while let Some(end) = inner.find('"') {
            text.push_str(&inner[..end]);
            inner = &inner[end + 1..];
            if let Some(more) = inner.strip_prefix('"') {
                text.push('"');
                inner = more;
                continue;
            }
            let rest = inner.trim_start_matches(' ');
            if rest.is_empty() || rest.starts_with([self.separator, '\n', '\r']) {
                self.rest = rest;
                return Ok(text);
            }
            return Err(self.broken(row, column, message!("spreadsheets-text-behind-quote")));
        }
        Err(self.broken(row, column, message!("spreadsheets-open-quote")))
    }

    fn broken(&self, row: u32, column: u32, found: Message) -> InputErrors {
        let mut errors = InputErrors::default();
        errors.add(
            Code::BadRow,
            self.source.cell(row, column, ""),
            found,
            message!("spreadsheets-quoted-field"),
            message!("spreadsheets-mend-the-quotes"),
        );
        errors
    }

    fn check_size(&self, rows: usize, cells: usize, row: &SheetRow) -> Result<(), InputErrors> {
        let wide = row.fields.unwrap_or(0) > MOST_COLUMNS;
        if !wide && rows <= MOST_ROWS && cells <= MOST_CELLS {
            return Ok(());
        }
        let separator = excerpt(&self.separator.to_string());
        let found = if wide {
            let fields = i64::from(row.fields.unwrap_or(0));
            message!("spreadsheets-fields-separated-by", count = fields, separator = separator)
        } else {
            message!("spreadsheets-more-than-rows-and-cells", rows = rows, cells = cells)
        };
        let allowed = message!(
            "spreadsheets-csv-limits",
            columns = i64::from(MOST_COLUMNS),
            rows = MOST_ROWS,
            cells = MOST_CELLS
        );
        let mut errors = InputErrors::default();
        let advice = message!("spreadsheets-is-it-the-right-file");
        errors.add(Code::TooLarge, self.source.row(row.number), found, allowed, advice);
        Err(errors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Sheet, InputErrors> {
        csv_sheet(text.as_bytes(), "a.csv", Language::English, &|name| {
            ["id", "dagen"].contains(&name)
        })
    }

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let sheet = read(text).unwrap();
        let texts =
            |row: &SheetRow| row.cells.iter().filter_map(|cell| row.text(cell.column)).collect();
        sheet.rows.iter().map(|row| (row.number, texts(row))).collect()
    }

    #[test]
    fn rows_are_those_of_a_spreadsheet() {
        let text = "id;dagen\r\n\r\ns1;\"ma; \"\"do\"\"\nvr\"\n s2 ;;\n";
        let of = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let expected =
            [(1, of(&["id", "dagen"])), (3, of(&["s1", "ma; \"do\"\nvr"])), (4, of(&["s2"]))];
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn the_separator_is_the_one_that_makes_known_names() {
        let separator = |text: &str| match read(text).unwrap().source.medium {
            Medium::Csv(_, separator) => separator,
            Medium::Xlsx | Medium::Ods => ' ',
        };
        assert_eq!(separator("id;dagen\ns1;ma, di, wo, do\ns2;ma, di, wo\n"), ';');
        assert_eq!(separator("\"id\",dagen\ns1,ma;di;wo;do\n"), ',');
        assert_eq!(separator("Titel, met komma\nid\tdagen\n"), '\t');
        assert_eq!(separator("sep=,\nid,dagen\n"), ',');
    }

    #[test]
    fn a_quote_that_does_not_close_swallows_nothing() {
        let errors = read("id;dagen\ns1;\"ma\ns2;do\n").unwrap_err();
        assert_eq!(errors.0[0].location, "a.csv, row 2, column B");
        assert!(read("id;dagen\ns1;\"ma\"di\n").is_err());
    }

    #[test]
    fn too_many_columns_are_refused() {
        let errors = read(&format!("id;dagen\n{}\n", ";".repeat(1_000_000))).unwrap_err();
        assert_eq!(errors.0[0].code, Code::TooLarge);
    }
}
