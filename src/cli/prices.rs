//! `prices`: how far each price may change before the plan does.

use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::progress::ProgressLine;
use super::search::SearchArguments;
use super::{files, interrupt, problem, threads};
use crate::questions::QuestionOutcome;
use crate::questions::prices::prices;
use crate::report;

/// Show how far each price may change before another plan is the best.
///
/// Each price of a rule, but for `spread`, is lowered to 0 and raised to four times what it is (50 km at least), with all others as they
/// are. For each the range is shown within which the best plan of today stays the best, and how many students are
/// elsewhere beyond it. The time limit holds for all searches together, the work limit for each search.
#[derive(Debug, clap::Args)]
pub struct PricesArguments {
    /// Instance; `-` reads standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    search: SearchArguments,
    /// Number of searches in parallel. Default: one per processor core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
}

/// Runs the command.
pub fn run(arguments: &PricesArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::Kept::PartialAnswer);
    let problem = problem::read(&arguments.instance)?;
    let search = arguments.search.search(stop.clone());
    let jobs = threads::number(arguments.threads);
    let line = ProgressLine::start();
    let answered = prices(&problem, &search, jobs, &|progress| line.question(progress));
    line.finish();
    let answer = match answered? {
        QuestionOutcome::Answer(answer) => answer,
        QuestionOutcome::NoPlan => return Ok(exit::no_plan_to_begin_with()),
        QuestionOutcome::NothingFound(ending) => return Ok(exit::nothing_to_begin_with(ending)),
    };
    files::print(&if arguments.json {
        answer.to_json()
    } else {
        report::prices(&answer, language())
    })?;
    Ok(exit::unless_stopped(&stop))
}
