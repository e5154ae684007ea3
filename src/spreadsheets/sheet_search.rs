//! Finds the tables in workbooks and CSV files. Every sheet of every file is looked at; what is not used is named in the
//! account.

use std::collections::BTreeSet;
use std::path::Path;

use super::account::{Account, OtherSheet};
use super::archive::is_workbook;
use super::csv_sheet::csv_sheet;
use super::header::{known_columns, shows_a_header};
use super::request::Request;
use super::sheet::Sheet;
use super::sheet_choice::{
    FEWEST_COLUMNS, KINDS, SheetCandidate, SheetReason, choose, kind_by_columns, looked_at,
};
use super::vocabulary::TableKind;
use super::workbook::Workbook;
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// Reads one sheet.
pub type ReadSheet<'r> = dyn FnMut(TableKind, &Sheet, &mut Account, &mut InputErrors) + 'r;

/// Looks at the sheet of settings before any sheet is read.
pub type LookAtSettings<'r> = dyn FnMut(&Sheet) + 'r;

/// An open file.
struct OpenFile<'b> {
    name: &'b str,
    workbook: Option<Workbook<'b>>,
}

impl Request {
    /// Passes the sheets of settings to `look`. Problems with them are reported once they are read.
    fn settings_ahead(
        &self,
        files: &mut [OpenFile<'_>],
        candidates: &mut [SheetCandidate],
        look: &mut LookAtSettings<'_>,
    ) {
        let named = self.tables.iter().filter(|table| table.kind == TableKind::Settings);
        let mut is_named = false;
        for table in named {
            is_named = true;
            table.sheets(self.language).iter().flatten().for_each(&mut *look);
        }
        let mut ignored = InputErrors::default();
        let chosen = choose(TableKind::Settings, &names(files), candidates, &mut ignored);
        let Some(at) = chosen.first().filter(|_| !is_named) else { return };
        let chosen = &mut candidates[*at];
        if let (None, Some(workbook)) = (&chosen.sheet, &mut files[chosen.file].workbook) {
            chosen.sheet = workbook.sheet(&chosen.name).ok();
        }
        chosen.sheet.iter().for_each(look);
    }

    /// Whether there are tables of students and of schools, without which nothing is imported.
    pub fn is_whole(&self) -> bool {
        let (mut account, mut ignored) = (Account::default(), InputErrors::default());
        let mut found = BTreeSet::new();
        self.each_sheet(&mut account, &mut ignored, &mut |_| {}, &mut |kind, _, _, _| {
            found.insert(kind);
        });
        [TableKind::Students, TableKind::Schools].iter().all(|kind| found.contains(kind))
    }

    /// Passes the sheets to `read` one by one, after those of settings to `look`. Adds problems with files to
    /// `errors`.
    pub fn each_sheet(
        &self,
        account: &mut Account,
        errors: &mut InputErrors,
        look: &mut LookAtSettings<'_>,
        read: &mut ReadSheet<'_>,
    ) {
        let (mut files, mut candidates) = (Vec::new(), Vec::new());
        let mut of_files = InputErrors::default();
        self.look_into_files(&mut files, &mut candidates, &mut of_files);
        self.settings_ahead(&mut files, &mut candidates, look);
        let mut used = Vec::new();
        for table in &self.tables {
            match table.sheets(self.language) {
                Ok(sheets) => {
                    for sheet in &sheets {
                        used.extend(sheet.source.sheet.clone().map(|name| (&*table.file, name)));
                        read(table.kind, sheet, account, errors);
                    }
                }
                Err(problems) => errors.0.extend(problems.0),
            }
        }
        // Problems with tables that were named come before those with other files.
        errors.0.append(&mut of_files.0);
        let is_used = |one: &SheetCandidate| {
            used.iter().any(|(file, name)| *file == files[one.file].name && *name == one.name)
        };
        candidates.retain(|one| !is_used(one));
        for kind in KINDS {
            let is_named = self.tables.iter().any(|table| table.kind == kind);
            if is_named && !(self.found_join_named && kind.may_have_several_sheets()) {
                continue;
            }
            for at in choose(kind, &names(&files), &candidates, errors) {
                let chosen = &mut candidates[at];
                chosen.used = true;
                let sheet = match (chosen.sheet.take(), &mut files[chosen.file].workbook) {
                    (Some(sheet), _) => Ok(sheet),
                    (None, Some(workbook)) => workbook.sheet(&chosen.name),
                    (None, None) => continue,
                };
                match sheet {
                    Ok(sheet) => read(kind, &sheet, account, errors),
                    Err(problems) => errors.0.extend(problems.0),
                }
            }
        }
        let others =
            candidates.iter().filter(|candidate| !candidate.used && !candidate.name.is_empty());
        account.other_sheets.extend(others.map(|candidate| OtherSheet {
            file: files[candidate.file].name.to_owned(),
            sheet: candidate.name.clone(),
            hidden: candidate.hidden,
        }));
    }

    /// Opens all files, and finds out what their sheets are. A file that was named for one table is looked into
    /// as well: planners keep all tables in one workbook.
    fn look_into_files<'b>(
        &'b self,
        files: &mut Vec<OpenFile<'b>>,
        candidates: &mut Vec<SheetCandidate>,
        errors: &mut InputErrors,
    ) {
        let named = self.files.iter().map(|(file, bytes)| (file.as_str(), bytes.as_slice(), false));
        let tables = self.tables.iter();
        let tables = tables.filter(|table| is_workbook(&table.bytes) && table.sheet.is_none());
        let tables = tables.map(|table| (table.file.as_str(), table.bytes.as_slice(), true));
        for (name, bytes, of_table) in named.chain(tables) {
            if files.iter().any(|file| file.name == name) {
                continue;
            }
            let file = files.len();
            if !is_workbook(bytes) {
                files.push(OpenFile { name, workbook: None });
                self.csv_candidate(file, name, bytes, candidates, errors);
                continue;
            }
            let mut workbook = match Workbook::open(bytes, name, self.language) {
                Ok(workbook) => workbook,
                // A problem with a file of a table is reported already.
                Err(_) if of_table => continue,
                Err(problems) => {
                    errors.0.extend(problems.0);
                    continue;
                }
            };
            for sheet in workbook.names() {
                let is_unread =
                    self.unread.iter().any(|(of, unread)| of == name && *unread == sheet);
                let mut candidate = looked_at(file, sheet, &mut workbook, None);
                candidate.meaning.take_if(|_| is_unread);
                candidates.push(candidate);
            }
            files.push(OpenFile { name, workbook: Some(workbook) });
        }
    }

    fn csv_candidate(
        &self,
        file: usize,
        name: &str,
        bytes: &[u8],
        candidates: &mut Vec<SheetCandidate>,
        errors: &mut InputErrors,
    ) {
        let known = |name: &str| KINDS.iter().any(|kind| shows_a_header(*kind, name));
        let sheet = match csv_sheet(bytes, name, self.language, &known) {
            Ok(sheet) => sheet,
            Err(problems) => {
                errors.0.extend(problems.0);
                return;
            }
        };
        let Some(kind) = kind_of_file(name, &sheet) else {
            errors.add(
                Code::NoHeader,
                name,
                message!("spreadsheets-unrecognised-table"),
                message!("spreadsheets-recognised-tables"),
                message!("spreadsheets-name-the-kind"),
            );
            return;
        };
        candidates.push(SheetCandidate {
            file,
            name: String::new(),
            hidden: false,
            meaning: Some((kind, SheetReason::Called)),
            sheet: Some(sheet),
            used: false,
        });
    }
}

/// The names of open files.
fn names<'b>(files: &[OpenFile<'b>]) -> Vec<&'b str> {
    files.iter().map(|file| file.name).collect()
}

/// What a CSV file is: what it is called, where it has columns of that kind, also if it lacks one that is needed; or else
/// what its columns say.
fn kind_of_file(name: &str, sheet: &Sheet) -> Option<TableKind> {
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let called = KINDS.into_iter().find(|kind| kind.is_called(stem));
    called
        .filter(|kind| known_columns(*kind, sheet) >= FEWEST_COLUMNS)
        .or_else(|| kind_by_columns(sheet))
}
