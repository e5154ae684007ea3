//! From the bytes of an XLSX workbook to its sheets, cell by cell: a cell in the furthest corner of a sheet
//! takes no more room than any other.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Style, Xlsx, XlsxError};

use super::archive;
use super::sheet::{
    Cell, Content, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Medium, Row, Sheet, Source, letters,
};
use crate::input::errors::{Code, InputErrors};

/// The most bytes of text in a sheet; many cells may share one long text.
const MOST_TEXT: usize = 500_000_000;
/// The most merged cells that are looked at.
const MOST_MERGED: usize = 10_000;

/// An open workbook.
pub struct Workbook<'b> {
    file: String,
    xlsx: Xlsx<Cursor<&'b [u8]>>,
}

impl<'b> Workbook<'b> {
    /// Opens a workbook, once its parts have been looked at.
    ///
    /// # Errors
    /// `not-a-table` or `too-large`.
    pub fn open(bytes: &'b [u8], file: &str) -> Result<Self, InputErrors> {
        archive::check(bytes, file)?;
        let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| unread(file, &error))?;
        Ok(Self { file: file.to_owned(), xlsx })
    }

    /// The names of the sheets that hold cells, in their order.
    pub fn names(&self) -> Vec<String> {
        let sheets = self.xlsx.sheets_metadata().iter();
        let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
        sheets.map(|sheet| sheet.name.clone()).collect()
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// `not-a-table` where the sheet is broken, `too-large` where it is too large.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet, InputErrors> {
        let medium = Medium::Xlsx;
        let source = Source { file: self.file.clone(), sheet: Some(name.to_owned()), medium };
        let place = source.to_string();
        let merged = self.xlsx.merge_cells_by_sheet_name(name);
        let merged = merged.map_err(|error| unread(&place, &error))?;
        let merged = merged.iter().take(MOST_MERGED);
        let merged = merged.map(|area| (area.start.0.saturating_add(1), area.start.1, area.end.1));
        let merged = merged.collect();
        let mut gathering = Gathering { place, ..Gathering::default() };
        self.read_cells(name, &mut gathering)?;
        Ok(Sheet { source, rows: gathering.into_rows(), merged })
    }

    fn read_cells(&mut self, name: &str, gathering: &mut Gathering) -> Result<(), InputErrors> {
        let place = gathering.place.clone();
        let broken = |error: XlsxError| unread(&place, &error);
        let mut reader = self.xlsx.worksheet_cells_reader(name).map_err(broken)?;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(broken)? {
            let styles: &[Style] = reader.styles();
            let format = styles.get(style).and_then(|style| style.number_format.as_ref());
            let format = format.map_or("", |format| format.format_code.as_str());
            if let Some(content) = content(cell.get_value(), format) {
                gathering.add(cell.get_position(), content)?;
            }
        }
        Ok(())
    }
}

/// The cells of a sheet as they come.
#[derive(Default)]
struct Gathering {
    place: String,
    cells: Vec<(u32, Cell)>,
    rows: usize,
    text: usize,
}

impl Gathering {
    fn add(&mut self, (row, column): (u32, u32), content: Content) -> Result<(), InputErrors> {
        if content.is_blank() {
            return Ok(());
        }
        if let Content::Text(text) = &content {
            self.text += text.len();
        }
        self.rows += usize::from(self.cells.last().is_none_or(|(last, _)| *last != row + 1));
        let name = format!("{}{}", letters(column), row + 1);
        if column >= MOST_COLUMNS {
            return Err(self.too_large(format!("cell {name}, with something in it")));
        }
        if self.cells.len() >= MOST_CELLS || self.rows > MOST_ROWS || self.text > MOST_TEXT {
            return Err(self.too_large(format!("too much up to cell {name}")));
        }
        self.cells.push((row + 1, Cell { column, content }));
        Ok(())
    }

    fn too_large(&self, found: String) -> InputErrors {
        let mut errors = InputErrors::default();
        let allowed = format!(
            "at most {MOST_COLUMNS} columns, {MOST_CELLS} filled cells and {MOST_TEXT} bytes of text"
        );
        let advice = "is it the right sheet? take out what lies outside the table";
        errors.add(Code::TooLarge, self.place.clone(), found, allowed, advice);
        errors
    }

    fn into_rows(mut self) -> Vec<Row> {
        self.cells.sort_by_key(|(row, cell)| (*row, cell.column));
        let mut rows: Vec<Row> = Vec::new();
        for (number, cell) in self.cells {
            match rows.last_mut() {
                Some(row) if row.number == number => {
                    row.cells.push(cell);
                }
                _ => rows.push(Row { number, cells: vec![cell], fields: None }),
            }
        }
        rows
    }
}

/// What stands in a cell, by its value and its number format; nothing in an empty one.
fn content(value: &DataRef, format: &str) -> Option<Content> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => Content::Number(*number as f64),
        DataRef::Float(number) => shown_number(*number, format),
        DataRef::String(text) => Content::Text(text.clone()),
        DataRef::SharedString(text) => Content::Text((*text).to_owned()),
        DataRef::Bool(truth) => Content::Truth(*truth),
        DataRef::DateTime(date) => Content::Date(day_of(date)),
        DataRef::DateTimeIso(date) | DataRef::DurationIso(date) => {
            Content::Date(date.chars().take(10).collect())
        }
        DataRef::Error(failure) => Content::Failure(failure.to_string()),
    })
}

/// A number as the sheet shows it: `0.5` may be 50%, and `7` with the format `00000` is the text 00007.
fn shown_number(number: f64, format: &str) -> Content {
    let zeros = format.len() > 1 && format.bytes().all(|sign| sign == b'0');
    if format.contains('%') {
        Content::Percentage(number)
    } else if zeros && number.fract() == 0.0 && (0.0..1e15).contains(&number) {
        Content::Text(format!("{number:0>width$}", width = format.len()))
    } else {
        Content::Number(number)
    }
}

fn day_of(date: &ExcelDateTime) -> String {
    if date.is_duration() || date.as_f64() < 1.0 {
        return "a time of day".to_owned();
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year}-{month:02}-{day:02}")
}

/// A workbook or sheet that cannot be read.
fn unread(place: &str, error: &XlsxError) -> InputErrors {
    match error {
        XlsxError::Password => archive::not_a_table(place, "a workbook with a password"),
        error => archive::not_a_table(place, &format!("a workbook that cannot be read: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_the_sheet_shows() {
        assert_eq!(shown_number(7.0, "00000"), Content::Text("00007".to_owned()));
        assert_eq!(shown_number(0.5, "0%"), Content::Percentage(0.5));
        assert_eq!(shown_number(7.0, "0"), Content::Number(7.0));
        assert_eq!(shown_number(7.5, "000"), Content::Number(7.5));
    }

    #[test]
    fn cells_in_any_order_become_rows() {
        let mut gathering = Gathering::default();
        for at in [(5, 1), (0, 0), (5, 0)] {
            gathering.add(at, Content::Number(1.0)).unwrap();
        }
        let rows = gathering.into_rows();
        let shape: Vec<(u32, usize)> =
            rows.iter().map(|row| (row.number, row.cells.len())).collect();
        assert_eq!(shape, [(1, 1), (6, 2)]);
    }
}
