//! `man`: prints manual pages.

use std::process::ExitCode;

use clap::CommandFactory;

use super::exit::CommandFailure;
use super::files;
use crate::message;

/// Print the manual page of plaatswijzer or of one of its commands.
#[derive(Debug, clap::Args)]
pub struct ManArguments {
    /// Command to describe. Default: plaatswijzer as a whole.
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &ManArguments) -> Result<ExitCode, CommandFailure> {
    let mut command = super::CommandLine::command();
    if let Some(name) = &arguments.command {
        let Some(found) = command.find_subcommand(name) else {
            let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
            let names = names.join(", ");
            return Err(CommandFailure::usage(message!(
                "cli-no-such-command",
                name = name,
                names = names
            )));
        };
        command = found.clone().name(format!("plaatswijzer-{name}"));
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    files::Output::Stream.write(&page)?;
    Ok(ExitCode::SUCCESS)
}
