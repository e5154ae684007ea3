//! Closing a problem of few options, or of few clusters, by branching.

use super::branching::{self, TreeObserver};
use super::driver::DecompositionSearch;
use super::tuning::TUNING;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::fixing::residual;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::primal::placing::Placed;
use crate::solve::decomposition::search::restricted::{RestrictedOutcome, WholeNumbers};
use crate::solve::mip::{MipSettings, SolveError};

impl DecompositionSearch<'_> {
    /// Closes the whole gap by branching, where few clusters are to be decided on.
    pub(super) fn branch_on_few_clusters(&mut self) -> Result<(), SolveError> {
        let Some(ceiling) = self.ceiling() else { return Ok(()) };
        let (multipliers, bound) = (self.multipliers().clone(), self.ascent.best().bound);
        let better = residual(self.core, &multipliers, ceiling, &self.budget);
        self.branch(&better, &multipliers, bound, ceiling)
    }

    /// Closes a restricted problem of few options by branching on them.
    pub(super) fn branch(
        &mut self,
        restricted: &RestrictedProblem,
        multipliers: &Multipliers,
        bound: i64,
        ceiling: i64,
    ) -> Result<(), SolveError> {
        self.is_closed = true;
        let core = self.core;
        let mut tree = Tree { search: self, error: None };
        let bound = branching::search(core, restricted, multipliers, bound, ceiling, &mut tree);
        let error = tree.error;
        self.bound = self.bound.max(bound);
        error.map_or(Ok(()), Err)
    }
}

/// A search as the observer of a tree.
struct Tree<'s, 'a> {
    search: &'s mut DecompositionSearch<'a>,
    error: Option<SolveError>,
}

impl Tree<'_, '_> {
    fn known(&self) -> i64 {
        self.search.ceiling().unwrap_or(i64::MAX)
    }

    /// Solves a leaf; returns what is proven of its plans, at least `bound`.
    fn solve(&mut self, restricted: &RestrictedProblem, whole: WholeNumbers, bound: i64) -> i64 {
        let search = &mut *self.search;
        // What is missing is mostly the proof.
        let settings = MipSettings { improves: false, ..search.settings };
        let solved =
            restricted.solve(search.core, settings, &search.budget, whole, None, &|_, _| {});
        match solved {
            Ok(RestrictedOutcome::Plan { assignment, bound: proven, .. }) => {
                search.adopt(assignment);
                proven.max(bound)
            }
            Ok(RestrictedOutcome::Infeasible) => i64::MAX,
            Ok(RestrictedOutcome::Nothing(_)) => bound,
            Err(error) => {
                self.error = Some(error);
                bound
            }
        }
    }
}

impl TreeObserver for Tree<'_, '_> {
    fn found(&mut self, placed: Placed) -> i64 {
        self.search.adopt(placed.assignment);
        self.known()
    }

    fn largest_leaf(&self) -> usize {
        TUNING.largest_leaf
    }

    fn leaf(&mut self, restricted: &RestrictedProblem, bound: i64) -> (i64, i64) {
        if bound >= self.known() {
            return (bound, self.known());
        }
        let mut bound = bound;
        // Parts of students are hardly ever cheaper where nearly all clusters are decided on, and take far less time.
        for whole in [WholeNumbers::Clusters, WholeNumbers::All] {
            bound = bound.max(self.solve(restricted, whole, bound));
            if bound >= self.known() || self.stop() {
                break;
            }
        }
        (bound, self.known())
    }

    fn bound(&mut self, bound: i64) {
        self.search.bound = self.search.bound.max(bound);
        self.search.report(None, self.search.bound);
    }

    fn budget(&self) -> &Budget {
        &self.search.budget
    }

    fn stop(&self) -> bool {
        self.error.is_some() || self.search.is_done()
    }
}
