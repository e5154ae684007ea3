//! What no better plan contains (reduced-cost fixing).
//!
//! Where the bound rises to what a known plan costs as soon as an option, or a pair, is forced into
//! the plan, no better plan has it. What remains is the residual of the problem.

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

/// Options per owner up to which each is packed anew with what avoids its schools.
pub const PACKED_ANEW: usize = 4_000;

/// The highest reduced cost at which a pair may still be part of a better plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Threshold {
    member: Option<i64>,
    other: Option<i64>,
}

/// What plans that cost less than `ceiling` may consist of, under prices that prove `bound`.
pub fn residual(core: &Core, multipliers: &Multipliers, ceiling: i64) -> RestrictedProblem {
    let mut relaxation = Relaxation::new(core);
    let Some(bound) = relaxation.evaluate(multipliers).bound else {
        return nothing(core);
    };
    // What may be lost before the ceiling is reached.
    let room = ceiling - 1 - bound;
    let none = Threshold { member: None, other: None };
    let mut thresholds: IdVec<SiteId, Threshold> = IdVec::filled(none, core.sites.len());
    for &site in &core.shell {
        let full = shell_margin(core, &relaxation, site);
        let most = Some(room + full);
        thresholds[site] = Threshold { member: most, other: most };
    }
    let mut options = Vec::new();
    let mut merge = Merge::of(core.entries.len());
    for owner in core.owners.ids() {
        for (option, solution, room) in
            live(core, multipliers, &relaxation, owner, room, &mut merge)
        {
            options.push(option);
            for &site in &core.options[option].sites {
                let threshold = &mut thresholds[site];
                threshold.other = threshold.other.max(Some(room));
                threshold.member = threshold.member.max(solution.one_more.map(|more| room - more));
            }
        }
    }
    options.sort_unstable();
    let offers = core.sites.ids().map(|id| offers(core, multipliers, id, thresholds[id]));
    RestrictedProblem { options, offers: offers.collect() }
}

fn nothing(core: &Core) -> RestrictedProblem {
    RestrictedProblem { options: Vec::new(), offers: IdVec::filled(Vec::new(), core.sites.len()) }
}

/// The options of an owner that may be used, each with what may be lost besides.
fn live(
    core: &Core,
    multipliers: &Multipliers,
    relaxation: &Relaxation,
    owner: OwnerId,
    room: i64,
    merge: &mut Merge,
) -> Vec<(OptionId, SubproblemSolution, i64)> {
    let solutions = relaxation.values(multipliers, owner, merge, true);
    let values: Vec<Option<i64>> = solutions.iter().map(|&(value, _)| value).collect();
    let Some(packer) = Packer::new(core, owner, &values) else { return Vec::new() };
    let packed = packer.best().bound;
    let one_less = packer.one_less();
    let options = core.owners[owner].options.iter().zip(solutions);
    let surviving: Vec<(OptionId, SubproblemSolution, i64)> = options
        .filter_map(|(&option, (_, solution))| {
            let solution = solution?;
            let with = packer.quick_bound_with(option, solution.value, one_less);
            let left = room - (with - packed).max(0);
            (left >= 0).then_some((option, solution, left))
        })
        .collect();
    if surviving.len() > PACKED_ANEW {
        return surviving;
    }
    let closer = surviving.into_iter().filter_map(|(option, solution, _)| {
        let with = packer.bound_with(option, solution.value)?;
        let left = room - (with - packed).max(0);
        (left >= 0).then_some((option, solution, left))
    });
    closer.collect()
}

/// What a school in the shell, when full, gives up for one more: its worst student's reduced cost.
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
    let offers = core.sites[site].offers.iter().filter(|offer| {
        let cost = offer.price + place - multipliers.student[offer.student];
        let is_member = core.entries[offer.student].is_member;
        let most = if is_member { most.member } else { most.other };
        most.is_some_and(|most| cost <= most)
    });
    offers.copied().collect()
}
