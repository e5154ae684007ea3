//! Reads the sheets of a workbook, XLSX or ODS, cell by cell, so that one cell in the furthest corner of a sheet
//! takes no more memory than any other.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};

use super::archive;
use super::concealed::{NoSuchCell, concealed};
use super::gathering::Gathering;
use super::ods::{self, OdsFault, OdsSheet};
use super::sheet::{CellContent, MOST_MERGED, Medium, MergedArea, Sheet, Source, excerpt};
use crate::input::errors::InputErrors;
use crate::message;
use crate::texts::Language;

/// An open workbook.
pub struct Workbook<'b> {
    file: String,
    language: Language,
    bytes: &'b [u8],
    book: Book<'b>,
}

/// The two formats of workbooks.
enum Book<'b> {
    Xlsx(Box<Xlsx<Cursor<&'b [u8]>>>),
    Ods(Vec<OdsSheet>),
}

impl<'b> Workbook<'b> {
    /// Opens a workbook after checking the size of its parts.
    ///
    /// # Errors
    /// `not-a-table` or `too-large`.
    pub fn open(bytes: &'b [u8], file: &str, language: Language) -> Result<Self, InputErrors> {
        archive::check(bytes, file)?;
        let book = if ods::is_ods(bytes) {
            Book::Ods(ods::sheets(bytes).map_err(|fault| unread_ods(file, fault))?)
        } else {
            let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| unread(file, &error))?;
            Book::Xlsx(Box::new(xlsx))
        };
        Ok(Self { file: file.to_owned(), language, bytes, book })
    }

    /// The names of the sheets that hold cells, in their order.
    pub fn names(&self) -> Vec<String> {
        match &self.book {
            Book::Xlsx(xlsx) => {
                let sheets = xlsx.sheets_metadata().iter();
                let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
                sheets.map(|sheet| sheet.name.clone()).collect()
            }
            Book::Ods(sheets) => sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        }
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// `not-a-table` if the sheet is broken, `too-large` if it is too large.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet, InputErrors> {
        let hidden = self.is_hidden(name);
        let (file, language) = (self.file.clone(), self.language);
        let source = |medium| Source { file, sheet: Some(name.to_owned()), medium, language };
        let mut sheet = match &mut self.book {
            Book::Xlsx(xlsx) => sheet_of_xlsx(self.bytes, xlsx, source(Medium::Xlsx), name)?,
            Book::Ods(_) => sheet_of_ods(self.bytes, source(Medium::Ods), name)?,
        };
        sheet.hidden.sheet = hidden;
        Ok(sheet)
    }

    /// Whether the spreadsheet program hides a sheet.
    pub fn is_hidden(&self, name: &str) -> bool {
        match &self.book {
            Book::Xlsx(xlsx) => {
                let mut sheets = xlsx.sheets_metadata().iter();
                sheets.any(|sheet| sheet.name == name && sheet.visible != SheetVisible::Visible)
            }
            Book::Ods(sheets) => sheets.iter().any(|sheet| sheet.name == name && sheet.hidden),
        }
    }
}

fn sheet_of_ods(bytes: &[u8], source: Source, name: &str) -> Result<Sheet, InputErrors> {
    let place = source.to_string();
    let mut gathering = Gathering::at(place.clone());
    let shape =
        ods::read(bytes, name, &mut gathering).map_err(|fault| unread_ods(&place, fault))?;
    let rows = gathering.into_rows();
    Ok(Sheet { source, rows, merged: shape.merged, hidden: shape.hidden })
}

fn sheet_of_xlsx(
    bytes: &[u8],
    xlsx: &mut Xlsx<Cursor<&[u8]>>,
    source: Source,
    name: &str,
) -> Result<Sheet, InputErrors> {
    let place = source.to_string();
    // First, as it refuses positions that calamine would stumble over.
    let concealed = concealed(bytes, name).map_err(|NoSuchCell(cell)| {
        archive::not_a_table(&place, message!("spreadsheets-no-such-cell", cell = excerpt(&cell)))
    })?;
    let merged = xlsx.merge_cells_by_sheet_name(name);
    let merged = merged.map_err(|error| unread(&place, &error))?;
    let merged = merged.iter().take(MOST_MERGED);
    let merged = merged.map(|area| MergedArea {
        top: area.start.0.saturating_add(1),
        bottom: area.end.0.saturating_add(1),
        left: area.start.1,
        right: area.end.1,
    });
    let merged = merged.collect();
    let mut gathering = Gathering::at(place.clone());
    let broken = |error: XlsxError| unread(&place, &error);
    let mut reader = xlsx.worksheet_cells_reader(name).map_err(broken)?;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(broken)? {
        let styles: &[Style] = reader.styles();
        let format = styles.get(style).and_then(|style| style.number_format.as_ref());
        let format = format.map_or("", |format| format.format_code.as_str());
        if let Some(content) = content(cell.get_value(), format) {
            gathering.add(cell.get_position(), content)?;
        }
    }
    for ((row, column), formula) in concealed.uncalculated {
        gathering.add((row.saturating_sub(1), column), CellContent::Uncalculated(formula))?;
    }
    Ok(Sheet { source, rows: gathering.into_rows(), merged, hidden: concealed.hidden })
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

/// An ODS workbook or a sheet of it that cannot be read.
fn unread_ods(location: &str, fault: OdsFault) -> InputErrors {
    match fault {
        OdsFault::Password => {
            archive::not_a_table(location, message!("spreadsheets-workbook-with-password"))
        }
        OdsFault::Broken(why) => {
            archive::not_a_table(location, message!("spreadsheets-unreadable-workbook", why = why))
        }
        OdsFault::TooLarge(errors) => errors,
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
}
