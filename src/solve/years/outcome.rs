//! What searches over several years end with, and how they are going.

use serde::{Deserialize, Serialize};

use super::goal::{PathGoal, PathLevel};
use super::schedule::Schedule;
use crate::plan::assignment::Assignment;
use crate::solve::budget::Budget;
use crate::solve::mip::MipSettings;

/// What a search over several years ends with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct YearsOutcome {
    /// No path costs less, among those that are as good in all goals before; `None` where it is proven that there is
    /// none at all.
    pub bound: Option<i64>,
    /// What the best schedule reaches for each goal; empty where there is none.
    pub levels: Vec<PathLevel>,
    /// The best schedule found, with who is placed where in each year.
    pub best: Option<(Schedule, Vec<Assignment>)>,
    /// What it costs as far as the search counts: without rules that it leaves out.
    pub cost: Option<i64>,
    /// Whether all rules of every year were in the search.
    pub is_exact: bool,
}

impl YearsOutcome {
    /// It is proven that there is no path.
    pub const NOTHING: Self =
        Self { bound: None, levels: Vec::new(), best: None, cost: None, is_exact: true };

    /// What goals that were minimised one after the other say.
    pub fn of_levels(
        levels: Vec<PathLevel>,
        best: Option<(Schedule, Vec<Assignment>)>,
        is_exact: bool,
    ) -> Self {
        let total = levels.iter().find(|level| level.goal == PathGoal::Total);
        let (bound, cost) = (total.map(|level| level.bound), total.map(|level| level.value));
        Self { bound, levels, best, cost, is_exact }
    }
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
