//! What can be wrong with a header, in words.

use super::fold::folded;
use super::header::{Assigned, Header};
use super::sheet::{Sheet, letters};
use super::vocabulary::{Column, Kind};
use crate::input::errors::{Code, InputError, InputErrors, nearest};

/// No row has the name of a column in it.
pub fn no_header(kind: Kind, sheet: &Sheet) -> InputError {
    let required = kind.columns().iter().filter(|column| kind.requires(column));
    let names = required.map(both_names).collect::<Vec<_>>().join(", ");
    let (found, row) = match sheet.rows.first() {
        Some(row) => {
            let cells = row.cells.len();
            (
                format!("{cells} filled cells in the first row, and no name of a column in any"),
                row.number,
            )
        }
        None => ("an empty sheet".to_owned(), 1),
    };
    InputError {
        code: Code::NoHeader,
        location: sheet.source.row(row),
        found: found.into(),
        allowed: format!("a row with the names of columns, among them {names}").into(),
        help:
            "write the names of the columns above the rows; `import --template` writes an example"
                .into(),
    }
}

/// A column's names in both languages.
pub fn both_names(column: &Column) -> String {
    match column.name {
        name if name.dutch == name.english => format!("`{}`", name.dutch),
        name => format!("`{}` (`{}`)", name.dutch, name.english),
    }
}

/// A column that every row must have is absent; one with a name near to it may be meant.
pub fn missing_column(sheet: &Sheet, header: &Header, column: &Column) -> InputError {
    let known = || column.names().collect::<Vec<_>>();
    let near = header.unused.iter().find(|unused| {
        nearest(&folded(&unused.heading), known().iter().map(String::as_str)).is_some()
    });
    let advice = match near {
        Some(unused) => {
            let (heading, letters) = (&unused.heading, letters(unused.at));
            format!(
                "rename column {letters} (`{heading}`), if that is what it holds, or add the column"
            )
        }
        None => "add the column".to_owned(),
    };
    InputError {
        code: Code::MissingColumn,
        location: sheet.source.row(header.row),
        found: "no such column".into(),
        allowed: format!("a column {}", both_names(column)).into(),
        help: advice.into(),
    }
}

/// A second column that says what another says already.
pub fn twice(place: String, other: &Assigned, assigned: &Assigned) -> InputError {
    let name = both_names(assigned.column);
    InputError {
        code: Code::DuplicateColumn,
        location: place,
        found: format!(
            "a second column for {name}, which column {} (`{}`) is already",
            letters(other.at),
            other.heading
        )
        .into(),
        allowed: "each column once".into(),
        help: "remove or rename one of the two".into(),
    }
}

/// Days under a heading that is not known.
pub fn stray_day(place: String, group: &str, errors: &mut InputErrors) {
    errors.add(
        Code::UnknownColumn,
        place,
        format!("days under `{group}`, which says nothing that is known of days"),
        "days under the name of a column that holds days",
        "name the group `vrije dagen` (`free days`) or `overlegdagen` (`meeting days`) if that is what it \
         means, or rename the days",
    );
}
