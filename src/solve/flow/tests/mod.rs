//! Tests of the room as a whole: against enumeration, against another method, and after changes.

mod certificates;
mod edges;
mod random;
mod reference;
mod trees;
mod warm;

use super::*;
use crate::base::{Id, IdVec};
use crate::testing::Draws;

impl Draws {
    fn node(&mut self, network: &FlowNetwork) -> NodeId {
        NodeId::from_index(self.position(network.nodes()))
    }

    fn arc(&mut self, network: &FlowNetwork) -> ArcId {
        ArcId::from_index(self.position(network.arcs()))
    }
}

/// What random networks are like.
#[derive(Clone, Copy)]
struct Kind {
    nodes: (i64, i64),
    arcs: (i64, i64),
    /// The most that a node gives or takes, and the most room of an arc.
    amount: i64,
    /// Costs, from and to.
    costs: (i64, i64),
    /// How many of a hundred arcs have a lower bound other than 0.
    lower: i64,
    /// How many of a hundred arcs have no upper bound.
    unbounded: i64,
}

impl Kind {
    fn bounds(&self, draws: &mut Draws) -> (i64, i64) {
        let lower = if draws.percent(self.lower) { draws.between(-2, 2) } else { 0 };
        let room = draws.between(0, self.amount);
        (lower, if draws.percent(self.unbounded) { UNBOUNDED } else { lower + room })
    }

    fn cost(&self, draws: &mut Draws) -> i64 {
        draws.between(self.costs.0, self.costs.1)
    }

    fn network(&self, draws: &mut Draws) -> FlowNetwork {
        let nodes = usize::try_from(draws.between(self.nodes.0, self.nodes.1)).unwrap();
        let mut supplies = vec![0; nodes];
        for _ in 0..draws.between(0, nodes as i64) {
            let units = draws.between(0, self.amount);
            supplies[draws.position(nodes)] += units;
            supplies[draws.position(nodes)] -= units;
        }
        let mut network = FlowNetwork::default();
        for supply in supplies {
            network.node(supply);
        }
        for _ in 0..draws.between(self.arcs.0, self.arcs.1) {
            let (lower, upper) = self.bounds(draws);
            let (from, to) = (draws.node(&network), draws.node(&network));
            network.arc(from, to, lower, upper, self.cost(draws));
        }
        network
    }
}

/// Sources that give one unit each, sinks that take what they can get up to a limit, all distances
/// in whole numbers; with the root that all units come to.
fn transport(sources: usize, sinks: usize, draws: &mut Draws) -> FlowNetwork {
    let mut network = FlowNetwork::default();
    let root = network.node(-(sources as i64));
    let places: Vec<(i64, i64, NodeId)> = (0..sinks)
        .map(|_| (draws.between(0, 999), draws.between(0, 999), network.node(0)))
        .collect();
    for _ in 0..sources {
        let (east, north, source) = (draws.between(0, 999), draws.between(0, 999), network.node(1));
        for &(there_east, there_north, sink) in &places {
            let distance = (there_east - east).abs() + (there_north - north).abs();
            network.arc(source, sink, 0, UNBOUNDED, distance);
        }
    }
    let aim = (sources / sinks) as i64;
    for (_, _, sink) in places {
        network.arc(sink, root, aim - 2, aim, -300);
        network.arc(sink, root, 0, 4, 300);
    }
    network
}

fn flows(solver: &NetworkSimplex) -> IdVec<ArcId, i64> {
    (0..solver.network().arcs()).map(|arc| solver.flow(ArcId::from_index(arc))).collect()
}

fn potentials(solver: &NetworkSimplex) -> IdVec<NodeId, i64> {
    (0..solver.network().nodes()).map(|node| solver.potential(NodeId::from_index(node))).collect()
}

fn never() -> bool {
    false
}

/// The cost of an optimal outcome, proven; otherwise how the solve ended.
fn solved(solver: &mut NetworkSimplex) -> Result<i128, FlowOutcome> {
    match solver.solve(&never) {
        FlowOutcome::Optimal => {
            let flow = flows(solver);
            let carrying = flow.iter().map(|(arc, &units)| (arc, units));
            let carrying: Vec<_> = carrying.filter(|&(_, units)| units != 0).collect();
            assert_eq!(carrying, solver.flows());
            check(solver.network(), &flow, &potentials(solver)).unwrap();
            let cost = |(arc, &units): (ArcId, &i64)| {
                i128::from(units) * i128::from(solver.network().cost(arc))
            };
            assert_eq!(flow.iter().map(cost).sum::<i128>(), solver.cost());
            Ok(solver.cost())
        }
        other => Err(other),
    }
}

fn solved_cold(network: &FlowNetwork) -> Result<i128, FlowOutcome> {
    solved(&mut NetworkSimplex::new(network.clone()).unwrap())
}
