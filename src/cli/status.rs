//! `status`: how far a batch is.

use std::path::PathBuf;
use std::process::ExitCode;

use super::exit::Failure;
use super::files;
use super::folder::{Folder, Found};
use super::scenarios::Scenarios;
use crate::report::progress_of_batch;
use crate::scenarios::batch::{Standing, questions};
use crate::texts::Language;

/// Tell which runs of a batch are done, and list those that are missing.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The batch; `-` is standard input.
    #[arg(value_name = "FILE")]
    batch: PathBuf,
    /// The folders with its results, or with those of its parts.
    #[arg(value_name = "DIR", required = true)]
    folders: Vec<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let scenarios = Scenarios::read(&arguments.batch)?;
    let folders = arguments.folders.iter().map(|path| Folder::existing(path));
    let found = Found::in_folders(&folders.collect::<Result<Vec<_>, _>>()?)?;
    let runs = scenarios.batch.runs();
    let questions = questions(&scenarios.batch, &scenarios.files(), &runs);
    let standings = runs.iter().zip(&questions).map(|(run, question)| {
        let records = found.get(&run.id).into_iter().flatten();
        Standing::of(question, records.map(|found| &found.record))
    });
    files::print(&progress_of_batch(&runs, &standings.collect::<Vec<_>>(), Language::English))?;
    Ok(ExitCode::SUCCESS)
}
