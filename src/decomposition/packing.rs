//! The best disjoint options of one owner: weighted set packing by branch and bound.

use super::core::{Choice, Core, Holder, OwnerId};
use crate::base::{Id, IdVec};
use crate::candidates::OptionId;
use crate::instance::SchoolId;

/// How far the first search goes, in options tried, before it settles for a slack.
const TRIES: u32 = 20_000;
/// The first slack, in points; each further one is this many times larger.
const FIRST_SLACK: i64 = 64;
const SLACK_FACTOR: i64 = 8;

/// The best options of an owner that share no school.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Packing {
    /// No packing is worth less than this.
    pub bound: i64,
    /// A packing that is worth as little, or within the slack that the search settled for.
    pub options: Vec<OptionId>,
}

/// An option that may be packed: what it is worth, which one, and its schools.
struct Item {
    value: i64,
    option: OptionId,
    schools: Vec<SchoolId>,
}

/// The options of an owner, ready to be packed.
pub struct Packer<'a> {
    core: &'a Core<'a>,
    kept: Vec<Item>,
    items: Vec<Item>,
    most: i64,
}

impl<'a> Packer<'a> {
    /// The options of an owner with their values (never more than they are worth), in the order of
    /// the owner's list; `None` is an option that cannot be filled. `None` where kept clusters
    /// cannot all be used.
    pub fn new(core: &'a Core, owner: OwnerId, values: &[Option<i64>]) -> Option<Self> {
        let holder = &core.owners[owner];
        let mut items = Vec::new();
        let mut kept: Vec<(crate::instance::ClusterId, Option<Item>)> = Vec::new();
        for (&option, &value) in holder.options.iter().zip(values) {
            let choice = &core.options[option];
            if let Some(cluster) = choice.kept {
                if kept.last().is_none_or(|(last, _)| *last != cluster) {
                    kept.push((cluster, None));
                }
                let best = kept.last_mut().map(|(_, best)| best)?;
                let known = best.as_ref().map(|item: &Item| item.value);
                if let Some(value) = value.filter(|&value| known.is_none_or(|known| value < known))
                {
                    *best = Some(item(core, option, value));
                }
            } else if let Some(value) = value.filter(|&value| value < 0) {
                items.push(item(core, option, value));
            }
        }
        items.sort_by_key(|item| (item.value, item.option));
        let kept: Option<Vec<Item>> = kept.into_iter().map(|(_, best)| best).collect();
        let kept = kept?;
        let most = most_of(holder) - kept.len() as i64;
        (most >= 0).then_some(Self { core, kept, items, most })
    }

    /// The best packing.
    pub fn best(&self) -> Packing {
        let mut packing = self.pack(self.most, &[]);
        packing.bound += self.kept.iter().map(|item| item.value).sum::<i64>();
        packing.options.extend(self.kept.iter().map(|item| item.option));
        packing.options.sort_unstable();
        packing
    }

    /// No packing with this option, worth this much, is worth less; `None` where there is none.
    pub fn bound_with(&self, option: OptionId, value: i64) -> Option<i64> {
        let choice = &self.core.options[option];
        let others = self.kept.iter().filter(|item| {
            choice.kept.is_none() || self.core.options[item.option].kept != choice.kept
        });
        let others: i64 = others.map(|item| item.value).sum();
        let most = if choice.kept.is_some() { self.most } else { self.most - 1 };
        let schools = schools(self.core, choice);
        (most >= 0).then(|| value + others + self.pack(most, &schools).bound)
    }

    /// The same at a glance: never more.
    pub fn glance_with(&self, option: OptionId, value: i64, one_less: i64) -> i64 {
        if self.core.options[option].kept.is_some() {
            return self.bound_with(option, value).unwrap_or(i64::MAX / 4);
        }
        value + one_less
    }

    /// The bound on packings with one option less than there may be.
    pub fn one_less(&self) -> i64 {
        let kept: i64 = self.kept.iter().map(|item| item.value).sum();
        kept + self.pack((self.most - 1).max(0), &[]).bound
    }

    /// Packs items that avoid some schools. A search that takes too long settles for a slack: it
    /// passes over what could be better by less, and the bound is lower by as much.
    fn pack(&self, most: i64, taken: &[SchoolId]) -> Packing {
        let mut slack = 0;
        loop {
            let mut search = Search::new(self, taken, slack);
            if search.extend(0, most, 0) {
                let bound = if search.has_passed { search.best - slack } else { search.best };
                return Packing { bound, options: search.options };
            }
            slack = if slack == 0 { FIRST_SLACK } else { slack * SLACK_FACTOR };
        }
    }
}

fn item(core: &Core, option: OptionId, value: i64) -> Item {
    Item { value, option, schools: schools(core, &core.options[option]) }
}

fn schools(core: &Core, choice: &Choice) -> Vec<SchoolId> {
    choice.sites.iter().map(|&site| core.sites[site].school).collect()
}

fn most_of(holder: &Holder) -> i64 {
    holder.most.unwrap_or(holder.options.len() as i64)
}

/// A depth-first search, best items first.
struct Search<'a> {
    items: &'a [Item],
    taken: IdVec<SchoolId, bool>,
    chosen: Vec<OptionId>,
    best: i64,
    options: Vec<OptionId>,
    slack: i64,
    has_passed: bool,
    tries: u32,
}

impl<'a> Search<'a> {
    fn new(packer: &'a Packer, taken: &[SchoolId], slack: i64) -> Self {
        let schools = packer.items.iter().flat_map(|item| &item.schools).chain(taken);
        let size = schools.map(|school| school.index() + 1).max().unwrap_or(0);
        let mut search = Self {
            items: &packer.items,
            taken: IdVec::filled(false, size),
            chosen: Vec::new(),
            best: 0,
            options: Vec::new(),
            slack,
            has_passed: false,
            tries: TRIES,
        };
        search.mark(taken, true);
        search
    }

    /// Extends what is chosen by items from a position on; whether it came to an end.
    fn extend(&mut self, from: usize, most: i64, value: i64) -> bool {
        if value < self.best {
            self.best = value;
            self.options.clone_from(&self.chosen);
        }
        if most <= 0 {
            return true;
        }
        let items = self.items;
        for (position, item) in items.iter().enumerate().skip(from) {
            // At the very best, all that follow are worth as much as this one.
            let hope = value + most.min((items.len() - position) as i64) * item.value;
            if hope >= self.best - self.slack {
                self.has_passed |= hope < self.best;
                return true;
            }
            if item.schools.iter().any(|&school| self.taken[school]) {
                continue;
            }
            if self.tries == 0 {
                return false;
            }
            self.tries -= 1;
            self.mark(&item.schools, true);
            self.chosen.push(item.option);
            let ended = self.extend(position + 1, most - 1, value + item.value);
            self.chosen.pop();
            self.mark(&item.schools, false);
            if !ended {
                return false;
            }
        }
        true
    }

    fn mark(&mut self, schools: &[SchoolId], taken: bool) {
        for &school in schools {
            self.taken[school] = taken;
        }
    }
}
