//! How the last import of a project ended.

use crate::input::errors::{InputError, InputWarning};
use crate::spreadsheets::{Account, QuotedCell, RefusedImport};

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
    /// An import that was refused.
    pub fn refused(refused: RefusedImport) -> Self {
        let problems = refused.errors.0.into_iter().zip(refused.cells).collect();
        Self { account: refused.account, problems, warnings: Vec::new() }
    }
}
