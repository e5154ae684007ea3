//! `man`: the manual page.

use std::process::ExitCode;

use clap::CommandFactory;

use super::exit::Failure;
use super::files;

/// Print the manual page, of the whole or of one command.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The command; without it, the page of `plaatswijzer` itself.
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut command = super::Arguments::command();
    if let Some(name) = &arguments.command {
        let Some(found) = command.find_subcommand(name) else {
            let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
            let names = names.join(", ");
            return Err(Failure::Usage(format!(
                "there is no command `{name}`: use one of {names}"
            )));
        };
        command = found.clone().name(format!("plaatswijzer-{name}"));
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    files::Output::Stream.write(&page)?;
    Ok(ExitCode::SUCCESS)
}
