//! The moves of the local search over schedules, most promising first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::model::{Opened, PathOptionId, YearsModel};
use super::schedule::Schedule;
use crate::base::IdVec;
use crate::instance::SchoolId;
use crate::model::candidates::OptionId;
use crate::solve::decomposition::bound::core::OwnerId;
use crate::solve::decomposition::bound::merge::Merge;
use crate::solve::decomposition::bound::relaxation::Relaxation;
use crate::solve::decomposition::primal::placing::Placed;

/// Upper limit on the moves that are tried before the estimates are computed again.
const MOVES_PER_ROUND: usize = 400;
/// The most of these from one owner in one year. A cluster that opens in the first year always promises most, so
/// that without this limit no other year would have its turn.
const MOVES_PER_GROUP: usize = 8;

/// An owner and a year.
type Group = (Option<OwnerId>, usize);

/// A change of a schedule.
struct Move {
    /// Whose clusters change, and in which year.
    group: Group,
    estimate: i64,
    schedule: Schedule,
}

/// The schedules to try after a schedule with these placings, most promising first.
pub fn moves(
    model: &YearsModel,
    relaxations: &mut [Relaxation],
    schedule: &Schedule,
    placed: &[Arc<Placed>],
) -> Vec<Schedule> {
    let values = values(model, relaxations, placed);
    let moves = Moves { model, schedule, values };
    moves.all().into_iter().map(|change| change.schedule).collect()
}

/// What each option of each year is worth under the potentials of its flow, in points of the path; `None` where
/// it cannot have enough members.
fn values(
    model: &YearsModel,
    relaxations: &mut [Relaxation],
    placed: &[Arc<Placed>],
) -> Vec<IdVec<OptionId, Option<i64>>> {
    let years = model.years.iter().zip(relaxations).zip(placed);
    years
        .map(|((year, relaxation), placed)| {
            let core = &year.core;
            relaxation.evaluate_lists(&placed.multipliers);
            let mut values = IdVec::filled(None, core.options.len());
            let mut merge = Merge::new(core.entries.len());
            for (owner, owned) in core.owners.iter() {
                let worth = relaxation.worth(&placed.multipliers, owner, &mut merge);
                for (&option, worth) in owned.options.iter().zip(worth) {
                    values[option] = worth.value.map(|value| year.weight * value);
                }
            }
            values
        })
        .collect()
}

/// The moves from a schedule.
struct Moves<'a> {
    model: &'a YearsModel<'a>,
    schedule: &'a Schedule,
    values: Vec<IdVec<OptionId, Option<i64>>>,
}

impl Moves<'_> {
    fn all(&self) -> Vec<Move> {
        let mut moves = self.openings();
        moves.extend(self.shifts());
        moves.extend(self.existing_moves());
        moves.extend(self.entry_moves());
        moves.sort_by(|one, other| {
            (one.estimate, &one.schedule).cmp(&(other.estimate, &other.schedule))
        });
        // The best of each group first, then the second best of each, and so on.
        let mut ranks: BTreeMap<Group, usize> = BTreeMap::new();
        let mut ranked: Vec<(usize, Move)> = Vec::with_capacity(moves.len());
        for change in moves {
            let rank = ranks.entry(change.group).or_default();
            *rank += 1;
            if *rank <= MOVES_PER_GROUP {
                ranked.push((*rank, change));
            }
        }
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.truncate(MOVES_PER_ROUND);
        ranked.into_iter().map(|(_, change)| change).collect()
    }

    fn worth(&self, opened: &Opened) -> Option<i64> {
        let option = &self.model.options[opened.option];
        let mut sum = self.model.years[opened.from].weight * option.opening[opened.from]?;
        for year in opened.from..=opened.until {
            sum += self.values[year][option.at[year]?]?;
        }
        Some(sum)
    }

    /// Openings of clusters that are not in the schedule, in place of what is in their way.
    fn openings(&self) -> Vec<Move> {
        let (model, schedule) = (self.model, self.schedule);
        let known: BTreeSet<PathOptionId> =
            schedule.opened.iter().map(|opened| opened.option).collect();
        let worths: Vec<i64> =
            schedule.opened.iter().map(|opened| self.worth(opened).unwrap_or(0)).collect();
        let taken: Vec<Vec<BTreeSet<SchoolId>>> = (0..model.years.len())
            .map(|year| {
                let schools = |opened: &Opened| {
                    let at = model.options[opened.option].at[year];
                    at.map_or_else(BTreeSet::new, |option| model.schools(year, option))
                };
                schedule.opened.iter().map(schools).collect()
            })
            .collect();
        let mut found: Vec<(i64, Opened)> = Vec::new();
        for (id, option) in model.options.iter().filter(|(id, _)| !known.contains(id)) {
            for from in model.earliest(&option.needs)..model.years.len() {
                let best = (from..model.years.len())
                    .filter(|&until| model.may_end(id, from, until))
                    .filter_map(|until| {
                        let opened = Opened { from, until, option: id };
                        Some((self.worth(&opened)?, opened))
                    })
                    .min();
                found.extend(best.filter(|(worth, _)| *worth < 0));
            }
        }
        found.sort_unstable();
        let mut numbers: BTreeMap<Group, usize> = BTreeMap::new();
        found.retain(|(_, opened)| {
            let number = numbers.entry((model.owner(opened.option, opened.from), opened.from));
            let number = number.or_default();
            *number += 1;
            // Some of the most promising ones are not allowed.
            *number <= 4 * MOVES_PER_GROUP
        });
        let moves = found.into_iter().filter_map(|(worth, opened)| {
            let mut next = schedule.clone();
            let mut estimate = worth;
            let in_the_way: Vec<usize> = (0..schedule.opened.len())
                .filter(|&other| self.clash(&opened, &schedule.opened[other], other, &taken))
                .collect();
            for &other in in_the_way.iter().rev() {
                estimate -= worths[other];
                next.opened.remove(other);
            }
            next.opened.push(opened);
            next.settle(model);
            let owner = model.owner(opened.option, opened.from);
            if !next.is_allowed(model) {
                // Where a limit binds, the cluster of least worth gives way.
                let weakest = (0..schedule.opened.len())
                    .filter(|other| !in_the_way.contains(other))
                    .filter(|&other| {
                        let other = &schedule.opened[other];
                        model.owner(other.option, other.from) == owner || other.from == opened.from
                    })
                    .max_by_key(|&other| (worths[other], other))?;
                estimate -= worths[weakest];
                next.opened.retain(|other| *other != schedule.opened[weakest]);
                next.settle(model);
            }
            (estimate < 0 && next.is_allowed(model)).then_some(Move {
                group: (owner, opened.from),
                estimate,
                schedule: next,
            })
        });
        moves.collect()
    }

    fn clash(
        &self,
        opened: &Opened,
        other: &Opened,
        position: usize,
        taken: &[Vec<BTreeSet<SchoolId>>],
    ) -> bool {
        (opened.from..=opened.until).filter(|&year| other.covers(year)).any(|year| {
            let at = self.model.options[opened.option].at[year];
            at.is_some_and(|option| {
                let schools = self.model.schools(year, option);
                !schools.is_disjoint(&taken[year][position])
            })
        })
    }

    /// Clusters of the schedule opened or closed in another year, or not at all.
    fn shifts(&self) -> Vec<Move> {
        let (model, schedule) = (self.model, self.schedule);
        let mut moves = Vec::new();
        for (position, opened) in schedule.opened.iter().enumerate() {
            let Some(worth) = self.worth(opened) else { continue };
            let owner = model.owner(opened.option, opened.from);
            let mut push = |estimate: i64, replacement: Option<Opened>| {
                let mut next = schedule.clone();
                next.opened.remove(position);
                next.opened.extend(replacement);
                next.settle(model);
                if next.is_allowed(model) {
                    moves.push(Move { group: (owner, opened.from), estimate, schedule: next });
                }
            };
            push(-worth, None);
            for from in 0..model.years.len() {
                for until in from..model.years.len() {
                    let other = Opened { from, until, option: opened.option };
                    if other == *opened || !model.may_end(opened.option, from, until) {
                        continue;
                    }
                    if let Some(other_worth) = self.worth(&other) {
                        push(other_worth - worth, Some(other));
                    }
                }
            }
        }
        moves
    }

    /// Existing clusters used or not, or on another day.
    fn existing_moves(&self) -> Vec<Move> {
        let (model, schedule) = (self.model, self.schedule);
        let mut moves = Vec::new();
        for (year, of_year) in model.years.iter().enumerate() {
            let used = &schedule.existing[year];
            for (id, _) in of_year.path_option.iter().filter(|(_, path)| path.is_none()) {
                let choice = &of_year.core.options[id];
                let mut next = schedule.clone();
                let mut estimate = self.values[year][id].unwrap_or(0);
                if used.contains(&id) {
                    next.existing[year].retain(|&other| other != id);
                    estimate = -estimate;
                } else {
                    let schools = model.schools(year, id);
                    next.existing[year].retain(|&other| {
                        let stays = model.schools(year, other).is_disjoint(&schools);
                        estimate -= if stays { 0 } else { self.values[year][other].unwrap_or(0) };
                        stays
                    });
                    next.existing[year].push(id);
                    if estimate >= 0 {
                        continue;
                    }
                }
                next.settle(model);
                if next.is_allowed(model) {
                    moves.push(Move {
                        group: (Some(choice.owner), year),
                        estimate,
                        schedule: next,
                    });
                }
            }
        }
        moves
    }

    /// Boards that enter the shell, or leave it by entering, in another year.
    fn entry_moves(&self) -> Vec<Move> {
        let (model, schedule) = (self.model, self.schedule);
        let mut moves = Vec::new();
        for (number, entrant) in model.entrants.iter().enumerate() {
            if entrant.shell.iter().chain(&entrant.shell_before).all(Vec::is_empty) {
                continue;
            }
            for entry in (entrant.earliest..model.years.len()).map(Some).chain([None]) {
                let mut next = schedule.clone();
                next.entries[number] = entry;
                next.settle(model);
                if next != *schedule && next.is_allowed(model) {
                    moves.push(Move { group: (None, number), estimate: 0, schedule: next });
                }
            }
        }
        moves
    }
}
