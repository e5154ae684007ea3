//! The Lagrangian relaxation of a path: the years separate but for what each owner opens.
//!
//! Each year's rows of students, places and share are priced as in one year. What remains ties the years
//! together per owner: a cluster that is opened in one year is used in all years until it closes, so its value
//! is what opening costs and the sum of its values in these years. All clusters that close after the same
//! year are open together in that year, so they share no school and are at most as many as the owner may
//! have: the best of them are a packing, as in one year. Clusters that close in different years may
//! not fit together, which the bound leaves out. A board that enters chooses the best year for all of that.
//!
//! Limits over all owners, and limits on an owner in years before its clusters close, are priced by multipliers
//! ([`Ties`]). Any multipliers give a bound (Geoffrion, 1974), in whole points.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::model::{Entrant, Opened, PathOptionId, YearsModel};
use super::solution::YearsSolution;
use super::ties::Ties;
use crate::base::IdVec;
use crate::model::candidates::OptionId;
use crate::solve::budget::Budget;
use crate::solve::decomposition::Multipliers;
use crate::solve::decomposition::bound::core::{OwnerId, SiteId};
use crate::solve::decomposition::bound::merge::Merge;
use crate::solve::decomposition::bound::owner_schools::OwnerSchools;
use crate::solve::decomposition::bound::packing::{Packer, PackingHints};
use crate::solve::decomposition::bound::relaxation::Relaxation;
use crate::solve::decomposition::bound::subproblem::Subproblems;

/// The relaxation of a path, with what it keeps from one evaluation to the next.
pub struct YearsRelaxation<'a> {
    model: &'a YearsModel<'a>,
    years: Vec<Relaxation<'a>>,
    schools: Vec<IdVec<OwnerId, Arc<OwnerSchools>>>,
    /// Per year, the schools in the shell whatever the boards do that may enter.
    lasting_shell: Vec<Vec<SiteId>>,
    /// Whether each owner may use any cluster in a year besides those that it must.
    has_room: Vec<IdVec<OwnerId, bool>>,
    /// What the last packing of an owner teaches the next: by year, owner and the year of entry.
    hints: BTreeMap<(usize, OwnerId, usize), PackingHints>,
}

/// A cluster opened and closed in certain years, with its value.
#[derive(Clone, Copy)]
struct Column {
    from: usize,
    until: usize,
    value: i64,
}

/// What an owner does, for one year of entry.
#[derive(Clone)]
struct Chosen {
    value: i64,
    opened: Vec<Opened>,
    existing: Vec<(usize, OptionId)>,
}

impl<'a> YearsRelaxation<'a> {
    /// The relaxation of a path, whose evaluations end early once a budget's time is up.
    pub fn new(model: &'a YearsModel<'a>, budget: &Budget) -> Self {
        let schools = model.years.iter().map(|year| {
            let core = &year.core;
            core.owners.ids().map(|owner| Arc::new(OwnerSchools::of(core, owner))).collect()
        });
        let years = model.years.iter().map(|year| Relaxation::new(&year.core).within(budget));
        let lasting_shell = model.years.iter().enumerate().map(|(year, of_year)| {
            let of_entrants: BTreeSet<SiteId> = model
                .entrants
                .iter()
                .flat_map(|board| board.shell[year].iter().chain(&board.shell_before[year]))
                .copied()
                .collect();
            let sites = of_year.core.shell.iter().copied();
            sites.filter(|site| !of_entrants.contains(site)).collect()
        });
        let has_room = model.years.iter().enumerate().map(|(year, of_year)| {
            of_year.core.owners.ids().map(|owner| model.has_room(year, owner)).collect()
        });
        Self {
            model,
            has_room: has_room.collect(),
            lasting_shell: lasting_shell.collect(),
            schools: schools.collect(),
            years: years.collect(),
            hints: BTreeMap::new(),
        }
    }

    /// Solves the relaxation under given multipliers.
    pub fn evaluate(&mut self, multipliers: &[Multipliers], ties: &Ties) -> YearsSolution {
        let model = self.model;
        let mut solution = YearsSolution {
            bound: Some(0),
            years: Vec::new(),
            opened: Vec::new(),
            entries: vec![None; model.entrants.len()],
            excess: Ties::filled(model, 0),
        };
        let limits = Ties::limits(model);
        let mut total = 0;
        for (year, (relaxation, at)) in self.years.iter_mut().zip(multipliers).enumerate() {
            let (mut value, mut of_year) = relaxation.unplaced(at);
            for &site in &self.lasting_shell[year] {
                value += relaxation.shell(site, Some(&mut of_year));
            }
            total += model.years[year].weight * value;
            solution.years.push(of_year);
        }
        for (limit, (excess, by)) in
            limits.values().zip(solution.excess.values_mut().zip(ties.values()))
        {
            *excess = -limit.unwrap_or(0);
            total += *excess * by;
        }
        let columns = self.columns(multipliers, ties);
        let existing = self.existing(multipliers, ties);
        let mut chosen = Vec::new();
        // Owners that are no entrants: each year's packings.
        for (year, of_year) in model.years.iter().enumerate() {
            for owner in of_year.core.owners.ids() {
                let is_entrant = |entrant: &Entrant| entrant.owner[year] == Some(owner);
                if !model.entrants.iter().any(is_entrant) {
                    let Some(one) = self.pack(year, owner, 0, &columns, &existing) else {
                        solution.bound = None;
                        return solution;
                    };
                    total += one.value;
                    chosen.push(one);
                }
            }
        }
        for entrant in 0..model.entrants.len() {
            let (value, entry, of_entrant) = self.enter(entrant, ties, &columns, &existing);
            total += value;
            solution.entries[entrant] = entry;
            if let Some(entry) = entry {
                solution.excess.entries[entry] += 1;
            }
            chosen.extend(of_entrant);
            self.count_shell(entrant, entry, &mut solution);
        }
        self.count(chosen, multipliers, &mut solution);
        solution.bound = Some(total);
        solution
    }

    /// For each path option, the ways to open and close it that may be worth something: those with a negative
    /// value.
    fn columns(
        &self,
        multipliers: &[Multipliers],
        ties: &Ties,
    ) -> IdVec<PathOptionId, Vec<Column>> {
        let model = self.model;
        let students = model.years.iter().map(|year| year.core.entries.len()).max().unwrap_or(0);
        let ids: Vec<PathOptionId> = model.options.ids().collect();
        let columns = ids.par_iter().map_init(
            || Merge::new(students),
            |merge, &id| {
                let subproblems = |year: usize| Subproblems {
                    core: &model.years[year].core,
                    multipliers: &multipliers[year],
                    lists: self.years[year].lists(),
                };
                let quick = |year: usize, option: OptionId, _: &mut Merge| {
                    let subproblems = subproblems(year);
                    Some(subproblems.quick_bound(&subproblems.core.options[option]))
                };
                if self.columns_of(id, ties, merge, quick).is_empty() {
                    return Vec::new();
                }
                self.columns_of(id, ties, merge, |year, option, merge| {
                    let subproblems = subproblems(year);
                    let solution = subproblems.solve(&subproblems.core.options[option], merge);
                    solution.map(|solution| solution.value)
                })
            },
        );
        columns.collect::<Vec<_>>().into()
    }

    fn columns_of(
        &self,
        id: PathOptionId,
        ties: &Ties,
        merge: &mut Merge,
        value: impl Fn(usize, OptionId, &mut Merge) -> Option<i64>,
    ) -> Vec<Column> {
        let model = self.model;
        let option = &model.options[id];
        let weighted: Vec<Option<i64>> = option
            .at
            .iter()
            .enumerate()
            .map(|(year, &at)| {
                let at = at?;
                let owner = model.years[year].core.options[at].owner;
                if !self.has_room[year][owner] {
                    return None;
                }
                let value = value(year, at, merge)?;
                Some(model.years[year].weight * value + ties.used[year][owner])
            })
            .collect();
        let first = model.earliest(&option.needs);
        let mut columns = Vec::new();
        for until in first..model.years.len() {
            let mut sum = 0;
            for from in (first..=until).rev() {
                let Some(value) = weighted[from] else { break };
                sum += value;
                let Some(opening) = option.opening[from].filter(|_| model.may_end(id, from, until))
                else {
                    continue;
                };
                let each = model.owner(id, from).map_or(0, |owner| ties.new_each[from][owner]);
                let opening = model.years[from].weight * opening + ties.new[from] + each;
                let value = sum + opening;
                if value < 0 {
                    columns.push(Column { from, until, value });
                }
            }
        }
        columns
    }

    /// The values of the forms of existing clusters in each year, in points of the path.
    fn existing(
        &self,
        multipliers: &[Multipliers],
        ties: &Ties,
    ) -> Vec<BTreeMap<OptionId, Option<i64>>> {
        let model = self.model;
        let years = model.years.iter().enumerate().map(|(year, of_year)| {
            let core = &of_year.core;
            let subproblems = Subproblems {
                core,
                multipliers: &multipliers[year],
                lists: self.years[year].lists(),
            };
            let mut merge = Merge::new(core.entries.len());
            let forms = of_year.path_option.iter().filter(|(_, path)| path.is_none());
            forms
                .map(|(id, _)| {
                    let choice = &core.options[id];
                    let solution = subproblems.solve(choice, &mut merge);
                    let used = ties.used[year][choice.owner];
                    (id, solution.map(|solution| of_year.weight * solution.value + used))
                })
                .collect()
        });
        years.collect()
    }

    /// The best packing of an owner's clusters that close after a year, and of its existing ones in that year,
    /// where nothing is opened before an `entry`.
    fn pack(
        &mut self,
        year: usize,
        owner: OwnerId,
        entry: usize,
        columns: &IdVec<PathOptionId, Vec<Column>>,
        existing: &[BTreeMap<OptionId, Option<i64>>],
    ) -> Option<Chosen> {
        let model = self.model;
        let of_year = &model.years[year];
        let best = |id: PathOptionId| {
            let columns = columns[id].iter();
            let these = columns.filter(|column| column.until == year && column.from >= entry);
            these.min_by_key(|column| (column.value, column.from)).copied()
        };
        let options = &of_year.core.owners[owner].options;
        let values = options.iter().map(|option| match of_year.path_option[*option] {
            None => existing[year][option],
            Some(path) => Some(best(path).map_or(0, |column| column.value)),
        });
        let values: Vec<Option<i64>> = values.collect();
        let schools = Arc::clone(&self.schools[year][owner]);
        let packer = Packer::on(schools, &of_year.core, owner, &values)?;
        let packing = packer.best_with(self.hints.entry((year, owner, entry)).or_default());
        let mut chosen = Chosen { value: packing.bound, opened: Vec::new(), existing: Vec::new() };
        for option in packing.options {
            match of_year.path_option[option] {
                None => chosen.existing.push((year, option)),
                Some(path) => {
                    let Some(Column { from, until, .. }) = best(path) else { continue };
                    chosen.opened.push(Opened { from, until, option: path });
                }
            }
        }
        Some(chosen)
    }

    /// The best year for a board to enter, or never; what that is worth, and what it then opens.
    fn enter(
        &mut self,
        entrant: usize,
        ties: &Ties,
        columns: &IdVec<PathOptionId, Vec<Column>>,
        existing: &[BTreeMap<OptionId, Option<i64>>],
    ) -> (i64, Option<usize>, Vec<Chosen>) {
        let model = self.model;
        let board = &model.entrants[entrant];
        let years = model.years.len();
        let shell = |relaxation: &Self, sites: &[Vec<_>], year: usize| -> i64 {
            let sites = sites[year].iter();
            let values = sites.map(|&site| relaxation.years[year].shell(site, None));
            model.years[year].weight * values.sum::<i64>()
        };
        let before: Vec<i64> =
            (0..years).map(|year| shell(self, &board.shell_before, year)).collect();
        let after: Vec<i64> = (0..years).map(|year| shell(self, &board.shell, year)).collect();
        let last = board.latest.unwrap_or(years - 1);
        let mut best =
            board.latest.is_none().then(|| (before.iter().sum::<i64>(), None, Vec::new()));
        for entry in board.earliest..=last {
            let mut value = board.worth + ties.entries[entry];
            value += before[..entry].iter().sum::<i64>() + after[entry..].iter().sum::<i64>();
            let mut chosen = Vec::new();
            let mut is_possible = true;
            for year in entry..years {
                let Some(owner) = board.owner[year] else { continue };
                match self.pack(year, owner, entry, columns, existing) {
                    None => is_possible = false,
                    Some(one) => {
                        value += one.value;
                        chosen.push(one);
                    }
                }
            }
            if is_possible && best.as_ref().is_none_or(|(known, ..)| value < *known) {
                best = Some((value, Some(entry), chosen));
            }
        }
        best.unwrap_or((0, None, Vec::new()))
    }

    fn count_shell(&self, entrant: usize, entry: Option<usize>, solution: &mut YearsSolution) {
        let board = &self.model.entrants[entrant];
        for (year, of_year) in solution.years.iter_mut().enumerate() {
            let has_entered = entry.is_some_and(|entry| entry <= year);
            let sites = if has_entered { &board.shell[year] } else { &board.shell_before[year] };
            for &site in sites {
                self.years[year].shell(site, Some(of_year));
            }
        }
    }

    /// Counts what the owners chose into the subgradient.
    fn count(
        &self,
        chosen: Vec<Chosen>,
        multipliers: &[Multipliers],
        solution: &mut YearsSolution,
    ) {
        let model = self.model;
        let mut of_year: Vec<Vec<OptionId>> = vec![Vec::new(); model.years.len()];
        for one in chosen {
            for (year, option) in one.existing {
                of_year[year].push(option);
            }
            for opened in one.opened {
                solution.excess.new[opened.from] += 1;
                if let Some(owner) = model.owner(opened.option, opened.from) {
                    solution.excess.new_each[opened.from][owner] += 1;
                }
                let years = opened.from..=opened.until;
                let at = &model.options[opened.option].at;
                for (used, at) in of_year[years.clone()].iter_mut().zip(&at[years]) {
                    used.extend(at);
                }
                solution.opened.push(opened);
            }
        }
        for (year, options) in of_year.into_iter().enumerate() {
            let core = &model.years[year].core;
            let mut merge = Merge::new(core.entries.len());
            for option in options {
                solution.excess.used[year][core.options[option].owner] += 1;
                self.years[year].count(
                    option,
                    &multipliers[year],
                    &mut merge,
                    &mut solution.years[year],
                );
            }
            solution.years[year].chosen.sort_unstable();
        }
    }
}
