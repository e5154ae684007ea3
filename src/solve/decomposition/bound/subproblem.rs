//! The best content of a cluster option under prices.

use std::ops::ControlFlow;

use super::core::{Core, CoreOption, Site, SiteId};
use super::merge::{Bid, Merge};
use super::multipliers::{Multipliers, rent};
use crate::base::IdVec;
use crate::instance::StudentId;

/// Lists up to this length are kept sorted while they are filled.
const SHORT: usize = 64;

/// Who comes first at a site.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shortlist {
    /// The cheapest who would be members, cheapest first: as many as the largest cluster with this
    /// site takes. Nobody further down is among the best of a whole option, since all of these
    /// would go before.
    pub members: Vec<Bid>,
    /// All others who pay for themselves, cheapest first.
    pub others: Vec<Bid>,
    /// What the site brings to any option, as a cost: the rent of its places and all who pay for
    /// themselves. No option gets more out of it.
    pub pays: i64,
}

impl Shortlist {
    /// Makes the list anew for a site whose clusters take so many members.
    pub fn refill(
        &mut self,
        core: &Core,
        site: &Site,
        most_members: usize,
        multipliers: &Multipliers,
    ) {
        let places = core.problem.instance.schools[site.school].places;
        let place = rent(site, multipliers);
        self.members.clear();
        self.others.clear();
        for offer in &site.offers {
            let cost = offer.price + place - multipliers.student[offer.student];
            let bid = Bid { cost, student: offer.student };
            if core.entries[offer.student].is_member {
                keep_cheapest(&mut self.members, bid, most_members);
            } else if cost < 0 {
                self.others.push(bid);
            }
        }
        if most_members > SHORT {
            self.members.sort_unstable();
            self.members.truncate(most_members);
        }
        self.others.sort_unstable();
        let paying = self.members.iter().chain(&self.others).filter(|bid| bid.cost < 0);
        let all: i64 = paying.map(|bid| bid.cost * core.entries[bid.student].count).sum();
        self.pays = all - place * places;
    }
}

/// Adds a bid to a sorted list of the cheapest. Of many bids few are among the cheapest so far, so
/// that a short list costs hardly more than looking; a longer one is sorted by the caller.
fn keep_cheapest(list: &mut Vec<Bid>, bid: Bid, most: usize) {
    if most > SHORT {
        list.push(bid);
        return;
    }
    if list.len() == most {
        if list.last().is_none_or(|last| bid >= *last) {
            return;
        }
        list.pop();
    }
    let behind = list.iter().rev().take_while(|known| bid < **known).count();
    list.insert(list.len() - behind, bid);
}

/// The most members of any option that contains a site.
pub fn most_members(core: &Core) -> IdVec<SiteId, usize> {
    let mut most = IdVec::filled(0, core.sites.len());
    for choice in core.options.values() {
        let members = usize::try_from(choice.sizes.max).unwrap_or(0);
        for &site in &choice.sites {
            most[site] = members.max(most[site]);
        }
    }
    most
}

/// The best content of an option.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SubproblemSolution {
    /// What using the option comes to under prices, opening and size included.
    pub value: i64,
    /// How many members that takes.
    pub members: i64,
    /// What one member more, whose own cost is 0, would add at the least when they have to come.
    pub one_more: Option<i64>,
}

/// Who may fill an option, under prices.
pub struct Subproblems<'a> {
    /// The core.
    pub core: &'a Core<'a>,
    /// The prices.
    pub multipliers: &'a Multipliers,
    /// The list of each site.
    pub lists: &'a IdVec<SiteId, Shortlist>,
}

impl Subproblems<'_> {
    /// The best content of an option; `None` where not enough members can come.
    ///
    /// Members are taken cheapest first, each at the cheapest of the option's schools: the cost of
    /// their number is convex, so that the first number that is not better ends the search. That a
    /// school has only so many places is priced, not kept.
    pub fn best(&self, choice: &CoreOption, merge: &mut Merge) -> Option<SubproblemSolution> {
        let sizes = &choice.sizes;
        let size_cost = |members| self.core.size_cost(sizes, members);
        let mut sum = 0;
        let mut count = 0;
        let mut best = (sizes.min == 0).then(|| (size_cost(0), 0));
        let mut with_one = (sizes.min <= 1 && sizes.max >= 1).then(|| size_cost(1));
        merge.each(&self.members(choice), |bid, _| {
            for _ in 0..self.count(bid.student) {
                if count == sizes.max {
                    return ControlFlow::Break(());
                }
                count += 1;
                sum += bid.cost;
                if count + 1 >= sizes.min && count < sizes.max {
                    let cost = sum + size_cost(count + 1);
                    with_one = Some(with_one.map_or(cost, |known: i64| known.min(cost)));
                }
                if count >= sizes.min {
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
        let mut value = choice.opening + self.rent(choice) + cost;
        merge.each(&self.others(choice), |bid, _| {
            value += bid.cost * self.count(bid.student);
            ControlFlow::Continue(())
        });
        Some(SubproblemSolution { value, members, one_more: with_one.map(|with| with - cost) })
    }

    /// At most what the best content is worth, at a glance.
    pub fn quick_bound(&self, choice: &CoreOption) -> i64 {
        choice.opening + choice.sites.iter().map(|&site| self.lists[site].pays).sum::<i64>()
    }

    /// Tells who is in the best content: student, site, how many.
    pub fn tell(
        &self,
        choice: &CoreOption,
        solution: &SubproblemSolution,
        merge: &mut Merge,
        mut visit: impl FnMut(StudentId, SiteId, i64),
    ) {
        let mut left = solution.members;
        merge.each(&self.members(choice), |bid, position| {
            let count = self.count(bid.student).min(left);
            if count == 0 {
                return ControlFlow::Break(());
            }
            left -= count;
            visit(bid.student, choice.sites[position], count);
            ControlFlow::Continue(())
        });
        merge.each(&self.others(choice), |bid, position| {
            visit(bid.student, choice.sites[position], self.count(bid.student));
            ControlFlow::Continue(())
        });
    }

    fn members<'s>(&'s self, choice: &'s CoreOption) -> impl Iterator<Item = &'s [Bid]> + Clone {
        choice.sites.iter().map(|&site| self.lists[site].members.as_slice())
    }

    fn others<'s>(&'s self, choice: &'s CoreOption) -> impl Iterator<Item = &'s [Bid]> + Clone {
        choice.sites.iter().map(|&site| self.lists[site].others.as_slice())
    }

    fn count(&self, student: StudentId) -> i64 {
        self.core.entries[student].count
    }

    /// Using a school opens its places, which are worth their price.
    fn rent(&self, choice: &CoreOption) -> i64 {
        let places = |&site: &SiteId| {
            self.multipliers.place[self.core.sites[site].school] * self.core.places(site)
        };
        -choice.sites.iter().map(places).sum::<i64>()
    }
}
