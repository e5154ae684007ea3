//! What a tree means for flows and potentials, worked out anew: after a change, and at the start.

use super::MOST_COST;
use super::network::{ENDLESS, Network};
use super::pivot::Basis;
use super::pricing::{AT_LOWER, AT_UPPER, CLOSED};
use super::tree::{FROM_ROOT, Link, TO_ROOT, Tree};

impl Basis {
    /// The basis in which each node hangs on the root and each arc carries its lower bound.
    pub fn star(network: &Network) -> Self {
        Self {
            tree: Tree::star(network.nodes()),
            state: vec![AT_LOWER; network.arcs()],
            potential: vec![0; network.nodes() + 1],
        }
    }

    /// Works out the flows of the tree from the supplies and from what other arcs carry. Where an
    /// arc of the tree would have to carry more or less than it may, or would leave a node without
    /// a way to send to the root, it leaves the tree at the nearer bound and its node hangs on the
    /// root instead.
    pub fn settle_flows(&mut self, network: &Network) {
        let mut excess = self.excess(network);
        let root = self.tree.root();
        let mut cut = false;
        let mut node = self.tree.end();
        while node != root {
            let before = self.tree.previous(node);
            let place = node as usize;
            let arc = self.tree.arc[place];
            let brought = excess[place];
            if arc == TO_ROOT || arc == FROM_ROOT {
                self.hang_on_root(node, brought);
            } else {
                let arc = arc as usize;
                let capacity = network.capacity(arc);
                let leads_up = network.tail[arc] == node;
                let flow = if leads_up { brought } else { -brought };
                let parent = self.tree.parent(node) as usize;
                let (ahead, back) = (capacity - flow, flow);
                let (up, down) = if leads_up { (ahead, back) } else { (back, ahead) };
                if up > 0 && down >= 0 {
                    let link = &mut self.tree.links[place];
                    (link.up, link.down) = (up, down);
                    excess[parent] += brought;
                } else {
                    // An arc without room has come here with both bounds the same.
                    let full = flow >= capacity && capacity > 0;
                    self.state[arc] = match (capacity, full) {
                        (0, _) => CLOSED,
                        (_, true) => AT_UPPER,
                        (_, false) => AT_LOWER,
                    };
                    let carried = if full { capacity } else { 0 };
                    let sent = if leads_up { carried } else { -carried };
                    excess[parent] += sent;
                    self.hang_on_root(node, brought - sent);
                    cut = true;
                }
            }
            node = before;
        }
        if cut {
            self.tree.rebuild();
        }
    }

    /// What each node has too many of when arcs of the tree carry their lower bound. Arcs whose
    /// bounds are the same are closed on the way, and those that can have room again opened.
    fn excess(&mut self, network: &Network) -> Vec<i64> {
        let mut excess = network.supply.clone();
        excess.push(0);
        for (arc, state) in self.state.iter_mut().enumerate() {
            let (tail, head) = (network.tail[arc], network.head[arc]);
            let capacity = network.capacity(arc);
            let own = u32::try_from(arc).expect("few enough arcs");
            let in_tree = *state == CLOSED
                && (self.tree.arc[tail as usize] == own || self.tree.arc[head as usize] == own);
            if !in_tree {
                *state = match (capacity, *state) {
                    (0, _) => CLOSED,
                    (ENDLESS, _) | (_, CLOSED) => AT_LOWER,
                    (_, kept) => kept,
                };
            }
            let carried = network.lower[arc] + if *state == AT_UPPER { capacity } else { 0 };
            if carried != 0 {
                excess[tail as usize] -= carried;
                excess[head as usize] += carried;
            }
        }
        excess
    }

    /// Hangs a node on the root, with what it has too many of going there.
    fn hang_on_root(&mut self, node: u32, excess: i64) {
        let parent = self.tree.root();
        let place = node as usize;
        let size = self.tree.links[place].size;
        let (arc, up, down) = if excess >= 0 {
            (TO_ROOT, ENDLESS - excess, excess)
        } else {
            (FROM_ROOT, -excess, ENDLESS + excess)
        };
        self.tree.arc[place] = arc;
        self.tree.links[place] = Link { parent, size, up, down };
    }

    /// Works out the potentials from the costs along the tree.
    pub fn settle_potentials(&mut self, network: &Network) {
        let root = self.tree.root();
        // More than any path through the network can save.
        let forbidding = MOST_COST * (network.nodes() as i64 + 1);
        self.potential[root as usize] = 0;
        let mut node = self.tree.next[root as usize];
        while node != root {
            let place = node as usize;
            let above = self.potential[self.tree.parent(node) as usize];
            self.potential[place] = match self.tree.arc[place] {
                TO_ROOT => -forbidding,
                FROM_ROOT => forbidding,
                arc if network.tail[arc as usize] == node => above - network.cost[arc as usize],
                arc => above + network.cost[arc as usize],
            };
            node = self.tree.next[place];
        }
    }

    /// Whether the supplies could not all be brought along arcs of the network.
    pub fn is_short(&self) -> bool {
        let nodes = self.tree.root() as usize;
        let hung = self.tree.arc[..nodes].iter().zip(&self.tree.links);
        hung.into_iter().any(|(&arc, link)| match arc {
            TO_ROOT => link.down > 0,
            FROM_ROOT => link.up > 0,
            _ => false,
        })
    }

    /// How many units an arc carries.
    pub fn flow(&self, network: &Network, arc: usize) -> i64 {
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
}
