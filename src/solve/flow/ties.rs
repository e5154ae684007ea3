//! Which of many optimal flows: the one that is cheapest by other costs.

use super::{ArcId, FlowNetwork, FlowOutcome, NetworkSimplex, NodeId};
use crate::base::{Id, IdVec};

impl NetworkSimplex {
    /// Among all flows of minimum cost, one of least cost by the second costs of the arcs, like [`flows`](Self::flows);
    /// after an optimal solve. `None` if there is no such flow because a cycle of second costs is negative without end.
    ///
    /// By complementary slackness a flow is optimal if and only if each arc whose reduced cost is not 0 carries what this
    /// flow has on it. So the others alone are a network, with the second costs.
    pub fn optimal_by(&self, second: &IdVec<ArcId, i64>) -> Option<Vec<(ArcId, i64)>> {
        let network = self.network();
        let nodes = (0..network.nodes()).map(NodeId::from_index);
        let potentials: IdVec<NodeId, i64> =
            nodes.clone().map(|node| self.potential(node)).collect();
        let is_tied = |arc: ArcId| {
            let (from, to) = network.ends(arc);
            network.cost(arc) == potentials[to] - potentials[from]
        };
        let mut left: IdVec<NodeId, i64> = nodes.map(|node| network.supply(node)).collect();
        let mut flows = Vec::new();
        for (arc, flow) in self.flows() {
            if !is_tied(arc) {
                let (from, to) = network.ends(arc);
                left[from] -= flow;
                left[to] += flow;
                flows.push((arc, flow));
            }
        }
        let mut tied = FlowNetwork::default();
        for &units in left.values() {
            tied.node(units);
        }
        let mut of_tied: IdVec<ArcId, ArcId> = IdVec::default();
        for arc in (0..network.arcs()).map(ArcId::from_index).filter(|&arc| is_tied(arc)) {
            let ((from, to), (lower, upper)) = (network.ends(arc), network.bounds(arc));
            tied.arc(from, to, lower, upper, second[arc]);
            of_tied.push(arc);
        }
        let mut simplex = Self::new(tied).ok()?;
        if simplex.solve(&|| false) != FlowOutcome::Optimal {
            return None;
        }
        flows.extend(simplex.flows().into_iter().map(|(arc, flow)| (of_tied[arc], flow)));
        flows.sort_unstable();
        Some(flows)
    }
}
