//! `status`: the progress of a batch.

use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::CommandFailure;
use super::files;
use super::folder::{Folder, FoundRecord};
use super::scenarios::Scenarios;
use super::strategies;
use crate::report::progress_of_batch;
use crate::scenarios::batch::{RunState, run_keys};

/// Show how many runs of a batch are done, and list those that are missing.
#[derive(Debug, clap::Args)]
pub struct StatusArguments {
    /// Batch document with the scenarios; `-` reads standard input.
    #[arg(value_name = "FILE")]
    batch: PathBuf,
    /// Folders with results of the batch or of its parts.
    #[arg(value_name = "DIR", required = true)]
    folders: Vec<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &StatusArguments) -> Result<ExitCode, CommandFailure> {
    let scenarios = Scenarios::read(&arguments.batch)?;
    let folders = arguments.folders.iter().map(|path| Folder::existing(path));
    let found = FoundRecord::in_folders(&folders.collect::<Result<Vec<_>, _>>()?)?;
    let runs = scenarios.batch.runs();
    let keys = run_keys(&*strategies::kind(&scenarios, &scenarios.files(), &()), &runs);
    let states = runs.iter().zip(&keys).map(|(run, key)| {
        let records = found.get(&run.id).into_iter().flatten();
        RunState::of(key, records.map(|found| &found.record))
    });
    let states = states.collect::<Vec<_>>();
    files::print(&progress_of_batch(&runs, &states, language()))?;
    Ok(ExitCode::SUCCESS)
}
