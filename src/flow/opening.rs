//! The first tree: units go on from node to node along cheap arcs, as far as there is room.
//!
//! Any tree will do, and none must be good: the settling of flows mends what does not fit. But the
//! nearer it is to the best one, the fewer steps are left.

use super::network::Network;
use super::pivot::Basis;
use super::pricing::{AT_UPPER, CLOSED};

/// What the first tree is made from.
struct Opening<'network> {
    network: &'network Network,
    /// The arcs with room, by tail: those of a node from one start to the next.
    starts: Vec<u32>,
    leaving: Vec<u32>,
    /// Per node, its place in the order in which nodes pass on what they have.
    rank: Vec<u32>,
    order: Vec<u32>,
    /// Per node, what it has too many of.
    excess: Vec<i64>,
    /// Per node, how much more it can take and pass on.
    room: Vec<i64>,
}

/// Makes the first tree of a basis in which each node still hangs on the root.
pub(super) fn open(basis: &mut Basis, network: &Network) {
    let mut opening = Opening::new(network);
    let mut ways = Vec::new();
    for place in 0..opening.order.len() {
        let node = opening.order[place];
        opening.ways(node, &mut ways);
        opening.pass_on(node, &ways, basis);
    }
    basis.tree.rebuild();
}

impl<'network> Opening<'network> {
    fn new(network: &'network Network) -> Self {
        let nodes = network.nodes();
        let mut starts = vec![0u32; nodes + 1];
        let mut entering = vec![0u32; nodes];
        let mut excess = network.supply.clone();
        let mut room = vec![0i64; nodes];
        for arc in 0..network.arcs() {
            let (tail, head) = (network.tail[arc] as usize, network.head[arc] as usize);
            excess[tail] -= network.lower[arc];
            excess[head] += network.lower[arc];
            if network.capacity(arc) > 0 {
                starts[tail + 1] += 1;
                entering[head] += 1;
                room[tail] = room[tail].saturating_add(network.capacity(arc));
            }
        }
        for (room, excess) in room.iter_mut().zip(&excess) {
            *room = room.saturating_sub(*excess);
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut place = starts.clone();
        let mut leaving = vec![0u32; starts[nodes] as usize];
        for (arc, &tail) in network.tail.iter().enumerate() {
            if network.capacity(arc) > 0 {
                let place = &mut place[tail as usize];
                leaving[*place as usize] = u32::try_from(arc).expect("few enough arcs");
                *place += 1;
            }
        }
        let (order, rank) = (Vec::new(), Vec::new());
        let mut opening = Self { network, starts, leaving, rank, order, excess, room };
        opening.line_up(entering);
        opening
    }

    /// The arcs with room that leave a node.
    fn leaving(&self, node: u32) -> &[u32] {
        let (start, end) = (self.starts[node as usize], self.starts[node as usize + 1]);
        &self.leaving[start as usize..end as usize]
    }

    /// Puts each node after those that have arcs to it; those on circles, and what lies behind
    /// them, come last, in their own order.
    fn line_up(&mut self, mut entering: Vec<u32>) {
        let nodes = u32::try_from(entering.len()).expect("few enough nodes");
        let mut order: Vec<u32> =
            (0..nodes).filter(|&node| entering[node as usize] == 0).collect();
        let mut place = 0;
        while let Some(&node) = order.get(place) {
            for &arc in self.leaving(node) {
                let head = self.network.head[arc as usize];
                entering[head as usize] -= 1;
                if entering[head as usize] == 0 {
                    order.push(head);
                }
            }
            place += 1;
        }
        order.extend((0..nodes).filter(|&node| entering[node as usize] > 0));
        self.rank = vec![0; order.len()];
        for (rank, &node) in (0..nodes).zip(&order) {
            self.rank[node as usize] = rank;
        }
        self.order = order;
    }

    /// The arcs from a node to later ones, the cheapest first.
    fn ways(&self, node: u32, ways: &mut Vec<(i64, u32)>) {
        ways.clear();
        let rank = self.rank[node as usize];
        let network = self.network;
        ways.extend(self.leaving(node).iter().filter_map(|&arc| {
            let head = network.head[arc as usize];
            (self.rank[head as usize] > rank).then_some((network.cost[arc as usize], arc))
        }));
        ways.sort_unstable();
    }

    /// Fills cheap arcs with what a node has too many of, and hangs it by one that takes the rest.
    fn pass_on(&mut self, node: u32, ways: &[(i64, u32)], basis: &mut Basis) {
        let network = self.network;
        let mut excess = self.excess[node as usize];
        let mut hook = None;
        for &(_, arc) in ways {
            let capacity = network.capacity(arc as usize);
            let head = network.head[arc as usize] as usize;
            let room = self.room[head];
            if capacity <= excess && capacity <= room {
                basis.state[arc as usize] = AT_UPPER;
                self.excess[head] += capacity;
                self.room[head] -= capacity;
                excess -= capacity;
            } else if capacity > excess && (room >= excess || hook.is_none()) {
                hook = Some(arc);
                if room >= excess {
                    break;
                }
            }
        }
        if let Some(arc) = hook {
            let head = network.head[arc as usize];
            if excess > 0 {
                self.excess[head as usize] += excess;
                self.room[head as usize] -= excess;
            }
            basis.state[arc as usize] = CLOSED;
            basis.tree.arc[node as usize] = arc;
            basis.tree.links[node as usize].parent = head;
        }
    }
}
