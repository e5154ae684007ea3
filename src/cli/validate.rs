//! `validate`: reports all problems in an instance or a batch.

use std::path::PathBuf;
use std::process::ExitCode;

use serde::Deserialize;

use super::console::language;
use super::exit::CommandFailure;
use super::scenarios::Scenarios;
use super::{files, problem};
use crate::report;

/// Report all problems in an instance or a batch at once, and summarise what was understood.
#[derive(Debug, clap::Args)]
pub struct ValidateArguments {
    /// Instance or batch to check; `-` reads standard input.
    #[arg(value_name = "FILE")]
    document: PathBuf,
}

/// The part of a document that distinguishes a batch from an instance.
#[derive(Deserialize)]
struct DocumentKind {
    format: String,
}

/// The prefix that the formats of all versions of a batch share.
const BATCHES: &str = "plaatswijzer/batch/";

/// Runs the command.
pub fn run(arguments: &ValidateArguments) -> Result<ExitCode, CommandFailure> {
    let path = &arguments.document;
    let bytes = files::read(path)?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let kind: Option<DocumentKind> = serde_json::from_slice(text).ok();
    let text = if kind.is_some_and(|kind| kind.format.starts_with(BATCHES)) {
        let scenarios = Scenarios::parse(&bytes, path)?;
        scenarios.batch.validate(&scenarios.files())?;
        report::batch_in_words(&scenarios.batch, language())
    } else {
        report::instance_in_words(&problem::parse(&bytes, path)?, language())
    };
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
