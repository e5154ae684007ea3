//! `fairness-curve`: what a shorter longest journey costs.

use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::files::{self, Output};
use super::search::SearchArguments;
use super::{interrupt, problem};
use crate::message;
use crate::questions::QuestionOutcome;
use crate::questions::fairness::curve;
use crate::report::{fairness_curve, fairness_curve_as_csv, fairness_curve_as_json};

/// Show what a shorter longest journey costs.
///
/// Starts with the best plan and lowers the limit on journeys step by step, down to the lowest limit at which just as
/// many students have a place. The time limit holds for all searches together; limits that were not reached in time
/// are listed.
#[derive(Debug, clap::Args)]
pub struct FairnessCurveArguments {
    /// Instance; `-` reads standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Number of limits to try, including the best plan.
    #[arg(long, value_name = "N", default_value = "8", value_parser = clap::value_parser!(u16).range(2..=1000))]
    points: u16,
    /// File for the points as CSV; `-` writes to standard output.
    #[arg(long, value_name = "OUT")]
    csv: Option<PathBuf>,
    /// Print JSON instead of the table.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    search: SearchArguments,
}

/// Runs the command.
pub fn run(arguments: &FairnessCurveArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::Kept::BestPlan);
    let output = arguments.csv.as_deref().map(Output::prepare).transpose()?;
    let problem = problem::read(&arguments.instance)?;
    if problem.rulebook.travel.is_none() {
        return Err(CommandFailure::usage(message!("cli-fairness-needs-travel")));
    }
    let search = arguments.search.search(stop.clone());
    match curve(&problem, &search, arguments.points.into())? {
        QuestionOutcome::Answer(curve) => {
            let answer = if arguments.json {
                fairness_curve_as_json(&curve)
            } else {
                fairness_curve(&curve, language())
            };
            files::print_answer(&answer, output, || fairness_curve_as_csv(&curve))?;
            Ok(exit::unless_stopped(&stop))
        }
        QuestionOutcome::NoPlan => Ok(exit::no_plan_to_begin_with()),
        QuestionOutcome::NothingFound(ending) => Ok(exit::nothing_to_begin_with(ending)),
    }
}
