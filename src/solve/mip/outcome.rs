//! What a solve reports while it runs, and what it ends with.

use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::formulation::VariableId;

/// The state of a solve while it runs.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Progress<'a> {
    /// The level that is being minimised.
    pub level: Goal,
    /// Seconds since the search began.
    pub seconds: f64,
    /// The best value found for this level; `None` as long as no plan is known.
    pub best: Option<i64>,
    /// A lower bound on the value of this level.
    pub bound: i64,
    /// Better values of the variables of the program that is being solved, where some were found since the last report.
    pub better: Option<&'a IdVec<VariableId, i64>>,
}

/// The value and bound of one goal level.
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
    /// Every level is optimal, or within the gap that was allowed.
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
    /// Value and bound per level, in order.
    pub levels: Vec<LevelAnswer>,
    /// Why the solve ended.
    pub ending: Ending,
}

/// What solving an integer program ends with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MipOutcome {
    /// Values were found.
    Found(MipSolution),
    /// No values satisfy all rows.
    Infeasible,
    /// The solve ended before any values were found or ruled out.
    NothingFound(Ending),
}

/// A known point of a program, and its value.
pub type Known = (IdVec<VariableId, i64>, i64);
