//! A planner's project: an instance that is edited, the plans made of it, and everything that was done.
//!
//! An edit is one of a closed list of named [`EditOperation`]s. Each becomes an [`HistoryEntry`] of the history with the
//! change that it made and the inverse of that change, so that undo and redo have no end, and a project can be
//! brought to its last revision after a crash. Nothing here opens a file: where a project is kept is for
//! `serve/` to know.

mod decisions;
mod describe;
mod history;
mod merge;
mod operation;
mod repairing;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod tightening;
mod timeline;

pub use describe::Called;
pub use history::{Deed, HistoryEntry};
pub use merge::with_edits;
pub use operation::{EditOperation, HeldStudent, is_same_region};
pub use repairing::ProposedChange;
pub use state::{Decision, Plans, State, Version, text_of};
pub use table::EditableTable;
pub use tightening::only_tightens;
pub use timeline::{Project, ProjectError};

/// Texts that speak of keys of the document or of options of the command line, and what the page says instead, with the same
/// arguments.
pub const ON_PAGE: [(&str, &str); 20] = [
    ("instance-fixed-excluded", "serve-fixed-excluded"),
    ("instance-only-idle", "serve-only-idle"),
    ("instance-because-nothing", "serve-because-nothing"),
    ("problem-nobody-can-be-placed", "serve-nobody-can-be-placed"),
    ("instance-no-postcodes", "serve-no-postcodes"),
    ("spreadsheets-no-postcodes", "serve-no-postcodes"),
    ("spreadsheets-nobody-can-be-placed", "serve-nobody-can-be-placed"),
    ("spreadsheets-write-the-names", "serve-write-the-names"),
    ("spreadsheets-name-each-sheet", "serve-name-each-sheet"),
    ("spreadsheets-name-the-sheet", "serve-name-each-sheet"),
    ("spreadsheets-file-without-sheet-name", "serve-name-each-sheet"),
    ("spreadsheets-places-beside-duo", "serve-places-beside-duo"),
    ("spreadsheets-rename-one-sheet", "serve-name-each-sheet"),
    ("spreadsheets-rename-or-name-sheet", "serve-add-the-table"),
    ("spreadsheets-give-a-name", "serve-give-a-name"),
    ("spreadsheets-give-places", "serve-give-places"),
    ("spreadsheets-give-tables-by-options", "serve-give-tables-as-files"),
    ("spreadsheets-name-the-kind", "serve-name-the-kind"),
    ("spreadsheets-put-the-copy-away", "serve-put-the-copy-away"),
    ("spreadsheets-remove-the-setting", "serve-remove-the-setting"),
];

/// One of these, and what the page says instead where the project has a table of postcodes.
pub const WITH_POSTCODES: (&str, &str) = ("serve-no-postcodes", "serve-not-in-postcodes");
