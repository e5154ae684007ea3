//! Pricing: chooses the entering arc, the one with the most negative reduced cost in a block of arcs.
//!
//! Dantzig's rule over all arcs needs few pivots, each with a scan of every arc; the first improving arc
//! is found quickly but improves little. Block search is in between (Grigoriadis 1986; Király and Kovács
//! 2012): it stops at the first block that has an improving arc, and takes the best one in it.
//!
//! Most arcs of a network with many choices are too expensive ever to be used. So blocks are cut from a
//! candidate list: the cheapest few arcs that leave or enter each node. Only when none of those improves
//! are all arcs scanned, and the improving ones join the list (sifting; R. E. Bixby et al., "Very
//! large-scale linear programming: a case study in combining interior point and simplex methods",
//! Operations Research 40, 1992).

use super::network::{ArcId, FlowNetwork};
use crate::base::Id;

/// The state of a nonbasic arc at its lower bound.
pub(super) const AT_LOWER: i8 = 1;

/// The state of a nonbasic arc at its upper bound.
pub(super) const AT_UPPER: i8 = -1;

/// The state of an arc that cannot enter: basic, or with equal bounds.
pub(super) const CLOSED: i8 = 0;

/// The least number of arcs in a block.
const LEAST_BLOCK: usize = 20;

/// The number of leaving and of entering arcs per node on the first candidate list. Few enough for the
/// list to stay in the cache, and enough to hold most arcs that end up in use; twice as many took twice the
/// time where each node has thirty.
const FIRST: usize = 4;

/// The number of blocks without an improving arc after which such arcs are rare. Then one scan of the
/// candidate list collects them all, which saves a long scan for each of them.
const RARE: usize = 4;

/// An arc on the candidate list, with the data that its reduced cost needs side by side in memory.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    cost: i64,
    tail: u32,
    head: u32,
    arc: u32,
}

/// The candidate list, and the position of the search in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Pricing {
    listed: Vec<Candidate>,
    /// Where the next block starts; the search is cyclic.
    position: usize,
    /// Improving arcs, collected when they had become rare; searched first.
    improving: Vec<Candidate>,
}

impl Pricing {
    /// Makes the candidate list of the cheapest arcs of each node, in the order of their numbers.
    pub fn begin(&mut self, network: &FlowNetwork) {
        let mut arcs = cheapest(network, &network.tail);
        arcs.extend(cheapest(network, &network.head));
        arcs.sort_unstable();
        arcs.dedup();
        self.listed = arcs.into_iter().map(|arc| Candidate::new(network, arc)).collect();
    }

    /// Puts an arc on the candidate list.
    pub fn list(&mut self, network: &FlowNetwork, arc: ArcId) {
        let arc = u32::try_from(arc.index()).expect("few enough arcs");
        self.listed.push(Candidate::new(network, arc));
    }

    /// Copies costs that have changed into the list.
    pub fn reprice(&mut self, network: &FlowNetwork) {
        self.improving.clear();
        for listed in &mut self.listed {
            listed.cost = network.cost[listed.arc as usize];
        }
    }

    /// An arc of which a change of flow reduces the cost, with the change of cost per unit, a negative
    /// number; `None` if the basis is optimal. The search continues where it last ended.
    pub fn entering(
        &mut self,
        network: &FlowNetwork,
        state: &[i8],
        potential: &[i64],
    ) -> Option<(usize, i64)> {
        loop {
            let found = self
                .best_improving(state, potential)
                .or_else(|| self.best_listed(state, potential));
            if found.is_some() || !self.sift(network, state, potential) {
                return found;
            }
        }
    }

    /// The best of the last few of the collected arcs that still improve; drops those that do not.
    fn best_improving(&mut self, state: &[i8], potential: &[i64]) -> Option<(usize, i64)> {
        let block = self.block();
        let mut best = 0;
        let mut found = 0;
        let mut at = self.improving.len();
        let mut scanned = 0;
        while at > 0 && (best == 0 || scanned < block) {
            at -= 1;
            scanned += 1;
            let listed = self.improving[at];
            let change = listed.cost_change(state, potential);
            if change >= 0 {
                self.improving.swap_remove(at);
            } else if change < best {
                best = change;
                found = listed.arc as usize;
            }
        }
        (best < 0).then_some((found, best))
    }

    /// Proportional to the square root of the number of arcs, which balances the time of pricing and of
    /// pivoting (Király and Kovács 2012).
    fn block(&self) -> usize {
        (self.listed.len().isqrt() / 2).max(LEAST_BLOCK)
    }

    /// The best arc of the first block of the candidate list that has an improving one.
    fn best_listed(&mut self, state: &[i8], potential: &[i64]) -> Option<(usize, i64)> {
        let count = self.listed.len();
        let block = self.block();
        let mut scanned = 0;
        while scanned < count {
            let start = if self.position < count { self.position } else { 0 };
            let end = count.min(start + block);
            let mut best = 0;
            let mut found = 0;
            for listed in &self.listed[start..end] {
                let change = listed.cost_change(state, potential);
                if change < best {
                    best = change;
                    found = listed.arc as usize;
                }
            }
            scanned += end - start;
            self.position = end;
            if best < 0 {
                if scanned > RARE * block {
                    let improves = |listed: &&Candidate| listed.cost_change(state, potential) < 0;
                    self.improving.extend(self.listed.iter().filter(improves));
                }
                return Some((found, best));
            }
        }
        None
    }

    /// Scans all arcs once no listed one improves, and adds those that do to the list. Returns whether there
    /// are any; if not, the basis is optimal.
    fn sift(&mut self, network: &FlowNetwork, state: &[i8], potential: &[i64]) -> bool {
        self.position = self.listed.len();
        let ends = network.tail.iter().zip(&network.head);
        let prices = network.cost.iter().zip(state);
        for (arc, ((&tail, &head), (&cost, &state))) in (0..).zip(ends.zip(prices)) {
            if cost_change(cost, tail, head, state, potential) < 0 {
                self.listed.push(Candidate { cost, tail, head, arc });
            }
        }
        self.position < self.listed.len()
    }
}

/// The cheapest [`FIRST`] arcs of each node, where `ends` gives each arc the node it belongs to.
fn cheapest(network: &FlowNetwork, ends: &[u32]) -> Vec<u32> {
    let mut of_nodes: Vec<Vec<(i64, u32)>> = vec![Vec::new(); network.nodes()];
    for (arc, (&end, &cost)) in (0..).zip(ends.iter().zip(&network.cost)) {
        let own = &mut of_nodes[end as usize];
        own.push((cost, arc));
        // Dropping the expensive ones every few arcs bounds memory, at constant amortised time per arc.
        if own.len() == 4 * FIRST {
            keep_cheapest(own);
        }
    }
    of_nodes.iter_mut().for_each(keep_cheapest);
    of_nodes.into_iter().flatten().map(|(_, arc)| arc).collect()
}

/// Drops all but the first [`FIRST`] in order of cost, then of number.
fn keep_cheapest(arcs: &mut Vec<(i64, u32)>) {
    if arcs.len() > FIRST {
        arcs.select_nth_unstable(FIRST);
        arcs.truncate(FIRST);
    }
}

impl Candidate {
    fn new(network: &FlowNetwork, arc: u32) -> Self {
        let index = arc as usize;
        let (tail, head) = (network.tail[index], network.head[index]);
        Self { cost: network.cost[index], tail, head, arc }
    }

    /// See [`cost_change`].
    fn cost_change(&self, state: &[i8], potential: &[i64]) -> i64 {
        cost_change(self.cost, self.tail, self.head, state[self.arc as usize], potential)
    }
}

/// The change of cost per unit by which the arc moves off its bound: the reduced cost at the lower bound,
/// its negative at the upper bound, and 0 if the arc cannot enter. It improves if negative. Costs are far
/// below 2^61 and potentials are below it, so that nothing wraps.
fn cost_change(cost: i64, tail: u32, head: u32, state: i8, potential: &[i64]) -> i64 {
    let reduced =
        cost.wrapping_add(potential[tail as usize]).wrapping_sub(potential[head as usize]);
    reduced.wrapping_mul(i64::from(state))
}
