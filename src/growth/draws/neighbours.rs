//! Decisions near to some: a cluster more or less, a year earlier or later, or another cluster in its place.

use std::collections::{BTreeMap, BTreeSet};

use super::common::{ClusterKey, CommonPath};
use crate::growth::GrowthPath;
use crate::growth::model::WidestYears;
use crate::growth::translate::ids;
use crate::instance::SchoolId;
use crate::model::candidates::OptionId;
use crate::solve::years::{Opened, PathOptionId, Schedule, YearsModel};

/// With at most this many possible openings all are tried, else only those of known paths.
const MOST_OPENINGS: usize = 60;

/// Between decisions and schedules of the expected intake.
pub struct Neighbours<'a> {
    path: &'a GrowthPath,
    model: &'a YearsModel<'a>,
    candidates: Vec<usize>,
    keys: Vec<BTreeMap<ClusterKey, OptionId>>,
    /// The openings that are tried.
    openings: BTreeSet<Opened>,
}

impl<'a> Neighbours<'a> {
    /// Those over the model of the expected intake; `pool` has the decisions of known paths.
    pub fn new(
        path: &'a GrowthPath,
        widest: &WidestYears,
        model: &'a YearsModel<'a>,
        pool: &[CommonPath],
    ) -> Self {
        let keys = widest.problems.iter().map(|problem| {
            let options = problem.options.iter();
            options
                .map(|(id, option)| {
                    ((ids(&problem.instance, &option.schools), option.meeting_day), id)
                })
                .collect()
        });
        let mut near = Self {
            path,
            model,
            candidates: widest.candidates(),
            keys: keys.collect(),
            openings: BTreeSet::new(),
        };
        let all = near.all_openings();
        near.openings = if all.len() <= MOST_OPENINGS {
            all.into_iter().collect()
        } else {
            pool.iter()
                .filter_map(|common| near.schedule(common))
                .flat_map(|one| one.opened)
                .collect()
        };
        near
    }

    fn all_openings(&self) -> Vec<Opened> {
        let (model, years) = (self.model, self.model.years.len());
        let options = model.options.iter().flat_map(|(option, may)| {
            let openings = (0..years).flat_map(move |from| {
                (from..years).map(move |until| Opened { from, until, option })
            });
            openings.filter(move |opened| {
                may.opening[opened.from].is_some()
                    && model.may_end(opened.option, opened.from, opened.until)
                    && (opened.from..=opened.until).all(|year| may.at[year].is_some())
            })
        });
        options.collect()
    }

    /// Decisions as a schedule of the expected intake, where they are one.
    pub fn schedule(&self, common: &CommonPath) -> Option<Schedule> {
        let mut schedule = Schedule::empty(self.model);
        let mut opened: BTreeMap<PathOptionId, (usize, usize)> = BTreeMap::new();
        for (year, clusters) in common.clusters.iter().enumerate() {
            schedule.existing[year].clear();
            for key in clusters {
                let id = *self.keys[year].get(key)?;
                match self.model.years[year].path_option[id] {
                    None => schedule.existing[year].push(id),
                    Some(option) => opened.entry(option).or_insert((year, year)).1 = year,
                }
            }
        }
        let opened = opened.into_iter();
        schedule.opened =
            opened.map(|(option, (from, until))| Opened { from, until, option }).collect();
        for (entry, &candidate) in schedule.entries.iter_mut().zip(&self.candidates) {
            *entry = common.entries[candidate];
        }
        schedule.settle(self.model);
        schedule.is_allowed(self.model).then_some(schedule)
    }

    /// A schedule as decisions.
    pub fn common(&self, schedule: &Schedule) -> CommonPath {
        let clusters = self.keys.iter().enumerate().map(|(year, keys)| {
            let used: BTreeSet<OptionId> = schedule.used(self.model, year).into_iter().collect();
            let used = keys.iter().filter(|(_, id)| used.contains(id));
            used.map(|(key, _)| key.clone()).collect()
        });
        let mut entries = vec![None; self.path.candidates.len()];
        for (&candidate, &entry) in self.candidates.iter().zip(&schedule.entries) {
            entries[candidate] = entry;
        }
        CommonPath { clusters: clusters.collect(), entries }
    }

    /// Everything near to some decisions that keeps what ties the years together, each once.
    pub fn of(&self, common: &CommonPath) -> Vec<CommonPath> {
        let Some(schedule) = self.schedule(common) else { return Vec::new() };
        let mut near: Vec<Schedule> = Vec::new();
        self.shifts(&schedule, &mut near);
        self.openings(&schedule, &mut near);
        self.existing(&schedule, &mut near);
        self.entries(&schedule, &mut near);
        let mut seen = BTreeSet::from([schedule]);
        let allowed = near.into_iter().filter_map(|mut next| {
            next.settle(self.model);
            (next.is_allowed(self.model) && seen.insert(next.clone())).then_some(next)
        });
        allowed.map(|next| self.common(&next)).collect()
    }

    /// Each cluster not opened at all, or in another year, or for longer or shorter.
    fn shifts(&self, schedule: &Schedule, near: &mut Vec<Schedule>) {
        let years = self.model.years.len();
        for (position, opened) in schedule.opened.iter().enumerate() {
            let mut without = schedule.clone();
            without.opened.remove(position);
            for from in 0..years {
                for until in
                    (from..years).filter(|&until| self.model.may_end(opened.option, from, until))
                {
                    let mut next = without.clone();
                    next.opened.push(Opened { from, until, option: opened.option });
                    near.push(next);
                }
            }
            near.push(without);
        }
    }

    /// Each further opening, in place of what is in its way and of at most one cluster more.
    fn openings(&self, schedule: &Schedule, near: &mut Vec<Schedule>) {
        for &opening in &self.openings {
            let mut next = schedule.clone();
            next.opened.retain(|other| !self.clash(&opening, other));
            let beside = next.opened.clone();
            next.opened.push(opening);
            near.push(next.clone());
            for other in beside {
                let mut instead = next.clone();
                instead.opened.retain(|opened| *opened != other);
                near.push(instead);
            }
        }
    }

    fn clash(&self, one: &Opened, other: &Opened) -> bool {
        let schools = |opened: &Opened, year: usize| -> BTreeSet<SchoolId> {
            let at = self.model.options[opened.option].at[year];
            at.map_or_else(BTreeSet::new, |option| self.model.schools(year, option))
        };
        one.option == other.option
            || (one.from..=one.until)
                .filter(|&year| other.covers(year))
                .any(|year| !schools(one, year).is_disjoint(&schools(other, year)))
    }

    /// Each existing cluster used or not in a year and all that follow, or on another day.
    fn existing(&self, schedule: &Schedule, near: &mut Vec<Schedule>) {
        let model = self.model;
        for (first, of_year) in model.years.iter().enumerate() {
            for (id, _) in of_year.path_option.iter().filter(|(_, option)| option.is_none()) {
                let schools = model.schools(first, id);
                let is_used = schedule.existing[first].contains(&id);
                for last in first..model.years.len() {
                    let mut next = schedule.clone();
                    for year in first..=last {
                        let Some(at) = self.same(first, id, year) else { break };
                        let used = &mut next.existing[year];
                        used.retain(|&other| model.schools(year, other).is_disjoint(&schools));
                        if !is_used {
                            used.push(at);
                        }
                    }
                    near.push(next);
                }
            }
        }
    }

    /// The same schools on the same day in another year.
    fn same(&self, year: usize, option: OptionId, other: usize) -> Option<OptionId> {
        let key = self.keys[year].iter().find(|(_, id)| **id == option)?.0;
        self.keys[other].get(key).copied()
    }

    /// Each board that enters in another year, or not at all.
    fn entries(&self, schedule: &Schedule, near: &mut Vec<Schedule>) {
        for number in 0..schedule.entries.len() {
            for entry in (0..self.model.years.len()).map(Some).chain([None]) {
                let mut next = schedule.clone();
                next.entries[number] = entry;
                near.push(next);
            }
        }
    }
}
