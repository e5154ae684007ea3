//! `rules`: the rulebook, from the code.

use std::process::ExitCode;

use super::exit::Failure;
use super::files;
use crate::report::rulebook;
use crate::texts::Language;

/// Print the rulebook: what each rule says, its settings and their defaults.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// How it is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Only these rules.
    #[arg(value_name = "RULE", value_parser = known_rules())]
    rules: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// For reading on a terminal.
    #[default]
    Text,
    /// A table for a page.
    Markdown,
    /// For programs.
    Json,
}

fn known_rules() -> clap::builder::PossibleValuesParser {
    crate::rules::cards().into_iter().map(|card| card.id).collect::<Vec<_>>().into()
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let chosen =
        |id: &str| arguments.rules.is_empty() || arguments.rules.iter().any(|rule| rule == id);
    let text = match arguments.format {
        Format::Text => rulebook::text(chosen, Language::English),
        Format::Markdown => rulebook::markdown(chosen, Language::English),
        Format::Json => rulebook::json(chosen),
    };
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
