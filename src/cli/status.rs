//! `status`: how far a batch is.

use std::path::PathBuf;
use std::process::ExitCode;

use super::exit::Failure;
use super::files;
use super::folder::{Folder, by_run};
use super::scenarios::Scenarios;
use crate::batch::{Standing, standings};
use crate::report::progress_of_batch;

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
    let mut records = Vec::new();
    for path in &arguments.folders {
        let folder = Folder::existing(path)?;
        for journal in folder.journals()? {
            let of_journal = folder.records(&journal)?.into_iter();
            records.extend(of_journal.filter(|record| folder.has_plan_of(record)));
        }
    }
    let records = by_run(records);
    let runs = scenarios.batch.runs();
    let opened = scenarios.files();
    let standings: Vec<Standing> = standings(&scenarios.batch, &opened, &runs, &records);
    files::print(&progress_of_batch(&runs, &standings, &records))?;
    Ok(ExitCode::SUCCESS)
}
