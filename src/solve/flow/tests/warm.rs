//! Solves that go on from the last one find what a solve from nothing finds.

use super::reference::successive;
use super::*;

const KIND: Kind =
    Kind { nodes: (2, 9), arcs: (5, 40), amount: 5, costs: (-2, 20), lower: 10, unbounded: 5 };

/// Changes the cost or the bounds of an arc, or adds one.
fn edit(solver: &mut NetworkSimplex, kind: &Kind, draws: &mut Draws) {
    let arc = draws.arc(solver.network());
    if draws.percent(20) {
        let (from, to) = (draws.node(solver.network()), draws.node(solver.network()));
        solver.add_arc(from, to, kind.cost(draws)).unwrap();
    } else if draws.percent(50) {
        solver.set_cost(arc, kind.cost(draws)).unwrap();
    } else {
        let (lower, upper) = kind.bounds(draws);
        solver.set_bounds(arc, lower, upper).unwrap();
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
fn an_arc_is_added_as_it_would_be_from_nothing_or_not_at_all() {
    let mut solver = NetworkSimplex::new(transport(20, 5, &mut Draws::new(26))).unwrap();
    let (from, to) = solver.network().ends(ArcId::from_index(0));
    let arcs = solver.network().arcs();
    let dear = solver.add_arc(from, to, MOST_COST + 1);
    assert_eq!(dear, Err(FlowError::TooLarge(MOST_COST + 1)));
    assert_eq!(solver.network().arcs(), arcs);
    // Added before the first solve and between two.
    let mut costs = Vec::new();
    for _ in 0..2 {
        let arc = solver.add_arc(from, to, -5 * (costs.len() as i64 + 1)).unwrap();
        costs.push(solved(&mut solver).unwrap());
        assert!(solver.flow(arc) > 0);
        assert_eq!(Ok(costs[costs.len() - 1]), solved_cold(solver.network()));
    }
    assert!(costs[1] < costs[0]);
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
