//! The check takes what is proven and nothing else.

use super::*;

/// Two ways from a giver to a taker, the cheap one with room for two of three units.
fn two_ways() -> NetworkSimplex {
    let mut network = FlowNetwork::default();
    let (giver, taker) = (network.node(3), network.node(-3));
    network.arc(giver, taker, 0, 2, 5);
    network.arc(giver, taker, 0, 2, 9);
    network.arc(giver, taker, 0, 2, 10);
    NetworkSimplex::new(network).unwrap()
}

fn flaw(solver: &NetworkSimplex, flow: [i64; 3], potential: [i64; 2]) -> Option<FlowFlaw> {
    check(solver.network(), &flow.to_vec().into(), &potential.to_vec().into()).err()
}

#[test]
fn each_flaw_is_named() {
    let mut solver = two_ways();
    assert_eq!(solved(&mut solver), Ok(19));
    let arc = ArcId::from_index;
    let node = NodeId::from_index;
    assert_eq!(flaw(&solver, [2, 1, 0], [0, 9]), None);
    assert_eq!(flaw(&solver, [3, 0, 0], [0, 9]), Some(FlowFlaw::Bounds(arc(0))));
    assert_eq!(flaw(&solver, [2, 2, -1], [0, 9]), Some(FlowFlaw::Bounds(arc(2))));
    assert_eq!(flaw(&solver, [2, 2, 0], [0, 9]), Some(FlowFlaw::Balance(node(0))));
    assert_eq!(flaw(&solver, [1, 2, 0], [0, 9]), Some(FlowFlaw::More(arc(0))));
    assert_eq!(flaw(&solver, [2, 0, 1], [0, 9]), Some(FlowFlaw::Less(arc(2))));
    assert_eq!(flaw(&solver, [2, 1, 0], [0, 8]), Some(FlowFlaw::Less(arc(1))));
    assert_eq!(flaw(&solver, [2, 1, 0], [0, 10]), Some(FlowFlaw::More(arc(1))));
    let (flow, potential) = (flows(&solver), potentials(&solver));
    let none = IdVec::default();
    assert_eq!(check(solver.network(), &none, &potential), Err(FlowFlaw::Shape));
    assert_eq!(check(solver.network(), &flow, &IdVec::default()), Err(FlowFlaw::Shape));
}

#[test]
fn the_largest_numbers_are_checked_without_overflow() {
    let solver = two_ways();
    assert_eq!(
        flaw(&solver, [i64::MAX, i64::MIN, 0], [0, 0]),
        Some(FlowFlaw::Bounds(ArcId::from_index(0)))
    );
    let found = flaw(&solver, [2, 1, 0], [i64::MIN, i64::MAX]);
    assert_eq!(found, Some(FlowFlaw::More(ArcId::from_index(1))));
}

#[test]
fn a_changed_flow_or_potential_is_found_out() {
    let mut draws = Draws::new(31);
    let mut solver = NetworkSimplex::new(transport(60, 10, &mut draws)).unwrap();
    solved(&mut solver).unwrap();
    let network = solver.network();
    let (flow, potential) = (flows(&solver), potentials(&solver));
    for (arc, &units) in flow.iter() {
        let mut changed = flow.clone();
        changed[arc] = units + if draws.percent(50) { 1 } else { -1 };
        assert!(check(network, &changed, &potential).is_err(), "{arc:?}");
    }
    // All nodes at an arc with room either way: one of them cannot move alone.
    let between = flow.iter().filter(|(arc, units)| {
        let (lower, upper) = network.bounds(*arc);
        lower < **units && **units < upper
    });
    let mut seen = 0;
    for (arc, _) in between {
        let mut changed = potential.clone();
        changed[network.ends(arc).0] += if draws.percent(50) { 1 } else { -1 };
        assert!(check(network, &flow, &changed).is_err(), "{arc:?}");
        seen += 1;
    }
    assert!(seen >= 60, "{seen} arcs have room either way");
}
