//! The problems of headers.

use super::columns::{AssignedColumn, Header};
use super::fold::{folded, negates};
use super::sheet::{Sheet, letters};
use super::vocabulary::{KnownColumn, TableKind};
use crate::input::errors::{Code, InputError, InputErrors, nearest};
use crate::message;

/// No row names a column.
pub fn no_header(kind: TableKind, sheet: &Sheet) -> InputError {
    let required = kind.columns().iter().filter(|column| kind.requires(column));
    let names: Vec<String> = required.map(|column| column.name.quoted()).collect();
    let (found, row) = match sheet.rows.first() {
        Some(row) => {
            (message!("spreadsheets-no-column-names", count = row.cells.len()), row.number)
        }
        None => (message!("spreadsheets-empty-sheet"), 1),
    };
    InputError::new(
        Code::NoHeader,
        sheet.source.row(row),
        found,
        message!("spreadsheets-row-of-names", names = names.join(", ")),
        message!("spreadsheets-write-the-names"),
    )
}

/// A required column is absent; one with a similar name may be meant.
pub fn missing_column(
    kind: TableKind,
    sheet: &Sheet,
    header: &Header,
    column: &KnownColumn,
) -> InputError {
    let names: Vec<String> = column.names().collect();
    let opposite = |heading: &str| negates(heading) != negates(column.name.dutch);
    let similar = header.unused.iter().filter(|unused| !opposite(&unused.heading)).find(|unused| {
        nearest(&folded(&unused.heading), names.iter().map(String::as_str)).is_some()
    });
    let help = match similar {
        Some(unused) => message!(
            "spreadsheets-rename-or-add-column",
            column = letters(unused.at),
            heading = unused.heading.as_str()
        ),
        None => message!("spreadsheets-add-column"),
    };
    let by_name = kind.columns().iter().find(|other| other.path == "name");
    let by_name = by_name.filter(|_| column.path == "id" && kind.may_be_known_by_name());
    let allowed = match by_name {
        Some(other) => message!(
            "spreadsheets-a-column-or-name",
            name = column.name.quoted(),
            other = other.name.quoted()
        ),
        None => message!("spreadsheets-a-column", name = column.name.quoted()),
    };
    InputError::new(
        Code::MissingColumn,
        sheet.source.row(header.row),
        message!("spreadsheets-no-such-column"),
        allowed,
        help,
    )
}

/// A second column with the meaning of another.
pub fn twice(location: String, other: &AssignedColumn, assigned: &AssignedColumn) -> InputError {
    let found = message!(
        "spreadsheets-second-column",
        name = assigned.column.name.quoted(),
        column = letters(other.at),
        heading = other.heading.as_str()
    );
    InputError::new(
        Code::DuplicateColumn,
        location,
        found,
        message!("spreadsheets-each-column-once"),
        message!("spreadsheets-remove-or-rename"),
    )
}

/// Days under a heading with an unknown meaning: they may be days on which a student cannot come.
pub fn stray_day(location: String, group: &str, errors: &mut InputErrors) {
    errors.add(
        Code::UnknownColumn,
        location,
        message!("spreadsheets-days-under-heading", heading = group),
        message!("spreadsheets-days-under-days"),
        message!("spreadsheets-name-the-group"),
    );
}
