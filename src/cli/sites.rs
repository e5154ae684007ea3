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
use crate::questions::sites::{SiteQuestion, owner_named, owners, sites, sites_csv};
use crate::report;

/// Rank where one more cluster, and one more place, is worth most.
///
/// For each board or network that takes part its limit on clusters is raised by one, and every new
/// cluster that it could form is judged by the best plan that uses it. Bounds on all of them decide which
/// need not be searched, so that the ranking is exact when the searches are. Then each cluster gets one
/// place more, at the best of its schools. A time limit is for all searches together, a work limit for
/// each.
#[derive(Debug, clap::Args)]
pub struct SitesArguments {
    /// The instance; `-` is standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Only this board or network.
    #[arg(long, value_name = "BOARD")]
    board: Option<String>,
    /// How many options of each board or network are ranked.
    #[arg(long, value_name = "N", default_value = "5", value_parser = clap::value_parser!(u16).range(1..))]
    top: u16,
    /// For one more place, let clusters change too; else those of the best plan are held.
    #[arg(long)]
    free: bool,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
    /// Write the rankings as a table; `-` is standard output, in place of the summary.
    #[arg(long, value_name = "OUT", conflicts_with = "json")]
    csv: Option<PathBuf>,
    #[command(flatten)]
    search: SearchArguments,
    /// How many searches go on at the same time. Default: as many as there are cores.
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
    let all = owners(problem);
    let Some(id) = id else { return Ok(all) };
    let id = &named::id_of(&problem.instance, "--board", id, &[NamedKind::Board])?;
    owner_named(problem, id).map(|owner| vec![owner]).ok_or_else(|| {
        let known = all.iter().map(|&owner| problem.instance.owner_id(owner));
        let known = known.collect::<Vec<_>>().join(", ");
        CommandFailure::usage(message!("cli-no-such-owner", id = id, known = known))
    })
}
