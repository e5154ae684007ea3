//! Networks with hardly anything in them, and those that are refused.

use super::*;

#[test]
fn a_network_of_nothing_costs_nothing() {
    assert_eq!(solved_cold(&FlowNetwork::default()), Ok(0));
}

#[test]
fn nodes_without_arcs_are_fine_while_they_give_nothing() {
    let mut network = FlowNetwork::default();
    network.node(0);
    network.node(0);
    assert_eq!(solved_cold(&network), Ok(0));
    network.node(1);
    network.node(-1);
    assert_eq!(solved_cold(&network), Err(FlowOutcome::Infeasible));
}

#[test]
fn an_arc_to_itself_carries_what_pays() {
    let mut network = FlowNetwork::default();
    let node = network.node(0);
    let gain = network.arc(node, node, 1, 4, -3);
    let loss = network.arc(node, node, 1, 4, 3);
    let mut solver = NetworkSimplex::new(network).unwrap();
    assert_eq!(solved(&mut solver), Ok(-9));
    assert_eq!((solver.flow(gain), solver.flow(loss)), (4, 1));
    solver.set_bounds(gain, 0, UNBOUNDED).unwrap();
    assert_eq!(solved(&mut solver), Err(FlowOutcome::Unbounded));
    solver.set_cost(gain, 0).unwrap();
    assert_eq!(solved(&mut solver), Ok(3));
}

#[test]
fn an_arc_whose_bounds_are_the_same_carries_just_that() {
    let mut network = FlowNetwork::default();
    let (giver, taker) = (network.node(1), network.node(-1));
    let forced = network.arc(giver, taker, 3, 3, 5);
    let back = network.arc(taker, giver, 0, UNBOUNDED, 1);
    let mut solver = NetworkSimplex::new(network).unwrap();
    assert_eq!(solved(&mut solver), Ok(17));
    assert_eq!((solver.flow(forced), solver.flow(back)), (3, 2));
    solver.set_bounds(forced, 1, 1).unwrap();
    assert_eq!(solved(&mut solver), Ok(5));
    solver.set_bounds(forced, 0, 0).unwrap();
    assert_eq!(solved(&mut solver), Err(FlowOutcome::Infeasible));
    solver.set_bounds(forced, 0, 4).unwrap();
    assert_eq!(solved(&mut solver), Ok(5));
}

#[test]
fn a_circle_that_gains_is_filled_or_has_no_end() {
    let mut network = FlowNetwork::default();
    let nodes = [network.node(0), network.node(0), network.node(0)];
    network.arc(nodes[0], nodes[1], 0, UNBOUNDED, 2);
    network.arc(nodes[1], nodes[2], 0, UNBOUNDED, -5);
    let last = network.arc(nodes[2], nodes[0], 0, 6, 1);
    let mut solver = NetworkSimplex::new(network).unwrap();
    assert_eq!(solved(&mut solver), Ok(-12));
    solver.set_bounds(last, 0, UNBOUNDED).unwrap();
    assert_eq!(solved(&mut solver), Err(FlowOutcome::Unbounded));
    solver.set_cost(last, 3).unwrap();
    assert_eq!(solved(&mut solver), Ok(0));
}

#[test]
fn a_long_way_at_the_largest_cost_is_taken_when_there_is_no_other() {
    let mut network = FlowNetwork::default();
    let mut nodes = vec![network.node(MOST_AMOUNT)];
    nodes.extend((0..298).map(|_| network.node(0)));
    nodes.push(network.node(-MOST_AMOUNT));
    for pair in nodes.windows(2) {
        network.arc(pair[0], pair[1], 0, MOST_AMOUNT, MOST_COST);
        network.arc(pair[1], pair[0], 0, MOST_AMOUNT, -MOST_COST);
    }
    let cost = 299 * i128::from(MOST_COST) * i128::from(MOST_AMOUNT);
    // The ways back are a gain, but each needs a way forth at the same cost.
    assert_eq!(solved_cold(&network), Ok(cost));
}

#[test]
fn what_cannot_be_solved_is_refused() {
    let mut network = FlowNetwork::default();
    let node = network.node(1);
    let refused = |network: &FlowNetwork| NetworkSimplex::new(network.clone()).unwrap_err();
    assert_eq!(refused(&network), FlowError::Unbalanced(1));
    network.node(-1);
    let mut crossed = network.clone();
    crossed.arc(node, node, 2, 1, 0);
    assert_eq!(refused(&crossed), FlowError::Crossed { lower: 2, upper: 1 });
    for (lower, upper, cost, large) in [
        (0, MOST_AMOUNT + 1, 0, MOST_AMOUNT + 1),
        (-MOST_AMOUNT - 1, 0, 0, -MOST_AMOUNT - 1),
        (0, 0, i64::MIN, i64::MIN),
    ] {
        let mut beyond = network.clone();
        beyond.arc(node, node, lower, upper, cost);
        assert_eq!(refused(&beyond), FlowError::TooLarge(large));
    }
    network.node(MOST_AMOUNT + 1);
    assert_eq!(refused(&network), FlowError::TooLarge(MOST_AMOUNT + 1));
}

#[test]
fn a_refused_change_changes_nothing() {
    let mut network = FlowNetwork::default();
    let (giver, taker) = (network.node(1), network.node(-1));
    let arc = network.arc(giver, taker, 0, 1, 4);
    let mut solver = NetworkSimplex::new(network).unwrap();
    let large = MOST_COST + 1;
    assert_eq!(solver.set_cost(arc, large), Err(FlowError::TooLarge(large)));
    assert_eq!(solver.set_bounds(arc, 1, 0), Err(FlowError::Crossed { lower: 1, upper: 0 }));
    assert_eq!(solved(&mut solver), Ok(4));
}
