//! Which sheets are the table of a kind: by their names, or else by the names of their columns.
//!
//! Students and schools may be spread over several sheets, `Jaar 1` beside `Jaar 2` or a workbook per college, that make
//! one table together. Of other tables there is one sheet.

use std::collections::BTreeSet;

use super::header::{known_columns, resemblance};
use super::sheet::Sheet;
use super::vocabulary::TableKind;
use super::workbook::Workbook;
use crate::input::errors::{Code, InputError, InputErrors};
use crate::message;

/// The kinds of tables that are looked for, in the order in which they are read.
pub const KINDS: [TableKind; 7] = [
    TableKind::Students,
    TableKind::Schools,
    TableKind::Boards,
    TableKind::Clusters,
    TableKind::Journeys,
    TableKind::Settings,
    TableKind::Postcodes,
];

/// The fewest columns of its kind by which a table is recognised.
pub const FEWEST_COLUMNS: usize = 2;

/// Why a sheet is thought to be of a kind; the strongest reason first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SheetReason {
    /// It has a usual name of the kind, or it is a file of its own.
    Called,
    /// Its name has such a word in it, and its columns are of the kind.
    NamedIn,
    /// Its columns are of the kind.
    Columns,
    /// It has a usual name of the kind, but is hidden.
    Hidden,
    /// Its name has such a word in it, and some of its columns are of the kind, but it lacks one that the kind needs.
    Incomplete,
}

/// A sheet that may be used.
pub struct SheetCandidate {
    /// The file, as a position among the open ones.
    pub file: usize,
    /// The name of the sheet; empty for a CSV file.
    pub name: String,
    /// Whether the spreadsheet program hides it.
    pub hidden: bool,
    /// What it is thought to be, and why.
    pub meaning: Option<(TableKind, SheetReason)>,
    /// The sheet, if it had to be read to know what it is.
    pub sheet: Option<Sheet>,
    /// Whether it has been read as a table.
    pub used: bool,
}

/// What a sheet of a workbook is. A sheet with the name of the `wanted` kind in its own is of that kind whatever its
/// columns are.
pub fn looked_at(
    file: usize,
    name: String,
    workbook: &mut Workbook<'_>,
    wanted: Option<TableKind>,
) -> SheetCandidate {
    let hidden = workbook.is_hidden(&name);
    let called = wanted.into_iter().chain(KINDS).find(|kind| kind.is_called(&name));
    let mut candidate =
        SheetCandidate { file, name, hidden, meaning: None, sheet: None, used: false };
    candidate.meaning = match (called, hidden) {
        (Some(kind), false) => Some((kind, SheetReason::Called)),
        (Some(kind), true) => Some((kind, SheetReason::Hidden)),
        // A hidden sheet without a usual name was put away.
        (None, true) => None,
        (None, false) => {
            let wanted = wanted.filter(|kind| kind.is_named_in(&candidate.name));
            wanted
                .map(|kind| (kind, SheetReason::NamedIn))
                .or_else(|| by_columns(&mut candidate, workbook))
        }
    };
    candidate
}

/// What a sheet is by its columns; the sheet is kept where it is a table. One that cannot be read cannot be recognised; it
/// is named as not used.
fn by_columns(
    candidate: &mut SheetCandidate,
    workbook: &mut Workbook<'_>,
) -> Option<(TableKind, SheetReason)> {
    let sheet = workbook.sheet(&candidate.name).ok()?;
    let reason = match kind_by_columns(&sheet) {
        Some(kind) if kind.is_named_in(&candidate.name) => (kind, SheetReason::NamedIn),
        Some(kind) => (kind, SheetReason::Columns),
        None => {
            // Only tables that no import can do without: a note on clusters need be no table of them.
            let mut named = KINDS.into_iter().filter(|kind| kind.is_named_in(&candidate.name));
            let kind = named.next().filter(|_| named.next().is_none());
            let kind = kind.filter(|kind| {
                kind.may_have_several_sheets() && known_columns(*kind, &sheet) >= FEWEST_COLUMNS
            })?;
            (kind, SheetReason::Incomplete)
        }
    };
    candidate.sheet = Some(sheet);
    Some(reason)
}

/// The kind of table that has most of a sheet's columns and lacks none that it needs; `None` if no kind is ahead.
pub fn kind_by_columns(sheet: &Sheet) -> Option<TableKind> {
    let known = KINDS.map(|kind| (resemblance(kind, sheet), kind));
    let (most, kind) = known.iter().max_by_key(|(count, _)| *count)?;
    let ahead = known.iter().filter(|(count, _)| count == most).count() == 1;
    // Schools and students with coordinates have all columns of postcodes. One that lacks a column is no such table.
    let has_more = |kind: TableKind| known_columns(kind, sheet) > *most;
    let is_other = *kind == TableKind::Postcodes && KINDS.into_iter().any(has_more);
    (*most >= FEWEST_COLUMNS && ahead && !is_other).then_some(*kind)
}

/// The candidates that make the table of a kind together, as positions in ascending order. `files` are the names of the
/// open files. Adds an error where it is not clear whether another sheet is meant.
///
/// A sheet that the spreadsheet program hides is taken only if no visible one could be meant: planners hide last year's
/// `Studenten` and work in `Studenten 2027`.
pub fn choose(
    kind: TableKind,
    files: &[&str],
    candidates: &[SheetCandidate],
    errors: &mut InputErrors,
) -> Vec<usize> {
    let fitting = candidates.iter().enumerate().filter_map(|(at, candidate)| {
        let (meant, reason) = candidate.meaning?;
        (meant == kind).then_some((reason, at))
    });
    let mut fitting: Vec<(SheetReason, usize)> = fitting.collect();
    fitting.sort_unstable();
    let Some(&(strongest, at)) = fitting.first() else { return Vec::new() };
    // Beside whole tables a sheet that lacks a column is another one, such as totals per programme.
    fitting.retain(|(reason, _)| *reason != SheetReason::Incomplete || *reason == strongest);
    let first = &candidates[at];
    let mut chosen = vec![at];
    let mut unclear = None;
    for &(reason, at) in &fitting[1..] {
        let other = &candidates[at];
        let visible = kind.may_have_several_sheets() && reason != SheetReason::Hidden;
        if visible && school_years(files, first) == school_years(files, other) {
            chosen.push(at);
        } else if reason == strongest || (visible && first.file != other.file) {
            unclear = unclear.or(Some(other));
        }
    }
    if let Some(second) = unclear {
        let shown = |one: &SheetCandidate| match files[one.file] {
            file if one.name.is_empty() => file.to_owned(),
            _ if first.file == second.file => format!("`{}`", one.name),
            file => format!("`{}` ({file})", one.name),
        };
        let help = if kind.may_have_several_sheets() {
            message!("spreadsheets-name-each-sheet", option = kind.option())
        } else {
            message!("spreadsheets-rename-one-sheet")
        };
        errors.0.push(InputError::new(
            Code::UnknownSheet,
            files[first.file],
            message!("spreadsheets-two-sheets", one = shown(first), second = shown(second)),
            message!("spreadsheets-one-sheet-per-kind"),
            help,
        ));
    }
    chosen.sort_unstable();
    chosen
}

/// The calendar years in the name of a sheet, or else of its file: `Studenten 2026` is not of the table that
/// `Studenten 2027` is of.
fn school_years<'c>(files: &[&'c str], candidate: &'c SheetCandidate) -> BTreeSet<&'c str> {
    let name = match candidate.name.as_str() {
        "" => files[candidate.file],
        name => name,
    };
    let numbers = name.split(|letter: char| !letter.is_ascii_digit());
    numbers.filter(|number| number.len() == 4 && number.starts_with("20")).collect()
}
