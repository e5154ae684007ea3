//! What an import is made from, and the sheets in it.

use super::account::Account;
use super::archive::is_workbook;
use super::csv_sheet::csv_sheet;
use super::header::is_telling;
use super::sheet::Sheet;
use super::vocabulary::Kind;
use super::workbook::Workbook;
use crate::input::errors::{Code, InputErrors, nearest};

/// A table to be read: a CSV file, or a sheet of a workbook.
#[derive(Clone, Debug)]
pub struct TableFile {
    /// What kind of table it is.
    pub kind: Kind,
    /// The file, as its user named it.
    pub file: String,
    /// The sheet, where one is named.
    pub sheet: Option<String>,
    /// What is in the file.
    pub bytes: Vec<u8>,
}

/// What an instance is to be made from.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Tables with an option each.
    pub tables: Vec<TableFile>,
    /// A workbook of which every sheet is read that has a known name: its file's name, and what is in it.
    pub workbook: Option<(String, Vec<u8>)>,
    /// What the instance is called. Goes before the settings.
    pub name: Option<String>,
    /// The school year. Goes before the settings.
    pub school_year: Option<String>,
    /// The places of schools for which no table says any.
    pub default_places: Option<i64>,
}

impl Request {
    /// Hands every sheet to `read`, one after the other, so that only one is held at a time. Problems with
    /// files are added to `errors`.
    pub fn each_sheet(
        &self,
        account: &mut Account,
        errors: &mut InputErrors,
        read: &mut dyn FnMut(Kind, &Sheet, &mut Account, &mut InputErrors),
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
        read: &mut dyn FnMut(Kind, &Sheet, &mut Account, &mut InputErrors),
    ) -> Result<(), InputErrors> {
        if !is_workbook(bytes) {
            return Err(super::archive::not_a_table(file, "no XLSX workbook"));
        }
        let mut workbook = Workbook::open(bytes, file)?;
        let names = workbook.names();
        let given = |kind: &Kind| self.tables.iter().any(|table| table.kind == *kind);
        let mut used = Vec::new();
        for kind in Kind::OF_WORKBOOK.into_iter().filter(|kind| !given(kind)) {
            let mut called = names.iter().filter(|name| kind.is_called(name));
            let Some(name) = called.next() else { continue };
            if let Some(second) = called.next() {
                errors.0.extend(two_sheets(file, name, second).0);
            }
            used.push(name.clone());
            match workbook.sheet(name) {
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
            let name = self.sheet_name(&workbook.names())?;
            return workbook.sheet(&name);
        }
        if let Some(sheet) = &self.sheet {
            return Err(
                self.no_such_sheet(&format!("a CSV file, which has no sheet `{sheet}`"), &[])
            );
        }
        csv_sheet(&self.bytes, &self.file, &|name| is_telling(self.kind, name))
    }

    /// The sheet that is named, or has a usual name, or is the only one.
    fn sheet_name(&self, names: &[String]) -> Result<String, InputErrors> {
        let same = |name: &&String| {
            self.sheet.as_ref().is_some_and(|wanted| wanted.to_lowercase() == name.to_lowercase())
        };
        if let Some(wanted) = &self.sheet {
            let found =
                names.iter().find(|name| *name == wanted).or_else(|| names.iter().find(same));
            return found
                .cloned()
                .ok_or_else(|| self.no_such_sheet(&format!("no sheet `{wanted}`"), names));
        }
        let called = names.iter().filter(|name| self.kind.is_called(name)).cloned();
        match (called.collect::<Vec<String>>().as_slice(), names) {
            ([one], _) | ([], [one]) => Ok(one.clone()),
            ([one, second, ..], _) => Err(two_sheets(&self.file, one, second)),
            ([], _) => {
                let (name, _) = self.kind.sheet();
                let found = format!("no sheet `{}` (`{}`)", name.dutch, name.english);
                Err(self.no_such_sheet(&found, names))
            }
        }
    }

    fn no_such_sheet(&self, found: &str, names: &[String]) -> InputErrors {
        let listed = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let allowed = if names.is_empty() {
            "a file without sheets".to_owned()
        } else {
            format!("one of {listed}")
        };
        let wanted = self.sheet.as_deref().unwrap_or_default();
        let advice = match nearest(wanted, names.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if names.is_empty() => "give the file without `#` and sheet".to_owned(),
            None => "name the sheet behind the file: `FILE#SHEET`".to_owned(),
        };
        let mut errors = InputErrors::default();
        errors.add(Code::UnknownSheet, self.file.clone(), found, allowed, advice);
        errors
    }
}

fn two_sheets(file: &str, one: &str, second: &str) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::UnknownSheet,
        file,
        format!("sheets `{one}` and `{second}`, whose names mean the same"),
        "one sheet of each kind",
        "rename the one that is not meant, or name the sheet behind the file: `FILE#SHEET`",
    );
    errors
}
