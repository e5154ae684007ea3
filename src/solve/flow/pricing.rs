//! Which arc enters the basis: the worst of a block of arcs, block after block.
//!
//! Most arcs of a network with a choice of many are too dear ever to be used. So the blocks are of
//! a short list: the cheapest few that leave or enter each node. Only when none of those pays all arcs are
//! looked at, and those that pay join the list (sifting; R. E. Bixby and others, 1992, "Very
//! large-scale linear programming: a case study in combining interior point and simplex methods").

use super::network::Network;

/// An arc outside the tree that carries its lower bound.
pub(super) const AT_LOWER: i8 = 1;

/// An arc outside the tree that carries its upper bound.
pub(super) const AT_UPPER: i8 = -1;

/// An arc that cannot enter: in the tree, or with bounds that are the same.
pub(super) const CLOSED: i8 = 0;

/// The fewest arcs in a block.
const LEAST_BLOCK: usize = 20;

/// How many arcs of each node, either way, are on the first short list. Few enough for the list to stay close by,
/// and enough for most arcs that are used; twice as many took twice the time where each node has
/// thirty.
const FIRST: usize = 4;

/// After how many blocks without an arc that pays such arcs are rare. Then one look through the short
/// list finds them all, and saves many looks for one of them.
const RARE: usize = 4;

/// An arc on the short list, with all that its price needs side by side.
#[derive(Clone, Copy, Debug)]
struct Listed {
    cost: i64,
    tail: u32,
    head: u32,
    arc: u32,
}

/// The short list, and where the search for an entering arc stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Pricing {
    listed: Vec<Listed>,
    position: usize,
    /// What was found to pay when such arcs had become rare; looked at before anything else.
    paying: Vec<Listed>,
}

impl Pricing {
    /// Lists the cheapest arcs of each node, in the order of all arcs.
    pub fn begin(&mut self, network: &Network) {
        let mut arcs = cheapest(network, &network.tail);
        arcs.extend(cheapest(network, &network.head));
        arcs.sort_unstable();
        arcs.dedup();
        self.listed = arcs.into_iter().map(|arc| Listed::new(network, arc)).collect();
    }

    /// Takes over costs that have changed.
    pub fn reprice(&mut self, network: &Network) {
        self.paying.clear();
        for listed in &mut self.listed {
            listed.cost = network.cost[listed.arc as usize];
        }
    }

    /// An arc whose reduced cost tells that a change of its flow pays, if there is one, with what
    /// a unit of change brings, below 0. The search goes on where it last ended.
    pub fn entering(
        &mut self,
        network: &Network,
        state: &[i8],
        potential: &[i64],
    ) -> Option<(usize, i64)> {
        loop {
            let found = self.paying(state, potential).or_else(|| self.listed(state, potential));
            if found.is_some() || !self.sift(network, state, potential) {
                return found;
            }
        }
    }

    /// The worst of the arcs that were found to pay and still do.
    fn paying(&mut self, state: &[i8], potential: &[i64]) -> Option<(usize, i64)> {
        let mut best = 0;
        let mut found = 0;
        self.paying.retain(|listed| {
            let gain = listed.gain(state, potential);
            if gain < best {
                best = gain;
                found = listed.arc as usize;
            }
            gain < 0
        });
        (best < 0).then_some((found, best))
    }

    /// Such an arc of the short list.
    fn listed(&mut self, state: &[i8], potential: &[i64]) -> Option<(usize, i64)> {
        let count = self.listed.len();
        // In the order of the root of their number: then looking and pivoting take like times.
        let block = (count.isqrt() / 2).max(LEAST_BLOCK);
        let mut looked_at = 0;
        while looked_at < count {
            let start = if self.position < count { self.position } else { 0 };
            let end = count.min(start + block);
            let mut best = 0;
            let mut found = 0;
            for listed in &self.listed[start..end] {
                let gain = listed.gain(state, potential);
                if gain < best {
                    best = gain;
                    found = listed.arc as usize;
                }
            }
            looked_at += end - start;
            self.position = end;
            if best < 0 {
                if looked_at > RARE * block {
                    let pays = |listed: &&Listed| listed.gain(state, potential) < 0;
                    self.paying.extend(self.listed.iter().filter(pays));
                }
                return Some((found, best));
            }
        }
        None
    }

    /// Adds all arcs that pay to the short list when none of it does. Returns whether there are any.
    fn sift(&mut self, network: &Network, state: &[i8], potential: &[i64]) -> bool {
        self.position = self.listed.len();
        let ends = network.tail.iter().zip(&network.head);
        let prices = network.cost.iter().zip(state);
        for (arc, ((&tail, &head), (&cost, &state))) in (0..).zip(ends.zip(prices)) {
            if gain(cost, tail, head, state, potential) < 0 {
                self.listed.push(Listed { cost, tail, head, arc });
            }
        }
        self.position < self.listed.len()
    }
}

/// The cheapest few arcs of each node that have it at one of their ends.
fn cheapest(network: &Network, ends: &[u32]) -> Vec<u32> {
    let mut of_nodes: Vec<Vec<(i64, u32)>> = vec![Vec::new(); network.nodes()];
    for (arc, (&end, &cost)) in (0..).zip(ends.iter().zip(&network.cost)) {
        let own = &mut of_nodes[end as usize];
        own.push((cost, arc));
        // Dear ones are dropped now and then, which takes no longer than looking at them.
        if own.len() == 4 * FIRST {
            keep_cheapest(own);
        }
    }
    of_nodes.iter_mut().for_each(keep_cheapest);
    of_nodes.into_iter().flatten().map(|(_, arc)| arc).collect()
}

/// Drops all but the first few in order of cost, then of number.
fn keep_cheapest(arcs: &mut Vec<(i64, u32)>) {
    if arcs.len() > FIRST {
        arcs.select_nth_unstable(FIRST);
        arcs.truncate(FIRST);
    }
}

impl Listed {
    fn new(network: &Network, arc: u32) -> Self {
        let place = arc as usize;
        let (tail, head) = (network.tail[place], network.head[place]);
        Self { cost: network.cost[place], tail, head, arc }
    }

    /// What a unit of change on the arc brings; it pays if that is below 0.
    fn gain(&self, state: &[i8], potential: &[i64]) -> i64 {
        gain(self.cost, self.tail, self.head, state[self.arc as usize], potential)
    }
}

/// The reduced cost of an arc at its lower bound, its opposite at the upper bound, 0 in the tree.
/// Costs and potentials are far below 2^61, so nothing can wrap.
fn gain(cost: i64, tail: u32, head: u32, state: i8, potential: &[i64]) -> i64 {
    let reduced =
        cost.wrapping_add(potential[tail as usize]).wrapping_sub(potential[head as usize]);
    reduced.wrapping_mul(i64::from(state))
}
