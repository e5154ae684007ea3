//! `solve`: one plan.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use super::exit::{self, Failure};
use super::files::{self, Output};
use super::progress::ProgressLine;
use super::search::SearchArguments;
use super::{interrupt, problem};
use crate::decomposition;
use crate::engine::{ClashInWords, Method, Placed, place};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::report::summary;
use crate::solve::Ending;

/// Whole numbers beyond this are not exact to every reader of JSON.
const GREATEST_SEED: i64 = 9_007_199_254_740_991;

/// Make one plan, and print a summary of it.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The instance; `-` is standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Where the plan goes; `-` is standard output, and the summary then goes to standard error.
    #[arg(short, long, value_name = "PLAN")]
    output: Option<PathBuf>,
    #[command(flatten)]
    search: SearchArguments,
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
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let stop = interrupt::flag(interrupt::WITH_BEST_PLAN);
    if let Some(threads) = arguments.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.into());
        pool.build_global().map_err(|error| Failure::Usage(error.to_string()))?;
    }
    let output = arguments.output.as_deref().map(Output::prepare).transpose()?;
    let problem = problem::read(&arguments.instance)?;
    let problem = match arguments.lot {
        Some(seed) => problem.with_lots(seed),
        None => problem,
    };
    let mut search = arguments.search.search(stop);
    search.limits.time = search.limits.time.map(|limit| limit.saturating_sub(started.elapsed()));
    let line = ProgressLine::start();
    let placed = place(&problem, &search, &|progress| line.show(progress));
    line.finish();
    match placed? {
        Placed::Plan { plan, ending, .. } => {
            if search.method == Method::Decomposition && !decomposition::fits(&problem) {
                eprintln!("Searched plainly, since there are goals before the sum of all points.");
            }
            tell(&problem, &plan, ending, output)
        }
        Placed::Infeasible(clash) => {
            eprint!("{}", no_plan(clash.as_ref()));
            Ok(ExitCode::from(exit::NO_PLAN))
        }
        Placed::NothingFound(ending) => {
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

fn tell(
    problem: &Problem,
    plan: &Plan,
    ending: Ending,
    output: Option<Output>,
) -> Result<ExitCode, Failure> {
    let summary = summary(problem, plan);
    match output {
        None => {
            files::print(&summary)?;
            eprintln!("The plan itself was not written: use `-o PLAN.json` to keep it.");
        }
        Some(output) => {
            if output.is_stream() {
                eprint!("{summary}");
            } else {
                files::print(&summary)?;
            }
            output.write(plan.to_json().as_bytes())?;
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
    crate::report::clash(clash)
}
