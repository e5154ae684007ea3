//! `completions`: prints completion scripts for shells.

use std::process::ExitCode;

use clap::CommandFactory;

use super::exit::CommandFailure;
use super::files;

/// Print a completion script for a shell.
#[derive(Debug, clap::Args)]
pub struct CompletionsArguments {
    /// Shell that will run the script.
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

/// Runs the command.
pub fn run(arguments: &CompletionsArguments) -> Result<ExitCode, CommandFailure> {
    let mut script = Vec::new();
    let mut command = super::CommandLine::command();
    clap_complete::generate(arguments.shell, &mut command, "plaatswijzer", &mut script);
    files::Output::Stream.write(&script)?;
    Ok(ExitCode::SUCCESS)
}
