//! `status`: the progress of a batch.

use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::CommandFailure;
use super::files;
use super::folder::Folder;
use super::records::Records;
use super::scenarios::Scenarios;
use super::strategies;
use crate::report::progress_of_batch;
use crate::scenarios::batch::RunState;

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
    let found = Records::in_folders(&folders.collect::<Result<Vec<_>, _>>()?)?;
    let runs = scenarios.batch.runs();
    let keys = strategies::keys(&scenarios, &runs);
    let states = runs.iter().zip(&keys);
    let states = states.map(|(run, key)| Ok(RunState::of(key, &found.read_all(&run.id)?)));
    let states = states.collect::<Result<Vec<_>, CommandFailure>>()?;
    files::print(&progress_of_batch(&runs, &states, language()))?;
    Ok(ExitCode::SUCCESS)
}
