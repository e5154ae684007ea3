//! `sites`: where one more cluster should come.

use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::files::{self, Output};
use super::progress::ProgressLine;
use super::search::SearchArguments;
use super::{interrupt, named, problem, threads};
use crate::instance::{NamedKind, Owner};
use crate::message;
use crate::problem::Problem;
use crate::questions::QuestionOutcome;
use crate::questions::sites::{SiteQuestion, owner_named, sites, sites_csv};
use crate::report;

/// Rank where one more cluster, and one more place, is worth most.
///
/// Each board or network that takes part is allowed one more cluster in turn, and every new cluster that it
/// could form is judged by the best plan that uses it. Clusters that cannot be among the best are skipped
/// without a search, so the ranking is exact if all searches end. Then each cluster gets one more place, at the
/// best of its schools. The time limit holds for all searches together, the work limit for each search.
#[derive(Debug, clap::Args)]
pub struct SitesArguments {
    /// Instance; `-` reads standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Ask only about this board or network. Default: all that take part.
    #[arg(long, value_name = "BOARD")]
    board: Option<String>,
    /// Number of new clusters to rank for each board or network.
    #[arg(long, value_name = "N", default_value = "5", value_parser = clap::value_parser!(u16).range(1..))]
    top: u16,
    /// Let clusters change too when a cluster gets one more place. Default: the clusters of the best plan stay.
    #[arg(long)]
    free: bool,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
    /// Write the rankings as a table; `-` writes it to standard output, instead of the summary.
    #[arg(long, value_name = "OUT", conflicts_with = "json")]
    csv: Option<PathBuf>,
    #[command(flatten)]
    search: SearchArguments,
    /// Number of searches in parallel. Default: one per processor core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
}

/// Runs the command.
pub fn run(arguments: &SitesArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::Kept::PartialAnswer);
    let output = arguments.csv.as_deref().map(Output::prepare).transpose()?;
    let problem = problem::read(&arguments.instance)?;
    let question = SiteQuestion {
        owners: who(&problem, arguments.board.as_deref())?,
        top: arguments.top.into(),
        free: arguments.free,
        jobs: threads::number(arguments.threads),
    };
    let search = arguments.search.search(stop.clone());
    let line = ProgressLine::start();
    let answered = sites(&problem, &question, &search, &|progress| line.question(progress));
    line.finish();
    let answer = match answered? {
        QuestionOutcome::Answer(answer) => answer,
        QuestionOutcome::NoPlan => return Ok(exit::no_plan_to_begin_with()),
        QuestionOutcome::NothingFound(ending) => return Ok(exit::nothing_to_begin_with(ending)),
    };
    let text = if arguments.json { answer.to_json() } else { report::sites(&answer, language()) };
    files::print_answer(&text, output, || sites_csv(&answer))?;
    Ok(exit::unless_stopped(&stop))
}

/// Whose clusters are asked about.
fn who(problem: &Problem, id: Option<&str>) -> Result<Vec<Owner>, CommandFailure> {
    let all: Vec<Owner> = problem.instance.owners_taking_part().into_iter().collect();
    let Some(id) = id else { return Ok(all) };
    let id = &named::id_of(&problem.instance, "--board", id, &[NamedKind::Board])?;
    owner_named(problem, id).map(|owner| vec![owner]).ok_or_else(|| {
        let known = all.iter().map(|&owner| problem.instance.owner_id(owner));
        let known = known.collect::<Vec<_>>().join(", ");
        CommandFailure::usage(message!("cli-no-such-owner", id = id, known = known))
    })
}
