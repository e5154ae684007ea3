//! Closing a restricted problem of few options by branching on them.

use super::branching::{self, TreeObserver};
use super::driver::DecompositionSearch;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::primal::placing::Placed;
use crate::solve::decomposition::search::restricted::{RestrictedOutcome, WholeNumbers};
use crate::solve::mip::SolveError;

impl DecompositionSearch<'_> {
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
}

impl TreeObserver for Tree<'_, '_> {
    fn found(&mut self, placed: Placed) -> i64 {
        self.search.adopt(placed.assignment);
        self.known()
    }

    fn leaf(&mut self, restricted: &RestrictedProblem, bound: i64) -> (i64, i64) {
        if bound >= self.known() {
            return (bound, self.known());
        }
        let search = &mut *self.search;
        let solved = restricted.solve(
            search.core,
            search.settings,
            &search.budget,
            WholeNumbers::All,
            None,
            &|_, _| {},
        );
        let proven = match solved {
            Ok(RestrictedOutcome::Plan { assignment, bound: proven, .. }) => {
                search.adopt(assignment);
                proven
            }
            Ok(RestrictedOutcome::Infeasible) => i64::MAX,
            Ok(RestrictedOutcome::Nothing(_)) => bound,
            Err(error) => {
                self.error = Some(error);
                bound
            }
        };
        (proven.max(bound), self.known())
    }

    fn bound(&mut self, bound: i64) {
        self.search.bound = self.search.bound.max(bound);
        self.search.report(None, self.search.bound);
    }

    fn step(&self) {
        self.search.budget.spend(1);
    }

    fn stop(&self) -> bool {
        self.error.is_some() || self.search.is_done()
    }
}
