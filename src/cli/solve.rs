//! `solve`: one plan.

use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::files::{self, Output};
use super::previous::{Compared, PreviousArguments};
use super::progress::ProgressLine;
use super::search::SearchArguments;
use super::{interrupt, ladder, problem};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::questions::difference;
use crate::questions::replan::{FewestChanges, forced_changes, least_changes};
use crate::report::{self, MOST_NAMED, SchoolNames, summary};
use crate::solve::decomposition;
use crate::solve::mip::Ending;
use crate::solve::{ClashInWords, Method, PlaceOutcome, Search, clash_of, place};

/// Whole numbers beyond this are not exact to every reader of JSON.
const GREATEST_SEED: i64 = 9_007_199_254_740_991;

/// Make one plan, and print a summary of it.
#[derive(Debug, clap::Args)]
pub struct SolveArguments {
    /// The instance; `-` is standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Where the plan goes; `-` is standard output, and the summary then goes to standard error.
    #[arg(short, long, value_name = "PLAN")]
    output: Option<PathBuf>,
    #[command(flatten)]
    search: SearchArguments,
    #[command(flatten)]
    previous: PreviousArguments,
    /// The best plan for at most each of these numbers of changes against the earlier plan, as a table;
    /// without numbers for 0, 1, 2, 5, 10, 20, … up to the best plan of all. The time limit is for all
    /// together. With -o, the plans go into that folder, or to that name with the number in place of {}.
    #[arg(long, value_name = "K,K,…", num_args = 0..=1, value_delimiter = ',', requires = "previous",
          conflicts_with = "max_changes", value_parser = clap::value_parser!(i64).range(0..=1_000_000))]
    ladder: Option<Vec<i64>>,
    /// Print the ladder as JSON.
    #[arg(long, requires = "ladder")]
    json: bool,
    /// Where plans are equally good, draw lots: every student draws a number from this seed, and early
    /// numbers fare best. The plan tells the numbers, and the same seed draws them again. Without a
    /// seed, ties are broken the same way every time.
    #[arg(long, value_name = "SEED", value_parser = clap::value_parser!(i64).range(0..=GREATEST_SEED))]
    lot: Option<i64>,
    /// Threads for preparing the program; one solve itself uses one. The plan does not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
}

/// Runs the command.
pub fn run(arguments: &SolveArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::WITH_BEST_PLAN);
    let mut search = arguments.search.search(stop);
    if let Some(threads) = arguments.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.into());
        pool.build_global().map_err(|error| CommandFailure::usage(error.to_string()))?;
    }
    files::one_stream([Some(&*arguments.instance), arguments.previous.file()])?;
    let to_prepare = arguments.output.as_deref().filter(|_| arguments.ladder.is_none());
    let output = to_prepare.map(Output::prepare).transpose()?;
    let mut problem = problem::read(&arguments.instance)?;
    if let Some(seed) = arguments.lot {
        problem = problem.with_lots(seed);
    }
    let compared = arguments.previous.compare(&mut problem)?;
    if let Some(compared) = &compared {
        compared.tell();
        search.start = Some(compared.previous.assignment.clone());
    }
    if let Some(most) = &arguments.ladder {
        let most = Some(most.as_slice()).filter(|most| !most.is_empty());
        let output = arguments.output.as_deref();
        return ladder::run(&problem, &search, most, output, arguments.json);
    }
    one_plan(&problem, &search, compared.as_ref(), output)
}

fn one_plan(
    problem: &Problem,
    search: &Search,
    compared: Option<&Compared>,
    output: Option<Output>,
) -> Result<ExitCode, CommandFailure> {
    if let Some(most) = problem.most_changes() {
        let forced = forced_changes(problem);
        if most < forced {
            eprintln!(
                "At most {most} changes are allowed, and no plan makes fewer than {forced}: so many \
                 students cannot stay where they were."
            );
            return no_plan_with_so_few(problem, search, forced);
        }
    }
    let line = ProgressLine::start();
    let placed = place(problem, search, &|progress| line.show(progress));
    line.finish();
    match placed? {
        PlaceOutcome::Plan { plan, ending, .. } => {
            if search.method == Method::Decomposition && !decomposition::fits(problem) {
                eprintln!("Searched plainly, since there are goals before the sum of all points.");
            }
            tell(problem, &plan, compared, ending, output)
        }
        PlaceOutcome::Infeasible => {
            eprint!("{}", no_plan(clash_of(problem, search)?.as_ref()));
            match problem.most_changes() {
                Some(most) => no_plan_with_so_few(problem, search, most + 1),
                None => Ok(ExitCode::from(exit::NO_PLAN)),
            }
        }
        PlaceOutcome::NothingFound(ending) => {
            eprintln!(
                "No plan was found before the search had to stop, and none is ruled out. Give it \
                 more time with --time-limit, or look with `validate` whether the input is as meant."
            );
            Ok(ExitCode::from(match ending {
                Ending::Interrupted => exit::INTERRUPTED,
                Ending::Finished | Ending::Limit => exit::OUT_OF_TIME,
            }))
        }
    }
}

/// Says how many changes are needed for any plan at all.
fn no_plan_with_so_few(
    problem: &Problem,
    search: &Search,
    proven: i64,
) -> Result<ExitCode, CommandFailure> {
    let least = FewestChanges { proven, found: None };
    match least_changes(problem, search, &search.budget, least)? {
        FewestChanges { proven, found: Some(found) } if proven == found => {
            eprintln!("The least number of changes that the rules allow is {found}.");
        }
        FewestChanges { proven, found: Some(found) } => eprintln!(
            "{found} changes are possible, and no plan makes fewer than {proven}: the search had to \
             stop before it knew more."
        ),
        FewestChanges { proven, found: None } => eprintln!(
            "No plan makes fewer than {proven} changes; whether any number of changes is enough, is \
             not known."
        ),
    }
    Ok(ExitCode::from(exit::NO_PLAN))
}

fn tell(
    problem: &Problem,
    plan: &Plan,
    compared: Option<&Compared>,
    ending: Ending,
    output: Option<Output>,
) -> Result<ExitCode, CommandFailure> {
    let mut summary = summary(problem, plan, language());
    if let (Some(compared), Some(reference)) = (compared, &plan.previous) {
        let difference = difference(&compared.plan, plan);
        let names = SchoolNames::of(problem);
        summary
            .push_str(&report::changes(reference, &report::moves(&difference, &names, MOST_NAMED)));
    }
    match output {
        None => {
            files::print(&summary)?;
            eprintln!("The plan itself was not written: use `-o PLAN.json` to keep it.");
        }
        Some(output) => {
            // The plan first: a summary that nobody can be shown must not cost it.
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
    let Some(clash) = clash else {
        return "No plan exists under the rules.\n".to_owned();
    };
    report::clash(clash)
}
