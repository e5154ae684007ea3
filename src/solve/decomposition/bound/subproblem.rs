//! The subproblem of a cluster option: its cheapest members and others under given multipliers.

use std::ops::ControlFlow;

use super::core::{Core, CoreOption, Offer, Site, SiteId};
use super::merge::{Bid, Merge};
use super::multipliers::{Multipliers, rent};
use crate::base::IdVec;
use crate::instance::StudentId;
use crate::plan::Setting;

/// Bids are looked for up to the cost of one this many times further down the list than is needed.
const FURTHER: usize = 2;

/// The cheapest students of a site, under given multipliers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shortlist {
    /// Members, cheapest first, up to the largest cluster that may have the site.
    pub members: Vec<Bid>,
    /// Students who would not be members and have a negative reduced cost, cheapest first, up to the
    /// places of the largest option with the site.
    pub others: Vec<Bid>,
    /// A lower bound on what the site contributes to any option: the value of its places and all
    /// negative reduced costs.
    pub pays: i64,
    ceilings: Ceilings,
}

/// What a price less the multiplier of its student is at most where a bid is looked at: members, then others.
///
/// From one step of an ascent to the next the multipliers change little, so that the cheapest bids cost about what they cost
/// before. Most offers then need a comparison and no more. Where fewer bids are found than are needed, all are looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Ceilings {
    members: i64,
    others: i64,
}

impl Default for Ceilings {
    fn default() -> Self {
        Self { members: i64::MAX, others: i64::MAX }
    }
}

/// How long the lists of a site need to be.
///
/// An option takes its cheapest students, each once. If it takes at most `n`, the first `n` entries of a
/// site's list are enough: anyone behind them costs more than `n` students whom the option can take here
/// or at a cheaper one of its sites.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ListLengths {
    /// The most members of any option with the site.
    pub members: usize,
    /// The most places of any option with the site.
    pub others: usize,
}

/// The lengths of the lists of all sites.
pub fn list_lengths(core: &Core) -> IdVec<SiteId, ListLengths> {
    let mut lengths = IdVec::filled(ListLengths::default(), core.sites.len());
    for option in core.options.values() {
        let members = usize::try_from(option.sizes.max).unwrap_or(0);
        let others = usize::try_from(core.places_of(option)).unwrap_or(0);
        for &site in &option.sites {
            let length = &mut lengths[site];
            length.members = length.members.max(members);
            length.others = length.others.max(others);
        }
    }
    for &site in &core.shell {
        let places = usize::try_from(core.places(site)).unwrap_or(0);
        lengths[site] = ListLengths { members: places, others: places };
    }
    lengths
}

impl Shortlist {
    /// Fills the lists for given multipliers.
    pub fn refill(
        &mut self,
        core: &Core,
        site: &Site,
        most: ListLengths,
        multipliers: &Multipliers,
    ) {
        let places = core.problem.instance.schools[site.school].places;
        let rent = rent(site, multipliers);
        // In the shell a member is in no cluster, which the cover row rewards.
        let (place, uncovered) = match site.setting {
            Setting::Shell => (0, multipliers.uncovered(core)),
            Setting::Meeting(_) => (multipliers.place[site.school], 0),
        };
        let (for_member, for_other) = (rent - uncovered, rent);
        // Only others with a negative reduced cost count.
        let all = Ceilings { members: i64::MAX, others: -for_other - 1 };
        let mut used = Ceilings {
            members: self.ceilings.members,
            others: self.ceilings.others.min(all.others),
        };
        self.look(core, site, multipliers, used, (for_member, for_other));
        let lacks_members = self.members.len() < most.members && used.members < all.members;
        let lacks_others = self.others.len() < most.others && used.others < all.others;
        if lacks_members || lacks_others {
            used = all;
            self.look(core, site, multipliers, used, (for_member, for_other));
        }
        let members = cut(&mut self.members, most.members).map(|cost| cost - for_member);
        let others = cut(&mut self.others, most.others).map(|cost| cost - for_other);
        self.ceilings = Ceilings {
            members: members.unwrap_or(used.members),
            others: others.unwrap_or(if used == all { i64::MAX } else { self.ceilings.others }),
        };
        let paying = self.members.iter().chain(&self.others).filter(|bid| bid.cost < 0);
        let all: i64 = paying.map(|bid| bid.cost * core.entries[bid.student].count).sum();
        self.pays = all - place * places;
    }

    /// Takes the bids up to the ceilings, in the order of the offers. What is added to a price less the multiplier of its
    /// student: for members, for others.
    fn look(
        &mut self,
        core: &Core,
        site: &Site,
        multipliers: &Multipliers,
        ceilings: Ceilings,
        (for_member, for_other): (i64, i64),
    ) {
        self.members.clear();
        self.others.clear();
        for &Offer { student, price } in &site.offers {
            let rest = price - multipliers.student[student];
            if core.entries[student].is_member {
                if rest <= ceilings.members {
                    self.members.push(Bid { cost: rest + for_member, student });
                }
            } else if rest <= ceilings.others {
                self.others.push(Bid { cost: rest + for_other, student });
            }
        }
    }
}

/// Sorts bids, cheapest first, and cuts them to a number. Returns the cost of one behind them, if there are many.
fn cut(bids: &mut Vec<Bid>, most: usize) -> Option<i64> {
    let further = most.saturating_mul(FURTHER);
    let is_long = bids.len() > further;
    if is_long {
        bids.select_nth_unstable(further);
        bids.truncate(further);
    }
    bids.sort_unstable();
    let behind = bids.last().filter(|_| is_long).map(|bid| bid.cost);
    bids.truncate(most);
    behind
}

/// The solution of an option's subproblem.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SubproblemSolution {
    /// The reduced cost of using the option, opening and size included.
    pub value: i64,
    /// Its number of members.
    pub members: i64,
    /// The least that one forced member adds, besides the member's own reduced cost; `None` where none
    /// fits.
    pub one_more: Option<i64>,
}

/// The subproblems of all options under given multipliers.
pub struct Subproblems<'a> {
    /// The core.
    pub core: &'a Core<'a>,
    /// The multipliers.
    pub multipliers: &'a Multipliers,
    /// The list of each site under these multipliers.
    pub lists: &'a IdVec<SiteId, Shortlist>,
}

impl Subproblems<'_> {
    /// Solves the subproblem of an option; `None` where it cannot have enough members.
    ///
    /// Members are taken cheapest first, each at the cheapest of the option's schools. The cost is convex
    /// in their number, so the first number that is no better ends the search. The places of each school are
    /// only priced, but others are limited to the places of all schools together.
    pub fn solve(&self, choice: &CoreOption, merge: &mut Merge) -> Option<SubproblemSolution> {
        let sizes = &choice.sizes;
        let fewest = sizes.fewest();
        let size_cost = |members| self.core.size_cost(sizes, members);
        let mut sum = 0;
        let mut count = 0;
        let mut best = (fewest == 0).then(|| (size_cost(0), 0));
        // The least cost with a forced member besides `count` cheapest ones. Whether the forced member is
        // among those does not matter: to leave it out of them would only cost more.
        let mut with_one = (fewest <= 1 && sizes.max >= 1).then(|| size_cost(1));
        merge.for_each(&self.members(choice), |bid, _| {
            for _ in 0..self.count(bid.student) {
                if count == sizes.max {
                    return ControlFlow::Break(());
                }
                count += 1;
                sum += bid.cost;
                if count + 1 >= fewest && count < sizes.max {
                    let cost = sum + size_cost(count + 1);
                    with_one = Some(with_one.map_or(cost, |known: i64| known.min(cost)));
                }
                if count >= fewest {
                    let cost = sum + size_cost(count);
                    if best.is_some_and(|(known, _)| cost >= known) {
                        return ControlFlow::Break(());
                    }
                    best = Some((cost, count));
                }
            }
            ControlFlow::Continue(())
        });
        let (cost, members) = best?;
        let mut value = choice.opening - self.multipliers.cover + self.rent(choice) + cost;
        self.for_each_other(choice, merge, |bid, _, count| value += bid.cost * count);
        Some(SubproblemSolution { value, members, one_more: with_one.map(|with| with - cost) })
    }

    /// A lower bound on the value of an option, from sums that are kept per site: it takes every student with
    /// a negative reduced cost, at each site again, and ignores the cost and the limits of the size.
    pub fn quick_bound(&self, choice: &CoreOption) -> i64 {
        let pays = choice.sites.iter().map(|&site| self.lists[site].pays).sum::<i64>();
        choice.opening - self.multipliers.cover + pays
    }

    /// Calls `visit` with the students of a solution: student, site, number of students.
    pub fn for_each_placed(
        &self,
        choice: &CoreOption,
        solution: &SubproblemSolution,
        merge: &mut Merge,
        mut visit: impl FnMut(StudentId, SiteId, i64),
    ) {
        let mut left = solution.members;
        merge.for_each(&self.members(choice), |bid, position| {
            let count = self.count(bid.student).min(left);
            if count == 0 {
                return ControlFlow::Break(());
            }
            left -= count;
            visit(bid.student, choice.sites[position], count);
            ControlFlow::Continue(())
        });
        self.for_each_other(choice, merge, |bid, position, count| {
            visit(bid.student, choice.sites[position], count);
        });
    }

    /// The others of an option, up to its places.
    fn for_each_other(
        &self,
        choice: &CoreOption,
        merge: &mut Merge,
        mut visit: impl FnMut(Bid, usize, i64),
    ) {
        let mut left = self.core.places_of(choice);
        let others = choice.sites.iter().map(|&site| self.lists[site].others.as_slice());
        merge.for_each(&others, |bid, position| {
            let count = self.count(bid.student).min(left);
            if count == 0 {
                return ControlFlow::Break(());
            }
            left -= count;
            visit(bid, position, count);
            ControlFlow::Continue(())
        });
    }

    fn members<'s>(&'s self, choice: &'s CoreOption) -> impl Iterator<Item = &'s [Bid]> + Clone {
        choice.sites.iter().map(|&site| self.lists[site].members.as_slice())
    }

    fn count(&self, student: StudentId) -> i64 {
        self.core.entries[student].count
    }

    /// Minus the multipliers of all places that using an option opens.
    fn rent(&self, choice: &CoreOption) -> i64 {
        let places = |&site: &SiteId| {
            self.multipliers.place[self.core.sites[site].school] * self.core.places(site)
        };
        -choice.sites.iter().map(places).sum::<i64>()
    }
}
