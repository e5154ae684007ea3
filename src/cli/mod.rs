//! The command line, one of two doors (beside `serve`): files, streams, signals, exit codes.
//!
//! Each command has a file with its arguments and a `run` function that returns an exit code, or a
//! `CommandFailure` that is reported here.

#[macro_use]
mod console;
mod contacts;

mod asked_language;
mod batch;
mod certificate;
mod completions;
mod diff;
mod drill;
mod exit;
mod export;
mod fairness_curve;
mod files;
mod folder;
mod generate;
mod help;
mod import;
mod interrupt;
mod ladder;
mod man;
mod merge;
mod message_line;
mod named;
mod open_journal;
mod output;
mod path;
mod path_draws;
mod path_input;
mod path_report;
mod pattern;
mod plan_store;
mod plans_kept;
mod previous;
mod prices;
mod problem;
mod progress;
#[cfg(feature = "serve")]
mod recent;
mod records;
mod repair;
mod report;
mod results;
mod rules;
mod scenarios;
mod schema;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod shared_batch;
mod shared_runs;
mod sites;
mod solve;
mod status;
mod strategies;
mod task_lock;
mod threads;
mod validate;
mod verify;
mod why;
mod wrong_use;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use console::{LanguageChoice, MessageForm};
use exit::CommandFailure;

use crate::texts::Language;

/// Assigns student teachers to schools in training clusters. Every plan comes with a proven bound on
/// how far it can be from the best one, and is checked by code that is independent of the search.
///
/// Exit codes: 0 success; 1 internal error, or output that cannot be written; 2 wrong use of the
/// command line; 3 invalid input; 4 no plan exists under the rules; 5 the limits ended the search
/// before it found a plan; 6 a check disagrees; 130 interrupted.
#[derive(Debug, Parser)]
#[command(name = "plaatswijzer", version, max_term_width = 100)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
    /// Language of everything that is printed or written for people. Default: that of `PLAATSWIJZER_LANG` (nl, en), or
    /// else that of the system.
    #[arg(long, value_enum, global = true)]
    lang: Option<LanguageChoice>,
    /// Form of messages and progress on standard error.
    #[arg(long, value_enum, global = true, value_name = "FORM", default_value_t)]
    message_format: MessageForm,
}

#[derive(Debug, Subcommand)]
enum Command {
    Solve(solve::SolveArguments),
    Verify(verify::VerifyArguments),
    Report(report::ReportArguments),
    Why(why::WhyArguments),
    Repair(repair::RepairArguments),
    Diff(diff::DiffArguments),
    Sites(sites::SitesArguments),
    Drill(drill::DrillArguments),
    FairnessCurve(fairness_curve::FairnessCurveArguments),
    Prices(prices::PricesArguments),
    #[cfg(feature = "serve")]
    Serve(serve::ServeArguments),
    Batch(batch::BatchArguments),
    Path(path::PathArguments),
    Merge(merge::MergeArguments),
    Status(status::StatusArguments),
    Validate(validate::ValidateArguments),
    Rules(rules::RulesArguments),
    Import(import::ImportArguments),
    Generate(generate::GenerateArguments),
    Export(export::ExportArguments),
    Schema(schema::SchemaArguments),
    Completions(completions::CompletionsArguments),
    Man(man::ManArguments),
}

impl Command {
    fn run(&self) -> Result<ExitCode, CommandFailure> {
        match self {
            Self::Solve(arguments) => solve::run(arguments),
            Self::Verify(arguments) => verify::run(arguments),
            Self::Report(arguments) => report::run(arguments),
            Self::Why(arguments) => why::run(arguments),
            Self::Repair(arguments) => repair::run(arguments),
            Self::Diff(arguments) => diff::run(arguments),
            Self::Sites(arguments) => sites::run(arguments),
            Self::Drill(arguments) => drill::run(arguments),
            Self::FairnessCurve(arguments) => fairness_curve::run(arguments),
            Self::Prices(arguments) => prices::run(arguments),
            #[cfg(feature = "serve")]
            Self::Serve(arguments) => serve::run(arguments),
            Self::Batch(arguments) => batch::run(arguments),
            Self::Path(arguments) => path::run(arguments),
            Self::Merge(arguments) => merge::run(arguments),
            Self::Status(arguments) => status::run(arguments),
            Self::Validate(arguments) => validate::run(arguments),
            Self::Rules(arguments) => rules::run(arguments),
            Self::Import(arguments) => import::run(arguments),
            Self::Generate(arguments) => generate::run(arguments),
            Self::Export(arguments) => export::run(arguments),
            Self::Schema(arguments) => schema::run(arguments),
            Self::Completions(arguments) => completions::run(arguments),
            Self::Man(arguments) => man::run(arguments),
        }
    }
}

/// Parses the command line and runs the command; failures are reported on standard error.
pub fn run() -> ExitCode {
    let mut written: Vec<OsString> = std::env::args_os().collect();
    if asked_language::asks_for_json(&written) {
        console::choose_form(MessageForm::Json);
    }
    // The language of help and of what is wrong with the command line has to be known before it is parsed.
    let language = match asked_language::language_of(&written, &|name| std::env::var(name).ok()) {
        Ok(language) => language,
        Err(failure) => return failure.report(),
    };
    console::choose_language(language);
    asked_language::without_language_behind_help(&mut written);
    // Help is translated only where clap has something to say.
    let translated = |error| match language {
        Language::English => Err(error),
        Language::Dutch => help::command(language).try_get_matches_from(&written),
    };
    let parsed = CommandLine::command()
        .try_get_matches_from(&written)
        .or_else(translated)
        .and_then(|matches| CommandLine::from_arg_matches(&matches));
    match parsed {
        Ok(arguments) => arguments.command.run().unwrap_or_else(|failure| failure.report()),
        Err(error) => wrong_use::report(error, language),
    }
}
