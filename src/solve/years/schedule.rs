//! A schedule: what opens when, which boards enter when, and whether that keeps what ties the years together.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::model::{Opened, YearsModel};
use crate::model::candidates::OptionId;
use crate::solve::decomposition::bound::core::{OwnerId, SiteId};

/// What opens when, and which boards enter when.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Schedule {
    /// The clusters that are opened, in order.
    pub opened: Vec<Opened>,
    /// In each year, the forms of existing clusters that are used, in order.
    pub existing: Vec<Vec<OptionId>>,
    /// When each board enters; `None` where it does not.
    pub entries: Vec<Option<usize>>,
}

impl Schedule {
    /// A schedule in which nothing is used but what must be, and no board enters before it must.
    pub fn empty(model: &YearsModel) -> Self {
        let existing = model.years.iter().map(|_| Vec::new()).collect();
        let entries = model.entrants.iter().map(|entrant| entrant.latest).collect();
        let mut schedule = Self { opened: Vec::new(), existing, entries };
        for (year, of_year) in model.years.iter().enumerate() {
            let mut kept = BTreeSet::new();
            for (id, option) in of_year.core.options.iter() {
                // The first form of a cluster that must be used.
                if option.kept.is_some_and(|reason| kept.insert(reason)) {
                    schedule.existing[year].push(id);
                }
            }
        }
        schedule.settle_waiting(model);
        schedule
    }

    /// The options in use in a year, in order.
    pub fn used(&self, model: &YearsModel, year: usize) -> Vec<OptionId> {
        let opened = self.opened.iter().filter(|opened| opened.covers(year));
        let opened = opened.filter_map(|opened| model.options[opened.option].at[year]);
        let mut used: Vec<OptionId> = self.existing[year].iter().copied().chain(opened).collect();
        used.sort_unstable();
        used
    }

    /// The schools in the shell that take nobody in a year, because their board has or has not entered.
    pub fn closed_shell(&self, model: &YearsModel, year: usize) -> BTreeSet<SiteId> {
        let entrants = model.entrants.iter().zip(&self.entries);
        let closed = entrants.flat_map(|(entrant, entry)| {
            let has_entered = entry.is_some_and(|entry| entry <= year);
            if has_entered { &entrant.shell_before[year] } else { &entrant.shell[year] }
        });
        closed.copied().collect()
    }

    /// Puts everything in order, and lets each board enter when it is first needed. A board that is in the
    /// shell enters when it was said to, or earlier where it is needed.
    pub fn settle(&mut self, model: &YearsModel) {
        self.opened.sort_unstable();
        for used in &mut self.existing {
            used.sort_unstable();
            used.dedup();
        }
        for (number, entrant) in model.entrants.iter().enumerate() {
            let opened = self.opened.iter();
            let opened = opened
                .filter(|opened| model.options[opened.option].needs.contains(&number))
                .map(|opened| opened.from);
            let existing = self.existing.iter().enumerate().filter(|(year, used)| {
                used.iter().any(|&option| model.years[*year].needs[option].contains(&number))
            });
            let needed = opened.chain(existing.map(|(year, _)| year)).min();
            let has_shell =
                entrant.shell.iter().chain(&entrant.shell_before).any(|sites| !sites.is_empty());
            let said = if has_shell { self.entries[number] } else { None };
            self.entries[number] = needed.into_iter().chain(said).min().or(entrant.latest);
        }
        self.settle_waiting(model);
    }

    /// What opening and entering cost, in points of the path.
    pub fn cost(&self, model: &YearsModel) -> i64 {
        let opening = self.opened.iter().map(|opened| {
            let cost = model.options[opened.option].opening[opened.from].unwrap_or(0);
            model.years[opened.from].weight * cost
        });
        let entries = model.entrants.iter().zip(&self.entries);
        let entries =
            entries.filter(|(_, entry)| entry.is_some()).map(|(entrant, _)| entrant.worth);
        opening.sum::<i64>() + entries.sum::<i64>()
    }

    /// Whether the schedule keeps everything that ties the years together, and every year what ties its
    /// clusters together.
    pub fn is_allowed(&self, model: &YearsModel) -> bool {
        self.entries_are_allowed(model)
            && self.openings_are_allowed(model)
            && (0..model.years.len()).all(|year| self.year_is_allowed(model, year))
    }

    fn entries_are_allowed(&self, model: &YearsModel) -> bool {
        let entrants = model.entrants.iter().zip(&self.entries);
        let in_time = |(entrant, entry): (&super::model::Entrant, &Option<usize>)| match *entry {
            None => entrant.latest.is_none(),
            Some(entry) => {
                entry >= entrant.earliest && entrant.latest.is_none_or(|latest| entry <= latest)
            }
        };
        let a_year =
            |year: usize| self.entries.iter().filter(|entry| **entry == Some(year)).count();
        let most = model.most_entries.unwrap_or(i64::MAX);
        let mut entrants = entrants;
        entrants.all(in_time) && (0..model.years.len()).all(|year| a_year(year) as i64 <= most)
    }

    fn openings_are_allowed(&self, model: &YearsModel) -> bool {
        let mut per_year: BTreeMap<usize, i64> = BTreeMap::new();
        let mut per_owner: BTreeMap<(usize, Option<OwnerId>), i64> = BTreeMap::new();
        let mut options = BTreeSet::new();
        for opened in &self.opened {
            let option = &model.options[opened.option];
            let exists = (opened.from..=opened.until).all(|year| option.at[year].is_some());
            if !(exists
                && option.opening[opened.from].is_some()
                && opened.from >= model.earliest(&option.needs)
                && model.may_end(opened.option, opened.from, opened.until)
                && options.insert(opened.option))
            {
                return false;
            }
            *per_year.entry(opened.from).or_default() += 1;
            let owner = model.owner(opened.option, opened.from);
            *per_owner.entry((opened.from, owner)).or_default() += 1;
        }
        let within = |most: Option<i64>, number: i64| most.is_none_or(|most| number <= most);
        per_year.values().all(|&number| within(model.most_new, number))
            && per_owner.values().all(|&number| within(model.most_new_each, number))
    }

    fn year_is_allowed(&self, model: &YearsModel, year: usize) -> bool {
        let core = &model.years[year].core;
        let used = self.used(model, year);
        let mut schools = BTreeSet::new();
        let mut per_owner: BTreeMap<OwnerId, i64> = BTreeMap::new();
        for &option in &used {
            *per_owner.entry(core.options[option].owner).or_default() += 1;
            if !model.schools(year, option).into_iter().all(|school| schools.insert(school)) {
                return false;
            }
        }
        let within = |(owner, number): (OwnerId, i64)| {
            core.owners[owner].most.is_none_or(|most| number <= most)
        };
        per_owner.into_iter().all(within)
            && self.is_kept(model, year)
            && self.conditions_are_kept(model, year)
            && self.schools_are_free(model, year)
    }

    /// Whether every cluster that must be used in a year is.
    fn is_kept(&self, model: &YearsModel, year: usize) -> bool {
        let core = &model.years[year].core;
        let kept: BTreeSet<_> = core.options.values().filter_map(|option| option.kept).collect();
        let used = self.existing[year].iter();
        let used: BTreeSet<_> = used.filter_map(|&option| core.options[option].kept).collect();
        kept == used
    }

    /// Whether no cluster opens in a year with a school of one that was open the year before: that one is an
    /// existing cluster of this year, used or not.
    fn schools_are_free(&self, model: &YearsModel, year: usize) -> bool {
        let Some(before) = year.checked_sub(1) else { return true };
        let opens = self.opened.iter().filter(|opened| opened.from == year);
        let mut closing =
            self.opened.iter().filter(|opened| opened.covers(before) && opened.until == before);
        let schools = |opened: &Opened| {
            let at = model.options[opened.option].at[year];
            at.map_or_else(BTreeSet::new, |option| model.schools(year, option))
        };
        let new: BTreeSet<_> = opens.flat_map(schools).collect();
        closing.all(|opened| schools(opened).is_disjoint(&new))
    }
}
