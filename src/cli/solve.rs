//! `solve`: one plan.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::exit::{self, Failure};
use super::files::{self, Output};
use super::progress::ProgressLine;
use super::{interrupt, problem};
use crate::engine::{ClashInWords, Placed, Search, place};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::report::summary;
use crate::solve::{Ending, Limits, Solver};

/// Make one plan, and print a summary of it.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The instance; `-` is standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Where the plan goes; `-` is standard output, and the summary then goes to standard error.
    #[arg(short, long, value_name = "PLAN")]
    output: Option<PathBuf>,
    /// Stop after so many seconds with the best plan so far.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<Duration>,
    /// Stop after so much work (simplex iterations) with the best plan so far: the same limit gives
    /// the same plan on every machine.
    #[arg(long, value_name = "N")]
    work_limit: Option<u64>,
    /// Stop when no plan can be better by more than this fraction.
    #[arg(long, value_name = "FRACTION", default_value = "0", value_parser = fraction)]
    gap: f64,
    /// Threads for preparing the program; one solve itself uses one. The plan does not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
    /// The solver.
    #[arg(long, value_enum, default_value_t)]
    solver: SolverChoice,
}

/// The solvers that are built in.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum SolverChoice {
    /// HiGHS, for problems of any size.
    #[cfg(feature = "highs")]
    #[default]
    Highs,
    /// microlp, for small problems.
    #[cfg(feature = "microlp")]
    #[cfg_attr(not(feature = "highs"), default)]
    Microlp,
}

impl From<SolverChoice> for Solver {
    fn from(choice: SolverChoice) -> Self {
        match choice {
            #[cfg(feature = "highs")]
            SolverChoice::Highs => Self::Highs,
            #[cfg(feature = "microlp")]
            SolverChoice::Microlp => Self::Microlp,
        }
    }
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let stop = interrupt::flag();
    if let Some(threads) = arguments.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.into());
        pool.build_global().map_err(|error| Failure::Usage(error.to_string()))?;
    }
    let output = arguments.output.as_deref().map(Output::prepare).transpose()?;
    let problem = problem::read(&arguments.instance)?;
    let limits = Limits {
        time: arguments.time_limit.map(|limit| limit.saturating_sub(started.elapsed())),
        work: arguments.work_limit,
        gap: arguments.gap,
        stop,
    };
    let search = Search { solver: arguments.solver.into(), limits };
    let line = ProgressLine::start();
    let placed = place(&problem, &search, &|progress| line.show(progress));
    line.finish();
    match placed? {
        Placed::Plan { plan, ending } => tell(&problem, &plan, ending, output),
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

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "not a number of seconds".to_owned())?;
    Duration::try_from_secs_f64(seconds)
        .map_err(|_| "not a number of seconds, 0 or more".to_owned())
}

fn fraction(text: &str) -> Result<f64, String> {
    let fraction: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=1.0).contains(&fraction) {
        Ok(fraction)
    } else {
        Err("not a fraction from 0 to 1, such as 0.01 for 1%".to_owned())
    }
}
