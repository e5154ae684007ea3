//! A path with everything that is said of it: today, the path, and its draws.

use super::draws::{CommonPath, DrawsObjective, DrawsSearch, FoundDraw};
use super::found::{FoundPath, FoundToday};
use super::pieces::KeptPieces;
use super::search::PathSearch;
use super::{PathError, PathPlan};

/// Of the time and work for a path, today may take one part in this many.
const TODAY_PARTS: u32 = 20;

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
        let today = self.today(&budget.share(1, TODAY_PARTS));
        let (plan, found, draws) = match method {
            PathMethod::YearByYear => {
                let found = self.year_by_year(budget)?;
                (PathPlan::of_found(self.path, &found), found, Vec::new())
            }
            PathMethod::Foresight => {
                let outcome = self.with_foresight()?;
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
}
