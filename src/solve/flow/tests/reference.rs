//! Two other ways to the least cost, slow and simple.

use super::*;

/// The least cost by trying all flows, or none if no flow keeps to all bounds and supplies.
/// Only for few arcs with little room each.
pub(super) fn enumerated(network: &FlowNetwork) -> Option<i128> {
    let supplies = (0..network.nodes()).map(|node| network.supply(NodeId::from_index(node)));
    let mut least = None;
    enumerate(network, 0, &mut supplies.collect(), 0, &mut least);
    least
}

fn enumerate(
    network: &FlowNetwork,
    next: usize,
    left: &mut Vec<i64>,
    cost: i128,
    least: &mut Option<i128>,
) {
    if next == network.arcs() {
        if left.iter().all(|&left| left == 0) {
            *least = Some(least.map_or(cost, |least| least.min(cost)));
        }
        return;
    }
    let arc = ArcId::from_index(next);
    let (from, to) = network.ends(arc);
    let (lower, upper) = network.bounds(arc);
    for units in lower..=upper {
        left[from.index()] -= units;
        left[to.index()] += units;
        let more = i128::from(units) * i128::from(network.cost(arc));
        enumerate(network, next + 1, left, cost + more, least);
        left[from.index()] += units;
        left[to.index()] -= units;
    }
}

/// An arc of the residual network, with how much it can carry.
struct Way {
    from: usize,
    to: usize,
    room: i128,
    cost: i128,
}

/// The least cost by successive shortest paths (Bellman and Ford's), or how else it ends.
pub(super) fn successive(network: &FlowNetwork) -> Result<i128, FlowOutcome> {
    let arcs: Vec<ArcId> = (0..network.arcs()).map(ArcId::from_index).collect();
    let endless = arcs.iter().filter(|&&arc| network.bounds(arc).1 == UNBOUNDED);
    if has_negative_circle(network, &endless) {
        return Err(FlowOutcome::Unbounded);
    }
    let mut excess: Vec<i128> = (0..network.nodes())
        .map(|node| i128::from(network.supply(NodeId::from_index(node))))
        .collect();
    // No arc needs more than all bounds and supplies together, where none can gain for ever.
    let bound = |arc: ArcId| {
        let (lower, upper) = network.bounds(arc);
        let upper = if upper == UNBOUNDED { 0 } else { upper };
        i128::from(lower).abs() + i128::from(upper).abs()
    };
    let supplies: i128 = excess.iter().map(|excess| excess.abs()).sum();
    let enough = supplies + arcs.iter().map(|&arc| bound(arc)).sum::<i128>() + 1;
    let mut cost = 0;
    let mut ways = Vec::new();
    for &arc in &arcs {
        let (from, to) = network.ends(arc);
        let (from, to) = (from.index(), to.index());
        let (lower, upper) = network.bounds(arc);
        let lower = i128::from(lower);
        let upper = if upper == UNBOUNDED { enough } else { i128::from(upper) };
        let price = i128::from(network.cost(arc));
        // Arcs that gain begin full, so that no circle of the residual network gains.
        let units = if price < 0 { upper } else { lower };
        excess[from] -= units;
        excess[to] += units;
        cost += units * price;
        ways.push(Way { from, to, room: upper - units, cost: price });
        ways.push(Way { from: to, to: from, room: units - lower, cost: -price });
    }
    while let Some(source) = excess.iter().position(|&excess| excess > 0) {
        let (far, before) = shortest(&ways, source, excess.len());
        let reached = (0..excess.len()).filter(|&node| excess[node] < 0 && far[node].is_some());
        let sink = reached.min_by_key(|&node| far[node]).ok_or(FlowOutcome::Infeasible)?;
        let mut step = excess[source].min(-excess[sink]);
        let mut node = sink;
        while node != source {
            step = step.min(ways[before[node]].room);
            node = ways[before[node]].from;
        }
        node = sink;
        while node != source {
            let way = before[node];
            ways[way].room -= step;
            ways[way ^ 1].room += step;
            cost += step * ways[way].cost;
            node = ways[way].from;
        }
        excess[source] -= step;
        excess[sink] += step;
    }
    if excess.iter().any(|&excess| excess != 0) { Err(FlowOutcome::Infeasible) } else { Ok(cost) }
}

/// The distance of each node from a source, and the last arc on a shortest path to it.
fn shortest(ways: &[Way], source: usize, nodes: usize) -> (Vec<Option<i128>>, Vec<usize>) {
    let mut far = vec![None; nodes];
    let mut before = vec![usize::MAX; nodes];
    far[source] = Some(0);
    let mut changed = true;
    while changed {
        changed = false;
        for (place, way) in ways.iter().enumerate().filter(|(_, way)| way.room > 0) {
            let Some(here) = far[way.from] else { continue };
            let there = here + way.cost;
            if far[way.to].is_none_or(|known| there < known) {
                far[way.to] = Some(there);
                before[way.to] = place;
                changed = true;
            }
        }
    }
    (far, before)
}

fn has_negative_circle<'arcs>(
    network: &FlowNetwork,
    arcs: &(impl Iterator<Item = &'arcs ArcId> + Clone),
) -> bool {
    let mut far = vec![0i128; network.nodes()];
    for _ in 0..=network.nodes() {
        let mut changed = false;
        for &arc in arcs.clone() {
            let (from, to) = network.ends(arc);
            let there = far[from.index()] + i128::from(network.cost(arc));
            if there < far[to.index()] {
                far[to.index()] = there;
                changed = true;
            }
        }
        if !changed {
            return false;
        }
    }
    true
}
