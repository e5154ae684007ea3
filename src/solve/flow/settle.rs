//! Recomputes flows and potentials from a tree: at the start, and after changes of the data.

use super::network::{ENDLESS, FlowNetwork};
use super::pivot::Basis;
use super::pricing::{AT_LOWER, AT_UPPER, CLOSED};
use super::tree::{FROM_ROOT, Link, TO_ROOT, Tree};
use super::{ArcId, MOST_COST};
use crate::base::Id;

impl Basis {
    /// The initial basis: an artificial arc joins each node to the root, and each arc is at its lower bound.
    pub fn star(network: &FlowNetwork) -> Self {
        Self {
            tree: Tree::star(network.nodes()),
            state: (0..network.arcs()).map(|arc| first_state(network, arc)).collect(),
            potential: vec![0; network.nodes() + 1],
        }
    }

    /// Takes in an arc that was added to the network, at its lower bound.
    pub fn add_arc(&mut self) {
        self.state.push(AT_LOWER);
    }

    /// Computes the flows of basic arcs from the supplies and the flows of nonbasic arcs. A basic arc whose
    /// flow would be out of bounds, or could not be increased towards the root (strong feasibility), leaves
    /// the tree at the nearer bound, and an artificial arc joins its node to the root instead.
    pub fn settle_flows(&mut self, network: &FlowNetwork) {
        let mut excess = self.excess(network);
        let root = self.tree.root();
        let mut cut = false;
        // In reverse preorder, so that the excess of a whole subtree is known when its top is reached.
        let mut node = self.tree.end();
        while node != root {
            let before = self.tree.previous(node);
            let index = node as usize;
            let arc = self.tree.arc[index];
            let brought = excess[index];
            if arc == TO_ROOT || arc == FROM_ROOT {
                self.join_to_root(node, brought);
            } else {
                let arc = arc as usize;
                let capacity = network.capacity(arc);
                let leads_up = network.tail[arc] == node;
                let flow = if leads_up { brought } else { -brought };
                let parent = self.tree.parent(node) as usize;
                let (ahead, back) = (capacity - flow, flow);
                let (up, down) = if leads_up { (ahead, back) } else { (back, ahead) };
                if up > 0 && down >= 0 {
                    let link = &mut self.tree.links[index];
                    (link.up, link.down) = (up, down);
                    excess[parent] += brought;
                } else {
                    // A basic arc whose bounds have become equal leaves too: it has no capacity.
                    let full = flow >= capacity && capacity > 0;
                    self.state[arc] = match (capacity, full) {
                        (0, _) => CLOSED,
                        (_, true) => AT_UPPER,
                        (_, false) => AT_LOWER,
                    };
                    let carried = if full { capacity } else { 0 };
                    let sent = if leads_up { carried } else { -carried };
                    excess[parent] += sent;
                    self.join_to_root(node, brought - sent);
                    cut = true;
                }
            }
            node = before;
        }
        if cut {
            self.tree.rebuild();
        }
    }

    /// Closes nonbasic arcs of which the bounds have become equal, and reopens those of which they no longer are.
    pub fn settle_states(&mut self, network: &FlowNetwork, changed: &[ArcId]) {
        for arc in changed.iter().map(|arc| arc.index()) {
            if self.is_basic(network, arc) {
                continue;
            }
            let first = first_state(network, arc);
            let is_kept = first == AT_LOWER
                && self.state[arc] == AT_UPPER
                && network.capacity(arc) != ENDLESS;
            if !is_kept {
                self.state[arc] = first;
            }
        }
    }

    /// Whether an arc is in the tree.
    fn is_basic(&self, network: &FlowNetwork, arc: usize) -> bool {
        let own = u32::try_from(arc).expect("few enough arcs");
        let ends = [network.tail[arc], network.head[arc]];
        self.state[arc] == CLOSED && ends.iter().any(|&end| self.tree.arc[end as usize] == own)
    }

    /// The supply of each node minus its net outflow, with basic arcs at their lower bound.
    fn excess(&self, network: &FlowNetwork) -> Vec<i64> {
        let mut excess = network.supply.clone();
        excess.push(0);
        for (arc, (&state, &lower)) in self.state.iter().zip(&network.lower).enumerate() {
            let carried = if state == AT_UPPER { network.upper[arc] } else { lower };
            if carried != 0 {
                excess[network.tail[arc] as usize] -= carried;
                excess[network.head[arc] as usize] += carried;
            }
        }
        excess
    }

    /// Joins a node to the root by an artificial arc, which carries the excess of its subtree.
    fn join_to_root(&mut self, node: u32, excess: i64) {
        let parent = self.tree.root();
        let index = node as usize;
        let size = self.tree.links[index].size;
        let (arc, up, down) = if excess >= 0 {
            (TO_ROOT, ENDLESS - excess, excess)
        } else {
            (FROM_ROOT, -excess, ENDLESS + excess)
        };
        self.tree.arc[index] = arc;
        self.tree.links[index] = Link { parent, size, up, down };
    }

    /// Computes the potentials from the costs along the tree, such that basic arcs have reduced cost 0.
    pub fn settle_potentials(&mut self, network: &FlowNetwork) {
        let root = self.tree.root();
        // More than any simple path can save, so that artificial arcs carry flow only if they must (the
        // big-M method, exact in integers).
        let forbidding = MOST_COST * (network.nodes() as i64 + 1);
        self.potential[root as usize] = 0;
        let mut node = self.tree.next[root as usize];
        while node != root {
            let index = node as usize;
            let above = self.potential[self.tree.parent(node) as usize];
            self.potential[index] = match self.tree.arc[index] {
                TO_ROOT => -forbidding,
                FROM_ROOT => forbidding,
                arc if network.tail[arc as usize] == node => above - network.cost[arc as usize],
                arc => above + network.cost[arc as usize],
            };
            node = self.tree.next[index];
        }
    }

    /// Whether an artificial arc carries flow. In an optimal basis this means that the network is infeasible.
    pub fn is_short(&self) -> bool {
        let nodes = self.tree.root() as usize;
        let hung = self.tree.arc[..nodes].iter().zip(&self.tree.links);
        hung.into_iter().any(|(&arc, link)| match arc {
            TO_ROOT => link.down > 0,
            FROM_ROOT => link.up > 0,
            _ => false,
        })
    }

    /// The flow of an arc, in units.
    pub fn flow(&self, network: &FlowNetwork, arc: usize) -> i64 {
        let lower = network.lower[arc];
        match self.state[arc] {
            AT_LOWER => lower,
            AT_UPPER => network.upper[arc],
            _ => {
                let (tail, head) = (network.tail[arc] as usize, network.head[arc] as usize);
                if self.tree.arc[tail] as usize == arc {
                    lower + self.tree.links[tail].down
                } else if self.tree.arc[head] as usize == arc {
                    lower + self.tree.links[head].up
                } else {
                    lower
                }
            }
        }
    }

    /// The arcs with a flow other than 0, in the order of their numbers, with that flow.
    pub fn carrying(&self, network: &FlowNetwork) -> Vec<(usize, i64)> {
        let hung = self.tree.arc.iter().filter(|&&arc| arc != TO_ROOT && arc != FROM_ROOT);
        let basic = hung.map(|&arc| arc as usize);
        let bounds = self.state.iter().zip(&network.lower).enumerate();
        let at_bounds = bounds
            .filter(|&(_, (&state, &lower))| state == AT_UPPER || lower != 0)
            .map(|(arc, _)| arc)
            .filter(|&arc| !self.is_basic(network, arc));
        let flows = basic.chain(at_bounds).map(|arc| (arc, self.flow(network, arc)));
        let mut carrying: Vec<(usize, i64)> = flows.filter(|&(_, flow)| flow != 0).collect();
        carrying.sort_unstable();
        carrying
    }
}

/// The state of an arc without flow above its lower bound, and not in the tree.
fn first_state(network: &FlowNetwork, arc: usize) -> i8 {
    if network.capacity(arc) == 0 { CLOSED } else { AT_LOWER }
}
