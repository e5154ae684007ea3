//! Free places for those who are no members.
//!
//! While a network places members, it lets a cluster take no more students than its largest number of members and the
//! others who are expected there. Places beyond that stay free although they would do for someone who counts for no
//! size. Those who are left out get them by a flow of their own.

use std::collections::BTreeMap;

use super::{MUST, Placed, Placer};
use crate::instance::{SchoolId, StudentId};
use crate::plan::assignment::{Assignment, Placement};
use crate::solve::decomposition::bound::core::Offer;
use crate::solve::flow::{ArcId, FlowNetwork, FlowOutcome, NetworkSimplex, NodeId, UNBOUNDED};

impl Placer<'_> {
    /// A placing in which those who are no members and left out have got the places that are free.
    pub(super) fn with_free_places_taken(&self, placed: Placed) -> Placed {
        let waiting = self.waiting();
        let free = self.free_places(&placed);
        // Where students in clusters are counted, they are worth more than their pairs say.
        if waiting.is_empty() || free.is_empty() || self.core.share.is_some() {
            return placed;
        }
        let core = self.core;
        let mut network = FlowNetwork::default();
        let total: i64 = waiting.values().sum();
        let drain = network.node(-total);
        let mut students: BTreeMap<StudentId, NodeId> = BTreeMap::new();
        let mut left_out = 0;
        for (&student, &count) in &waiting {
            let node = network.node(count);
            let price = core.entries[student].left_out.map_or(MUST, |price| price.min(MUST));
            network.arc(node, drain, 0, UNBOUNDED, price);
            left_out += price * count;
            students.insert(student, node);
        }
        let mut ways: Vec<(StudentId, SchoolId, ArcId)> = Vec::new();
        for (site, _) in self.open_sites() {
            let of_site = &core.sites[site];
            let Some(&free) = free.get(&of_site.school) else { continue };
            let at = network.node(0);
            network.arc(at, drain, 0, free, 0);
            for &Offer { student, price } in &of_site.offers {
                if let Some(&from) = students.get(&student) {
                    let arc = network.arc(from, at, 0, UNBOUNDED, price.min(MUST));
                    ways.push((student, of_site.school, arc));
                }
            }
        }
        let mut simplex = NetworkSimplex::new(network).expect("the drain takes everyone");
        if simplex.solve(&|| false) != FlowOutcome::Optimal {
            return placed;
        }
        let Assignment { clusters, mut placements } = placed.assignment;
        for (student, school, arc) in ways {
            let count = simplex.flow(arc);
            if count > 0 {
                placements.push(Placement { student, school, count });
            }
        }
        let cost = placed.cost + i64::try_from(simplex.cost()).expect("a sum of prices") - left_out;
        Placed { assignment: Assignment::new(clusters, placements), cost, ..placed }
    }

    /// How many of each entry that is no member are left out.
    fn waiting(&self) -> BTreeMap<StudentId, i64> {
        let others = self.core.entries.iter().filter(|(_, entry)| !entry.is_member);
        let left_out = others.map(|(id, _)| (id, self.simplex.flow(self.left_out[id])));
        left_out.filter(|&(_, count)| count > 0).collect()
    }

    /// How many places are free at each open school that has any.
    fn free_places(&self, placed: &Placed) -> BTreeMap<SchoolId, i64> {
        let open = self.open_sites().into_iter();
        let places = open.map(|(site, _)| (self.core.sites[site].school, self.core.places(site)));
        let mut free: BTreeMap<SchoolId, i64> = places.collect();
        for placement in &placed.assignment.placements {
            if let Some(free) = free.get_mut(&placement.school) {
                *free -= placement.count;
            }
        }
        free.retain(|_, free| *free > 0);
        free
    }
}
