//! `validate`: reports all problems in an instance, a batch or a path.

use std::path::PathBuf;
use std::process::ExitCode;

use serde::Deserialize;

use super::console::language;
use super::exit::CommandFailure;
use super::path_input::PathInput;
use super::scenarios::Scenarios;
use super::strategies;
use super::{files, problem};
use crate::input::without_byte_order_mark;
use crate::report;

/// Report all problems in an instance, a batch or a path at once, and summarise what was understood.
#[derive(Debug, clap::Args)]
pub struct ValidateArguments {
    /// Instance, batch or path to check; `-` reads standard input.
    #[arg(value_name = "FILE")]
    document: PathBuf,
}

/// The part of a document that says of which kind it is.
#[derive(Deserialize)]
struct DocumentKind {
    format: String,
}

/// The format of a document as far as it has one.
fn format_of(bytes: &[u8]) -> Option<String> {
    serde_json::from_slice(without_byte_order_mark(bytes))
        .ok()
        .map(|kind: DocumentKind| kind.format)
}

/// The prefix that the formats of all versions of a batch share.
const BATCHES: &str = "plaatswijzer/batch/";
/// The prefix that the formats of all versions of a path share.
const PATHS: &str = "plaatswijzer/path/";

/// Whether the bytes are of a path document.
pub fn is_path(bytes: &[u8]) -> bool {
    format_of(bytes).is_some_and(|format| format.starts_with(PATHS))
}

/// Runs the command.
pub fn run(arguments: &ValidateArguments) -> Result<ExitCode, CommandFailure> {
    let path = &arguments.document;
    let bytes = files::read(path)?;
    let format = format_of(&bytes).unwrap_or_default();
    let text = if format.starts_with(PATHS) {
        let input = PathInput::parse(&bytes, path)?;
        report::path_in_words(&input.path, language())
    } else if format.starts_with(BATCHES) {
        let scenarios = Scenarios::parse(&bytes, path)?;
        strategies::validate(&scenarios)?;
        report::batch_in_words(&scenarios.batch, language())
    } else {
        report::instance_in_words(&problem::parse(&bytes, path)?, language())
    };
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
