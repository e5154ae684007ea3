//! What would change if a board entered that stays out: the best path found in which it does, with a bound on all of
//! those.

use rayon::current_num_threads;

use super::decisions::Decided;
use super::found::{FoundPath, PathProgress, WhenLate, WithBoard};
use super::kept::KeptYear;
use super::model::WidestYears;
use super::search::{PathSearch, SearchedYears};
use super::translate::schedule_of;
use super::{GrowthPath, PathError};
use crate::questions::{QuestionStage, side_by_side};
use crate::solve::Budget;
use crate::solve::years::{YearsSearch, search};

impl PathSearch<'_> {
    /// The best path found with each board that stays out on a path, where only the cost counts. `None` where nothing
    /// was found out of any of them; nothing in it where none stays out.
    pub(super) fn outside(
        &self,
        found: &FoundPath,
        budget: &Budget,
    ) -> Result<Option<Vec<WithBoard>>, PathError> {
        if self.path.has_levels() {
            return Ok(None);
        }
        let entries = found.entries.iter().enumerate();
        let outside = entries.filter(|(_, entry)| entry.is_none()).map(|(candidate, _)| candidate);
        let outside: Vec<usize> = outside.collect();
        let (share, jobs) = (budget.share(1, 2), current_num_threads());
        let positions: Vec<usize> = (0..outside.len()).collect();
        // Its progress is not shown.
        let stage = QuestionStage::Draws;
        let of_each = side_by_side(stage, &positions, jobs, &|_| {}, |&at| {
            let turn = share.turn(jobs, outside.len() - at - 1);
            if share.is_exhausted() {
                return Ok(None);
            }
            let candidate = outside[at];
            let board = &self.path.candidates[candidate].board;
            let with_it = self.stage(
                &format!("outside-{board}-{}", found.short_digest()),
                &turn,
                || self.with_board(candidate, found, &turn),
                |with_it| (with_it.path.as_ref().map(FoundPath::kept), with_it.bound),
                |(kept, bound): (Option<Vec<KeptYear>>, Option<i64>)| {
                    let path = match kept {
                        Some(years) => Some(self.path.restored(years)?),
                        None => None,
                    };
                    Some(WithBoard { candidate, path, bound })
                },
            )?;
            Ok(Some(with_it))
        });
        let of_each = of_each.into_iter().collect::<Result<Vec<Option<WithBoard>>, PathError>>()?;
        let known: Vec<WithBoard> = of_each.into_iter().flatten().collect();
        Ok(Some(known).filter(|known| outside.is_empty() || !known.is_empty()))
    }

    /// The best path found in which a board enters.
    fn with_board(
        &self,
        candidate: usize,
        found: &FoundPath,
        budget: &Budget,
    ) -> Result<WithBoard, PathError> {
        let path = self.path.with_entry_of(candidate);
        let quiet = |_: &PathProgress| {};
        let with_it = PathSearch { path: &path, on_progress: &quiet, ..self.apart() };
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
            // The rest of the time is for the plans.
            budget: &budget.share_of_time(3, 4),
            wants_proof: true,
            on_progress: &|_| {},
        };
        let outcome = search(&model, starts, how)?;
        let Some(bound) = outcome.bound else {
            return Ok(WithBoard { candidate, path: None, bound: None });
        };
        let searched = SearchedYears { model: &model, widest: &widest, outcome: &outcome };
        let best = with_it.best_realised(&searched, WhenLate::GiveUp, budget)?;
        let enters = |path: &FoundPath| path.entries[candidate].is_some();
        Ok(WithBoard { candidate, path: best.filter(enters), bound: Some(bound) })
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
