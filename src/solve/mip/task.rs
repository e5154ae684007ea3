//! One minimisation: what is given to a solver, and what it comes back with.

use std::sync::Arc;

use crate::base::{IdVec, is_within_gap};
use crate::model::formulation::{Expression, Formulation, VariableId};

/// Called with the best point, if one is known, and the bound.
pub(super) type OnProgress<'a> = dyn FnMut(Option<&ExactPoint>, i64) + 'a;

/// Values that a program admits, checked with whole numbers, and what they are worth.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ExactPoint {
    pub values: IdVec<VariableId, i64>,
    pub value: i64,
}

impl ExactPoint {
    /// These values under an objective, provided that the program admits them.
    pub fn new(
        program: &Formulation,
        objective: &Expression,
        values: IdVec<VariableId, i64>,
    ) -> Option<Self> {
        program.admits(&values).then(|| {
            let value = objective.value(|variable| values[variable]);
            Self { values, value }
        })
    }
}

/// A program, an objective, and values to start from.
#[derive(Clone, Debug)]
pub(super) struct Task {
    pub program: Arc<Formulation>,
    pub objective: Expression,
    /// Admitted values to start from, if any are known.
    pub start: Option<ExactPoint>,
    /// See [`MipSettings::gap`](super::MipSettings::gap).
    pub gap: f64,
    /// See [`MipSettings::improves`](super::MipSettings::improves).
    #[cfg_attr(not(feature = "highs"), expect(dead_code, reason = "microlp has no such programs"))]
    pub improves: bool,
}

impl Task {
    #[cfg(feature = "highs")]
    /// The number of coefficients in all rows: a measure of how long one step of a solver may take.
    pub fn coefficients(&self) -> usize {
        self.program.rows.values().map(|row| row.terms.len()).sum()
    }
}

/// What one minimisation ended with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Run {
    /// The best admitted values; those of the start if nothing better was found.
    pub best: Option<ExactPoint>,
    /// No values are worth less; at least 0, and at most the best value.
    pub bound: i64,
    /// Why it stopped.
    pub stop: Stop,
    /// Simplex iterations spent.
    pub work: u64,
}

impl Run {
    /// Whether the best value is within a fraction of the bound.
    pub fn is_within(&self, gap: f64) -> bool {
        self.best.as_ref().is_none_or(|best| is_within_gap(best.value, self.bound, gap))
    }
}

/// Why one minimisation stopped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stop {
    /// The solver ended by itself: the best is optimal, or within the gap, as far as it knows.
    Done,
    /// No values satisfy all rows.
    Infeasible,
    /// Time or work ran out.
    Limit,
    /// A stop was asked for.
    Interrupted,
}
