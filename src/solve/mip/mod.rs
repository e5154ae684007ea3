//! From an integer program to whole values and what is proven of them. Knows
//! levels, rows and limits, and no rule.
//!
//! Floats stay inside: whatever a solver returns is rounded and then checked
//! exactly, and a point that the program does not admit is never handed on.

#[cfg(feature = "highs")]
mod callback;
mod clash;
mod duals;
mod exact;
#[cfg(feature = "highs")]
mod highs;
mod levels;
#[cfg(any(feature = "microlp", test))]
mod microlp;
mod model;
mod ranked;
mod start;
#[cfg(test)]
mod tests;
#[cfg(feature = "highs")]
mod worker;

use std::sync::Arc;

use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::formulation::{Expression, Formulation, VariableId};

pub use clash::{Broken, Clash, Proof, clash};
pub use duals::duals;
pub use levels::solve;
pub use model::write;

use crate::solve::budget::Budget;
use exact::ExactPoint;

#[cfg(not(any(feature = "highs", feature = "microlp")))]
compile_error!("plaatswijzer needs a solver: enable the feature `highs` or `microlp`");

/// Which solver does the work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Solver {
    /// HiGHS: branch and cut, in C++; keeps time limits and reports progress.
    #[cfg(feature = "highs")]
    Highs,
    /// microlp: a small branch and bound in pure Rust, for small programs. It reports no progress
    /// and knows no work limit; stopped early, it gives up what it found.
    #[cfg(any(feature = "microlp", test))]
    Microlp,
}

impl Default for Solver {
    /// The strongest solver that is built in.
    #[cfg(feature = "highs")]
    fn default() -> Self {
        Self::Highs
    }
    /// The strongest solver that is built in.
    #[cfg(not(feature = "highs"))]
    fn default() -> Self {
        Self::Microlp
    }
}

/// How an integer program is solved.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct MipSettings {
    /// The solver.
    pub solver: Solver,
    /// A level is good enough when (value − bound) / max(1, value) is at most this fraction.
    pub gap: f64,
}

impl MipSettings {
    /// Settings of a solve that ends only when every level is optimal.
    pub const fn exact(solver: Solver) -> Self {
        Self { solver, gap: 0.0 }
    }
}

/// How a solve stands while it runs.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Progress {
    /// The level that is being minimised.
    pub level: Goal,
    /// Seconds since the solve began.
    pub seconds: f64,
    /// The best value found for this level; `None` as long as no plan is known.
    pub best: Option<i64>,
    /// No plan does better than this at this level, as far as is known now.
    pub bound: i64,
}

/// What was found and proven for one level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LevelAnswer {
    /// What the level minimises.
    pub goal: Goal,
    /// Its value, exact.
    pub value: i64,
    /// No plan that keeps the levels before at their values does better than this; at least 0 and
    /// at most `value`.
    pub bound: i64,
}

/// Why a solve ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// Every level is optimal, or within the gap that was asked for.
    Finished,
    /// The time or work ran out.
    Limit,
    /// The stop flag was set.
    Interrupted,
}

/// The best values found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MipSolution {
    /// A value for each variable; the formulation admits them, exactly.
    pub values: IdVec<VariableId, i64>,
    /// Per level, in order, what was found and proven.
    pub levels: Vec<LevelAnswer>,
    /// Why the solve ended.
    pub ending: Ending,
}

/// How a solve came out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MipOutcome {
    /// A plan was found.
    Found(MipSolution),
    /// No values satisfy all rows.
    Infeasible,
    /// The solve ended before any values were found or ruled out.
    NothingFound(Ending),
}

/// A fault of the solver or of the program it was given; never of the rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SolveError {
    /// The program is larger than microlp can be trusted with.
    TooLargeForMicrolp {
        /// Variables of the program.
        variables: usize,
        /// Rows of the program.
        rows: usize,
        /// The most variables, and the most rows, that microlp is given.
        most: usize,
    },
    /// The solver refused the program or gave up on it; with its own words.
    Refused(String),
    /// The solver broke down.
    Crashed,
    /// The solver's answer breaks a row once it is rounded, and could not be repaired.
    Inexact,
    /// The formulation has no level, so there is nothing to minimise.
    NoLevel,
}

impl std::fmt::Display for SolveError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLargeForMicrolp { variables, rows, most } => write!(
                formatter,
                "the program has {variables} variables and {rows} rows; microlp is given at most \
                 {most} of either. Build with the feature `highs` for larger problems"
            ),
            Self::Refused(words) => write!(formatter, "the solver gave up: {words}"),
            Self::Crashed => formatter.write_str("the solver broke down"),
            Self::Inexact => formatter
                .write_str("the solver's answer breaks a row once rounded to whole numbers"),
            Self::NoLevel => formatter.write_str("there is no goal to minimise"),
        }
    }
}

impl std::error::Error for SolveError {}

/// The name and version of a solver, as it states them itself where it does.
#[must_use]
pub fn name_and_version(solver: Solver) -> (String, String) {
    match solver {
        #[cfg(feature = "highs")]
        Solver::Highs => ("HiGHS".to_owned(), callback::version()),
        #[cfg(any(feature = "microlp", test))]
        Solver::Microlp => ("microlp".to_owned(), microlp::VERSION.to_owned()),
    }
}

/// One minimisation: a program, an objective, and values to start from.
#[derive(Clone, Debug)]
struct Task {
    program: Arc<Formulation>,
    objective: Expression,
    /// Admitted values to start from, if any are known.
    start: Option<ExactPoint>,
    /// See [`MipSettings::gap`].
    gap: f64,
}

/// What one minimisation came to.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Run {
    /// The best admitted values; those of the start where nothing better was found.
    best: Option<ExactPoint>,
    /// At least 0, and at most the best value.
    bound: i64,
    stop: Stop,
    /// Simplex iterations spent.
    work: u64,
}

impl Run {
    /// Whether the best value is within a fraction of the bound.
    fn is_within(&self, gap: f64) -> bool {
        self.best.as_ref().is_none_or(|best| {
            let apart = exact::float(best.value - self.bound);
            apart <= gap * exact::float(best.value.max(1))
        })
    }
}

/// Why one minimisation stopped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stop {
    /// The solver ended by itself: the best is optimal, or within the gap, as far as it can tell.
    Done,
    Infeasible,
    Limit,
    Interrupted,
}

/// Called with the best value, if one is known, and the bound.
type OnProgress<'a> = dyn FnMut(Option<i64>, i64) + 'a;

/// Runs one minimisation, and takes the work that it spends off the budget; calls `on_progress` now and
/// then with the best value and the bound so far.
///
/// Variables that are not whole take whole values by themselves in a good formulation. Where they
/// do not, and cannot be repaired, the program is solved once more with all of them whole.
fn minimise(
    task: &Arc<Task>,
    solver: Solver,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    // Without variables there is nothing to choose, and solvers answer that each in its own way.
    if task.program.variables.is_empty() {
        return Ok(exact::without_choice(task));
    }
    match minimise_with(task, solver, budget, on_progress) {
        Err(SolveError::Inexact) => match exact::all_whole(task) {
            Some(task) => minimise_with(&task, solver, budget, on_progress),
            None => Err(SolveError::Inexact),
        },
        run => run,
    }
}

fn minimise_with(
    task: &Arc<Task>,
    solver: Solver,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    let run = match solver {
        #[cfg(feature = "highs")]
        Solver::Highs => highs::minimise(task, budget, on_progress)?,
        #[cfg(any(feature = "microlp", test))]
        Solver::Microlp => microlp::minimise(task, budget, on_progress)?,
    };
    budget.spend(run.work);
    Ok(run)
}
