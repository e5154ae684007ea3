//! Which options the plans of a part of the search use, as far as that is decided.
//!
//! To decide on a single option changes little where thousands differ by one school. A decision is therefore about a
//! school: in no cluster of its owner, in one of which some schools are known, or in a further one. What is known of a
//! cluster is a group of options, of which exactly one is used.

use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::instance::SchoolId;
use crate::model::candidates::OptionId;
use crate::solve::decomposition::bound::core::{Core, OwnerId};

/// Which options the plans of a part use.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UndecidedOptions {
    /// Of each of these groups exactly one.
    pub groups: Vec<Vec<OptionId>>,
    /// Of these any.
    pub free: Vec<OptionId>,
}

impl UndecidedOptions {
    /// Those of a core: the forms of each kept cluster are a group.
    pub fn of(core: &Core) -> Self {
        let (mut groups, mut free) = (BTreeMap::<_, Vec<OptionId>>::new(), Vec::new());
        for &option in core.owners.values().flat_map(|owned| &owned.options) {
            match core.options[option].kept {
                Some(requirement) => groups.entry(requirement).or_default().push(option),
                None => free.push(option),
            }
        }
        Self { groups: groups.into_values().collect(), free }
    }

    /// What is left of them where only some options, in order, may be used; `None` if nothing is left of a group.
    pub fn within(&self, core: &Core, some: &[OptionId]) -> Option<Self> {
        let mut left = self.clone();
        left.retain(|option| some.binary_search(&option).is_ok());
        left.settled(core)
    }

    fn retain(&mut self, may_be_used: impl Fn(OptionId) -> bool) {
        for options in self.groups.iter_mut().chain([&mut self.free]) {
            options.retain(|&option| may_be_used(option));
        }
    }

    /// These without those that share a school with every option of a group; `None` if nothing is left of a group.
    fn settled(mut self, core: &Core) -> Option<Self> {
        for at in 0..self.groups.len() {
            let common = common_schools(core, &self.groups[at])?;
            let is_apart = |&option: &OptionId| {
                core.schools(&core.options[option]).iter().all(|school| !common.contains(school))
            };
            for (other, options) in self.groups.iter_mut().enumerate() {
                if other != at {
                    options.retain(is_apart);
                }
            }
            self.free.retain(is_apart);
        }
        self.groups.iter().all(|group| !group.is_empty()).then_some(self)
    }

    /// The number of options that may be used or not.
    pub fn number_undecided(&self) -> usize {
        let groups = self.groups.iter().map(|group| group.len() - 1);
        groups.sum::<usize>() + self.free.len()
    }

    /// The school of an owner that the steps of an ascent used closest to half of the time, where it may be used or not;
    /// `None` where all are decided.
    pub fn most_undecided(
        &self,
        core: &Core,
        times: &IdVec<OptionId, u32>,
        steps: u32,
    ) -> Option<(OwnerId, SchoolId)> {
        let mut used = BTreeMap::<(OwnerId, SchoolId), u32>::new();
        for &option in self.groups.iter().flatten().chain(&self.free) {
            let choice = &core.options[option];
            for school in core.schools(choice) {
                *used.entry((choice.owner, school)).or_default() += times[option];
            }
        }
        for group in &self.groups {
            let owner = core.options[group[0]].owner;
            for school in common_schools(core, group).into_iter().flatten() {
                used.remove(&(owner, school));
            }
        }
        let most = used.into_iter().min_by_key(|&(_, used)| (2 * used).abs_diff(steps));
        most.map(|(school, _)| school)
    }

    /// The parts in which a school is in no cluster of its owner, in that of each group, and in a further one.
    pub fn parts(&self, core: &Core, owner: OwnerId, school: SchoolId) -> Vec<Self> {
        let has = |option: OptionId| {
            let choice = &core.options[option];
            choice.owner == owner && core.schools(choice).contains(&school)
        };
        let mut without = self.clone();
        without.retain(|option| !has(option));
        let mut parts = Vec::new();
        let groups = self.groups.iter().chain([&self.free]).enumerate();
        for (at, group) in groups {
            let with: Vec<OptionId> = group.iter().copied().filter(|&option| has(option)).collect();
            if with.is_empty() {
                continue;
            }
            let mut part = without.clone();
            match part.groups.get_mut(at) {
                Some(group) => *group = with,
                None => part.groups.push(with),
            }
            parts.push(part);
        }
        parts.push(without);
        parts.into_iter().filter_map(|part| part.settled(core)).collect()
    }
}

/// The schools that all of some options have; `None` without options.
fn common_schools(core: &Core, options: &[OptionId]) -> Option<Vec<SchoolId>> {
    let (first, others) = options.split_first()?;
    let mut common = core.schools(&core.options[*first]);
    for &option in others {
        let schools = core.schools(&core.options[option]);
        common.retain(|school| schools.contains(school));
    }
    Some(common)
}
