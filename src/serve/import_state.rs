//! How the last import of a project ended.

use crate::input::errors::{InputError, InputWarning};
use crate::spreadsheets::{Account, QuotedCell, TableKind};

/// The last import of a project since the start of the server.
#[derive(Debug)]
pub struct ImportAttempt {
    /// How the spreadsheets were understood.
    pub account: Account,
    /// Every problem with the cell that it is about; none if the import was taken.
    pub problems: Vec<(InputError, Option<QuotedCell>)>,
    /// What was probably not meant.
    pub warnings: Vec<InputWarning>,
}

impl ImportAttempt {
    /// Whether it was refused because there is no table of students or of schools.
    pub fn lacks_a_table(&self) -> bool {
        let has = |kind| self.account.tables.iter().any(|table| table.kind == kind);
        !has(TableKind::Students) || !has(TableKind::Schools)
    }
}
