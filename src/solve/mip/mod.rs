//! Integer programs: from a formulation to whole values and what is proven of them. Knows levels, rows
//! and a budget, and no rule.
//!
//! Floats stay inside: whatever a solver returns is rounded and then checked exactly, and a point that
//! the program does not admit is never handed on.

#[cfg(feature = "highs")]
mod callback;
mod clash;
mod error;
mod exact;
#[cfg(feature = "highs")]
mod highs;
mod levels;
mod linear_optimum;
mod microlp;
mod minimise;
mod model;
mod narrowed;
mod outcome;
#[cfg(feature = "highs")]
mod patience;
mod ranked;
mod relaxation;
#[cfg(feature = "highs")]
mod relaxation_run;
mod relaxed_level;
mod safe_bound;
mod solver;
mod start;
mod task;
#[cfg(test)]
mod tests;
mod tightened;
#[cfg(feature = "highs")]
mod worker;

pub use clash::{Broken, Clash, Proof, clash};
pub use error::SolveError;
pub use levels::solve;
pub use linear_optimum::LinearOptimum;
pub use model::write;
pub use narrowed::{LevelOutcome, Narrowing};
pub use outcome::{Ending, Known, LevelAnswer, MipOutcome, MipSolution, Progress};
pub use relaxation::{LinearRelaxation, duals};
pub use relaxed_level::RelaxedLevel;
pub use safe_bound::SafeBound;
pub use solver::{MipSettings, Solver, name_and_version};
pub use tightened::{
    Counts, RoundedRows, TightenedLevel, broken_packings, limits_of_switches, tightened,
};
