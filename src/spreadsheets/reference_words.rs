//! What is said of references that name nothing in the tables.

use super::accepted::accepted;
use super::entry::Entry;
use super::fault::Fault;
use super::origins::Origins;
use super::sheet::excerpt;
use super::vocabulary::{CellForm, TableKind, is_denomination_wish};
use crate::input::errors::{Code, InputErrors};
use crate::message;
use crate::texts::Message;

/// Why a reference that a plan can do without has no effect, and what to do about it.
pub fn not_found(text: &str, kinds: &[TableKind], key: &str, withdrawn: bool) -> Message {
    let name = excerpt(text);
    match (withdrawn, key) {
        (true, "fixed") => message!("spreadsheets-fixed-withdrawn", name = name),
        (true, _) if kinds == [TableKind::Students] => {
            message!("spreadsheets-names-withdrawn-student", name = name)
        }
        (true, _) => message!("spreadsheets-names-withdrawn", name = name),
        (false, "wishes") if is_denomination_wish(text) => {
            message!("spreadsheets-wish-is-denomination", name = name, column = denomination_wish())
        }
        (false, "wishes") => {
            message!("spreadsheets-wish-elsewhere", name = name, column = denomination_wish())
        }
        (false, _) => message!("spreadsheets-earlier-elsewhere", name = name),
    }
}

/// The fault of a wish for what a student does not want: `liever niet De Borg`.
pub fn wish_against(text: &str) -> Fault {
    let allowed = message!("spreadsheets-id-or-name", kinds = message!("spreadsheets-of-any"));
    let help = message!("spreadsheets-wish-against", column = column("not"));
    Fault::new(Code::UnknownReference, excerpt(text), allowed, help)
}

/// The fault of a comma in a list of references that are not all known.
pub fn comma_in_list(text: &str) -> Fault {
    let problem = message!("spreadsheets-comma-in-list");
    let found = message!("spreadsheets-problem-in-text", problem = problem, text = excerpt(text));
    let help = message!("spreadsheets-list-signs");
    Fault::new(Code::WrongType, found, accepted(CellForm::Ids), help)
}

/// The column of wishes for a denomination, as messages name it.
fn denomination_wish() -> String {
    column("denomination.wish")
}

/// A column of students, as messages name it.
fn column(path: &str) -> String {
    let mut columns = TableKind::Students.columns().iter();
    let column = columns.find(|column| column.path == path);
    column.map(|column| column.name.quoted()).unwrap_or_default()
}

/// The kinds of rows that a reference may name.
pub fn kinds_in_words(kinds: &[TableKind]) -> Message {
    match kinds {
        [TableKind::Schools] => message!("spreadsheets-of-a-school"),
        [TableKind::Boards] => message!("spreadsheets-of-a-board"),
        [TableKind::Clusters] => message!("spreadsheets-of-a-cluster"),
        [TableKind::Students] => message!("spreadsheets-of-a-student"),
        _ => message!("spreadsheets-of-any"),
    }
}

/// Reports a student who may be at withdrawn schools only: an empty list would admit all schools.
pub fn report_only_withdrawn(entry: &mut Entry, origins: &Origins, errors: &mut InputErrors) {
    errors.add(
        Code::Contradiction,
        origins.cell_of(entry.view, entry.filled.row, "only"),
        message!("spreadsheets-only-withdrawn"),
        message!("spreadsheets-only-others"),
        message!("spreadsheets-only-name-others"),
    );
    entry.filled.broken.push("only");
}
