//! Letting pairs into a network that begins with a part of them: column generation (Ford and Fulkerson, 1958).

use rayon::prelude::*;

use super::{MUST, Placer, Way};
use crate::base::IdVec;
use crate::instance::StudentId;
use crate::solve::decomposition::bound::core::{Offer, SiteId};
use crate::solve::flow::NodeId;

/// Pairs of a site that are let in at a time, for each of its places.
const PAIRS_PER_PLACE: usize = 2;

impl Placer<'_> {
    /// Lets in, for each open site, the pairs that make the flow cheaper most; whether there are any.
    pub(super) fn let_in_better_pairs(&mut self) -> bool {
        let potential = |node: &NodeId| self.simplex.potential(*node);
        let students: IdVec<StudentId, i64> = self.students.values().map(potential).collect();
        let open: Vec<(SiteId, NodeId)> = self.open_sites();
        let of_sites = open
            .par_iter()
            .map(|&(site, node)| self.better_pairs(site, potential(&node), &students));
        let better: Vec<Vec<Offer>> = of_sites.collect();
        for ((site, node), offers) in open.into_iter().zip(&better) {
            for &Offer { student, price } in offers {
                let from = self.students[student];
                let arc = self.simplex.add_arc(from, node, price.min(MUST)).expect("a price");
                let way = Way { student, site, arc };
                self.ways.push(way);
                if !self.core.entries[student].is_member {
                    self.others.push(way);
                }
            }
        }
        better.iter().any(|offers| !offers.is_empty())
    }

    pub(super) fn open_sites(&self) -> Vec<(SiteId, NodeId)> {
        let is_open = |site: SiteId| match self.shell.get(&site) {
            Some(&arc) => self.simplex.network().bounds(arc).1 > 0,
            None => self.slot_of[site].is_some(),
        };
        self.sites
            .iter()
            .map(|(&site, &node)| (site, node))
            .filter(|&(site, _)| is_open(site))
            .collect()
    }

    /// The pairs of a site that make the flow cheaper most, by student; all of them are outside the network, which
    /// is optimal.
    fn better_pairs(
        &self,
        site: SiteId,
        here: i64,
        students: &IdVec<StudentId, i64>,
    ) -> Vec<Offer> {
        let core = self.core;
        let takes_others = !self.is_held && !self.for_members.contains(&site);
        let mut better: Vec<(i64, Offer)> = Vec::new();
        for &offer in &core.sites[site].offers {
            let reduced = offer.price.min(MUST) + students[offer.student] - here;
            if reduced < 0 && (takes_others || core.entries[offer.student].is_member) {
                better.push((reduced, offer));
            }
        }
        let most = PAIRS_PER_PLACE * usize::try_from(core.places(site)).unwrap_or(0);
        if most < better.len() {
            let order = |&(reduced, offer): &(i64, Offer)| (reduced, offer.student);
            better.select_nth_unstable_by_key(most, order);
            better.truncate(most);
        }
        let mut better: Vec<Offer> = better.into_iter().map(|(_, offer)| offer).collect();
        better.sort_unstable_by_key(|offer| offer.student);
        better
    }
}
