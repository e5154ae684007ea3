//! The command-line arguments of a search: limits, method and solver.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::console::language;
use crate::solve::mip::Solver;
use crate::solve::{Budget, Method, Search};
use crate::text;

/// When a search stops, its method, and its solver.
#[derive(Debug, clap::Args)]
pub struct SearchArguments {
    /// Stop a search after this many seconds with the best plan so far.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<Duration>,
    /// Stop a search after this much work (simplex iterations) with the best plan so far. Unlike a time
    /// limit, it gives the same plan on every machine.
    #[arg(long, value_name = "N")]
    work_limit: Option<u64>,
    /// Stop as soon as the plan is proven to be within this fraction of the best possible score.
    #[arg(long, value_name = "FRACTION", default_value = "0", value_parser = fraction)]
    gap: f64,
    /// Method of the search.
    #[arg(long, value_enum, default_value_t)]
    method: MethodChoice,
    /// Solver of integer programs.
    #[arg(long, value_enum, default_value_t)]
    solver: SolverChoice,
}

impl SearchArguments {
    /// The search that the user chose. Its time starts now; setting `stop` ends it early.
    pub fn search(&self, stop: Arc<AtomicBool>) -> Search {
        let budget = Budget::new(self.time_limit, self.work_limit, stop);
        let (method, solver) = (self.method.into(), self.solver.into());
        Search { method, solver, gap: self.gap, budget, ..Search::default() }
    }
}

/// The method of a search.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum MethodChoice {
    /// Decomposition into one problem per cluster, then integer programs of growing size. Handles lists of goals that
    /// end with `total`, without `leximax_journey`; for other goals the same as `plain`.
    #[default]
    Decomposition,
    /// One integer program for the whole instance.
    Plain,
}

impl From<MethodChoice> for Method {
    fn from(choice: MethodChoice) -> Self {
        match choice {
            MethodChoice::Decomposition => Self::Decomposition,
            MethodChoice::Plain => Self::Plain,
        }
    }
}

/// The solvers that are built in.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum SolverChoice {
    /// HiGHS, for problems of any size.
    #[cfg(feature = "highs")]
    #[default]
    Highs,
    /// microlp, for small problems.
    #[cfg_attr(not(feature = "highs"), default)]
    Microlp,
}

impl From<SolverChoice> for Solver {
    fn from(choice: SolverChoice) -> Self {
        match choice {
            #[cfg(feature = "highs")]
            SolverChoice::Highs => Self::Highs,
            SolverChoice::Microlp => Self::Microlp,
        }
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| text!(language(), "cli-not-seconds"))?;
    Duration::try_from_secs_f64(seconds).map_err(|_| text!(language(), "cli-negative-seconds"))
}

fn fraction(text: &str) -> Result<f64, String> {
    let fraction: f64 = text.parse().map_err(|_| text!(language(), "cli-not-a-number"))?;
    if (0.0..=1.0).contains(&fraction) {
        Ok(fraction)
    } else {
        Err(text!(language(), "cli-not-a-fraction"))
    }
}
