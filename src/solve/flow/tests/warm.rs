//! Solves that go on from the last one find what a solve from nothing finds.

use super::reference::successive;
use super::*;

const KIND: Kind =
    Kind { nodes: (2, 9), arcs: (5, 40), amount: 5, costs: (-2, 20), lower: 10, unbounded: 5 };

/// One change of something, mostly of little.
fn edit(solver: &mut NetworkSimplex, kind: &Kind, draws: &mut Draws) {
    let arc = draws.arc(solver.network());
    match draws.between(0, 3) {
        0 => solver.set_cost(arc, kind.cost(draws)).unwrap(),
        1 => {
            let (lower, upper) = kind.bounds(draws);
            solver.set_bounds(arc, lower, upper).unwrap();
        }
        2 => {
            let (giver, taker) = (draws.node(solver.network()), draws.node(solver.network()));
            let units = draws.between(0, 2);
            let given = solver.network().supply(giver) + units;
            solver.set_supply(giver, given).unwrap();
            let taken = solver.network().supply(taker) - units;
            solver.set_supply(taker, taken).unwrap();
        }
        _ => {
            let (from, to) = (draws.node(solver.network()), draws.node(solver.network()));
            let (lower, upper) = kind.bounds(draws);
            solver.add_arc(from, to, lower, upper, kind.cost(draws)).unwrap();
        }
    }
}

#[test]
fn after_any_edits_a_solve_finds_what_one_from_nothing_finds() {
    let mut draws = Draws::new(21);
    let mut optimal = 0;
    for round in 0..250 {
        let mut solver = NetworkSimplex::new(KIND.network(&mut draws)).unwrap();
        for turn in 0..12 {
            let outcome = solved(&mut solver);
            optimal += usize::from(outcome.is_ok());
            assert_eq!(outcome, solved_cold(solver.network()), "round {round}, turn {turn}");
            assert_eq!(outcome, successive(solver.network()), "round {round}, turn {turn}");
            for _ in 0..draws.between(1, 4) {
                edit(&mut solver, &KIND, &mut draws);
            }
        }
    }
    assert!(optimal > 500, "{optimal} are optimal");
}

#[test]
fn a_solve_without_a_change_needs_no_pivot() {
    let mut solver = NetworkSimplex::new(transport(60, 10, &mut Draws::new(22))).unwrap();
    let cost = solved(&mut solver).unwrap();
    let pivots = solver.pivots();
    assert_eq!(solved(&mut solver), Ok(cost));
    assert_eq!(solver.pivots(), pivots);
}

#[test]
fn a_few_changed_costs_need_fewer_pivots_than_a_solve_from_nothing() {
    let mut draws = Draws::new(23);
    let mut solver = NetworkSimplex::new(transport(200, 20, &mut draws)).unwrap();
    solved(&mut solver).unwrap();
    for _ in 0..solver.network().arcs() / 20 {
        let arc = draws.arc(solver.network());
        let cost = solver.network().cost(arc) + draws.between(-20, 20);
        solver.set_cost(arc, cost).unwrap();
    }
    let before = solver.pivots();
    let outcome = solved(&mut solver);
    let mut cold = NetworkSimplex::new(solver.network().clone()).unwrap();
    assert_eq!(outcome, solved(&mut cold));
    assert!((solver.pivots() - before) * 2 < cold.pivots());
}

#[test]
fn arcs_can_be_added_as_they_pay() {
    let whole = transport(80, 12, &mut Draws::new(24));
    let arcs: Vec<ArcId> = (0..whole.arcs()).map(ArcId::from_index).collect();
    let mut part = FlowNetwork::default();
    for node in 0..whole.nodes() {
        part.node(whole.supply(NodeId::from_index(node)));
    }
    // Cheap arcs first, and all that lead to the root, so that there is some flow.
    let (first, mut others): (Vec<ArcId>, Vec<ArcId>) =
        arcs.into_iter().partition(|&arc| whole.cost(arc) < 500);
    for arc in first {
        let ((from, to), (lower, upper)) = (whole.ends(arc), whole.bounds(arc));
        part.arc(from, to, lower, upper, whole.cost(arc));
    }
    let mut solver = NetworkSimplex::new(part).unwrap();
    loop {
        solver.solve(&never);
        let (paying, left): (Vec<ArcId>, Vec<ArcId>) = others.iter().partition(|&&arc| {
            let (from, to) = whole.ends(arc);
            whole.cost(arc) + solver.potential(from) < solver.potential(to)
        });
        if paying.is_empty() {
            break;
        }
        for arc in paying {
            let ((from, to), (lower, upper)) = (whole.ends(arc), whole.bounds(arc));
            solver.add_arc(from, to, lower, upper, whole.cost(arc)).unwrap();
        }
        others = left;
    }
    assert_eq!(solved(&mut solver), solved_cold(&whole));
}

#[test]
fn supplies_out_of_balance_are_infeasible_until_they_are_mended() {
    let mut network = FlowNetwork::default();
    let (giver, taker) = (network.node(2), network.node(-2));
    network.arc(giver, taker, 0, 5, 7);
    let mut solver = NetworkSimplex::new(network).unwrap();
    assert_eq!(solved(&mut solver), Ok(14));
    solver.set_supply(giver, 3).unwrap();
    assert_eq!(solved(&mut solver), Err(FlowOutcome::Infeasible));
    solver.set_supply(taker, -3).unwrap();
    assert_eq!(solved(&mut solver), Ok(21));
}

#[test]
fn a_stopped_solve_goes_on_where_it_was() {
    let network = transport(200, 20, &mut Draws::new(25));
    let mut solver = NetworkSimplex::new(network.clone()).unwrap();
    assert_eq!(solver.solve(&|| true), FlowOutcome::Stopped);
    assert_eq!(solver.pivots(), 0);
    let asked = std::cell::Cell::new(0);
    let after_a_while = || {
        asked.set(asked.get() + 1);
        asked.get() > 1
    };
    assert_eq!(solver.solve(&after_a_while), FlowOutcome::Stopped);
    let pivots = solver.pivots();
    assert!(pivots > 0);
    // A change in between does no harm.
    solver.set_cost(ArcId::from_index(0), 1).unwrap();
    let outcome = solved(&mut solver);
    assert!(solver.pivots() > pivots);
    let mut cold = NetworkSimplex::new(network).unwrap();
    cold.set_cost(ArcId::from_index(0), 1).unwrap();
    assert_eq!(outcome, solved(&mut cold));
}
