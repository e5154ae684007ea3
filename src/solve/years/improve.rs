//! Local search over schedules: open, close, move and swap clusters, each judged by a flow in every year that
//! changes.
//!
//! As in one year, the potentials of the flow that places a year's students say what each unused cluster option
//! would gain there and what a used one is worth. The sum over the years in which a cluster would be open, with
//! what opening costs, estimates a move; moves are tried in the order of their estimates, and a move is taken
//! where the path with it costs less.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::model::{Opened, YearsModel};
use super::moves::moves;
use super::schedule::Schedule;
use crate::model::candidates::OptionId;
use crate::solve::decomposition::Multipliers;
use crate::solve::decomposition::bound::core::SiteId;
use crate::solve::decomposition::bound::relaxation::Relaxation;
use crate::solve::decomposition::primal::placing::{MISSING, Placed};
use crate::solve::decomposition::primal::placings::Placings;

/// Parameters of the local search.
struct Tuning {
    /// The first price of a member that a cluster lacks, the factor to each further one, and how many there
    /// are.
    first_missing: i64,
    more_missing: i64,
    prices: u32,
    /// Years placed before that are remembered.
    most_known: usize,
}

const TUNING: Tuning =
    Tuning { first_missing: 250_000, more_missing: 4, prices: 3, most_known: 2_000 };

/// A schedule with the students placed in every year.
#[derive(Clone, Debug)]
pub struct PlacedSchedule {
    /// The schedule.
    pub schedule: Schedule,
    /// The placings of each year.
    pub years: Vec<Arc<Placed>>,
    /// What it costs, in points of the path; members that clusters lack are priced.
    pub cost: i64,
}

impl PlacedSchedule {
    /// Whether all clusters have enough members.
    pub fn is_complete(&self) -> bool {
        self.years.iter().all(|placed| placed.is_complete())
    }
}

/// A year with certain options in use and certain schools of the shell closed, at a price of missing members.
type YearKey = (usize, Vec<OptionId>, BTreeSet<SiteId>, i64);

/// A local search.
pub struct ScheduleSearch<'a> {
    model: &'a YearsModel<'a>,
    stop: &'a (dyn Fn() -> bool + Sync),
    placings: Vec<Placings<'a>>,
    relaxations: Vec<Relaxation<'a>>,
    missing: i64,
    known: BTreeMap<YearKey, Arc<Placed>>,
    /// The best schedule in which no cluster lacks members.
    best: Option<PlacedSchedule>,
}

impl<'a> ScheduleSearch<'a> {
    /// A search over the cheapest pairs under the multipliers of each year.
    pub fn new(
        model: &'a YearsModel<'a>,
        multipliers: &'a [Multipliers],
        stop: &'a (dyn Fn() -> bool + Sync),
    ) -> Self {
        let years = model.years.iter().zip(multipliers);
        Self {
            model,
            stop,
            placings: years.map(|(year, of_year)| Placings::new(&year.core, of_year)).collect(),
            relaxations: model.years.iter().map(|year| Relaxation::new(&year.core)).collect(),
            missing: TUNING.first_missing,
            known: BTreeMap::new(),
            best: None,
        }
    }

    /// The best schedule so far in which no cluster lacks members.
    pub fn best(&self) -> Option<&PlacedSchedule> {
        self.best.as_ref()
    }

    /// Improves a schedule; `None` when stopped before the students were placed once.
    pub fn run(&mut self, start: Schedule) -> Option<PlacedSchedule> {
        self.missing = TUNING.first_missing;
        let mut current = self.place(start)?;
        for _ in 0..TUNING.prices {
            current = self.descend(current);
            if current.is_complete() {
                break;
            }
            self.missing *= TUNING.more_missing;
            current = self.place(current.schedule.clone()).unwrap_or(current);
        }
        if !current.is_complete() {
            self.missing = MISSING;
            current = self.place(current.schedule.clone()).unwrap_or(current);
            current = self.without_short(current);
            current = self.descend(current);
        }
        Some(current)
    }

    /// As much of some openings as fits together, the first ones first.
    pub fn fitting(&self, openings: &[Opened], entries: &[Option<usize>]) -> Schedule {
        let mut schedule = Schedule::empty(self.model);
        for (known, &entry) in schedule.entries.iter_mut().zip(entries) {
            *known = entry.or(*known);
        }
        let fits = |schedule: &Schedule| {
            let mut settled = schedule.clone();
            settled.settle(self.model);
            settled.is_allowed(self.model)
        };
        if !fits(&schedule) {
            schedule = Schedule::empty(self.model);
        }
        for &opened in openings {
            let mut more = schedule.clone();
            more.opened.push(opened);
            more.settle(self.model);
            if more.is_allowed(self.model) {
                schedule = more;
            }
        }
        schedule.settle(self.model);
        schedule
    }

    fn place(&mut self, mut schedule: Schedule) -> Option<PlacedSchedule> {
        let model = self.model;
        schedule.settle(model);
        let mut years = Vec::with_capacity(model.years.len());
        let mut cost = schedule.cost(model);
        for (year, of_year) in model.years.iter().enumerate() {
            let placed = self.place_year(year, &schedule)?;
            cost += of_year.weight * placed.cost;
            years.push(placed);
        }
        let placed = PlacedSchedule { schedule, years, cost };
        let is_better = |best: &PlacedSchedule| placed.cost < best.cost;
        if placed.is_complete() && self.best.as_ref().is_none_or(is_better) {
            self.best = Some(placed.clone());
        }
        Some(placed)
    }

    fn place_year(&mut self, year: usize, schedule: &Schedule) -> Option<Arc<Placed>> {
        let options = schedule.used(self.model, year);
        let closed = schedule.closed_shell(self.model, year);
        let key = (year, options, closed, self.missing);
        if let Some(known) = self.known.get(&key) {
            return Some(Arc::clone(known));
        }
        let placings = &mut self.placings[year];
        placings.close(key.2.clone());
        let placed = Arc::new(placings.place(&key.1, self.missing, &|| (self.stop)())?);
        if self.known.len() >= TUNING.most_known {
            self.known.clear();
        }
        self.known.insert(key, Arc::clone(&placed));
        Some(placed)
    }

    fn descend(&mut self, mut current: PlacedSchedule) -> PlacedSchedule {
        while !(self.stop)() {
            let Some(better) = self.step(&current) else { break };
            current = better;
        }
        current
    }

    /// Gives up what lacks members, until all clusters have enough.
    fn without_short(&mut self, mut current: PlacedSchedule) -> PlacedSchedule {
        loop {
            let mut schedule = current.schedule.clone();
            let model = self.model;
            for (year, placed) in current.years.iter().enumerate() {
                for &option in placed.short.iter().take(1) {
                    match model.years[year].path_option[option] {
                        Some(path) => schedule.opened.retain(|opened| opened.option != path),
                        None if model.years[year].core.options[option].kept.is_none() => {
                            schedule.existing[year].retain(|&used| used != option);
                        }
                        None => {}
                    }
                }
            }
            schedule.settle(model);
            if schedule == current.schedule {
                return current;
            }
            match self.place(schedule) {
                Some(next) => current = next,
                None => return current,
            }
        }
    }

    /// A better schedule: by the first move that makes it better.
    fn step(&mut self, current: &PlacedSchedule) -> Option<PlacedSchedule> {
        for schedule in moves(self.model, &mut self.relaxations, &current.schedule, &current.years)
        {
            if (self.stop)() {
                return None;
            }
            let next = self.place(schedule)?;
            if next.cost < current.cost {
                return Some(next);
            }
        }
        None
    }
}
