//! From a schedule to a path: every year planned, under all rules, with the clusters that the schedule uses.

use super::PathError;
use super::decisions::Decided;
use super::found::{FoundPath, FoundYear, YearPlacing};
use super::model::WidestYears;
use super::search::PathSearch;
use super::translate::{Wanted, translated};
use crate::plan::assignment::Assignment;
use crate::solve::Budget;
use crate::solve::years::{Schedule, YearsModel, YearsOutcome};

/// The part of what is left that placing the students of one year may take.
const YEAR_PARTS: u32 = 8;

impl PathSearch<'_> {
    /// The path of the best schedule that a search found, with its students where they were or placed anew; `None` where
    /// there is none, or it leads to no plans under all rules.
    pub(super) fn best_realised(
        &self,
        model: &YearsModel,
        widest: &WidestYears,
        outcome: &YearsOutcome,
        budget: &Budget,
    ) -> Result<Option<FoundPath>, PathError> {
        let Some((schedule, placed)) = &outcome.best else { return Ok(None) };
        let ways = match (outcome.is_exact, self.path.moves_up) {
            (false, _) => &[YearPlacing::Again][..],
            (true, false) => &[YearPlacing::AsFound],
            // Students placed anew may leave too little for the years after.
            (true, true) => &[YearPlacing::Again, YearPlacing::AsFound],
        };
        for &way in ways {
            match self.realised(model, widest, schedule, (placed, way), budget) {
                Ok(found) => return Ok(Some(found)),
                // Not every schedule that the search counts as one leads to plans under all rules.
                Err(error) if error.is_of_schedule() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// The path of a schedule: every year planned with what it opens.
    pub(super) fn realised(
        &self,
        model: &YearsModel,
        widest: &WidestYears,
        schedule: &Schedule,
        (placed, way): (&[Assignment], YearPlacing),
        budget: &Budget,
    ) -> Result<FoundPath, PathError> {
        let candidates = widest.candidates();
        let mut decided = Decided::nothing(self.path);
        let mut years: Vec<FoundYear> = Vec::new();
        for (year, placed) in placed.iter().enumerate() {
            let entering: Vec<usize> = candidates
                .iter()
                .zip(&schedule.entries)
                .filter(|(_, entry)| **entry == Some(year))
                .map(|(&candidate, _)| candidate)
                .collect();
            let document = self.path.instance(year, &decided, &entering);
            let problem = self.problem(&document, &years)?;
            let wanted = Wanted::of(model, widest, schedule, year);
            let clusters = wanted.in_instance(&problem);
            let start = translated(&widest.problems[year], placed, &problem, clusters.clone());
            let share = budget.share(1, YEAR_PARTS);
            let held = self.placed(year, &problem, &clusters, start, way, &share)?;
            let freer = if way == YearPlacing::AsFound && held.is_some() {
                None
            } else {
                self.with_more(year, &problem, &decided, &clusters, held.as_ref(), &share)?
            };
            let assignment = held
                .into_iter()
                .chain(freer)
                .min_by_key(|assignment| self.rank_of_year(year, &problem, assignment))
                .ok_or_else(|| self.nothing_found(year))?;
            let found = self.compose(&problem, document, &assignment, None, budget)?;
            decided = decided.after(self.path, year, &entering, &found.plan);
            years.push(found);
        }
        Ok(self.found(years, decided.entries))
    }
}
