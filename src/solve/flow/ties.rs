//! Which of many optimal flows: the one that is cheapest by other costs.

use super::{ArcId, FlowNetwork, FlowOutcome, NetworkSimplex, NodeId};
use crate::base::{Id, IdVec};

impl NetworkSimplex {
    /// Among all flows of minimum cost, one of least cost by the second costs of the arcs; after an optimal solve. `None`
    /// if there is no such flow because a cycle of second costs is negative without end.
    ///
    /// By complementary slackness a flow is optimal if and only if each arc whose reduced cost is not 0 carries what this
    /// flow has on it. So the others alone are a network, with the second costs.
    pub fn optimal_by(&self, second: &dyn Fn(ArcId) -> i64) -> Option<IdVec<ArcId, i64>> {
        let network = self.network();
        let arcs = || (0..network.arcs()).map(ArcId::from_index);
        let mut flows: IdVec<ArcId, i64> = arcs().map(|arc| self.flow(arc)).collect();
        let potentials: IdVec<NodeId, i64> =
            (0..network.nodes()).map(|node| self.potential(NodeId::from_index(node))).collect();
        let mut left: IdVec<NodeId, i64> =
            potentials.ids().map(|node| network.supply(node)).collect();
        let mut free = Vec::new();
        for arc in arcs() {
            let (from, to) = network.ends(arc);
            if network.cost(arc) == potentials[to] - potentials[from] {
                free.push(arc);
            } else {
                left[from] -= flows[arc];
                left[to] += flows[arc];
            }
        }
        let mut tied = FlowNetwork::default();
        let nodes: IdVec<NodeId, NodeId> = left.values().map(|&units| tied.node(units)).collect();
        let of_tied: Vec<(ArcId, ArcId)> = free
            .into_iter()
            .map(|arc| {
                let (from, to) = network.ends(arc);
                let (lower, upper) = network.bounds(arc);
                (arc, tied.arc(nodes[from], nodes[to], lower, upper, second(arc)))
            })
            .collect();
        let mut simplex = Self::new(tied).ok()?;
        if simplex.solve(&|| false) != FlowOutcome::Optimal {
            return None;
        }
        for (arc, in_tied) in of_tied {
            flows[arc] = simplex.flow(in_tied);
        }
        Some(flows)
    }
}
