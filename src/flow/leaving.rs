//! The arcs of a network by the node that they leave.

use super::network::Network;

/// All arcs by tail, the cheapest of a node first.
pub(super) struct Leaving {
    /// Where the arcs of each node begin, and one more for the end of all.
    starts: Vec<u32>,
    arcs: Vec<u32>,
}

impl Leaving {
    /// Looks through all arcs of a network.
    pub fn new(network: &Network) -> Self {
        let nodes = network.nodes();
        let mut starts = vec![0; nodes + 1];
        for &tail in &network.tail {
            starts[tail as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut free = starts.clone();
        let mut arcs = vec![0; network.arcs()];
        for (arc, &tail) in (0..).zip(&network.tail) {
            let place: &mut u32 = &mut free[tail as usize];
            arcs[*place as usize] = arc;
            *place += 1;
        }
        for node in 0..nodes {
            let own = &mut arcs[starts[node] as usize..starts[node + 1] as usize];
            own.sort_unstable_by_key(|&arc| (network.cost[arc as usize], arc));
        }
        Self { starts, arcs }
    }

    /// The arcs that leave a node, the cheapest first.
    pub fn of(&self, node: u32) -> &[u32] {
        let (start, end) = (self.starts[node as usize], self.starts[node as usize + 1]);
        &self.arcs[start as usize..end as usize]
    }
}
