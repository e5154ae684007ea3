//! `validate`: all problems of an instance or a batch at once.

use std::path::PathBuf;
use std::process::ExitCode;

use serde::Deserialize;

use super::exit::Failure;
use super::scenarios::Scenarios;
use super::{files, problem};
use crate::report;
use crate::texts::Language;

/// Find all problems of an instance or a batch at once.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The instance or the batch; `-` is standard input.
    #[arg(value_name = "FILE")]
    document: PathBuf,
}

/// What tells a batch from an instance.
#[derive(Deserialize)]
struct Kind {
    format: String,
}

/// How the format of a batch begins, of whatever version.
const BATCHES: &str = "plaatswijzer/batch/";

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let path = &arguments.document;
    let bytes = files::read(path)?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let kind: Option<Kind> = serde_json::from_slice(text).ok();
    let text = if kind.is_some_and(|kind| kind.format.starts_with(BATCHES)) {
        let scenarios = Scenarios::parse(&bytes, path)?;
        scenarios.batch.validate(&scenarios.files())?;
        report::batch_in_words(&scenarios.batch, Language::English)
    } else {
        report::instance_in_words(&problem::parse(&bytes, path)?, Language::English)
    };
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
