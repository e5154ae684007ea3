//! A network as its builder tells it: nodes with supplies, arcs with bounds and costs.

use super::{FlowError, MOST_AMOUNT, MOST_ARCS, MOST_COST, MOST_NODES, UNBOUNDED};
use crate::base::Id;
use crate::id_types;

id_types! {
    /// A node of a network.
    pub NodeId;
    /// An arc of a network.
    pub ArcId;
}

/// The room of an arc without an upper bound: more than all amounts of a network together.
pub(super) const ENDLESS: i64 = 1 << 62;

/// Nodes that give or take units, and arcs along which units go at a cost.
///
/// Arcs may be parallel, may run from a node to itself, and may cost less than nothing. Numbers are
/// looked at when a [`NetworkSimplex`](super::NetworkSimplex) is made from the network.
#[derive(Clone, Debug, Default)]
pub struct Network {
    pub(super) supply: Vec<i64>,
    /// Per arc; apart from each other, since pricing reads all of some and none of the others.
    pub(super) tail: Vec<u32>,
    pub(super) head: Vec<u32>,
    pub(super) cost: Vec<i64>,
    pub(super) lower: Vec<i64>,
    pub(super) upper: Vec<i64>,
}

impl Network {
    /// Adds a node that gives so many units; what it takes is below 0.
    ///
    /// # Panics
    /// When the network has 2^32 nodes.
    pub fn node(&mut self, supply: i64) -> NodeId {
        self.supply.push(supply);
        NodeId::from_index(self.supply.len() - 1)
    }

    /// Adds an arc that carries from `lower` to `upper` units, both included, at a cost per unit.
    /// Without upper bound where that is [`UNBOUNDED`].
    ///
    /// # Panics
    /// When one of the nodes is not of this network, or the network has 2^32 arcs.
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

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.supply.len()
    }

    /// How many arcs there are.
    pub fn arcs(&self) -> usize {
        self.tail.len()
    }

    /// What a node gives; what it takes is below 0.
    pub fn supply(&self, node: NodeId) -> i64 {
        self.supply[node.index()]
    }

    /// The nodes that an arc leads from and to.
    pub fn ends(&self, arc: ArcId) -> (NodeId, NodeId) {
        let node = |raw: u32| NodeId::from_index(raw as usize);
        (node(self.tail[arc.index()]), node(self.head[arc.index()]))
    }

    /// The least and the most units of an arc, the latter perhaps [`UNBOUNDED`].
    pub fn bounds(&self, arc: ArcId) -> (i64, i64) {
        (self.lower[arc.index()], self.upper[arc.index()])
    }

    /// What a unit costs on an arc.
    pub fn cost(&self, arc: ArcId) -> i64 {
        self.cost[arc.index()]
    }

    /// How many units an arc can carry beyond its lower bound.
    pub(super) fn capacity(&self, arc: usize) -> i64 {
        let upper = self.upper[arc];
        if upper == UNBOUNDED { ENDLESS } else { upper - self.lower[arc] }
    }

    /// Whether all numbers are such that the method cannot overflow, and the supplies in balance.
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

/// The position of a node as it stands in the arrays.
fn raw(node: NodeId) -> u32 {
    u32::try_from(node.index()).expect("an identity has 32 bits")
}

/// Whether a supply is one that the method can count with.
pub(super) fn validate_amount(amount: i64) -> Result<(), FlowError> {
    if (-MOST_AMOUNT..=MOST_AMOUNT).contains(&amount) {
        Ok(())
    } else {
        Err(FlowError::TooLarge(amount))
    }
}

/// Whether bounds are such that the method can count with them.
pub(super) fn validate_bounds(lower: i64, upper: i64) -> Result<(), FlowError> {
    validate_amount(lower)?;
    if upper != UNBOUNDED {
        validate_amount(upper)?;
    }
    if lower > upper { Err(FlowError::Crossed { lower, upper }) } else { Ok(()) }
}

/// Whether a cost is one that the method can count with.
pub(super) fn validate_cost(cost: i64) -> Result<(), FlowError> {
    if (-MOST_COST..=MOST_COST).contains(&cost) { Ok(()) } else { Err(FlowError::TooLarge(cost)) }
}
