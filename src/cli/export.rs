//! `export`: writes the integer program for other solvers.

use std::path::PathBuf;
use std::process::ExitCode;

use super::exit::CommandFailure;
use super::files::{self, Output};
use super::path_input::PathInput;
use super::problem;
use super::validate::is_path;
use crate::growth::path_mps;
use crate::model::formulation::{Names, Purpose, mps};
use crate::solve::PlaceError;

/// Write the integer program in free MPS format, for other solvers. Its objective is the first goal.
///
/// For a path, the program of all years together.
#[derive(Debug, clap::Args)]
pub struct ExportArguments {
    /// Instance or path to plan; `-` reads standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// File for the program; `-` writes to standard output.
    #[arg(long, value_name = "OUT")]
    mps: PathBuf,
}

/// Runs the command.
pub fn run(arguments: &ExportArguments) -> Result<ExitCode, CommandFailure> {
    let output = Output::prepare(&arguments.mps)?;
    let bytes = files::read(&arguments.instance)?;
    if is_path(&bytes) {
        let input = PathInput::parse(&bytes, &arguments.instance)?;
        output.write(path_mps(&input.path, &input.beside_base())?.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let problem = problem::parse_discreetly(&bytes, &arguments.instance)?;
    let candidates = problem.sieve().map_err(PlaceError::from)?;
    let formulation = problem.formulate(&candidates, Purpose::Plan);
    let names = Names { instance: &problem.instance, candidates: &candidates };
    let name = problem.instance.name.as_str();
    output.write(mps(&formulation, name, &|_, label| names.label(label)).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
