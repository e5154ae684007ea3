//! `rules`: prints the rulebook.

use std::process::ExitCode;

use super::console::language;
use super::exit::CommandFailure;
use super::files;
use crate::report::rulebook;

/// Print the rulebook: the meaning of each rule, its settings and their defaults.
#[derive(Debug, clap::Args)]
pub struct RulesArguments {
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Rules to print. Default: all.
    #[arg(value_name = "RULE", value_parser = known_rules())]
    rules: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// Plain text for a terminal.
    #[default]
    Text,
    /// Markdown table.
    Markdown,
    /// JSON for other programs.
    Json,
}

fn known_rules() -> clap::builder::PossibleValuesParser {
    crate::rules::cards().into_iter().map(|card| card.id).collect::<Vec<_>>().into()
}

/// Runs the command.
pub fn run(arguments: &RulesArguments) -> Result<ExitCode, CommandFailure> {
    let chosen =
        |id: &str| arguments.rules.is_empty() || arguments.rules.iter().any(|rule| rule == id);
    let text = match arguments.format {
        Format::Text => rulebook::text(chosen, language()),
        Format::Markdown => rulebook::markdown(chosen, language()),
        Format::Json => rulebook::json(chosen),
    };
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
