//! The files of an import and the sheets in them.

use super::account::Account;
use super::archive::is_workbook;
use super::csv_sheet::csv_sheet;
use super::header::shows_a_header;
use super::sheet::Sheet;
use super::vocabulary::TableKind;
use super::workbook::Workbook;
use crate::input::errors::{Code, InputErrors, nearest};
use crate::message;
use crate::texts::Message;

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
    /// A workbook, as file name and content; every sheet with a known name is read.
    pub workbook: Option<(String, Vec<u8>)>,
    /// The name of the instance; takes precedence over the settings.
    pub name: Option<String>,
    /// The school year; takes precedence over the settings.
    pub school_year: Option<String>,
    /// The places of schools for which no table gives a number.
    pub default_places: Option<i64>,
    /// Keeps denominations and concepts verbatim instead of spelling equal ones alike.
    pub keep_spelling: bool,
}

impl Request {
    /// Passes the sheets to `read` one by one, so that only one is in memory. Adds problems with files to `errors`.
    pub fn each_sheet(
        &self,
        account: &mut Account,
        errors: &mut InputErrors,
        read: &mut dyn FnMut(TableKind, &Sheet, &mut Account, &mut InputErrors),
    ) {
        for table in &self.tables {
            match table.sheet() {
                Ok(sheet) => read(table.kind, &sheet, account, errors),
                Err(problems) => errors.0.extend(problems.0),
            }
        }
        if let Some((file, bytes)) = &self.workbook
            && let Err(problems) = self.sheets_of(file, bytes, account, errors, read)
        {
            errors.0.extend(problems.0);
        }
    }

    fn sheets_of(
        &self,
        file: &str,
        bytes: &[u8],
        account: &mut Account,
        errors: &mut InputErrors,
        read: &mut dyn FnMut(TableKind, &Sheet, &mut Account, &mut InputErrors),
    ) -> Result<(), InputErrors> {
        if !is_workbook(bytes) {
            return Err(super::archive::not_a_table(file, message!("spreadsheets-no-workbook")));
        }
        let mut workbook = Workbook::open(bytes, file)?;
        let names = workbook.names();
        let given = |kind: &TableKind| self.tables.iter().any(|table| table.kind == *kind);
        let mut used = Vec::new();
        for kind in TableKind::OF_WORKBOOK.into_iter().filter(|kind| !given(kind)) {
            let Some(name) = sheet_of(kind, &workbook, file, errors) else { continue };
            used.push(name.clone());
            match workbook.sheet(&name) {
                Ok(sheet) => read(kind, &sheet, account, errors),
                Err(problems) => errors.0.extend(problems.0),
            }
        }
        let others = names.into_iter().filter(|name| !used.contains(name));
        account.other_sheets.extend(others.map(|name| (file.to_owned(), name)));
        Ok(())
    }
}

impl TableFile {
    fn sheet(&self) -> Result<Sheet, InputErrors> {
        if is_workbook(&self.bytes) {
            let mut workbook = Workbook::open(&self.bytes, &self.file)?;
            let name = self.sheet_name(&workbook)?;
            return workbook.sheet(&name);
        }
        if let Some(sheet) = &self.sheet {
            return Err(self.no_such_sheet(
                message!("spreadsheets-csv-has-no-sheet", name = sheet.as_str()),
                &[],
            ));
        }
        csv_sheet(&self.bytes, &self.file, &|name| shows_a_header(self.kind, name))
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
            message!("spreadsheets-one-of", words = listed)
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
    let called: Vec<&String> = names.iter().filter(|name| kind.is_called(name)).collect();
    let visible: Vec<&String> =
        called.iter().copied().filter(|name| !workbook.is_hidden(name)).collect();
    let candidates = if visible.is_empty() { called } else { visible };
    let (first, second) = (candidates.first()?, candidates.get(1));
    if let Some(second) = second {
        errors.0.extend(two_sheets(file, first, second).0);
    } else if workbook.is_hidden(first) {
        let other = names.iter().find(|name| !workbook.is_hidden(name) && kind.is_named_in(name));
        if let Some(other) = other {
            errors.add(
                Code::UnknownSheet,
                file,
                message!(
                    "spreadsheets-hidden-sheet",
                    hidden = first.as_str(),
                    other = other.as_str()
                ),
                message!("spreadsheets-one-sheet-per-kind"),
                message!("spreadsheets-show-or-name-sheet"),
            );
        }
    }
    Some((*first).clone())
}

fn two_sheets(file: &str, one: &str, second: &str) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::UnknownSheet,
        file,
        message!("spreadsheets-two-sheets", one = one, second = second),
        message!("spreadsheets-one-sheet-per-kind"),
        message!("spreadsheets-rename-one-sheet"),
    );
    errors
}
