//! `drill`: what comes of it when a school, a board or a cluster withdraws.

use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::files::{self, Output};
use super::progress::ProgressLine;
use super::search::SearchArguments;
use super::{interrupt, previous, problem, threads};
use crate::message;
use crate::plan::Plan;
use crate::questions::drill::{DrillQuestion, WithdrawalUnit, document, drill, drill_csv};
use crate::report;
use crate::verify::verify;

/// Show who moves, and who loses a place, when a school withdraws.
///
/// Each school in use withdraws in turn, like in the change `close_schools` of a scenario, and the best plan
/// without it is searched. The clusters of the plan stay, without the school that withdraws; a cluster that is
/// too small then closes. Rule `continuity` keeps students at their school where that is worth its price. The
/// time limit holds for all searches together, the work limit for each search.
#[derive(Debug, clap::Args)]
pub struct DrillArguments {
    /// Instance; `-` reads standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Plan; `-` reads standard input.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    /// Kind of thing that withdraws.
    #[arg(long, value_enum, default_value_t)]
    by: ByChoice,
    /// Let clusters change too. Default: the clusters of the plan stay, without what withdraws.
    #[arg(long)]
    free: bool,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
    /// Write the ranking as a table; `-` writes it to standard output, instead of the summary.
    #[arg(long, value_name = "OUT", conflicts_with = "json")]
    csv: Option<PathBuf>,
    #[command(flatten)]
    search: SearchArguments,
    /// Number of searches in parallel. Default: one per processor core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
}

/// What withdraws.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum ByChoice {
    /// One school at a time.
    #[default]
    School,
    /// One board at a time, with all its schools.
    Board,
    /// One used cluster at a time, with all its schools.
    Cluster,
}

impl From<ByChoice> for WithdrawalUnit {
    fn from(choice: ByChoice) -> Self {
        match choice {
            ByChoice::School => Self::School,
            ByChoice::Board => Self::Board,
            ByChoice::Cluster => Self::Cluster,
        }
    }
}

/// Runs the command.
pub fn run(arguments: &DrillArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::Kept::PartialAnswer);
    if files::is_stream(&arguments.instance) && files::is_stream(&arguments.plan) {
        return Err(CommandFailure::usage(message!("cli-one-standard-input")));
    }
    let output = arguments.csv.as_deref().map(Output::prepare).transpose()?;
    let bytes = files::read(&arguments.instance)?;
    let problem = problem::parse_discreetly(&bytes, &arguments.instance)?;
    let plan = files::read(&arguments.plan)?;
    let read = Plan::read(&plan)?;
    // Withdrawals are compared with the plan itself, and only the check of the plan with the one before it.
    let mut compared = problem.clone();
    previous::compare_as_stated(&mut compared, &read)?;
    let verdict = verify(&compared, &read);
    if !verdict.agrees() {
        eprint!("{}", report::verdict(&verdict, language()));
        return Ok(ExitCode::from(exit::DISAGREES));
    }
    let question = DrillQuestion {
        problem: &problem,
        document: &document(&bytes, &arguments.instance)?,
        files: &files::beside(&arguments.instance),
        plan: &plan,
        assignment: &verdict.assignment,
        by: arguments.by.into(),
        free: arguments.free,
        jobs: threads::number(arguments.threads),
    };
    let search = arguments.search.search(stop.clone());
    let line = ProgressLine::start();
    let answer = drill(&question, &search, &|progress| line.question(progress));
    line.finish();
    let answer = answer?;
    let text = if arguments.json { answer.to_json() } else { report::drill(&answer, language()) };
    files::print_answer(&text, output, || drill_csv(&answer))?;
    Ok(exit::unless_stopped(&stop))
}
