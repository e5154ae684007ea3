//! `completions`: for shells.

use std::process::ExitCode;

use clap::CommandFactory;

use super::exit::Failure;
use super::files;

/// Print a completion script for a shell.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The shell.
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    let mut command = super::Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "plaatswijzer", &mut script);
    files::Output::Stream.write(&script)?;
    Ok(ExitCode::SUCCESS)
}
