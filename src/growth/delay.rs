//! What it costs to put an entry or an opening off by a year.
//!
//! The schedule of the path is changed in that one respect, and every year is planned again with it under all rules:
//! so the price is that of a path that could be chosen instead. Everything else opens and enters as before.

use rayon::prelude::*;

use super::PathError;
use super::found::{Delay, Delayed, FoundPath, WhenLate, YearPlacing};
use super::realise::PlacedYears;
use super::search::{PathSearch, SearchedYears};
use super::translate::{ids, of_plan, schedule_of};
use crate::plan::assignment::Assignment;
use crate::solve::Budget;
use crate::solve::years::{Opened, Schedule, YearsModel};

/// Of what is left of the time, the prices of delay may take one part in this many.
const PARTS: u32 = 2;

impl PathSearch<'_> {
    /// The path in which each entry and opening is put off, where that is possible while everything else stays, and
    /// is found out in time.
    pub(super) fn delays(
        &self,
        searched: &SearchedYears,
        found: &FoundPath,
        budget: &Budget,
    ) -> Result<Vec<Delay>, PathError> {
        let SearchedYears { model, widest, .. } = *searched;
        let candidates = widest.candidates();
        let Some(schedule) = schedule_of(model, widest, found, &candidates) else {
            return Ok(Vec::new());
        };
        let placed = found.years.iter().zip(&widest.problems);
        let placed: Vec<Assignment> =
            placed.map(|(year, problem)| of_plan(&year.plan, problem)).collect();
        let entries = candidates.iter().enumerate().map(|(entrant, &candidate)| {
            (Delayed::Entry(candidate), entry_put_off(model, &schedule, entrant))
        });
        let openings = schedule.opened.iter().enumerate().filter_map(|(position, opened)| {
            let problem = &widest.problems[opened.from];
            let option = &problem.options[model.options[opened.option].at[opened.from]?];
            let schools = ids(&problem.instance, &option.schools);
            let what = Delayed::Opening(opened.from, schools, option.meeting_day);
            Some((what, Some(opening_put_off(model, &schedule, position))))
        });
        let way = if self.path.moves_up { YearPlacing::Again } else { YearPlacing::AsFound };
        let budget = budget.share(1, PARTS);
        let ways: Vec<(Delayed, Option<Schedule>)> = entries.chain(openings).collect();
        let delays = ways.into_par_iter().map(|(what, later)| {
            let later = later.filter(|later| later.is_allowed(model) && !budget.is_exhausted());
            let Some(later) = later else { return Ok(None) };
            let budget = budget.with_own_work();
            let later =
                PlacedYears { schedule: &later, placed: &placed, way, when_late: WhenLate::GiveUp };
            match self.realised(searched, &later, &budget) {
                Ok(path) => Ok(Some(Delay { what, path })),
                Err(error) if error.is_of_schedule() => Ok(None),
                Err(error) => Err(error),
            }
        });
        let delays: Result<Vec<Option<Delay>>, PathError> = delays.collect();
        Ok(delays?.into_iter().flatten().collect())
    }
}

/// The schedule in which a board enters a year later, with the clusters that need it; `None` where it does not enter.
fn entry_put_off(model: &YearsModel, schedule: &Schedule, entrant: usize) -> Option<Schedule> {
    let year = schedule.entries[entrant]?;
    let mut later = schedule.clone();
    later.entries[entrant] = Some(year + 1).filter(|&next| next < model.years.len());
    later.existing[year].retain(|&option| !model.years[year].needs[option].contains(&entrant));
    let opened = schedule.opened.iter().filter_map(|opened| {
        let needs = &model.options[opened.option].needs;
        if opened.from == year && needs.contains(&entrant) {
            put_off(model, opened)
        } else {
            Some(*opened)
        }
    });
    later.opened = opened.collect();
    later.opened.sort_unstable();
    Some(later)
}

/// The schedule in which a cluster opens a year later.
fn opening_put_off(model: &YearsModel, schedule: &Schedule, position: usize) -> Schedule {
    let mut later = schedule.clone();
    let opened = later.opened.remove(position);
    later.opened.extend(put_off(model, &opened));
    later.opened.sort_unstable();
    later
}

/// A cluster that opens a year later, or not at all if it cannot; it closes later where it must stay longer.
fn put_off(model: &YearsModel, opened: &Opened) -> Option<Opened> {
    let from = opened.from + 1;
    let last = model.years.len().checked_sub(1)?;
    let may_open = from <= last && model.options[opened.option].opening[from].is_some();
    let mut ends = opened.until.max(from)..=last;
    let until =
        ends.find(|&until| model.may_end(opened.option, from, until)).filter(|_| may_open)?;
    Some(Opened { from, until, ..*opened })
}
