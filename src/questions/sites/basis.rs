//! The question, and what all its searches start from.

use crate::instance::Owner;
use crate::problem::Problem;
use crate::questions::{KeyFigures, ProvenScore};
use crate::solve::decomposition::Multipliers;
use crate::solve::{Incumbent, Search};

/// A question about one more cluster and one more place.
#[derive(Clone, Debug)]
pub struct SiteQuestion {
    /// The boards and networks that may form the cluster.
    pub owners: Vec<Owner>,
    /// Number of new clusters that are ranked per owner.
    pub top: usize,
    /// Whether clusters may change for one more place; otherwise those of the base plan are held.
    pub free: bool,
    /// Number of searches that run at the same time.
    pub jobs: usize,
}

/// What all searches start from.
pub struct Basis<'a> {
    /// The unchanged problem.
    pub problem: &'a Problem,
    /// The question.
    pub question: &'a SiteQuestion,
    /// How to search; its budget is for all searches together.
    pub search: &'a Search,
    /// The best plan of the unchanged problem.
    pub known: Incumbent,
    /// The multipliers of its search, from which other searches start.
    pub prices: Option<Multipliers>,
    /// Its score and bound.
    pub proven: ProvenScore,
    /// Its key figures.
    pub figures: KeyFigures,
}

impl Basis<'_> {
    /// A search with the time that is left and the whole work limit.
    pub fn next_search(&self) -> Search {
        self.search.with_budget(self.search.budget.with_own_work())
    }
}
