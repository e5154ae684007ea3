//! Slots: the nodes of a network in which clusters are opened.
//!
//! An owner has a slot for each cluster that it may use, which any of its sites can reach; or a slot for each
//! of its options, where these are few.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::IdVec;
use crate::model::candidates::OptionId;
use crate::solve::decomposition::bound::core::{Core, OwnerId, SiteId};
use crate::solve::flow::{ArcId, FlowNetwork, MOST_AMOUNT, NodeId, UNBOUNDED};

/// More arcs than this between sites and slots are not worth it.
const MOST_ARCS: usize = 200_000;

/// The node of a cluster, open or closed.
pub struct Slot {
    owner: OwnerId,
    /// The sites that can reach it, in order, and their arcs.
    sites: Vec<SiteId>,
    exits: Vec<ArcId>,
    /// The node.
    pub node: NodeId,
    /// Its arcs to the drain: for the members that it must have, those up to the target, and those beyond.
    arcs: [ArcId; 3],
    /// The option that is open here.
    pub option: Option<OptionId>,
    /// How many others than members the cluster is expected to take.
    pub expected: i64,
}

/// The slots of a network.
pub struct Slots {
    /// The slots.
    pub all: Vec<Slot>,
    plans: Vec<(OwnerId, Vec<SiteId>)>,
    of_owner: IdVec<OwnerId, Vec<usize>>,
}

impl Slots {
    /// A slot for each of some options.
    pub fn of_options(core: &Core, options: &[OptionId]) -> Self {
        let plans = options.iter().map(|&option| slot_of_option(core, option));
        Self::planned(core, plans.collect())
    }

    /// Slots in which any options that share no school can be open; `None` where that takes too many arcs.
    pub fn of_all(core: &Core) -> Option<Self> {
        let mut plans = Vec::new();
        for (owner, owned) in core.owners.iter() {
            let sites: BTreeSet<SiteId> = owned
                .options
                .iter()
                .flat_map(|&option| core.options[option].sites.iter().copied())
                .collect();
            let fewest = owned.options.iter().map(|&option| core.options[option].sites.len()).min();
            let schools: BTreeSet<_> = sites.iter().map(|&site| core.sites[site].school).collect();
            let disjoint = schools.len() / fewest.unwrap_or(1).max(1);
            let most = owned.most.and_then(|most| usize::try_from(most).ok());
            // Where more clusters are kept than may be used there is no plan, but a placing all the same.
            let is_kept = |option: &&OptionId| core.options[**option].kept.is_some();
            let kept = owned.options.iter().filter(is_kept).count();
            let slots = most.map_or(disjoint, |most| most.max(kept).min(disjoint));
            if owned.options.len() <= 2 * slots {
                plans.extend(owned.options.iter().map(|&option| slot_of_option(core, option)));
            } else {
                let sites: Vec<SiteId> = sites.into_iter().collect();
                plans.extend(std::iter::repeat_n((owner, sites), slots));
            }
            if plans.iter().map(|(_, sites)| sites.len()).sum::<usize>() > MOST_ARCS {
                return None;
            }
        }
        Some(Self::planned(core, plans))
    }

    fn planned(core: &Core, plans: Vec<(OwnerId, Vec<SiteId>)>) -> Self {
        let of_owner = IdVec::filled(Vec::new(), core.owners.len());
        Self { all: Vec::new(), plans, of_owner }
    }

    /// Adds the slots to a network, closed, with a node for each site that reaches one.
    pub fn add_to(
        &mut self,
        network: &mut FlowNetwork,
        drain: NodeId,
        sites: &mut BTreeMap<SiteId, NodeId>,
    ) {
        for (owner, reach) in std::mem::take(&mut self.plans) {
            let node = network.node(0);
            let mut exits = Vec::with_capacity(reach.len());
            for &site in &reach {
                let at = *sites.entry(site).or_insert_with(|| network.node(0));
                exits.push(network.arc(at, node, 0, 0, 0));
            }
            let mut arc = || network.arc(node, drain, 0, 0, 0);
            let arcs = [arc(), arc(), arc()];
            self.of_owner[owner].push(self.all.len());
            let (option, expected) = (None, 0);
            self.all.push(Slot { owner, sites: reach, exits, node, arcs, option, expected });
        }
    }

    /// Chooses a slot for each of some options, which keep the one that they have. Returns what changes. `None` where
    /// there are more options than slots for them.
    pub fn choose(&mut self, core: &Core, options: &[OptionId]) -> Option<Vec<SiteChange>> {
        let mut changes = Vec::new();
        for slot in &mut self.all {
            let Some(old) = slot.option else { continue };
            if !options.contains(&old) {
                slot.option = None;
                slot.expected = 0;
                for &site in &core.options[old].sites {
                    changes.push(SiteChange { site, slot: None, arc: slot.exit(site)? });
                }
            }
        }
        for &option in options {
            let choice = &core.options[option];
            let of_owner = &self.of_owner[choice.owner];
            if of_owner.iter().any(|&slot| self.all[slot].option == Some(option)) {
                continue;
            }
            let is_free = |slot: &Slot| {
                let reaches = choice.sites.iter().all(|&site| slot.exit(site).is_some());
                slot.option.is_none() && slot.owner == choice.owner && reaches
            };
            let free = of_owner.iter().copied().find(|&slot| is_free(&self.all[slot]))?;
            let slot = &mut self.all[free];
            slot.option = Some(option);
            for &site in &choice.sites {
                changes.push(SiteChange { site, slot: Some(free), arc: slot.exit(site)? });
            }
        }
        Some(changes)
    }
}

/// A site that is open in another slot than before, or in none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SiteChange {
    /// The site.
    pub site: SiteId,
    /// The slot in which it is open now.
    pub slot: Option<usize>,
    /// The arc between the site and that slot, or the one in which it was.
    pub arc: ArcId,
}

/// The bounds and the cost that an arc gets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ArcEdit {
    /// The arc.
    pub arc: ArcId,
    /// The least flow.
    pub fewest: i64,
    /// The most flow.
    pub most: i64,
    /// The cost of each unit, in points.
    pub cost: i64,
}

impl Slot {
    fn exit(&self, site: SiteId) -> Option<ArcId> {
        self.sites.binary_search(&site).ok().map(|at| self.exits[at])
    }

    /// The bounds and costs of its arcs to the drain. `missing` is the price of each member that the cluster
    /// lacks; `None` where it may lack none.
    pub fn edits(&self, core: &Core, missing: Option<i64>) -> [ArcEdit; 3] {
        let Some(option) = self.option else {
            return self.arcs.map(|arc| ArcEdit { arc, fewest: 0, most: 0, cost: 0 });
        };
        let [least, wished, beyond] = self.arcs;
        let sizes = core.options[option].sizes;
        let price = core.off_target;
        let needed = sizes.min + self.expected;
        let bounded = |most: i64| if most >= MOST_AMOUNT { UNBOUNDED } else { most };
        // A minimum that has a price of its own binds nothing.
        let missing = sizes.below_min.or(missing);
        let fewest = if missing.is_some() { 0 } else { needed };
        let (to_target, to_most) =
            (sizes.target - sizes.min, sizes.max.saturating_sub(sizes.target));
        let lacking = -missing.unwrap_or(0) - price;
        [
            ArcEdit { arc: least, fewest, most: bounded(needed), cost: lacking },
            ArcEdit { arc: wished, fewest: 0, most: bounded(to_target), cost: -price },
            ArcEdit { arc: beyond, fewest: 0, most: bounded(to_most), cost: price },
        ]
    }
}

fn slot_of_option(core: &Core, option: OptionId) -> (OwnerId, Vec<SiteId>) {
    let choice = &core.options[option];
    let mut sites = choice.sites.clone();
    sites.sort_unstable();
    (choice.owner, sites)
}
