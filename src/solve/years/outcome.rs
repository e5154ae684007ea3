//! What searches over several years end with, and how they are going.

use super::schedule::Schedule;
use crate::plan::assignment::Assignment;
use crate::solve::budget::Budget;
use crate::solve::mip::MipSettings;

/// What a search over several years ends with.
#[derive(Clone, Debug)]
pub struct YearsOutcome {
    /// No path costs less; `None` where it is proven that there is none.
    pub bound: Option<i64>,
    /// The best schedule found, with who is placed where in each year.
    pub best: Option<(Schedule, Vec<Assignment>)>,
    /// What it costs as far as the search counts: without rules that it leaves out.
    pub cost: Option<i64>,
    /// Whether all rules of every year were in the search.
    pub is_exact: bool,
}

impl YearsOutcome {
    /// It is proven that there is no path.
    pub const NOTHING: Self = Self { bound: None, best: None, cost: None, is_exact: true };
}

/// How to search over several years.
#[derive(Clone, Copy)]
pub struct YearsSearch<'a> {
    /// The solver, and the gap at which the search ends.
    pub settings: MipSettings,
    /// The time and work for it.
    pub budget: &'a Budget,
    /// Whether a bound on all paths is wanted, or only a good path.
    pub wants_proof: bool,
    /// Where progress is shown.
    pub on_progress: &'a (dyn Fn(YearsProgress) + Sync),
}

/// How a search over several years is going.
#[derive(Clone, Copy, Debug)]
pub struct YearsProgress {
    /// The best cost so far.
    pub best: Option<i64>,
    /// The best bound so far.
    pub bound: i64,
}

/// What solving the program ends with.
pub enum ProgramOutcome {
    /// A path of the program.
    Found {
        /// What is used and who enters.
        schedule: Schedule,
        /// Who is placed where in each year.
        years: Vec<Assignment>,
        /// What it costs.
        value: i64,
        /// No path of the program costs less.
        bound: i64,
    },
    /// It has none.
    Infeasible,
    /// The search ended before one was found.
    Nothing,
}
