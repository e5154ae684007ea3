//! `export`: the integer program, for any other solver.

use std::path::PathBuf;
use std::process::ExitCode;

use super::exit::Failure;
use super::files::Output;
use super::problem;
use crate::model::formulation::{Names, Purpose, mps};
use crate::solve::PlaceError;

/// Write the integer program as free MPS, minimising the first goal level.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The instance; `-` is standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Where the program goes; `-` is standard output.
    #[arg(long, value_name = "OUT")]
    mps: PathBuf,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let output = Output::prepare(&arguments.mps)?;
    let problem = problem::read(&arguments.instance)?;
    let candidates = problem.sieve().map_err(PlaceError::from)?;
    let formulation = problem.formulate(&candidates, Purpose::Plan);
    let names = Names { instance: &problem.instance, candidates: &candidates };
    let name = problem.instance.name.as_str();
    output.write(mps(&formulation, name, &|label| names.label(label)).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
