//! How to search for a plan.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use std::sync::Arc;

use super::best_so_far::{BestSoFar, Onlooker};
use super::budget::Budget;
use super::mip::{MipSettings, Solver};
use crate::plan::assignment::Assignment;
use crate::problem::Problem;

/// The method of a search.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Lagrangian decomposition if the sum of all points is the only goal, or the last one after goals that count
    /// students or clusters and the longest journey; else [`Method::Plain`].
    #[default]
    Decomposition,
    /// One integer program with everything in it: the reference that the decomposition is tested against.
    Plain,
}

/// Settings of a search for a plan.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The method.
    pub method: Method,
    /// The solver of the integer programs that the method makes.
    pub solver: Solver,
    /// A plan is good enough when (value − bound) / max(1, value) is at most this fraction, for every
    /// goal level.
    pub gap: f64,
    /// The time and work that may be used. Clones of a search draw on the same budget.
    pub budget: Budget,
    /// A plan to start from, such as last year's; it need not satisfy the rules.
    pub start: Option<Assignment>,
    /// Where the best plan so far is shown while the search is at work, if anyone looks on.
    pub best_so_far: Option<Arc<BestSoFar>>,
}

impl Search {
    /// The same search with another budget.
    #[must_use]
    pub fn with_budget(&self, budget: Budget) -> Self {
        Self { budget, ..self.clone() }
    }

    /// Whoever looks on while this search solves a problem.
    pub fn onlooker<'a>(&'a self, problem: &'a Problem) -> Option<Onlooker<'a>> {
        self.best_so_far.as_deref().map(|best| Onlooker { problem, best })
    }

    /// The settings of an integer program that this search solves.
    pub fn mip_settings(&self) -> MipSettings {
        MipSettings { gap: self.gap, ..MipSettings::exact(self.solver) }
    }
}
