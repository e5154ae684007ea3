//! A path with everything that is said of it: today, the path, and its draws.

use std::time::Duration;

use super::draws::{CommonPath, DrawsObjective, DrawsSearch, FoundDraw};
use super::found::{FoundPath, FoundToday};
use super::pieces::KeptPieces;
use super::search::{PathSearch, Surroundings, YEARS_ALONE_PARTS};
use super::{PathError, PathPlan};
use crate::solve::time_of;
use crate::verify::verify;

/// How a path is found.
#[derive(Clone, Copy)]
pub enum PathMethod<'a> {
    /// Each year by itself, in order.
    YearByYear,
    /// All years at once.
    Foresight,
    /// For all draws of its document.
    Draws {
        /// What is minimised.
        robust: DrawsObjective,
        /// Decisions that are judged; `None` to search for the best ones.
        given: Option<&'a CommonPath>,
        /// Where pieces are kept while the search runs, and where one that was killed has left them.
        pieces: &'a dyn KeptPieces,
    },
}

/// A path that was found, with today and its draws.
#[derive(Clone, Debug)]
pub struct WholePath {
    /// Its file.
    pub plan: PathPlan,
    /// The plans of all years.
    pub found: FoundPath,
    /// Those of each draw, if there are any.
    pub draws: Vec<FoundDraw>,
    /// The first year before any decision, where there is a plan of it.
    pub today: Option<FoundToday>,
}

impl PathSearch<'_> {
    /// Finds a path, and the plan of the first year before any decision.
    ///
    /// # Errors
    /// If there is no path, none was found, solver or check are at fault, or a piece cannot be kept.
    pub fn whole(&self, method: PathMethod) -> Result<WholePath, PathError> {
        let budget = &self.search.budget;
        let today = self.today(&budget.share(1, self.today_parts()));
        let kept_back = budget.with_time_to_spare(|| self.time_to_finish(today.as_ref()));
        let chosen = self.search.with_budget(kept_back);
        let in_time = PathSearch { search: &chosen, ..*self };
        let (plan, found, draws) = match method {
            PathMethod::YearByYear => {
                let found = in_time.year_by_year(&chosen.budget)?;
                let found = in_time.begun_today(found, today.as_ref(), &chosen.budget)?;
                (PathPlan::of_found(self.path, &found), found, Vec::new())
            }
            PathMethod::Foresight => {
                let outcome = in_time.foresight(Surroundings::Wanted, today.as_ref())?;
                let plan = PathPlan::of_outcome(self.path, &outcome, self.search.gap);
                (plan, outcome.path, Vec::new())
            }
            PathMethod::Draws { robust, given, pieces } => {
                let search = &self.apart();
                let outcome = DrawsSearch { search, robust, given, pieces }.run()?;
                (outcome.plan, outcome.expected, outcome.draws)
            }
        };
        let plan = plan.with_today(self.path, today.as_ref());
        Ok(WholePath { plan, found, draws, today })
    }

    /// Of the time and work for a path, today may take one part in this many: as much as each year gets when all are
    /// planned by themselves.
    fn today_parts(&self) -> u32 {
        let years = u32::try_from(self.path.years.len()).unwrap_or(u32::MAX);
        years.saturating_mul(YEARS_ALONE_PARTS)
    }

    /// About how long it takes to finish once the search has ended: to plan the year that is at work, and to write all
    /// years, for which each is read and checked again. Measured on today.
    fn time_to_finish(&self, today: Option<&FoundToday>) -> Duration {
        let of_a_year = time_of(|| {
            let year = &today?.year;
            Some(verify(&self.problem(&year.document, &[]).ok()?, &year.plan))
        });
        let years = u32::try_from(self.path.years.len()).unwrap_or(u32::MAX);
        of_a_year.saturating_mul(years.saturating_add(1))
    }
}
