//! One step of the method: an arc enters the tree, flow goes round its cycle, another arc leaves.

use super::network::{ENDLESS, Network};
use super::pricing::{AT_LOWER, AT_UPPER};
use super::tree::{FROM_ROOT, Hanging, Link, TO_ROOT, Tree};

/// How far the potential of the root may be from 0 before only subtrees are shifted. With that,
/// and with two paths of forbidding arcs, all potentials stay below 2^61.
const MOST_DRIFT: i64 = 1 << 59;

/// A tree with what the arcs outside it carry and what a unit costs at each node.
#[derive(Clone, Debug)]
pub(super) struct Basis {
    pub tree: Tree,
    /// Per arc: `AT_LOWER`, `AT_UPPER` or `CLOSED`.
    pub state: Vec<i8>,
    /// Per node and for the root: what it costs to bring a unit there along the tree, but for a
    /// constant.
    pub potential: Vec<i64>,
}

/// The cycle that an entering arc makes with the tree.
struct Cycle {
    /// The node where the flow leaves the tree for the entering arc.
    from: u32,
    /// The node where it comes back.
    to: u32,
    /// The highest node.
    join: u32,
    /// How many units can go round.
    step: i64,
    /// The node whose arc to its parent is filled or emptied, and whether it is on the side of
    /// `from`; none when it is the entering arc itself.
    leaving: Option<(u32, bool)>,
}

impl Basis {
    /// Sends as much as possible round the cycle of an arc that gains `reduced` per unit, below 0.
    /// Returns false, and changes nothing, when there is no limit to that.
    pub fn pivot(&mut self, network: &Network, entering: usize, reduced: i64) -> bool {
        let capacity = network.capacity(entering);
        let (tail, head) = (network.tail[entering], network.head[entering]);
        let (from, to) = if self.state[entering] == AT_LOWER { (tail, head) } else { (head, tail) };
        let cycle = self.cycle(from, to, capacity);
        if cycle.step >= ENDLESS / 2 {
            return false;
        }
        if cycle.step > 0 {
            self.send(&cycle);
        }
        let Some((out, on_near_side)) = cycle.leaving else {
            self.state[entering] = -self.state[entering];
            return true;
        };
        self.release(network, out, on_near_side);
        self.state[entering] = 0;
        let (ahead, back) = (capacity - cycle.step, cycle.step);
        let (node, parent, up, down, change) = if on_near_side {
            (from, to, ahead, back, -reduced)
        } else {
            (to, from, back, ahead, reduced)
        };
        let link = Link { parent, size: 0, up, down };
        let arc = u32::try_from(entering).expect("few enough arcs");
        let moved = self.tree.links[out as usize].size;
        self.tree.rehang(out, Hanging { node, link, arc }, cycle.join);
        self.shift(node, moved, change);
        debug_assert!(self.can_send(from) && self.can_send(to), "the tree is strongly feasible");
        true
    }

    /// Whether all arcs between a node and the root have room upwards.
    fn can_send(&self, node: u32) -> bool {
        let mut node = node;
        while node != self.tree.root() {
            let link = &self.tree.links[node as usize];
            if link.up <= 0 || link.down < 0 {
                return false;
            }
            node = link.parent;
        }
        true
    }

    /// Finds the cycle of an arc, and of the arcs that block it the last one, seen from the highest
    /// node along the flow. That choice keeps the tree strongly feasible, hence the method finite.
    fn cycle(&self, from: u32, to: u32, capacity: i64) -> Cycle {
        let links = &self.tree.links;
        let (mut near, mut far) = (from, to);
        let mut step = capacity;
        let mut leaving = None;
        while near != far {
            let (near_link, far_link) = (&links[near as usize], &links[far as usize]);
            if near_link.size < far_link.size {
                if near_link.down < step {
                    step = near_link.down;
                    leaving = Some((near, true));
                }
                near = near_link.parent;
            } else {
                if far_link.up <= step {
                    step = far_link.up;
                    leaving = Some((far, false));
                }
                far = far_link.parent;
            }
        }
        Cycle { from, to, join: near, step, leaving }
    }

    /// Sends the flow of a cycle along the tree.
    fn send(&mut self, cycle: &Cycle) {
        let links = &mut self.tree.links;
        let mut node = cycle.from;
        while node != cycle.join {
            let link = &mut links[node as usize];
            link.up += cycle.step;
            link.down -= cycle.step;
            node = link.parent;
        }
        node = cycle.to;
        while node != cycle.join {
            let link = &mut links[node as usize];
            link.up -= cycle.step;
            link.down += cycle.step;
            node = link.parent;
        }
    }

    /// Says what the arc above a node carries from now on outside the tree.
    fn release(&mut self, network: &Network, out: u32, on_near_side: bool) {
        let arc = self.tree.arc[out as usize];
        // An arc that is not of the network leaves it for good.
        if arc != TO_ROOT && arc != FROM_ROOT {
            let leads_up = network.tail[arc as usize] == out;
            // On the near side it is the way down that has no room left.
            self.state[arc as usize] = if leads_up == on_near_side { AT_LOWER } else { AT_UPPER };
        }
    }

    /// Changes the potentials of a subtree, or those of all other nodes the other way, whichever are
    /// fewer: only differences count.
    fn shift(&mut self, top: u32, size: u32, change: i64) {
        let others = self.tree.root() + 1 - size;
        let drifted = self.potential[self.tree.root() as usize].abs() >= MOST_DRIFT;
        let (mut node, count, change) = if size <= others || drifted {
            (top, size, change)
        } else {
            (self.tree.after(top), others, -change)
        };
        for _ in 0..count {
            let potential = &mut self.potential[node as usize];
            *potential = potential.wrapping_add(change);
            node = self.tree.next[node as usize];
        }
    }
}
