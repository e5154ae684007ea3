//! The first tree: units go on from node to node along cheap arcs, as far as there is room.
//!
//! Any tree will do, and none must be good: the settling of flows mends what does not fit. But the
//! nearer it is to the best one, the fewer steps are left.

use super::leaving::Leaving;
use super::network::Network;
use super::pivot::Basis;
use super::pricing::{AT_UPPER, CLOSED};

/// What the first tree is made from.
struct Opening<'network> {
    network: &'network Network,
    leaving: &'network Leaving,
    /// Per node, its place in the order in which nodes pass on what they have.
    rank: Vec<u32>,
    order: Vec<u32>,
    /// Per node, what it has too many of.
    excess: Vec<i64>,
    /// Per node, how much more it can take and pass on.
    room: Vec<i64>,
}

/// Makes the first tree of a basis in which each node still hangs on the root.
pub(super) fn open(basis: &mut Basis, network: &Network, leaving: &Leaving) {
    let mut opening = Opening::new(network, leaving);
    for place in 0..opening.order.len() {
        let node = opening.order[place];
        opening.pass_on(node, basis);
    }
    basis.tree.rebuild();
}

impl<'network> Opening<'network> {
    fn new(network: &'network Network, leaving: &'network Leaving) -> Self {
        let nodes = network.nodes();
        let mut entering = vec![0u32; nodes];
        let mut excess = network.supply.clone();
        let mut room = vec![0i64; nodes];
        for arc in 0..network.arcs() {
            let (tail, head) = (network.tail[arc] as usize, network.head[arc] as usize);
            excess[tail] -= network.lower[arc];
            excess[head] += network.lower[arc];
            entering[head] += 1;
            room[tail] = room[tail].saturating_add(network.capacity(arc));
        }
        for (room, excess) in room.iter_mut().zip(&excess) {
            *room = room.saturating_sub(*excess);
        }
        let (order, rank) = (Vec::new(), Vec::new());
        let mut opening = Self { network, leaving, rank, order, excess, room };
        opening.line_up(entering);
        opening
    }

    /// Puts each node after those that have arcs to it; those on circles, and what lies behind
    /// them, come last, in their own order.
    fn line_up(&mut self, mut entering: Vec<u32>) {
        let nodes = u32::try_from(entering.len()).expect("few enough nodes");
        let mut order: Vec<u32> = (0..nodes).filter(|&node| entering[node as usize] == 0).collect();
        let mut place = 0;
        while let Some(&node) = order.get(place) {
            for &arc in self.leaving.of(node) {
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

    /// Fills cheap arcs with what a node has too many of, and hangs it by one that takes the rest.
    fn pass_on(&mut self, node: u32, basis: &mut Basis) {
        let network = self.network;
        let mut excess = self.excess[node as usize];
        let mut hook = None;
        for &arc in self.leaving.of(node) {
            let capacity = network.capacity(arc as usize);
            let head = network.head[arc as usize] as usize;
            let room = self.room[head];
            // Only arcs to later nodes: so there are no circles.
            if self.rank[head] <= self.rank[node as usize] || capacity == 0 {
                continue;
            }
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
