//! What would change if a board entered that stays out: the best path found in which it does, with a bound on all of
//! those.

use rayon::prelude::*;

use super::decisions::Decided;
use super::found::{FoundPath, PathProgress, WithBoard};
use super::model::WidestYears;
use super::search::PathSearch;
use super::translate::schedule_of;
use super::{GrowthPath, PathError};
use crate::solve::Budget;
use crate::solve::years::{YearsSearch, search};

impl PathSearch<'_> {
    /// The best path found with each board that stays out on a path, where only the cost counts.
    pub(super) fn outside(
        &self,
        found: &FoundPath,
        budget: &Budget,
    ) -> Result<Vec<WithBoard>, PathError> {
        if self.path.has_levels() || budget.is_exhausted() {
            return Ok(Vec::new());
        }
        let entries = found.entries.iter().enumerate();
        let outside = entries.filter(|(_, entry)| entry.is_none()).map(|(candidate, _)| candidate);
        let outside: Vec<usize> = outside.collect();
        let share = budget.share(1, 2);
        let of_each = outside
            .into_par_iter()
            .map(|candidate| self.with_board(candidate, found, &share.with_own_work()));
        let of_each: Result<Vec<Option<WithBoard>>, PathError> = of_each.collect();
        Ok(of_each?.into_iter().flatten().collect())
    }

    /// The best path found in which a board enters; `None` where it is not known whether there is one.
    fn with_board(
        &self,
        candidate: usize,
        found: &FoundPath,
        budget: &Budget,
    ) -> Result<Option<WithBoard>, PathError> {
        let path = self.path.with_entry_of(candidate);
        let quiet = |_: &PathProgress| {};
        let with_it = PathSearch { path: &path, on_progress: &quiet, ..*self };
        let nothing = Decided::nothing(&path);
        let years = 0..path.years.len();
        let widest = WidestYears::new(&path, years, &nothing, &with_it.beside_base())?;
        let model = widest.model();
        let starts = || {
            let start = schedule_of(&model, &widest, found, &widest.candidates());
            start.into_iter().collect()
        };
        let how = YearsSearch {
            settings: self.search.mip_settings(),
            budget,
            wants_proof: true,
            on_progress: &|_| {},
        };
        let outcome = search(&model, starts, how)?;
        let Some(bound) = outcome.bound else {
            return Ok(Some(WithBoard { candidate, path: None, bound: None }));
        };
        let best = with_it.best_realised(&model, &widest, &outcome, budget)?;
        let enters = |path: &FoundPath| path.entries[candidate].is_some();
        Ok(Some(WithBoard { candidate, path: best.filter(enters), bound: Some(bound) }))
    }
}

impl GrowthPath {
    /// The same path on which a board must enter.
    fn with_entry_of(&self, candidate: usize) -> Self {
        let mut path = self.clone();
        path.candidates[candidate].latest = Some(self.years.len() - 1);
        path
    }
}
