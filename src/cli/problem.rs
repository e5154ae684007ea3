//! Reads the problem that a command is about, and prints the warnings about it.

use std::path::Path;

use super::console::{language, note, written};
use super::exit::CommandFailure;
use super::files;
use super::message_line::MessageLine;
use crate::input::errors::InputWarning;
use crate::message;
use crate::problem::{self, Problem};

/// The maximal number of warnings that are printed one by one.
const MAX_WARNINGS: usize = 20;
/// The start of the location of every warning about a student.
const STUDENTS: &str = "students[";

/// Reads the problem in a file. Warnings go to standard error, except those about students: their wishes
/// and homes are shown by `validate` only, and do not end up in the logs of other commands.
pub fn read(path: &Path) -> Result<Problem, CommandFailure> {
    parse_discreetly(&files::read(path)?, path)
}

/// Does what [`read`] does for bytes that have been read from `path`.
pub fn parse_discreetly(bytes: &[u8], path: &Path) -> Result<Problem, CommandFailure> {
    let read = problem::read(bytes, &files::beside(path))?;
    let (personal, others): (Vec<_>, Vec<_>) =
        read.warnings.into_iter().partition(|warning| warning.location.starts_with(STUDENTS));
    print_warnings(&others);
    if !personal.is_empty() {
        note(&message!("cli-warnings-about-students", count = personal.len()));
    }
    Ok(read.problem)
}

/// Parses bytes that have been read from `path`; all warnings go to standard error.
pub fn parse(bytes: &[u8], path: &Path) -> Result<Problem, CommandFailure> {
    let read = problem::read(bytes, &files::beside(path))?;
    print_warnings(&read.warnings);
    Ok(read.problem)
}

/// Prints warnings on standard error, and how many more there are beyond [`MAX_WARNINGS`].
pub fn print_warnings(warnings: &[InputWarning]) {
    for warning in warnings.iter().take(MAX_WARNINGS) {
        if !written(|| MessageLine::warning(warning, language())) {
            eprintln!("{}", warning.in_language(language()));
        }
    }
    if warnings.len() > MAX_WARNINGS {
        note(&message!("cli-more-warnings", count = warnings.len() - MAX_WARNINGS));
    }
}
