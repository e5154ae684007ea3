//! From a schedule to a path: every year planned, under all rules, with the clusters that the schedule uses.

use super::PathError;
use super::found::{FoundPath, WhenLate, YearDecision, YearPlacing, YearsSoFar};
use super::kept::KeptYear;
use super::search::{PathSearch, SearchedYears};
use super::translate::{Wanted, translated};
use crate::plan::assignment::Assignment;
use crate::solve::Budget;
use crate::solve::years::Schedule;

/// The part of what is left that placing the students of one year may take.
const YEAR_PARTS: u32 = 8;

/// A schedule with who is placed where in each year, and how its students are to be placed under all rules.
pub(super) struct PlacedYears<'a> {
    pub schedule: &'a Schedule,
    pub placed: &'a [Assignment],
    pub way: YearPlacing,
    pub when_late: WhenLate,
}

impl PathSearch<'_> {
    /// The path of the best schedule that a search found, with its students where they were or placed anew; `None` where
    /// there is none, or it leads to no plans under all rules.
    pub(super) fn best_realised(
        &self,
        searched: &SearchedYears,
        when_late: WhenLate,
        budget: &Budget,
    ) -> Result<Option<FoundPath>, PathError> {
        let outcome = searched.outcome;
        let Some((schedule, placed)) = &outcome.best else { return Ok(None) };
        let ways = match (outcome.is_exact, self.path.moves_up) {
            (false, _) => &[YearPlacing::Again][..],
            (true, false) => &[YearPlacing::AsFound],
            // Students placed anew may leave too little for the years after.
            (true, true) => &[YearPlacing::Again, YearPlacing::AsFound],
        };
        for &way in ways {
            let placed = PlacedYears { schedule, placed, way, when_late };
            match self.realised(searched, &placed, budget) {
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
        searched: &SearchedYears,
        placed: &PlacedYears,
        budget: &Budget,
    ) -> Result<FoundPath, PathError> {
        let mut so_far = YearsSoFar::nothing(self.path);
        for year in &self.path.years {
            let is_late = budget.is_out_of_time() || budget.is_interrupted();
            if is_late && placed.when_late == WhenLate::GiveUp {
                return Err(self.nothing_found(so_far.years.len()));
            }
            let decision = self.stage(
                &format!("placed-{}-{}", placed.way.word(), year.id),
                budget,
                || self.next_realised(searched, placed, &so_far, budget),
                KeptYear::of,
                |kept: KeptYear| kept.restored(self.path, &so_far),
            )?;
            so_far.add(self.path, decision);
        }
        Ok(so_far.into_path(self.path))
    }

    /// The next year of a schedule after some others.
    fn next_realised(
        &self,
        searched: &SearchedYears,
        PlacedYears { schedule, placed, way, .. }: &PlacedYears,
        YearsSoFar { decided, years: before }: &YearsSoFar,
        budget: &Budget,
    ) -> Result<YearDecision, PathError> {
        let (model, widest, year) = (searched.model, searched.widest, before.len());
        let entering: Vec<usize> = (widest.candidates().into_iter())
            .zip(&schedule.entries)
            .filter(|(_, entry)| **entry == Some(year))
            .map(|(candidate, _)| candidate)
            .collect();
        let document = self.path.instance(year, decided, &entering);
        let problem = self.problem(&document, before)?;
        let clusters = Wanted::of(model, widest, schedule, year).in_instance(&problem);
        let start = translated(&widest.problems[year], &placed[year], &problem, clusters.clone());
        let share = budget.share(1, YEAR_PARTS);
        let held = self.placed(year, &problem, &clusters, start, *way, &share)?;
        let freer = if *way == YearPlacing::AsFound && held.is_some() {
            None
        } else {
            self.with_more(year, &problem, decided, &clusters, held.as_ref(), &share)?
        };
        let assignment = held
            .into_iter()
            .chain(freer)
            .min_by_key(|assignment| self.rank_of_year(year, &problem, assignment))
            .ok_or_else(|| self.nothing_found(year))?;
        let found = self.compose(&problem, document, &assignment, None, budget)?;
        Ok(YearDecision { entering, found })
    }
}
