//! Finds the tables in workbooks and CSV files: by the names of sheets, or else by the names of their columns.
//!
//! Every sheet of every file is looked at. What is not used is named in the account.

use std::path::Path;

use super::account::{Account, OtherSheet};
use super::archive::is_workbook;
use super::csv_sheet::csv_sheet;
use super::header::{known_columns, resemblance, shows_a_header};
use super::request::{Request, two_sheets};
use super::sheet::Sheet;
use super::vocabulary::TableKind;
use super::workbook::Workbook;
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// The kinds of tables that are looked for, in the order in which they are read.
const KINDS: [TableKind; 7] = [
    TableKind::Students,
    TableKind::Schools,
    TableKind::Boards,
    TableKind::Clusters,
    TableKind::Journeys,
    TableKind::Settings,
    TableKind::Postcodes,
];

/// The fewest columns of its kind by which a table is recognised.
const FEWEST_COLUMNS: usize = 2;

/// Reads one sheet.
pub type ReadSheet<'r> = dyn FnMut(TableKind, &Sheet, &mut Account, &mut InputErrors) + 'r;

/// Looks at the sheet of settings before any sheet is read.
pub type LookAtSettings<'r> = dyn FnMut(&Sheet) + 'r;

/// Why a sheet is thought to be of a kind; the strongest reason first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// It has a usual name of the kind, or it is a file of its own.
    Called,
    /// Its name has such a word in it, and its columns are of the kind.
    NamedIn,
    /// Its columns are of the kind.
    Columns,
    /// It has a usual name of the kind, but is hidden.
    Hidden,
}

/// A sheet that may be used.
struct Candidate {
    /// The file, as a position among the open ones.
    file: usize,
    /// The name of the sheet; empty for a CSV file.
    name: String,
    hidden: bool,
    meaning: Option<(TableKind, Reason)>,
    /// The sheet, if it had to be read to know what it is.
    sheet: Option<Sheet>,
    used: bool,
}

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
        candidates: &mut [Candidate],
        look: &mut LookAtSettings<'_>,
    ) {
        let named = self.tables.iter().filter(|table| table.kind == TableKind::Settings);
        let mut is_named = false;
        for table in named {
            is_named = true;
            table.sheet(self.language).iter().for_each(&mut *look);
        }
        let mut ignored = InputErrors::default();
        let chosen = choose(TableKind::Settings, files, candidates, &mut ignored);
        let Some(chosen) = chosen.filter(|_| !is_named) else { return };
        if let (None, Some(workbook)) = (&chosen.sheet, &mut files[chosen.file].workbook) {
            chosen.sheet = workbook.sheet(&chosen.name).ok();
        }
        chosen.sheet.iter().for_each(look);
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
            match table.sheet(self.language) {
                Ok(sheet) => {
                    used.extend(sheet.source.sheet.clone().map(|name| (table.file.as_str(), name)));
                    read(table.kind, &sheet, account, errors);
                }
                Err(problems) => errors.0.extend(problems.0),
            }
        }
        // Problems with tables that were named come before those with other files.
        errors.0.append(&mut of_files.0);
        let is_used = |one: &Candidate| {
            used.iter().any(|(file, name)| *file == files[one.file].name && *name == one.name)
        };
        candidates.retain(|one| !is_used(one));
        for kind in KINDS {
            if self.tables.iter().any(|table| table.kind == kind) {
                continue;
            }
            let Some(chosen) = choose(kind, &files, &mut candidates, errors) else { continue };
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
        candidates: &mut Vec<Candidate>,
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
                let mut candidate = looked_at(file, sheet, &mut workbook);
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
        candidates: &mut Vec<Candidate>,
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
        candidates.push(Candidate {
            file,
            name: String::new(),
            hidden: false,
            meaning: Some((kind, Reason::Called)),
            sheet: Some(sheet),
            used: false,
        });
    }
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

/// What a sheet of a workbook is.
fn looked_at(file: usize, name: String, workbook: &mut Workbook<'_>) -> Candidate {
    let hidden = workbook.is_hidden(&name);
    let called = KINDS.into_iter().find(|kind| kind.is_called(&name));
    let mut candidate = Candidate { file, name, hidden, meaning: None, sheet: None, used: false };
    candidate.meaning = match (called, hidden) {
        (Some(kind), false) => Some((kind, Reason::Called)),
        (Some(kind), true) => Some((kind, Reason::Hidden)),
        // A hidden sheet without a usual name was put away.
        (None, true) => None,
        (None, false) => {
            // A sheet that cannot be read cannot be recognised; it is named as not used.
            let sheet = workbook.sheet(&candidate.name).ok();
            let kind = sheet.as_ref().and_then(kind_by_columns);
            candidate.sheet = sheet.filter(|_| kind.is_some());
            kind.map(|kind| {
                let named = kind.is_named_in(&candidate.name);
                (kind, if named { Reason::NamedIn } else { Reason::Columns })
            })
        }
    };
    candidate
}

/// The kind of table that has most of a sheet's columns and lacks none that it needs; `None` if no kind is ahead.
fn kind_by_columns(sheet: &Sheet) -> Option<TableKind> {
    let known = KINDS.map(|kind| (resemblance(kind, sheet), kind));
    let (most, kind) = known.iter().max_by_key(|(count, _)| *count)?;
    let ahead = known.iter().filter(|(count, _)| count == most).count() == 1;
    (*most >= FEWEST_COLUMNS && ahead).then_some(*kind)
}

/// The candidate with the strongest reason to be of a kind. Adds an error if several have it.
fn choose<'c>(
    kind: TableKind,
    files: &[OpenFile<'_>],
    candidates: &'c mut [Candidate],
    errors: &mut InputErrors,
) -> Option<&'c mut Candidate> {
    let reason = |candidate: &Candidate| {
        candidate.meaning.filter(|(meant, _)| *meant == kind).map(|(_, reason)| reason)
    };
    let strongest = candidates.iter().filter_map(reason).min()?;
    let mut fitting = candidates.iter_mut().filter(|one| reason(one) == Some(strongest));
    let first = fitting.next()?;
    if let Some(second) = fitting.next() {
        let shown = |one: &Candidate| match files[one.file].name {
            file if one.name.is_empty() => file.to_owned(),
            _ if one.file == first.file && second.file == first.file => format!("`{}`", one.name),
            file => format!("`{}` ({file})", one.name),
        };
        let (one, other) = (shown(first), shown(second));
        errors.0.push(two_sheets(files[first.file].name, &one, &other));
    }
    Some(first)
}
