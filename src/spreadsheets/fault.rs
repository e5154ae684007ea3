//! What is wrong with a cell or a row, before its location is added.

use crate::input::errors::{Code, InputErrors};
use crate::texts::Argument;

/// A problem with a cell or a row, still without its location.
#[derive(Debug)]
pub struct Fault {
    /// The kind of problem.
    pub code: Code,
    /// What was found.
    pub found: Argument,
    /// What is allowed.
    pub allowed: Argument,
    /// How to solve it.
    pub help: Argument,
}

impl Fault {
    /// A problem; the texts are messages, or quotations of the sheet.
    pub fn new(
        code: Code,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
        help: impl Into<Argument>,
    ) -> Self {
        Self { code, found: found.into(), allowed: allowed.into(), help: help.into() }
    }

    /// Reports the problem at a location.
    pub fn report(self, location: String, errors: &mut InputErrors) {
        errors.add(self.code, location, self.found, self.allowed, self.help);
    }
}
