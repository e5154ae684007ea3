//! Reads the sheets of an XLSX workbook cell by cell, so that one cell in the furthest corner of a sheet takes no
//! more memory than any other.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};

use super::archive;
use super::concealed::concealed;
use super::sheet::{
    CellContent, FilledCell, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Medium, Sheet, SheetRow, Source,
    letters,
};
use crate::input::errors::{Code, InputErrors};
use crate::message;
use crate::texts::{Language, Message};

/// The largest number of bytes of text in a sheet. Many cells may share one long text.
const MOST_TEXT: usize = 500_000_000;
/// The largest number of merged areas that are read.
const MOST_MERGED: usize = 10_000;

/// An open workbook.
pub struct Workbook<'b> {
    file: String,
    language: Language,
    bytes: &'b [u8],
    xlsx: Xlsx<Cursor<&'b [u8]>>,
}

impl<'b> Workbook<'b> {
    /// Opens a workbook after checking the size of its parts.
    ///
    /// # Errors
    /// `not-a-table` or `too-large`.
    pub fn open(bytes: &'b [u8], file: &str, language: Language) -> Result<Self, InputErrors> {
        archive::check(bytes, file)?;
        let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| unread(file, &error))?;
        Ok(Self { file: file.to_owned(), language, bytes, xlsx })
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
    /// `not-a-table` if the sheet is broken, `too-large` if it is too large.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet, InputErrors> {
        let medium = Medium::Xlsx;
        let source = Source {
            file: self.file.clone(),
            sheet: Some(name.to_owned()),
            medium,
            language: self.language,
        };
        let place = source.to_string();
        let merged = self.xlsx.merge_cells_by_sheet_name(name);
        let merged = merged.map_err(|error| unread(&place, &error))?;
        let merged = merged.iter().take(MOST_MERGED);
        let merged = merged.map(|area| (area.start.0.saturating_add(1), area.start.1, area.end.1));
        let merged = merged.collect();
        let mut concealed = concealed(self.bytes, name);
        concealed.hidden.sheet = self.is_hidden(name);
        let mut gathering = Gathering { location: place, ..Gathering::default() };
        self.read_cells(name, &mut gathering)?;
        for ((row, column), formula) in concealed.uncalculated {
            gathering.add((row.saturating_sub(1), column), CellContent::Uncalculated(formula))?;
        }
        Ok(Sheet { source, rows: gathering.into_rows(), merged, hidden: concealed.hidden })
    }

    /// Whether the spreadsheet program hides a sheet.
    pub fn is_hidden(&self, name: &str) -> bool {
        let mut sheets = self.xlsx.sheets_metadata().iter();
        sheets.any(|sheet| sheet.name == name && sheet.visible != SheetVisible::Visible)
    }

    fn read_cells(&mut self, name: &str, gathering: &mut Gathering) -> Result<(), InputErrors> {
        let place = gathering.location.clone();
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

/// The cells of a sheet in the order of the file, which need not be that of the sheet.
#[derive(Default)]
struct Gathering {
    location: String,
    cells: Vec<(u32, FilledCell)>,
    rows: usize,
    text: usize,
}

impl Gathering {
    fn add(&mut self, (row, column): (u32, u32), content: CellContent) -> Result<(), InputErrors> {
        if content.is_blank() {
            return Ok(());
        }
        if let CellContent::Text(text) = &content {
            self.text += text.len();
        }
        self.rows += usize::from(self.cells.last().is_none_or(|(last, _)| *last != row + 1));
        let name = format!("{}{}", letters(column), row + 1);
        if column >= MOST_COLUMNS {
            return Err(self.too_large(message!("spreadsheets-filled-cell", cell = name)));
        }
        if self.cells.len() >= MOST_CELLS || self.rows > MOST_ROWS || self.text > MOST_TEXT {
            return Err(self.too_large(message!("spreadsheets-too-much-up-to-cell", cell = name)));
        }
        self.cells.push((row + 1, FilledCell { column, content }));
        Ok(())
    }

    fn too_large(&self, found: Message) -> InputErrors {
        let mut errors = InputErrors::default();
        let allowed = message!(
            "spreadsheets-sheet-limits",
            columns = i64::from(MOST_COLUMNS),
            cells = MOST_CELLS,
            bytes = MOST_TEXT
        );
        let advice = message!("spreadsheets-is-it-the-right-sheet");
        errors.add(Code::TooLarge, self.location.clone(), found, allowed, advice);
        errors
    }

    fn into_rows(mut self) -> Vec<SheetRow> {
        self.cells.sort_by_key(|(row, cell)| (*row, cell.column));
        let mut rows: Vec<SheetRow> = Vec::new();
        for (number, cell) in self.cells {
            match rows.last_mut() {
                Some(row) if row.number == number => {
                    row.cells.push(cell);
                }
                _ => rows.push(SheetRow { number, cells: vec![cell], fields: None }),
            }
        }
        rows
    }
}

/// The content of a cell, from its value and number format; `None` if it is empty.
fn content(value: &DataRef, format: &str) -> Option<CellContent> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => CellContent::Number(*number as f64),
        DataRef::Float(number) => shown_number(*number, format),
        DataRef::String(text) => CellContent::Text(text.clone()),
        DataRef::SharedString(text) => CellContent::Text((*text).to_owned()),
        DataRef::Bool(truth) => CellContent::Truth(*truth),
        DataRef::DateTime(date) => day_of(date),
        DataRef::DateTimeIso(date) | DataRef::DurationIso(date) => {
            CellContent::Date(date.chars().take(10).collect())
        }
        DataRef::Error(failure) => CellContent::Failure(failure.to_string()),
    })
}

/// A number as the sheet shows it: `0.5` may be 50%, and `7` in the format `00000` is the text `00007`.
fn shown_number(number: f64, format: &str) -> CellContent {
    let zeros = format.len() > 1 && format.bytes().all(|sign| sign == b'0');
    if format.contains('%') {
        CellContent::Percentage(number)
    } else if zeros && number.fract() == 0.0 && (0.0..1e15).contains(&number) {
        CellContent::Text(format!("{number:0>width$}", width = format.len()))
    } else {
        CellContent::Number(number)
    }
}

fn day_of(date: &ExcelDateTime) -> CellContent {
    if date.is_duration() || date.as_f64() < 1.0 {
        return CellContent::TimeOfDay;
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    CellContent::Date(format!("{year}-{month:02}-{day:02}"))
}

/// A workbook or sheet that cannot be read.
fn unread(location: &str, error: &XlsxError) -> InputErrors {
    match error {
        XlsxError::Password => {
            archive::not_a_table(location, message!("spreadsheets-workbook-with-password"))
        }
        error => {
            let why = error.to_string();
            archive::not_a_table(location, message!("spreadsheets-unreadable-workbook", why = why))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_the_sheet_shows() {
        assert_eq!(shown_number(7.0, "00000"), CellContent::Text("00007".to_owned()));
        assert_eq!(shown_number(0.5, "0%"), CellContent::Percentage(0.5));
        assert_eq!(shown_number(7.0, "0"), CellContent::Number(7.0));
        assert_eq!(shown_number(7.5, "000"), CellContent::Number(7.5));
    }

    #[test]
    fn cells_in_any_order_become_rows() {
        let mut gathering = Gathering::default();
        for at in [(5, 1), (0, 0), (5, 0)] {
            gathering.add(at, CellContent::Number(1.0)).unwrap();
        }
        let rows = gathering.into_rows();
        let shape: Vec<(u32, usize)> =
            rows.iter().map(|row| (row.number, row.cells.len())).collect();
        assert_eq!(shape, [(1, 1), (6, 2)]);
    }
}
