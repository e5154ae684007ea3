//! The Lagrangian relaxation: students' rows and schools' places are priced, owners separate.
//!
//! Under prices every cluster option has a best content of its own (see [`content`](super::content)),
//! and each owner uses the best disjoint options (see [`packing`](super::packing)), so that what
//! is left is small and exact: all sums are integers, and any prices give a valid bound (Geoffrion,
//! 1974). That each owner's options are packed whole makes it stronger than the linear relaxation.

use rayon::prelude::*;

use super::core::{Core, OwnerId, SiteId};
use super::merge::Bid;
use super::merge::Merge;
use super::multipliers::Multipliers;
use super::packing::{Packer, Packing};
use super::subproblem::{Shortlist, SubproblemSolution, Subproblems, most_members};
use crate::base::{Id, IdVec};
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::OptionId;
use crate::plan::Setting;

/// With more options than this in all, most are looked at only now and then.
const MANY: usize = 50_000;
/// How many options of an owner are then looked at every time.
const WATCHED: usize = 300;

/// The relaxation of a core, with the lists that it fills again and again.
pub struct Relaxation<'a> {
    core: &'a Core<'a>,
    most_members: IdVec<SiteId, usize>,
    lists: IdVec<SiteId, Shortlist>,
    /// Of owners with very many options, the positions of those that were of interest when all were
    /// last looked at.
    watched: IdVec<OwnerId, Option<Vec<usize>>>,
    is_large: bool,
}

/// What prices come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LagrangianSolution {
    /// No plan costs less; `None` where there is none at all.
    pub bound: Option<i64>,
    /// The options that the owners would use.
    pub chosen: Vec<OptionId>,
    /// How many of each entry are asked for too few times (above 0) or too often (below 0).
    pub unmet_demand: IdVec<StudentId, i64>,
    /// By how many students each school is fuller than it has places open.
    pub excess_capacity: IdVec<SchoolId, i64>,
}

impl<'a> Relaxation<'a> {
    /// The relaxation of a core.
    pub fn new(core: &'a Core) -> Self {
        let lists = IdVec::filled(Shortlist::default(), core.sites.len());
        let watched = IdVec::filled(None, core.owners.len());
        let is_large = core.options.len() > MANY;
        Self { core, most_members: most_members(core), lists, watched, is_large }
    }

    /// The same, as if there were very many options.
    #[cfg(test)]
    pub fn as_if_large(core: &'a Core) -> Self {
        Self { is_large: true, ..Self::new(core) }
    }

    /// Whether a glance differs from an evaluation: there are very many options.
    pub fn is_large(&self) -> bool {
        self.is_large
    }

    /// The bound under prices, and where the relaxed plan misses the mark.
    pub fn evaluate(&mut self, multipliers: &Multipliers) -> LagrangianSolution {
        self.relax(multipliers, true)
    }

    /// The same as far as the options of interest tell: the bound is a guess, and no proof.
    pub fn quick_bound(&mut self, multipliers: &Multipliers) -> LagrangianSolution {
        self.relax(multipliers, false)
    }

    fn relax(&mut self, multipliers: &Multipliers, all: bool) -> LagrangianSolution {
        self.refill(multipliers);
        let core = self.core;
        let mut solution = LagrangianSolution {
            bound: Some(0),
            chosen: Vec::new(),
            unmet_demand: core.entries.values().map(|entry| entry.count).collect(),
            excess_capacity: IdVec::filled(0, core.problem.instance.schools.len()),
        };
        let mut total = core.constant;
        total += self.leave_out(multipliers, &mut solution) + self.fill_shell(&mut solution);
        let mut merge = Merge::of(core.entries.len());
        for packing in self.packings(multipliers, all) {
            let Some(packing) = packing else {
                solution.bound = None;
                return solution;
            };
            total += packing.bound;
            for &option in &packing.options {
                self.count(option, multipliers, &mut merge, &mut solution);
            }
            solution.chosen.extend(packing.options);
        }
        solution.chosen.sort_unstable();
        solution.bound = Some(total);
        solution
    }

    /// The list of each site, as the prices of the last evaluation have it.
    pub fn lists(&self) -> &IdVec<SiteId, Shortlist> {
        &self.lists
    }

    /// The value of each option of an owner, in the order of its list, with its content. What is
    /// not worth using at a glance has a bound on its value only, unless all are asked for.
    pub fn values(
        &self,
        multipliers: &Multipliers,
        owner: OwnerId,
        merge: &mut Merge,
        all: bool,
    ) -> Vec<(Option<i64>, Option<SubproblemSolution>)> {
        let subproblems = Subproblems { core: self.core, multipliers, lists: &self.lists };
        let options = self.core.owners[owner].options.iter();
        options
            .map(|&option| {
                let choice = &self.core.options[option];
                let quick_bound = subproblems.quick_bound(choice);
                if !all && choice.kept.is_none() && quick_bound >= 0 {
                    return (Some(quick_bound), None);
                }
                let solution = subproblems.best(choice, merge);
                (solution.map(|solution| solution.value), solution)
            })
            .collect()
    }

    fn refill(&mut self, multipliers: &Multipliers) {
        let core = self.core;
        let most_members = &self.most_members;
        self.lists.as_mut_slice().par_iter_mut().enumerate().for_each(|(index, list)| {
            let site = SiteId::from_index(index);
            let most = match core.sites[site].setting {
                Setting::Meeting(_) => most_members[site],
                Setting::Shell => usize::MAX,
            };
            list.refill(core, &core.sites[site], most, multipliers);
        });
    }

    fn packings(&mut self, multipliers: &Multipliers, all: bool) -> Vec<Option<Packing>> {
        let owners: Vec<OwnerId> = self.core.owners.ids().collect();
        let students = self.core.entries.len();
        let merge = || Merge::of(students);
        let packed = owners.par_iter().map_init(merge, |merge, &owner| {
            let values = self.values_of_interest(multipliers, owner, merge, all);
            let packing = Packer::new(self.core, owner, &values).map(|packer| packer.best());
            let watched = (all && self.is_large).then(|| self.most_wanted(owner, &values));
            (packing, watched)
        });
        let (packings, watched): (Vec<_>, Vec<_>) = packed.unzip();
        if all {
            self.watched = watched.into();
        }
        packings
    }

    /// The values of an owner's options; those that are not watched count as worth nothing, unless
    /// all are asked for.
    fn values_of_interest(
        &self,
        multipliers: &Multipliers,
        owner: OwnerId,
        merge: &mut Merge,
        all: bool,
    ) -> Vec<Option<i64>> {
        let Some(watched) = self.watched[owner].as_ref().filter(|_| !all) else {
            let values = self.values(multipliers, owner, merge, false);
            return values.into_iter().map(|(value, _)| value).collect();
        };
        let subproblems = Subproblems { core: self.core, multipliers, lists: &self.lists };
        let options = &self.core.owners[owner].options;
        let mut values = vec![Some(0); options.len()];
        for &position in watched {
            let solution = subproblems.best(&self.core.options[options[position]], merge);
            values[position] = solution.map(|solution| solution.value);
        }
        values
    }

    /// The positions of the options that are worth most, kept ones among them.
    fn most_wanted(&self, owner: OwnerId, values: &[Option<i64>]) -> Vec<usize> {
        let options = &self.core.owners[owner].options;
        let is_kept = |&position: &usize| self.core.options[options[position]].kept.is_some();
        let (mut wanted, mut others): (Vec<usize>, Vec<usize>) =
            (0..options.len()).partition(is_kept);
        others.retain(|&position| values[position].is_some_and(|value| value < 0));
        if others.len() > WATCHED {
            others.select_nth_unstable_by_key(WATCHED, |&position| (values[position], position));
            others.truncate(WATCHED);
        }
        wanted.append(&mut others);
        wanted
    }

    /// Prices of students, and those whom nobody pays enough for.
    fn leave_out(&self, multipliers: &Multipliers, solution: &mut LagrangianSolution) -> i64 {
        let entries = self.core.entries.iter();
        entries
            .map(|(id, entry)| {
                let worth = multipliers.student[id];
                match entry.left_out {
                    Some(left_out) if left_out < worth => {
                        solution.unmet_demand[id] -= entry.count;
                        left_out * entry.count
                    }
                    _ => worth * entry.count,
                }
            })
            .sum()
    }

    /// A school in the shell takes who pays, up to its places.
    fn fill_shell(&self, solution: &mut LagrangianSolution) -> i64 {
        let mut total = 0;
        for &site in &self.core.shell {
            let mut left = self.core.places(site);
            let list = &self.lists[site];
            let mut paying: Vec<Bid> = list.members.iter().chain(&list.others).copied().collect();
            paying.retain(|bid| bid.cost < 0);
            paying.sort_unstable();
            for bid in paying {
                let count = self.core.entries[bid.student].count.min(left);
                left -= count;
                total += bid.cost * count;
                solution.unmet_demand[bid.student] -= count;
            }
        }
        total
    }

    fn count(
        &self,
        option: OptionId,
        multipliers: &Multipliers,
        merge: &mut Merge,
        solution: &mut LagrangianSolution,
    ) {
        let core = self.core;
        let subproblems = Subproblems { core, multipliers, lists: &self.lists };
        let choice = &core.options[option];
        let Some(best) = subproblems.best(choice, merge) else { return };
        subproblems.tell(choice, &best, merge, |student, site, count| {
            solution.unmet_demand[student] -= count;
            solution.excess_capacity[core.sites[site].school] += count;
        });
        for &site in &choice.sites {
            solution.excess_capacity[core.sites[site].school] -= core.places(site);
        }
    }
}
