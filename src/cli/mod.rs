//! The door: the only place that opens files, prints, and chooses exit codes.

#![allow(clippy::print_stderr, reason = "the door is where printing belongs")]

mod batch;
mod completions;
mod diff;
mod drill;
mod exit;
mod export;
mod fairness_curve;
mod files;
mod folder;
mod generate;
mod import;
mod interrupt;
mod ladder;
mod man;
mod maps;
mod merge;
mod pattern;
mod previous;
mod problem;
mod progress;
mod repair;
mod report;
mod results;
mod rules;
mod scenarios;
mod schema;
mod search;
mod sites;
mod solve;
mod status;
mod threads;
mod validate;
mod verify;
mod why;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use exit::Failure;

/// Places student teachers at schools in training clusters: a plan with a proven gap, checked
/// independently.
///
/// Exit codes: 0 done; 1 our own fault; 2 usage; 3 invalid input; 4 no plan exists under the
/// rules; 5 the time ran out before any plan; 6 a check disagrees; 130 interrupted.
#[derive(Debug, Parser)]
#[command(name = "plaatswijzer", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Solve(solve::Arguments),
    Verify(verify::Arguments),
    Report(report::Arguments),
    Why(why::Arguments),
    Repair(repair::Arguments),
    Diff(diff::Arguments),
    Sites(sites::Arguments),
    Drill(drill::Arguments),
    FairnessCurve(fairness_curve::Arguments),
    Batch(batch::Arguments),
    Merge(merge::Arguments),
    Status(status::Arguments),
    Validate(validate::Arguments),
    Rules(rules::Arguments),
    Import(import::Arguments),
    Generate(generate::Arguments),
    Export(export::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

impl Command {
    fn run(&self) -> Result<ExitCode, Failure> {
        match self {
            Self::Solve(arguments) => solve::run(arguments),
            Self::Verify(arguments) => verify::run(arguments),
            Self::Report(arguments) => report::run(arguments),
            Self::Why(arguments) => why::run(arguments),
            Self::Repair(arguments) => repair::run(arguments),
            Self::Diff(arguments) => diff::run(arguments),
            Self::Sites(arguments) => sites::run(arguments),
            Self::Drill(arguments) => drill::run(arguments),
            Self::Batch(arguments) => batch::run(arguments),
            Self::Merge(arguments) => merge::run(arguments),
            Self::Status(arguments) => status::run(arguments),
            Self::Validate(arguments) => validate::run(arguments),
            Self::Rules(arguments) => rules::run(arguments),
            Self::Import(arguments) => import::run(arguments),
            Self::Generate(arguments) => generate::run(arguments),
            Self::Export(arguments) => export::run(arguments),
            Self::FairnessCurve(arguments) => fairness_curve::run(arguments),
            Self::Schema(arguments) => schema::run(arguments),
            Self::Completions(arguments) => completions::run(arguments),
            Self::Man(arguments) => man::run(arguments),
        }
    }
}

/// Reads the command line, runs the command, and says how it ended.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.command.run().unwrap_or_else(|failure| failure.report())
}
