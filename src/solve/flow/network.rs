//! A network of nodes with supplies and arcs with bounds and costs, and its validation.

use super::{FlowError, MOST_AMOUNT, MOST_ARCS, MOST_COST, MOST_NODES, UNBOUNDED};
use crate::base::Id;
use crate::id_types;

id_types! {
    /// A node of a network.
    pub NodeId;
    /// An arc of a network.
    pub ArcId;
}

/// The capacity of an arc without an upper bound. Larger than all finite amounts of a network together:
/// 2^24 supplies and 2^27 bounds of at most 2^32 add up to less than 2^61.
pub(super) const ENDLESS: i64 = 1 << 62;

/// A directed network: nodes with a supply, and arcs with bounds and a cost per unit of flow.
///
/// Parallel arcs, loops and negative costs are allowed. The numbers are validated when a
/// [`NetworkSimplex`](super::NetworkSimplex) is made from the network.
#[derive(Clone, Debug, Default)]
pub struct FlowNetwork {
    pub(super) supply: Vec<i64>,
    // One array per attribute of the arcs: pricing scans tails, heads and costs, and never the bounds.
    pub(super) tail: Vec<u32>,
    pub(super) head: Vec<u32>,
    pub(super) cost: Vec<i64>,
    pub(super) lower: Vec<i64>,
    pub(super) upper: Vec<i64>,
}

impl FlowNetwork {
    /// Adds a node with a supply in units; a negative supply is a demand.
    ///
    /// # Panics
    /// If the network has 2^32 nodes.
    pub fn node(&mut self, supply: i64) -> NodeId {
        self.supply.push(supply);
        NodeId::from_index(self.supply.len() - 1)
    }

    /// Adds an arc that carries from `lower` to `upper` units, inclusive, at a cost per unit. [`UNBOUNDED`]
    /// as `upper` means no upper bound.
    ///
    /// # Panics
    /// If one of the nodes is not of this network, or the network has 2^32 arcs.
    pub fn arc(&mut self, from: NodeId, to: NodeId, lower: i64, upper: i64, cost: i64) -> ArcId {
        let known = self.supply.len();
        assert!(from.index() < known && to.index() < known, "nodes of this network");
        self.tail.push(raw(from));
        self.head.push(raw(to));
        self.cost.push(cost);
        self.lower.push(lower);
        self.upper.push(upper);
        ArcId::from_index(self.tail.len() - 1)
    }

    /// The number of nodes.
    pub fn nodes(&self) -> usize {
        self.supply.len()
    }

    /// The number of arcs.
    pub fn arcs(&self) -> usize {
        self.tail.len()
    }

    /// The supply of a node, in units; negative for a demand.
    pub fn supply(&self, node: NodeId) -> i64 {
        self.supply[node.index()]
    }

    /// The tail and the head of an arc.
    pub fn ends(&self, arc: ArcId) -> (NodeId, NodeId) {
        let node = |raw: u32| NodeId::from_index(raw as usize);
        (node(self.tail[arc.index()]), node(self.head[arc.index()]))
    }

    /// The lower and upper bound of an arc; the latter may be [`UNBOUNDED`].
    pub fn bounds(&self, arc: ArcId) -> (i64, i64) {
        (self.lower[arc.index()], self.upper[arc.index()])
    }

    /// The cost per unit of an arc.
    pub fn cost(&self, arc: ArcId) -> i64 {
        self.cost[arc.index()]
    }

    /// The number of units that an arc can carry above its lower bound.
    pub(super) fn capacity(&self, arc: usize) -> i64 {
        let upper = self.upper[arc];
        if upper == UNBOUNDED { ENDLESS } else { upper - self.lower[arc] }
    }

    /// Checks that the supplies balance, and that all numbers are small enough for the method not to
    /// overflow.
    pub(super) fn validate(&self) -> Result<(), FlowError> {
        if self.nodes() > MOST_NODES {
            return Err(FlowError::TooMany(self.nodes()));
        }
        if self.arcs() > MOST_ARCS {
            return Err(FlowError::TooMany(self.arcs()));
        }
        for &supply in &self.supply {
            validate_amount(supply)?;
        }
        for (&lower, &upper) in self.lower.iter().zip(&self.upper) {
            validate_bounds(lower, upper)?;
        }
        for &cost in &self.cost {
            validate_cost(cost)?;
        }
        match self.supply.iter().sum() {
            0 => Ok(()),
            total => Err(FlowError::Unbalanced(total)),
        }
    }
}

/// The index of a node, in the width that the arrays store.
fn raw(node: NodeId) -> u32 {
    u32::try_from(node.index()).expect("an identity has 32 bits")
}

/// Checks the size of a supply or bound.
fn validate_amount(amount: i64) -> Result<(), FlowError> {
    if (-MOST_AMOUNT..=MOST_AMOUNT).contains(&amount) {
        Ok(())
    } else {
        Err(FlowError::TooLarge(amount))
    }
}

/// Checks the size and order of bounds.
pub(super) fn validate_bounds(lower: i64, upper: i64) -> Result<(), FlowError> {
    validate_amount(lower)?;
    if upper != UNBOUNDED {
        validate_amount(upper)?;
    }
    if lower > upper { Err(FlowError::Crossed { lower, upper }) } else { Ok(()) }
}

/// Checks the size of a cost.
pub(super) fn validate_cost(cost: i64) -> Result<(), FlowError> {
    if (-MOST_COST..=MOST_COST).contains(&cost) { Ok(()) } else { Err(FlowError::TooLarge(cost)) }
}
