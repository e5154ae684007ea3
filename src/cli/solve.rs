//! `solve`: searches for one plan, or with `--ladder` for one per limit on changes.

use std::path::PathBuf;
use std::process::ExitCode;

use super::certificate::CertificateFile;
use super::console::{language, note};
use super::exit::{self, CommandFailure};
use super::files::{self, Output};
use super::previous::{Compared, PreviousArguments};
use super::progress::ProgressLine;
use super::search::SearchArguments;
use super::{interrupt, ladder, problem};
use crate::message;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::questions::difference;
use crate::questions::replan::{FewestChanges, forced_changes, least_changes};
use crate::report::{self, MOST_NAMED, SchoolNames, summary};
use crate::solve::mip::Ending;
use crate::solve::{ClashInWords, Method, PlaceOutcome, Search, clash_of, is_decomposed, place};

/// The largest seed: 2^53 − 1, since many JSON readers hold numbers as doubles and round beyond that.
const GREATEST_SEED: i64 = 9_007_199_254_740_991;

/// Make one plan, and print a summary of it.
#[derive(Debug, clap::Args)]
pub struct SolveArguments {
    /// Instance; `-` reads standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// File for the plan; `-` writes to standard output, and the summary then goes to standard error.
    #[arg(short, long, value_name = "PLAN")]
    output: Option<PathBuf>,
    #[command(flatten)]
    search: SearchArguments,
    #[command(flatten)]
    previous: PreviousArguments,
    /// Make a plan for each of these largest numbers of changes against the earlier plan, and print a table
    /// of them. Default: 0, 1, 2, 5, 10, 20 and so on, up to the best plan of all. The time limit holds for
    /// all plans together. With -o, the plans go into that folder, or to files with the number instead of
    /// {} in their name.
    #[arg(long, value_name = "K,K,…", num_args = 0..=1, value_delimiter = ',', requires = "previous",
          conflicts_with = "max_changes", value_parser = clap::value_parser!(i64).range(0..=1_000_000))]
    ladder: Option<Vec<i64>>,
    /// Print the ladder as JSON.
    #[arg(long, requires = "ladder")]
    json: bool,
    /// Draw lots between plans that are equally good: every student draws a number, and students with low
    /// numbers get their best school first. SEED is the start of the random numbers; the same seed gives the
    /// same numbers, which the plan records. Default: no lots; the same plan every time.
    #[arg(long, value_name = "SEED", value_parser = clap::value_parser!(i64).range(0..=GREATEST_SEED))]
    lot: Option<i64>,
    /// File for a certificate: what proves in whole numbers how much of the bound holds, for `verify --certificate` and
    /// for checkers of anyone else. It is made after the search, and may take as long once more. Needs HiGHS.
    #[arg(long, value_name = "FILE", conflicts_with = "ladder")]
    certificate: Option<PathBuf>,
    /// Number of threads for preparing the search, which itself uses one. The plan does not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
}

/// Runs the command.
pub fn run(arguments: &SolveArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::Kept::BestPlan);
    let mut search = arguments.search.search(stop);
    if let Some(threads) = arguments.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.into());
        pool.build_global().map_err(|error| CommandFailure::usage(error.to_string()))?;
    }
    files::one_stream([Some(&*arguments.instance), arguments.previous.file()])?;
    // Outputs are prepared before anything is read, so that none is an input.
    let output = arguments.output.as_deref();
    let (output, ladder) = match &arguments.ladder {
        None => (output.map(Output::prepare).transpose()?, None),
        Some(most) => (None, Some((most, output.map(ladder::pattern).transpose()?))),
    };
    let certificate = arguments.certificate.as_deref();
    let certificate =
        certificate.map(|file| CertificateFile::prepare(file, &search)).transpose()?;
    let mut problem = problem::read(&arguments.instance)?;
    if let Some(seed) = arguments.lot {
        problem = problem.with_lots(seed);
    }
    let compared = arguments.previous.compare(&mut problem)?;
    if let Some(compared) = &compared {
        compared.report(&problem);
        search.start = Some(compared.previous.assignment.clone());
    }
    if let Some((most, pattern)) = ladder {
        let most = Some(most.as_slice()).filter(|most| !most.is_empty());
        return ladder::run(&problem, &search, most, pattern.as_ref(), arguments.json);
    }
    one_plan(&problem, &search, compared.as_ref(), output, certificate)
}

fn one_plan(
    problem: &Problem,
    search: &Search,
    compared: Option<&Compared>,
    output: Option<Output>,
    certificate: Option<CertificateFile>,
) -> Result<ExitCode, CommandFailure> {
    if let Some(most) = problem.most_changes() {
        let forced = forced_changes(problem);
        if most < forced {
            note(&message!("cli-changes-forced", most = most, count = forced));
            return report_fewest_changes(problem, search, forced);
        }
    }
    let line = ProgressLine::start();
    let placed = place(problem, search, &|progress| line.show(progress));
    line.finish();
    match placed? {
        PlaceOutcome::Plan { plan, assignment, ending } => {
            let (plan, certificate) = match certificate {
                Some(certificate) => certificate.make(problem, (*plan, &assignment), search)?,
                None => (*plan, None),
            };
            if search.method == Method::Decomposition && !is_decomposed(problem) {
                note(&message!("cli-searched-as-one-program"));
            }
            let summary = summary(problem, &plan, &assignment, language());
            // Only after the plan that it is about: another one beside it would prove nothing of that.
            let code = write_plan(problem, &plan, summary, compared, ending, output)?;
            if let Some(certificate) = certificate {
                certificate?.keep()?;
            }
            Ok(code)
        }
        PlaceOutcome::Infeasible => {
            eprint!("{}", no_plan(clash_of(problem, search)?.as_ref()));
            match problem.most_changes() {
                Some(most) => report_fewest_changes(problem, search, most + 1),
                None => Ok(ExitCode::from(exit::NO_PLAN)),
            }
        }
        PlaceOutcome::NothingFound(ending) => {
            note(&message!("cli-nothing-found"));
            Ok(exit::stopped(ending))
        }
    }
}

/// Prints the fewest changes that any plan makes, or bounds on it if the search has to stop; `proven` is a
/// lower bound to start from.
fn report_fewest_changes(
    problem: &Problem,
    search: &Search,
    proven: i64,
) -> Result<ExitCode, CommandFailure> {
    let least = FewestChanges { proven, found: None };
    match least_changes(problem, search, &search.budget, least)? {
        FewestChanges { proven, found: Some(found) } if proven == found => {
            note(&message!("cli-fewest-changes", count = found));
        }
        FewestChanges { proven, found: Some(found) } => {
            note(&message!("cli-fewest-changes-between", count = found, least = proven));
        }
        FewestChanges { proven, found: None } => {
            note(&message!("cli-fewest-changes-at-least", count = proven));
        }
    }
    Ok(ExitCode::from(exit::NO_PLAN))
}

/// Writes the plan file if there is an output, and prints the summary.
fn write_plan(
    problem: &Problem,
    plan: &Plan,
    mut summary: String,
    compared: Option<&Compared>,
    ending: Ending,
    output: Option<Output>,
) -> Result<ExitCode, CommandFailure> {
    if let (Some(compared), Some(reference)) = (compared, &plan.previous) {
        let difference = difference(&compared.plan, plan);
        let names = SchoolNames::of(problem);
        let moves = report::moves(&difference, &names, MOST_NAMED, language());
        summary += &report::changes(reference, &moves, language());
    }
    match output {
        None => {
            files::print(&summary)?;
            note(&message!("cli-plan-not-written"));
        }
        Some(output) => {
            // The plan first: printing the summary may fail, and must not cost the plan.
            let is_stream = output.is_stream();
            output.write(plan.to_json().as_bytes())?;
            if is_stream {
                eprint!("{summary}");
            } else {
                files::print(&summary)?;
            }
        }
    }
    Ok(match ending {
        Ending::Interrupted => ExitCode::from(exit::INTERRUPTED),
        Ending::Finished | Ending::Limit => ExitCode::SUCCESS,
    })
}

fn no_plan(clash: Option<&ClashInWords>) -> String {
    clash.map_or_else(
        || format!("{}\n", message!("cli-no-plan-under-rules").in_language(language())),
        |clash| report::clash(clash, language()),
    )
}
