//! What an import is asked to read.

use super::amendments::Amendments;
use super::archive::is_workbook;
use super::csv_sheet::csv_sheet;
use super::header::shows_a_header;
use super::sheet::Sheet;
use super::vocabulary::TableKind;
use super::workbook::Workbook;
use crate::input::errors::{Code, InputError, InputErrors, nearest};
use crate::message;
use crate::texts::{Language, Message};

/// A table to be read: a CSV file, or a sheet of a workbook.
#[derive(Clone, Debug)]
pub struct TableFile {
    /// The kind of table.
    pub kind: TableKind,
    /// The file as the user named it.
    pub file: String,
    /// The sheet, if the user named one.
    pub sheet: Option<String>,
    /// The content of the file.
    pub bytes: Vec<u8>,
}

/// The tables and settings of an import.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Tables that the user named one by one.
    pub tables: Vec<TableFile>,
    /// Workbooks and CSV files in which tables are looked for, as file name and content.
    pub files: Vec<(String, Vec<u8>)>,
    /// Sheets of [`files`](Self::files) that are not read, as file and sheet.
    pub unread: Vec<(String, String)>,
    /// The name of the instance; takes precedence over the settings.
    pub name: Option<String>,
    /// The name of the instance if neither [`name`](Self::name) nor the settings give one.
    pub usual_name: Option<String>,
    /// The school year; takes precedence over the settings.
    pub school_year: Option<String>,
    /// The places of schools for which no table gives a number.
    pub default_places: Option<i64>,
    /// Keeps denominations and concepts verbatim instead of spelling equal ones alike.
    pub keep_spelling: bool,
    /// Corrections of the tables.
    pub amendments: Amendments,
    /// The language of locations in the sheets.
    pub language: Language,
}

impl TableFile {
    /// Reads the table.
    ///
    /// # Errors
    /// If the file or the sheet cannot be read, or is not there.
    pub fn sheet(&self, language: Language) -> Result<Sheet, InputErrors> {
        if is_workbook(&self.bytes) {
            let mut workbook = Workbook::open(&self.bytes, &self.file, language)?;
            let name = self.sheet_name(&workbook)?;
            return workbook.sheet(&name);
        }
        if let Some(sheet) = &self.sheet {
            return Err(self.no_such_sheet(
                message!("spreadsheets-csv-has-no-sheet", name = sheet.as_str()),
                &[],
            ));
        }
        csv_sheet(&self.bytes, &self.file, language, &|name| shows_a_header(self.kind, name))
    }

    /// The sheet that the user named, or else the only one, or else the one with a known name.
    fn sheet_name(&self, workbook: &Workbook<'_>) -> Result<String, InputErrors> {
        let names = workbook.names();
        let names = names.as_slice();
        let same = |name: &&String| {
            self.sheet.as_ref().is_some_and(|wanted| wanted.to_lowercase() == name.to_lowercase())
        };
        if let Some(wanted) = &self.sheet {
            let found =
                names.iter().find(|name| *name == wanted).or_else(|| names.iter().find(same));
            return found.cloned().ok_or_else(|| {
                let wanted = format!("`{wanted}`");
                self.no_such_sheet(message!("spreadsheets-no-sheet", name = wanted), names)
            });
        }
        if let [only] = names {
            return Ok(only.clone());
        }
        let mut errors = InputErrors::default();
        let found = sheet_of(self.kind, workbook, &self.file, &mut errors);
        errors.into_result(())?;
        if let Some(name) = found {
            return Ok(name);
        }
        let name = self.kind.sheet_name().quoted();
        Err(self.no_such_sheet(message!("spreadsheets-no-sheet", name = name), names))
    }

    fn no_such_sheet(&self, found: Message, names: &[String]) -> InputErrors {
        let listed = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let allowed = if names.is_empty() {
            message!("spreadsheets-file-without-sheets")
        } else {
            message!("common-one-of", words = listed)
        };
        let wanted = self.sheet.as_deref().unwrap_or_default();
        let advice = match nearest(wanted, names.iter().map(String::as_str)) {
            Some(meant) => message!("spreadsheets-did-you-mean", name = meant),
            None if names.is_empty() => message!("spreadsheets-file-without-sheet-name"),
            None => message!("spreadsheets-name-the-sheet"),
        };
        let mut errors = InputErrors::default();
        errors.add(Code::UnknownSheet, self.file.clone(), found, allowed, advice);
        errors
    }
}

/// The sheet of a kind in a workbook, by its name. Adds an error if several would do.
///
/// A hidden sheet is taken only if no visible sheet could be meant: planners hide last year's `Studenten` and
/// work in `Studenten 2027`.
fn sheet_of(
    kind: TableKind,
    workbook: &Workbook<'_>,
    file: &str,
    errors: &mut InputErrors,
) -> Option<String> {
    let names = workbook.names();
    let visible = |name: &&String| !workbook.is_hidden(name);
    let called = |name: &&String| kind.is_called(name);
    let named_in = |name: &&String| kind.is_named_in(name);
    let of = |wanted: &[&dyn Fn(&&String) -> bool]| -> Vec<&String> {
        names.iter().filter(|name| wanted.iter().all(|wanted| wanted(name))).collect()
    };
    let candidates = [of(&[&called, &visible]), of(&[&named_in, &visible]), of(&[&called])];
    let candidates = candidates.into_iter().find(|candidates| !candidates.is_empty())?;
    if let [first, second, ..] = candidates.as_slice() {
        errors.0.push(two_sheets(file, &format!("`{first}`"), &format!("`{second}`")));
    }
    candidates.first().map(|name| (*name).clone())
}

/// Two sheets that may both be meant.
pub fn two_sheets(location: &str, one: &str, second: &str) -> InputError {
    InputError::new(
        Code::UnknownSheet,
        location,
        message!("spreadsheets-two-sheets", one = one, second = second),
        message!("spreadsheets-one-sheet-per-kind"),
        message!("spreadsheets-rename-one-sheet"),
    )
}
