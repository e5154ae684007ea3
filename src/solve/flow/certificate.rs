//! Proves a flow optimal from its potentials, independent of the method that found it.

use super::{ArcId, FlowNetwork, NodeId};
use crate::base::{Id, IdVec};

/// The first condition that a flow and its potentials violate.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FlowFlaw {
    /// The number of flows differs from that of arcs, or the number of potentials from that of nodes.
    #[error("flows or potentials do not match the network in number")]
    Shape,
    /// The flow of an arc is outside its bounds.
    #[error("arc {} is out of bounds", .0.index())]
    Bounds(ArcId),
    /// Outflow minus inflow of a node differs from its supply.
    #[error("node {} is out of balance", .0.index())]
    Balance(NodeId),
    /// An arc below its upper bound has a negative reduced cost.
    #[error("more flow on arc {} reduces the cost", .0.index())]
    More(ArcId),
    /// An arc above its lower bound has a positive reduced cost.
    #[error("less flow on arc {} reduces the cost", .0.index())]
    Less(ArcId),
}

/// Proves that a flow has minimum cost: it satisfies all bounds and supplies, and together with the
/// potentials complementary slackness.
///
/// # Errors
/// The first flaw, if the flow is infeasible or the potentials do not prove it optimal. An optimal flow
/// fails too if the potentials are not dual to it.
pub fn check(
    network: &FlowNetwork,
    flow: &IdVec<ArcId, i64>,
    potential: &IdVec<NodeId, i64>,
) -> Result<(), FlowFlaw> {
    if flow.len() != network.arcs() || potential.len() != network.nodes() {
        return Err(FlowFlaw::Shape);
    }
    // Sums in 128 bits: nothing overflows, whatever numbers are given.
    let mut left: IdVec<NodeId, i128> =
        potential.ids().map(|node| i128::from(network.supply(node))).collect();
    for (arc, &units) in flow.iter() {
        let (lower, upper) = network.bounds(arc);
        if units < lower || units > upper {
            return Err(FlowFlaw::Bounds(arc));
        }
        let (from, to) = network.ends(arc);
        left[from] -= i128::from(units);
        left[to] += i128::from(units);
    }
    if let Some((node, _)) = left.iter().find(|(_, left)| **left != 0) {
        return Err(FlowFlaw::Balance(node));
    }
    // Complementary slackness: an arc with a nonzero reduced cost is at the bound that this favours. Any
    // other flow then costs at least as much (weak duality).
    for (arc, &units) in flow.iter() {
        let (lower, upper) = network.bounds(arc);
        let (from, to) = network.ends(arc);
        let difference = i128::from(potential[to]) - i128::from(potential[from]);
        let reduced = i128::from(network.cost(arc)) - difference;
        if reduced < 0 && units < upper {
            return Err(FlowFlaw::More(arc));
        }
        if reduced > 0 && units > lower {
            return Err(FlowFlaw::Less(arc));
        }
    }
    Ok(())
}
