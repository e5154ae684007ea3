//! Reads the problem that a command is about.

use std::path::Path;

use super::exit::Failure;
use super::files;
use crate::input::errors::InputWarning;
use crate::problem::{self, Problem};

/// The most warnings that are shown one by one.
const MOST_WARNINGS: usize = 20;
/// How the place of a warning about a student begins.
const STUDENTS: &str = "students[";

/// The problem in a file. Warnings go to standard error, but for those about students: what they wish and
/// where they live is told by `validate` alone, and stands in no log of another command.
pub fn read(path: &Path) -> Result<Problem, Failure> {
    discreetly(&files::read(path)?, path)
}

/// The same for the bytes of a file.
pub fn discreetly(bytes: &[u8], path: &Path) -> Result<Problem, Failure> {
    let read = problem::read(bytes, &files::beside(path))?;
    let (personal, others): (Vec<_>, Vec<_>) =
        read.warnings.into_iter().partition(|warning| warning.location.starts_with(STUDENTS));
    warn(&others);
    if !personal.is_empty() {
        let number = personal.len();
        let warnings = if number == 1 { "warning" } else { "warnings" };
        eprintln!("{number} {warnings} about students: `plaatswijzer validate` tells more.");
    }
    Ok(read.problem)
}

/// The problem in the bytes of a file; all warnings go to standard error.
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
