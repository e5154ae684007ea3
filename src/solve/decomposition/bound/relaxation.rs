//! The Lagrangian relaxation: the rows of students and of places are priced, and owners separate.
//!
//! Under given multipliers every cluster option is a [subproblem](super::subproblem) of its own, and each
//! owner uses the best disjoint options (a [packing](super::packing)). All sums are in whole numbers, and
//! any multipliers give a valid bound (Geoffrion, 1974). As each owner's packing is solved in whole numbers,
//! the best bound is at least that of the linear relaxation.
//!
//! Two rows that count whole numbers strengthen it: the least number of students left out, where that is
//! proven, and the cover row, which says how many clusters it takes to have everyone in one.

use std::sync::Arc;

use rayon::prelude::*;

use super::core::{Core, CoreOption, OwnerId, SiteId};
use super::merge::{Bid, Merge};
use super::multipliers::Multipliers;
use super::owner_schools::OwnerSchools;
use super::packing::{Packer, Packing, PackingHints};
use super::subproblem::{ListLengths, Shortlist, SubproblemSolution, Subproblems, list_lengths};
use crate::base::{Id, IdVec};
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::OptionId;
use crate::solve::budget::Budget;

/// The bound of an evaluation that was stopped: lower than any real one.
const NO_BOUND: i64 = i64::MIN / 4;

/// The relaxation of a core, with the lists that it refills at every evaluation.
pub struct Relaxation<'a> {
    core: &'a Core<'a>,
    list_lengths: IdVec<SiteId, ListLengths>,
    lists: IdVec<SiteId, Shortlist>,
    /// The schools of each owner's options, and what its last packing teaches the next.
    packings: IdVec<OwnerId, (Arc<OwnerSchools>, PackingHints)>,
    /// A single evaluation of a large instance takes seconds; it ends early once this is used up.
    budget: Budget,
}

/// The solution of the relaxation under given multipliers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LagrangianSolution {
    /// No plan costs less; `None` where there is no plan at all.
    pub bound: Option<i64>,
    /// The options that the owners use.
    pub chosen: Vec<OptionId>,
    /// Unmet demand per student entry: positive if assigned too few times, negative if too often. With
    /// `excess_capacity`, `left_out` and `uncovered` it is a subgradient of the bound.
    pub unmet_demand: IdVec<StudentId, i64>,
    /// By how many students each school is fuller than the places of its used options.
    pub excess_capacity: IdVec<SchoolId, i64>,
    /// Students left out.
    pub left_out: i64,
    /// Members in no cluster: left out, or in the shell.
    pub uncovered: i64,
    /// Students in clusters.
    pub in_clusters: i64,
}

/// What an option is worth to its owner under given multipliers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OptionWorth {
    /// Its value, or a bound on that where it was not solved; `None` where it cannot be used.
    pub value: Option<i64>,
    /// The solution with that value.
    pub solution: Option<SubproblemSolution>,
}

impl<'a> Relaxation<'a> {
    /// The relaxation of a core.
    pub fn new(core: &'a Core) -> Self {
        let lists = IdVec::filled(Shortlist::default(), core.sites.len());
        let budget = Budget::unlimited();
        let packings = IdVec::default();
        Self { core, packings, list_lengths: list_lengths(core), lists, budget }
    }

    /// This relaxation, with evaluations that end without a bound when a budget's time is up.
    #[must_use]
    pub fn within(self, budget: &Budget) -> Self {
        Self { budget: budget.clone(), ..self }
    }

    /// Solves the relaxation under given multipliers.
    pub fn evaluate(&mut self, multipliers: &Multipliers) -> LagrangianSolution {
        let (mut total, mut solution) = self.unplaced(multipliers);
        let core = self.core;
        for &site in &core.shell {
            total += self.shell(site, Some(&mut solution));
        }
        let mut merge = Merge::new(core.entries.len());
        let packings = self.packings(multipliers);
        if self.is_out_of_time() {
            return solution;
        }
        for packing in packings {
            let Some(packing) = packing else {
                solution.bound = None;
                return solution;
            };
            total += packing.bound;
            for &option in &packing.options {
                self.count(option, multipliers, &mut merge, &mut solution);
            }
        }
        solution.chosen.sort_unstable();
        solution.bound = Some(total);
        solution
    }

    /// Fills the lists of all sites for given multipliers. Returns the part of the bound that is in no cluster
    /// option and in no school of the shell, and a solution that so far has nothing else.
    pub fn unplaced(&mut self, multipliers: &Multipliers) -> (i64, LagrangianSolution) {
        self.evaluate_lists(multipliers);
        let core = self.core;
        let mut solution = LagrangianSolution {
            bound: Some(NO_BOUND),
            chosen: Vec::new(),
            unmet_demand: core.entries.values().map(|entry| entry.count).collect(),
            excess_capacity: IdVec::filled(0, core.problem.instance.schools.len()),
            left_out: 0,
            uncovered: 0,
            in_clusters: 0,
        };
        let clusters = core.cover.map_or(0, |cover| cover.clusters);
        let total = core.constant
            + multipliers.left_out * core.least_left_out
            + multipliers.cover * clusters
            + multipliers.share * core.share.map_or(0, |share| share.need);
        (total + self.leave_out(multipliers, &mut solution), solution)
    }

    /// Fills the lists of all sites for given multipliers, for [`Self::values`].
    pub fn evaluate_lists(&mut self, multipliers: &Multipliers) {
        let core = self.core;
        let lengths = &self.list_lengths;
        self.lists.as_mut_slice().par_iter_mut().enumerate().for_each(|(index, list)| {
            let site = SiteId::from_index(index);
            list.refill(core, &core.sites[site], lengths[site], multipliers);
        });
    }

    fn is_out_of_time(&self) -> bool {
        self.budget.is_interrupted() || self.budget.is_out_of_time()
    }

    /// The list of each site under the multipliers of the last evaluation.
    pub fn lists(&self) -> &IdVec<SiteId, Shortlist> {
        &self.lists
    }

    /// The value of each option of an owner, in the order of its list; `None` where it cannot be used. An option that its
    /// quick bound rules out has that bound.
    pub fn values(
        &self,
        multipliers: &Multipliers,
        owner: OwnerId,
        merge: &mut Merge,
    ) -> Vec<Option<i64>> {
        let is_wanted =
            |choice: &CoreOption, quick_bound: i64| choice.kept.is_some() || quick_bound < 0;
        let worth = self.worth_where(multipliers, owner, merge, is_wanted);
        worth.into_iter().map(|worth| worth.value).collect()
    }

    /// What each option of an owner is worth, in the order of its list, with its solution.
    pub fn worth(
        &self,
        multipliers: &Multipliers,
        owner: OwnerId,
        merge: &mut Merge,
    ) -> Vec<OptionWorth> {
        self.worth_where(multipliers, owner, merge, |_, _| true)
    }

    /// What each option is worth; those have a bound only that are not wanted, given their quick bounds.
    fn worth_where(
        &self,
        multipliers: &Multipliers,
        owner: OwnerId,
        merge: &mut Merge,
        is_wanted: impl Fn(&CoreOption, i64) -> bool,
    ) -> Vec<OptionWorth> {
        let subproblems = Subproblems { core: self.core, multipliers, lists: &self.lists };
        let options = self.core.owners[owner].options.iter();
        let worth = options.map(|&option| {
            let choice = &self.core.options[option];
            let quick_bound = subproblems.quick_bound(choice);
            // An option that is not kept and has no negative value is in no packing that matters. Once
            // out of time the values do not matter: the evaluation will have no bound.
            if !is_wanted(choice, quick_bound) || self.is_out_of_time() {
                return OptionWorth { value: Some(quick_bound), solution: None };
            }
            let solution = subproblems.solve(choice, merge);
            OptionWorth { value: solution.map(|solution| solution.value), solution }
        });
        worth.collect()
    }

    fn packings(&mut self, multipliers: &Multipliers) -> Vec<Option<Packing>> {
        let core = self.core;
        if self.packings.is_empty() {
            let owner_schools =
                |owner| (Arc::new(OwnerSchools::of(core, owner)), PackingHints::default());
            self.packings = core.owners.ids().map(owner_schools).collect();
        }
        let mut hints = std::mem::take(&mut self.packings);
        let students = self.core.entries.len();
        let merge = || Merge::new(students);
        let owners = hints.as_mut_slice().par_iter_mut().enumerate();
        let packed = owners.map_init(merge, |merge, (index, (owner_schools, hints))| {
            let owner = OwnerId::from_index(index);
            let values = self.values(multipliers, owner, merge);
            let packer = Packer::on(Arc::clone(owner_schools), core, owner, &values);
            packer.map(|packer| packer.best_with(hints))
        });
        let packings = packed.collect();
        self.packings = hints;
        packings
    }

    /// The multipliers of the students, or what leaving them out costs where that is less.
    fn leave_out(&self, multipliers: &Multipliers, solution: &mut LagrangianSolution) -> i64 {
        let mut total = 0;
        for (id, entry) in self.core.entries.iter() {
            let worth = multipliers.student[id];
            let left_out = left_out_price(self.core, multipliers, id);
            total += entry.count
                * match left_out {
                    Some(left_out) if left_out < worth => {
                        solution.unmet_demand[id] -= entry.count;
                        solution.left_out += entry.count;
                        solution.uncovered += if entry.is_member { entry.count } else { 0 };
                        left_out
                    }
                    _ => worth,
                };
        }
        total
    }

    /// A school in the shell takes students with a negative reduced cost, cheapest first, up to its places:
    /// returns what that is worth, and counts them into a solution.
    pub fn shell(&self, site: SiteId, mut solution: Option<&mut LagrangianSolution>) -> i64 {
        let mut total = 0;
        let mut left = self.core.places(site);
        let list = &self.lists[site];
        let mut paying: Vec<Bid> = list.members.iter().chain(&list.others).copied().collect();
        paying.retain(|bid| bid.cost < 0);
        paying.sort_unstable();
        for bid in paying {
            let entry = self.core.entries[bid.student];
            let count = entry.count.min(left);
            left -= count;
            total += bid.cost * count;
            if let Some(solution) = &mut solution {
                solution.unmet_demand[bid.student] -= count;
                solution.uncovered += if entry.is_member { count } else { 0 };
            }
        }
        total
    }

    /// Counts a used option, its students and its places into a solution.
    pub fn count(
        &self,
        option: OptionId,
        multipliers: &Multipliers,
        merge: &mut Merge,
        solution: &mut LagrangianSolution,
    ) {
        let core = self.core;
        let subproblems = Subproblems { core, multipliers, lists: &self.lists };
        let choice = &core.options[option];
        solution.chosen.push(option);
        let Some(best) = subproblems.solve(choice, merge) else { return };
        subproblems.for_each_placed(choice, &best, merge, |student, site, count| {
            solution.unmet_demand[student] -= count;
            solution.excess_capacity[core.sites[site].school] += count;
            solution.in_clusters += count;
        });
        for &site in &choice.sites {
            solution.excess_capacity[core.sites[site].school] -= core.places(site);
        }
    }
}

/// What leaving one student of an entry out costs, less what the rows that count give back for it.
pub fn left_out_price(core: &Core, multipliers: &Multipliers, id: StudentId) -> Option<i64> {
    let entry = core.entries[id];
    let uncovered = if entry.is_member { multipliers.uncovered(core) } else { 0 };
    entry.left_out.map(|price| price - multipliers.left_out - uncovered)
}
