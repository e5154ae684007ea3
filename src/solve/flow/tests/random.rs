//! Thousands of random networks: what the method says is what others say.

use super::reference::{enumerated, successive};
use super::*;

const ORDINARY: Kind =
    Kind { nodes: (1, 10), arcs: (0, 40), amount: 6, costs: (-4, 20), lower: 10, unbounded: 10 };

/// Compares with successive shortest paths, and counts how often each outcome is met.
fn compare(kind: &Kind, seed: u64, number: usize) -> [usize; 3] {
    let mut draws = Draws::new(seed);
    let mut met = [0; 3];
    for round in 0..number {
        let network = kind.network(&mut draws);
        let outcome = solved_cold(&network);
        assert_eq!(outcome, successive(&network), "round {round}: {network:?}");
        met[match outcome {
            Ok(_) => 0,
            Err(FlowOutcome::Infeasible) => 1,
            Err(_) => 2,
        }] += 1;
    }
    met
}

#[test]
fn tiny_networks_cost_what_enumeration_finds() {
    let kind =
        Kind { nodes: (1, 4), arcs: (0, 6), amount: 2, costs: (-5, 5), lower: 30, unbounded: 0 };
    let mut draws = Draws::new(1);
    let mut optimal = 0;
    for round in 0..3000 {
        let network = kind.network(&mut draws);
        let outcome = solved_cold(&network);
        optimal += usize::from(outcome.is_ok());
        let expected = enumerated(&network);
        assert_eq!(outcome, expected.ok_or(FlowOutcome::Infeasible), "round {round}: {network:?}");
        assert_eq!(outcome, successive(&network), "round {round}: {network:?}");
    }
    assert!((500..2500).contains(&optimal), "{optimal} are optimal");
}

#[test]
fn of_many_optimal_flows_the_cheapest_by_other_costs_is_found() {
    // Few costs, so that many flows cost the same.
    let kind =
        Kind { nodes: (2, 4), arcs: (2, 7), amount: 2, costs: (0, 1), lower: 30, unbounded: 0 };
    let (mut draws, mut nearer) = (Draws::new(11), 0);
    for round in 0..3000 {
        let network = kind.network(&mut draws);
        let second: IdVec<ArcId, i64> = (0..network.arcs()).map(|_| draws.between(-1, 2)).collect();
        let mut simplex = NetworkSimplex::new(network.clone()).unwrap();
        if simplex.solve(&|| false) != FlowOutcome::Optimal {
            continue;
        }
        let flows = simplex.optimal_by(&second).unwrap();
        let cost = |of: &dyn Fn(ArcId) -> i64| -> i128 {
            flows.iter().map(|&(arc, units)| i128::from(units * of(arc))).sum()
        };
        assert_eq!(cost(&|arc| network.cost(arc)), simplex.cost(), "round {round}: {network:?}");
        // The second costs are far below one of the first.
        let mut both = network.clone();
        for (cost, second) in both.cost.iter_mut().zip(second.values()) {
            *cost = *cost * 1000 + second;
        }
        let found = cost(&|arc| both.cost(arc));
        assert_eq!(Some(found), enumerated(&both), "round {round}: {network:?}");
        let before: i128 =
            second.iter().map(|(arc, cost)| i128::from(simplex.flow(arc) * cost)).sum();
        nearer += usize::from(cost(&|arc| second[arc]) < before);
    }
    assert!(nearer > 100, "{nearer} flows are cheaper by the second costs");
}

#[test]
fn ordinary_networks_cost_what_another_method_finds() {
    let met = compare(&ORDINARY, 2, 2500);
    assert!(met.iter().all(|&met| met > 50), "{met:?}");
}

#[test]
fn networks_of_equal_costs_are_solved() {
    compare(&Kind { costs: (3, 3), ..ORDINARY }, 3, 700);
    compare(&Kind { costs: (0, 0), ..ORDINARY }, 4, 700);
    compare(&Kind { costs: (0, 1), amount: 1, ..ORDINARY }, 5, 700);
}

#[test]
fn networks_of_the_largest_costs_are_solved() {
    let costs = (-MOST_COST, MOST_COST);
    let met = compare(&Kind { costs, unbounded: 0, ..ORDINARY }, 6, 700);
    assert!(met[0] > 50, "{met:?}");
    compare(&Kind { costs: (MOST_COST - 1, MOST_COST), ..ORDINARY }, 7, 500);
}

#[test]
fn networks_of_the_largest_amounts_are_solved() {
    let met = compare(&Kind { amount: MOST_AMOUNT / 16, lower: 0, ..ORDINARY }, 8, 700);
    assert!(met[0] > 50, "{met:?}");
}

#[test]
fn sparse_networks_in_many_parts_are_solved() {
    let kind = Kind { nodes: (5, 20), arcs: (0, 25), amount: 3, ..ORDINARY };
    let met = compare(&kind, 9, 1000);
    assert!(met[0] > 20 && met[1] > 20, "{met:?}");
}

#[test]
fn dense_networks_with_many_arcs_per_node_are_solved() {
    let kind = Kind { nodes: (2, 8), arcs: (60, 150), costs: (-3, 60), unbounded: 1, ..ORDINARY };
    let met = compare(&kind, 10, 300);
    assert!(met[0] > 50, "{met:?}");
}

#[test]
fn sources_with_a_choice_of_many_sinks_go_where_another_method_sends_them() {
    let mut draws = Draws::new(11);
    for (sources, sinks) in [(30, 6), (60, 10), (90, 30)] {
        let network = transport(sources, sinks, &mut draws);
        let outcome = solved_cold(&network);
        assert!(outcome.is_ok());
        assert_eq!(outcome, successive(&network));
    }
}

#[test]
fn the_same_network_has_the_same_flow_each_time() {
    let mut draws = Draws::new(12);
    for _ in 0..100 {
        let network = Kind { costs: (0, 2), ..ORDINARY }.network(&mut draws);
        let mut first = NetworkSimplex::new(network.clone()).unwrap();
        let mut second = NetworkSimplex::new(network).unwrap();
        assert_eq!(first.solve(&never), second.solve(&never));
        assert_eq!(flows(&first), flows(&second));
        assert_eq!(potentials(&first), potentials(&second));
        assert_eq!(first.pivots(), second.pivots());
    }
}
