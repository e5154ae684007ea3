//! `validate`: all problems of an instance at once.

use std::path::PathBuf;
use std::process::ExitCode;

use super::exit::Failure;
use super::{files, problem};
use crate::report;

/// Find all problems of an instance at once.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The instance; `-` is standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let problem = problem::read(&arguments.instance)?;
    files::print(&report::instance_in_words(&problem))?;
    Ok(ExitCode::SUCCESS)
}
