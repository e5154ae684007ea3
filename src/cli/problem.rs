//! Reads the problem that a command is about.

use std::path::Path;

use super::exit::Failure;
use super::files;
use crate::input_errors::InputWarning;
use crate::problem::{self, Problem};

/// The most warnings that are shown one by one.
const MOST_WARNINGS: usize = 20;

/// The problem in a file; warnings go to standard error.
pub fn read(path: &Path) -> Result<Problem, Failure> {
    parse(&files::read(path)?, path)
}

/// The problem in the bytes of a file; warnings go to standard error.
pub fn parse(bytes: &[u8], path: &Path) -> Result<Problem, Failure> {
    let read = problem::read(bytes, &files::beside(path))?;
    warn(&read.warnings);
    Ok(read.problem)
}

/// Tells warnings on standard error.
pub fn warn(warnings: &[InputWarning]) {
    for warning in warnings.iter().take(MOST_WARNINGS) {
        eprintln!("{warning}");
    }
    if let Some(more) = warnings.len().checked_sub(MOST_WARNINGS).filter(|&more| more > 0) {
        eprintln!("… and {more} more warnings");
    }
}
