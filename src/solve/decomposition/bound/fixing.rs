//! Reduced-cost fixing: options and pairs that no plan below a ceiling contains.
//!
//! Where forcing an option or a pair into the relaxation raises its bound to the ceiling, no plan below the
//! ceiling has it. What remains is a restricted problem that contains all such plans.

use rayon::prelude::*;

use super::core::RestrictedProblem;
use super::core::{Core, Offer, OwnerId, SiteId};
use super::merge::Merge;
use super::multipliers::Multipliers;
use super::multipliers::rent;
use super::packing::Packer;
use super::relaxation::Relaxation;
use super::subproblem::SubproblemSolution;
use crate::base::IdVec;
use crate::model::candidates::OptionId;
use crate::plan::Setting;
use crate::solve::budget::Budget;

/// Up to this many options of an owner, the packing is solved again for each, with that option forced.
pub const PACKED_ANEW: usize = 4_000;

/// The highest reduced cost at which a pair may still be part of a better plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Threshold {
    member: Option<i64>,
    other: Option<i64>,
}

/// The rise of the bound when each option is forced, from which restricted problems below any ceiling follow.
pub struct Fixing<'a> {
    core: &'a Core<'a>,
    multipliers: &'a Multipliers,
    /// The bound; `None` where there is no plan at all.
    bound: Option<i64>,
    /// The options that survive below the highest ceiling.
    options: Vec<Survivor>,
    /// What each school of the shell gives up for one student more; 0 or less.
    shell_margins: Vec<i64>,
}

/// An option that a plan below the ceiling may use.
#[derive(Clone, Copy)]
struct Survivor {
    option: OptionId,
    solution: SubproblemSolution,
    /// By how much the bound rises when it is used.
    rise: i64,
}

impl<'a> Fixing<'a> {
    /// The rises under some multipliers, for the options that plans below `ceiling` may use. Once the budget
    /// is exhausted, only the rough bound is used, which leaves more options.
    pub fn new(
        core: &'a Core,
        multipliers: &'a Multipliers,
        ceiling: i64,
        budget: &Budget,
    ) -> Self {
        let mut relaxation = Relaxation::new(core);
        let bound = relaxation.evaluate(multipliers).bound;
        let mut options = Vec::new();
        if let Some(bound) = bound {
            let owners: Vec<OwnerId> = core.owners.ids().collect();
            let merge = || Merge::new(core.entries.len());
            let of_owners = owners.par_iter().map_init(merge, |merge, &owner| {
                let room = ceiling.saturating_sub(1).saturating_sub(bound);
                surviving(core, multipliers, &relaxation, owner, room, budget, merge)
            });
            options = of_owners.collect::<Vec<_>>().concat();
        }
        options.sort_unstable_by_key(|survivor| survivor.option);
        let margins = core.shell.iter().map(|&site| shell_margin(core, &relaxation, site));
        let shell_margins = margins.collect();
        Self { core, multipliers, bound, options, shell_margins }
    }

    /// The restricted problem that contains all plans below `ceiling`, which is at most that of
    /// [`Fixing::new`].
    pub fn below(&self, ceiling: i64) -> RestrictedProblem {
        let core = self.core;
        let Some(bound) = self.bound else { return nothing(core) };
        // How much the bound may rise before it reaches the ceiling.
        let room = ceiling.saturating_sub(1).saturating_sub(bound);
        let none = Threshold { member: None, other: None };
        let mut thresholds: IdVec<SiteId, Threshold> = IdVec::filled(none, core.sites.len());
        for (&site, margin) in core.shell.iter().zip(&self.shell_margins) {
            let most = Some(room.saturating_add(*margin));
            thresholds[site] = Threshold { member: most, other: most };
        }
        let mut options = Vec::new();
        for &Survivor { option, solution, rise } in &self.options {
            let left = room.saturating_sub(rise);
            if left < 0 {
                continue;
            }
            options.push(option);
            // A pair at a site needs one of the site's options: the one that leaves most room decides.
            for &site in &core.options[option].sites {
                let threshold = &mut thresholds[site];
                threshold.other = threshold.other.max(Some(left));
                let member = solution.one_more.map(|more| left.saturating_sub(more));
                threshold.member = threshold.member.max(member);
            }
        }
        let offers = core.sites.ids().map(|id| offers(core, self.multipliers, id, thresholds[id]));
        RestrictedProblem { options, offers: offers.collect() }
    }
}

/// The restricted problem that contains all plans below `ceiling`, found under some multipliers.
pub fn residual(
    core: &Core,
    multipliers: &Multipliers,
    ceiling: i64,
    budget: &Budget,
) -> RestrictedProblem {
    Fixing::new(core, multipliers, ceiling, budget).below(ceiling)
}

fn nothing(core: &Core) -> RestrictedProblem {
    RestrictedProblem { options: Vec::new(), offers: IdVec::filled(Vec::new(), core.sites.len()) }
}

/// The options of an owner whose rise is within `room`.
fn surviving(
    core: &Core,
    multipliers: &Multipliers,
    relaxation: &Relaxation,
    owner: OwnerId,
    room: i64,
    budget: &Budget,
    merge: &mut Merge,
) -> Vec<Survivor> {
    let worth = relaxation.worth(multipliers, owner, merge);
    let values: Vec<Option<i64>> = worth.iter().map(|worth| worth.value).collect();
    let Some(packer) = Packer::new(core, owner, &values) else { return Vec::new() };
    let packed = packer.best().bound;
    let one_less = packer.one_less();
    let options = core.owners[owner].options.iter().zip(worth);
    let roughly: Vec<Survivor> = options
        .filter_map(|(&option, worth)| {
            let solution = worth.solution?;
            let with = packer.quick_bound_with(option, solution.value, one_less);
            let rise = (with - packed).max(0);
            (rise <= room).then_some(Survivor { option, solution, rise })
        })
        .collect();
    if roughly.len() > PACKED_ANEW {
        return roughly;
    }
    // A closer look: pack again, with the option and only those that share no school with it.
    let closer = roughly.into_par_iter().filter_map(|survivor| {
        if budget.is_interrupted() || budget.is_out_of_time() {
            return Some(survivor);
        }
        let with = packer.bound_with(survivor.option, survivor.solution.value)?;
        let rise = survivor.rise.max(with - packed);
        (rise <= room).then_some(Survivor { rise, ..survivor })
    });
    closer.collect()
}

/// What a full school in the shell gives up to take a forced student: the highest reduced cost among those it
/// has taken; 0 while it has places left.
fn shell_margin(core: &Core, relaxation: &Relaxation, site: SiteId) -> i64 {
    let list = &relaxation.lists()[site];
    let mut paying: Vec<_> = list.members.iter().chain(&list.others).collect();
    paying.retain(|bid| bid.cost < 0);
    paying.sort_unstable();
    let mut left = core.places(site);
    for bid in paying {
        left -= core.entries[bid.student].count;
        if left <= 0 {
            return bid.cost;
        }
    }
    0
}

fn offers(core: &Core, multipliers: &Multipliers, site: SiteId, most: Threshold) -> Vec<Offer> {
    let place = rent(&core.sites[site], multipliers);
    let uncovered = match core.sites[site].setting {
        Setting::Shell => multipliers.uncovered(core),
        Setting::Meeting(_) => 0,
    };
    let offers = core.sites[site].offers.iter().filter(|offer| {
        let cost = offer.price + place - multipliers.student[offer.student];
        let is_member = core.entries[offer.student].is_member;
        let cost = if is_member { cost - uncovered } else { cost };
        let most = if is_member { most.member } else { most.other };
        most.is_some_and(|most| cost <= most)
    });
    offers.copied().collect()
}
