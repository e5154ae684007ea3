//! A pivot: an arc enters the basis, flow is pushed around its cycle, and a blocking arc leaves.

use super::network::{ENDLESS, FlowNetwork};
use super::pricing::{AT_LOWER, AT_UPPER};
use super::tree::{Attachment, FROM_ROOT, Link, TO_ROOT, Tree};

/// The absolute potential of the root beyond which only the moved subtree is shifted. It keeps all
/// potentials below 2^61: a node differs from the root by an artificial arc and a path, each below 2^58.
const MOST_DRIFT: i64 = 1 << 59;

/// A basis: a spanning tree, the bounds at which the other arcs are, and node potentials.
#[derive(Clone, Debug)]
pub(super) struct Basis {
    pub tree: Tree,
    /// Per arc: `AT_LOWER`, `AT_UPPER` or `CLOSED`.
    pub state: Vec<i8>,
    /// Per node, and last for the root: the dual price of a unit there, up to a constant. Basic arcs have
    /// a reduced cost of 0.
    pub potential: Vec<i64>,
}

/// The cycle that an entering arc closes with the tree.
struct Cycle {
    /// The end of the entering arc at which the flow leaves the tree.
    from: u32,
    /// The end at which it returns to the tree.
    to: u32,
    /// The lowest common ancestor of both ends.
    join: u32,
    /// The number of units that can be pushed around; 0 in a degenerate pivot.
    step: i64,
    /// The node whose arc to its parent blocks, and whether it is on the side of `from`; `None` if the
    /// entering arc itself blocks.
    leaving: Option<(u32, bool)>,
}

impl Basis {
    /// Pushes as much flow as possible around the cycle of an arc, each unit of which changes the cost by
    /// `reduced`, a negative number. Returns false, and changes nothing, if that is unbounded.
    pub fn pivot(&mut self, network: &FlowNetwork, entering: usize, reduced: i64) -> bool {
        let capacity = network.capacity(entering);
        let (tail, head) = (network.tail[entering], network.head[entering]);
        let (from, to) = if self.state[entering] == AT_LOWER { (tail, head) } else { (head, tail) };
        let cycle = self.cycle(from, to, capacity);
        // Finite capacities add up to less, so that only a cycle of unbounded arcs gets here.
        if cycle.step >= ENDLESS / 2 {
            return false;
        }
        if cycle.step > 0 {
            self.send(&cycle);
        }
        let Some((out, on_near_side)) = cycle.leaving else {
            // The entering arc moves to its other bound; the tree stays the same.
            self.state[entering] = -self.state[entering];
            return true;
        };
        self.release(network, out, on_near_side);
        self.state[entering] = 0;
        // The subtree that is cut off hangs on the end of the entering arc that it contains. Its potentials
        // shift by the reduced cost, which becomes 0.
        let (ahead, back) = (capacity - cycle.step, cycle.step);
        let (node, parent, up, down, change) = if on_near_side {
            (from, to, ahead, back, -reduced)
        } else {
            (to, from, back, ahead, reduced)
        };
        let link = Link { parent, size: 0, up, down };
        let arc = u32::try_from(entering).expect("few enough arcs");
        let moved = self.tree.links[out as usize].size;
        self.tree.reattach(out, Attachment { node, link, arc }, cycle.join);
        self.shift(node, moved, change);
        debug_assert!(self.can_send(from) && self.can_send(to), "the tree is strongly feasible");
        true
    }

    /// Whether every arc between a node and the root can carry more flow towards the root.
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

    /// Finds the cycle of an arc and the leaving arc: of all blocking arcs the last one along the flow,
    /// starting from the common ancestor. This choice keeps the tree strongly feasible, so that a series
    /// of degenerate pivots never repeats a basis (Cunningham 1976).
    fn cycle(&self, from: u32, to: u32, capacity: i64) -> Cycle {
        let links = &self.tree.links;
        let (mut near, mut far) = (from, to);
        let mut step = capacity;
        let mut leaving = None;
        while near != far {
            // The node with the smaller subtree cannot be an ancestor of the other, so that it moves up.
            let (near_link, far_link) = (&links[near as usize], &links[far as usize]);
            if near_link.size < far_link.size {
                // The flow runs down here, from the ancestor to `from`: the walk up meets the last arc along
                // the flow first, so that a tie does not replace the choice.
                if near_link.down < step {
                    step = near_link.down;
                    leaving = Some((near, true));
                }
                near = near_link.parent;
            } else {
                // The flow runs up here, from `to` to the ancestor: a tie is later along the flow.
                if far_link.up <= step {
                    step = far_link.up;
                    leaving = Some((far, false));
                }
                far = far_link.parent;
            }
        }
        Cycle { from, to, join: near, step, leaving }
    }

    /// Updates the residual capacities along the tree for the flow of a cycle.
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

    /// Moves the leaving arc, above a node, out of the basis to the bound that it has reached.
    fn release(&mut self, network: &FlowNetwork, out: u32, on_near_side: bool) {
        let arc = self.tree.arc[out as usize];
        // An artificial arc leaves for good.
        if arc != TO_ROOT && arc != FROM_ROOT {
            let leads_up = network.tail[arc as usize] == out;
            // On the near side the flow runs down: an arc that points up is emptied, one down is filled.
            self.state[arc as usize] = if leads_up == on_near_side { AT_LOWER } else { AT_UPPER };
        }
    }

    /// Shifts the potentials of a subtree, or those of all other nodes in the opposite direction, whichever
    /// are fewer: only differences matter.
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
