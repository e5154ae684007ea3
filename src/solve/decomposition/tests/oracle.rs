//! The least cost of a plan, by going through all of them: every set of options, and for each every
//! division of the students, where equivalent states are kept once.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::IdVec;
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::OptionId;
use crate::plan::Setting;
use crate::solve::decomposition::bound::core::{Core, Offer, OwnerId, Requirement, Site, SiteId};

/// What a division of the students is judged by.
pub struct Judge<'a> {
    pub core: &'a Core<'a>,
    /// What placing one student somewhere costs.
    pub pair: &'a dyn Fn(&Site, Offer) -> i64,
    /// What leaving one student out costs; `None` where that may not be.
    pub left_out: &'a dyn Fn(StudentId) -> Option<i64>,
    /// Whether a school has a limited number of places.
    pub keeps_places: bool,
    /// Whether schools in the shell take students.
    pub opens_shell: bool,
}

/// One student who has to be at a site.
pub type Forced = Option<(StudentId, SiteId)>;

/// What is left of each site, and the members of each option.
type State = (Vec<i64>, Vec<i64>);

impl Judge<'_> {
    /// The least cost with all of these options and no other.
    pub fn least(&self, options: &[OptionId], forced: Forced) -> Option<i64> {
        let core = self.core;
        let choices: Vec<_> = options.iter().map(|&option| &core.options[option]).collect();
        let mut sites: Vec<(SiteId, Option<usize>)> = Vec::new();
        for (position, choice) in choices.iter().enumerate() {
            sites.extend(choice.sites.iter().map(|&site| (site, Some(position))));
        }
        if self.opens_shell {
            sites.extend(core.shell.iter().map(|&site| (site, None)));
        }
        let room = |&(site, _): &(SiteId, _)| {
            if self.keeps_places { core.places(site) } else { i64::MAX / 2 }
        };
        let opening = choices.iter().map(|choice| choice.opening).sum();
        let mut states: BTreeMap<State, i64> = BTreeMap::new();
        states.insert((sites.iter().map(room).collect(), vec![0; choices.len()]), opening);
        for student in core.entries.ids() {
            states = self.after(student, &sites, &states, forced);
        }
        let ends = states.into_iter().filter_map(|((_, members), cost)| {
            let all = choices.iter().zip(members);
            all.map(|(choice, members)| {
                let sizes = &choice.sizes;
                (sizes.fewest()..=sizes.max)
                    .contains(&members)
                    .then(|| core.size_cost(sizes, members))
            })
            .sum::<Option<i64>>()
            .map(|sizes| cost + sizes)
        });
        ends.min()
    }

    fn after(
        &self,
        student: StudentId,
        sites: &[(SiteId, Option<usize>)],
        states: &BTreeMap<State, i64>,
        forced: Forced,
    ) -> BTreeMap<State, i64> {
        let core = self.core;
        let entry = core.entries[student];
        let open: Vec<(usize, SiteId, i64)> = sites
            .iter()
            .enumerate()
            .filter_map(|(at, &(id, _))| {
                let site = &core.sites[id];
                let offer = site.offers.iter().find(|offer| offer.student == student)?;
                Some((at, id, (self.pair)(site, *offer)))
            })
            .collect();
        let is_forced = |way: &Vec<i64>| match forced {
            Some((who, site)) if who == student => {
                open.iter().zip(way).any(|(&(_, id, _), &count)| id == site && count > 0)
            }
            _ => true,
        };
        let ways: Vec<Vec<i64>> =
            divisions(entry.count, open.len()).into_iter().filter(is_forced).collect();
        let mut next = BTreeMap::new();
        for (state, cost) in states {
            for way in &ways {
                let out = entry.count - way.iter().sum::<i64>();
                let price = match (self.left_out)(student) {
                    Some(price) => price * out,
                    None if out > 0 => continue,
                    None => 0,
                };
                let (mut left, mut members) = state.clone();
                let mut cost = cost + price;
                for (&(at, _, price), &count) in open.iter().zip(way) {
                    left[at] -= count;
                    cost += price * count;
                    if let Some(position) = sites[at].1.filter(|_| entry.is_member) {
                        members[position] += count;
                    }
                }
                if left.iter().all(|&left| left >= 0) {
                    let known = next.entry((left, members)).or_insert(cost);
                    *known = cost.min(*known);
                }
            }
        }
        next
    }
}

/// All ways to send at most `count` identical students to `sites` sites.
fn divisions(count: i64, sites: usize) -> Vec<Vec<i64>> {
    let Some(others) = sites.checked_sub(1) else { return vec![Vec::new()] };
    let here = (0..=count).flat_map(|here| {
        let rest = divisions(count - here, others).into_iter();
        rest.map(move |rest| [vec![here], rest].concat())
    });
    here.collect()
}

/// A judge of real plans, by the prices of the core.
pub fn judge<'a>(core: &'a Core, left_out: &'a dyn Fn(StudentId) -> Option<i64>) -> Judge<'a> {
    let pair = &|_: &Site, offer: Offer| offer.price;
    Judge { core, pair, left_out, keeps_places: true, opens_shell: true }
}

/// The least cost of a plan with these options, and with one student somewhere.
pub fn least_with(core: &Core, options: &[OptionId], forced: Forced) -> Option<i64> {
    judge(core, &|student| core.entries[student].left_out).least(options, forced)
}

/// The least cost of a plan; `None` where there is none.
pub fn least(core: &Core) -> Option<i64> {
    sets(core).iter().filter_map(|set| least_with(core, set, None)).min()
}

/// All sets of options that may be used together.
pub fn sets(core: &Core) -> Vec<Vec<OptionId>> {
    let options: Vec<OptionId> = core.options.ids().collect();
    let most: IdVec<OwnerId, Option<i64>> = core.owners.values().map(|owned| owned.most).collect();
    sets_among(core, &options, &most)
}

/// All sets of some options that share no school, contain a form of each cluster among them that is
/// kept, and are not too many for any owner.
pub fn sets_among(
    core: &Core,
    options: &[OptionId],
    most: &IdVec<OwnerId, Option<i64>>,
) -> Vec<Vec<OptionId>> {
    let mut sets = Vec::new();
    extend(core, options, &mut Vec::new(), &mut sets);
    let kept = |set: &[OptionId]| -> BTreeSet<Requirement> {
        set.iter().filter_map(|&option| core.options[option].kept).collect()
    };
    let must = kept(options);
    sets.retain(|set: &Vec<OptionId>| {
        let fits = |(owner, most): (OwnerId, &Option<i64>)| {
            let used = set.iter().filter(|&&option| core.options[option].owner == owner).count();
            most.is_none_or(|most| used as i64 <= most)
        };
        kept(set) == must && most.iter().all(fits)
    });
    sets
}

fn extend(
    core: &Core,
    options: &[OptionId],
    chosen: &mut Vec<OptionId>,
    sets: &mut Vec<Vec<OptionId>>,
) {
    let Some((&option, others)) = options.split_first() else {
        sets.push(chosen.clone());
        return;
    };
    extend(core, others, chosen, sets);
    let taken: BTreeSet<SchoolId> = chosen.iter().flat_map(|&one| schools(core, one)).collect();
    if schools(core, option).iter().all(|school| !taken.contains(school)) {
        chosen.push(option);
        extend(core, others, chosen, sets);
        chosen.pop();
    }
}

/// The schools of an option.
pub fn schools(core: &Core, option: OptionId) -> Vec<SchoolId> {
    core.options[option].sites.iter().map(|&site| core.sites[site].school).collect()
}

/// Whether a site takes students when some options are used.
pub fn is_open(core: &Core, site: SiteId, options: &[OptionId]) -> bool {
    core.sites[site].setting == Setting::Shell
        || options.iter().any(|&option| core.options[option].sites.contains(&site))
}
