//! What an import is asked to read.

use super::amendments::Amendments;
use super::archive::is_workbook;
use super::csv_sheet::csv_sheet;
use super::header::shows_a_header;
use super::last_year::LastYear;
use super::sheet::{Sheet, Source};
use super::sheet_choice::{SheetCandidate, choose, looked_at};
use super::vocabulary::TableKind;
use super::workbook::Workbook;
use crate::input::errors::{Code, InputErrors, nearest};
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
    /// Whether sheets of students or schools that are found join those among [`tables`](Self::tables); otherwise a kind
    /// that was named has no other sheets.
    pub found_join_named: bool,
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
    /// Where students were last year: earlier schools besides those that the tables give.
    pub last_year: Option<LastYear>,
    /// Keeps denominations and concepts verbatim instead of spelling equal ones alike.
    pub keep_spelling: bool,
    /// Corrections of the tables.
    pub amendments: Amendments,
    /// The language of locations in the sheets.
    pub language: Language,
}

impl TableFile {
    /// Whether it is read from a file and sheet.
    pub fn is_at(&self, source: &Source) -> bool {
        let is_sheet = |wanted: &String| {
            source.sheet.as_ref().is_some_and(|name| name.to_lowercase() == wanted.to_lowercase())
        };
        self.file == source.file && self.sheet.as_ref().is_none_or(is_sheet)
    }

    /// Reads the sheets of the table: one, or several of students or schools.
    ///
    /// # Errors
    /// If the file or a sheet cannot be read, or is not there.
    pub fn sheets(&self, language: Language) -> Result<Vec<Sheet>, InputErrors> {
        if is_workbook(&self.bytes) {
            let mut workbook = Workbook::open(&self.bytes, &self.file, language)?;
            let names = self.sheet_names(&mut workbook)?;
            let (mut sheets, mut errors) = (Vec::new(), InputErrors::default());
            for name in names {
                match workbook.sheet(&name) {
                    Ok(sheet) => sheets.push(sheet),
                    Err(problems) => errors.0.extend(problems.0),
                }
            }
            return errors.into_result(sheets);
        }
        if let Some(sheet) = &self.sheet {
            return Err(self.no_such_sheet(
                message!("spreadsheets-csv-has-no-sheet", name = sheet.as_str()),
                &[],
            ));
        }
        let known = |name: &str| shows_a_header(self.kind, name);
        Ok(vec![csv_sheet(&self.bytes, &self.file, language, &known)?])
    }

    /// The sheet that the user named, or else the only one, or else those that are of the kind.
    fn sheet_names(&self, workbook: &mut Workbook<'_>) -> Result<Vec<String>, InputErrors> {
        let names = workbook.names();
        let same = |name: &&String| {
            self.sheet.as_ref().is_some_and(|wanted| wanted.to_lowercase() == name.to_lowercase())
        };
        if let Some(wanted) = &self.sheet {
            let found =
                names.iter().find(|name| *name == wanted).or_else(|| names.iter().find(same));
            return found.map(|name| vec![name.clone()]).ok_or_else(|| {
                let wanted = format!("`{wanted}`");
                self.no_such_sheet(message!("spreadsheets-no-sheet", name = wanted), &names)
            });
        }
        if names.len() == 1 {
            return Ok(names);
        }
        let candidates: Vec<SheetCandidate> = names
            .iter()
            .map(|name| looked_at(0, name.clone(), workbook, Some(self.kind)))
            .collect();
        let mut errors = InputErrors::default();
        let chosen = choose(self.kind, &[&self.file], &candidates, &mut errors);
        errors.into_result(())?;
        if chosen.is_empty() {
            let name = self.kind.sheet_name().quoted();
            return Err(self.no_such_sheet(message!("spreadsheets-no-sheet", name = name), &names));
        }
        Ok(chosen.into_iter().map(|at| candidates[at].name.clone()).collect())
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
