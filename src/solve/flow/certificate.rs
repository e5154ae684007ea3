//! Whether a flow is one of least cost, told from the potentials alone.

use std::fmt;

use super::{ArcId, Network, NodeId};
use crate::base::{Id, IdVec};

/// What keeps a flow with potentials from being proven.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// There are not as many flows as arcs, or not as many potentials as nodes.
    Shape,
    /// An arc carries less than its lower bound or more than its upper bound.
    Bounds(ArcId),
    /// A node does not give or take its supply.
    Balance(NodeId),
    /// An arc could carry more and brings a unit for less than the difference of the potentials.
    More(ArcId),
    /// An arc could carry less and brings a unit for more than the difference of the potentials.
    Less(ArcId),
}

impl fmt::Display for Flaw {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => write!(formatter, "there are too many or too few numbers"),
            Self::Bounds(arc) => write!(formatter, "arc {} is out of bounds", arc.index()),
            Self::Balance(node) => write!(formatter, "node {} is out of balance", node.index()),
            Self::More(arc) => write!(formatter, "it pays to send more on arc {}", arc.index()),
            Self::Less(arc) => write!(formatter, "it pays to send less on arc {}", arc.index()),
        }
    }
}

impl std::error::Error for Flaw {}

/// Proves that a flow is one of least cost: it keeps to all bounds and supplies, and with these
/// potentials no arc is worth a change of its flow (complementary slackness). Names the first flaw.
///
/// Works for any whole numbers, whatever method they come from.
///
/// # Errors
/// When something is wrong with the flow, or the potentials do not prove it. A flow of least cost
/// fails too when the potentials are not its own.
pub fn check(
    network: &Network,
    flow: &IdVec<ArcId, i64>,
    potential: &IdVec<NodeId, i64>,
) -> Result<(), Flaw> {
    if flow.len() != network.arcs() || potential.len() != network.nodes() {
        return Err(Flaw::Shape);
    }
    let mut left: IdVec<NodeId, i128> =
        potential.ids().map(|node| i128::from(network.supply(node))).collect();
    for (arc, &units) in flow.iter() {
        let (lower, upper) = network.bounds(arc);
        if units < lower || units > upper {
            return Err(Flaw::Bounds(arc));
        }
        let (from, to) = network.ends(arc);
        left[from] -= i128::from(units);
        left[to] += i128::from(units);
    }
    if let Some((node, _)) = left.iter().find(|(_, left)| **left != 0) {
        return Err(Flaw::Balance(node));
    }
    for (arc, &units) in flow.iter() {
        let (lower, upper) = network.bounds(arc);
        let (from, to) = network.ends(arc);
        let difference = i128::from(potential[to]) - i128::from(potential[from]);
        let reduced = i128::from(network.cost(arc)) - difference;
        if reduced < 0 && units < upper {
            return Err(Flaw::More(arc));
        }
        if reduced > 0 && units > lower {
            return Err(Flaw::Less(arc));
        }
    }
    Ok(())
}
