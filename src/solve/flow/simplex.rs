//! The solver: solve, read the solution, change the data, solve again from the last basis.

use super::network::{validate_bounds, validate_cost};
use super::pivot::Basis;
use super::pricing::Pricing;
use super::{ArcId, FlowError, FlowNetwork, MOST_ARCS, NodeId, UNBOUNDED};
use crate::base::Id;

/// The number of pivots between two calls of `stop`.
const PIVOTS_PER_CHECK: u32 = 128;

/// How a solve ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FlowOutcome {
    /// The flow has minimum cost.
    Optimal,
    /// No flow satisfies all bounds and supplies.
    Infeasible,
    /// A cycle of arcs without upper bound has negative cost, so that the cost has no minimum. Whether a
    /// feasible flow exists is unknown.
    Unbounded,
    /// `stop` returned true; the next solve continues from here.
    Stopped,
}

/// A solver that owns its network, the data of which may change between solves.
#[derive(Clone, Debug)]
pub struct NetworkSimplex {
    network: FlowNetwork,
    basis: Basis,
    pricing: Pricing,
    /// No solve has begun yet.
    is_new: bool,
    /// The arcs of which bounds have changed since flows were last computed.
    changed_bounds: Vec<ArcId>,
    /// Costs have changed since potentials were last computed.
    costs_changed: bool,
    pivots: u64,
}

impl NetworkSimplex {
    /// A solver with the initial basis.
    ///
    /// # Errors
    /// If supplies do not add up to 0, bounds are crossed, or a number or the network is too large.
    pub fn new(network: FlowNetwork) -> Result<Self, FlowError> {
        network.validate()?;
        let basis = Basis::star(&network);
        let pricing = Pricing::default();
        Ok(Self {
            network,
            basis,
            pricing,
            is_new: true,
            changed_bounds: Vec::new(),
            costs_changed: true,
            pivots: 0,
        })
    }

    /// Finds a flow of minimum cost, starting from the last basis. The same calls in the same order find the
    /// same flow. `stop` is called at the start and then every few pivots; if it returns true, the solve
    /// ends.
    pub fn solve(&mut self, stop: &dyn Fn() -> bool) -> FlowOutcome {
        if stop() {
            return FlowOutcome::Stopped;
        }
        self.settle();
        let mut until_check = PIVOTS_PER_CHECK;
        loop {
            let Basis { state, potential, .. } = &self.basis;
            let Some((arc, reduced)) = self.pricing.entering(&self.network, state, potential)
            else {
                break;
            };
            if !self.basis.pivot(&self.network, arc, reduced) {
                return FlowOutcome::Unbounded;
            }
            self.pivots += 1;
            until_check -= 1;
            if until_check == 0 {
                if stop() {
                    return FlowOutcome::Stopped;
                }
                until_check = PIVOTS_PER_CHECK;
            }
        }
        if self.basis.is_short() { FlowOutcome::Infeasible } else { FlowOutcome::Optimal }
    }

    /// Brings flows and potentials up to date with changed data.
    fn settle(&mut self) {
        if self.is_new {
            self.pricing.begin(&self.network);
        }
        let flows_changed = self.is_new || !self.changed_bounds.is_empty();
        if flows_changed {
            self.basis.settle_states(&self.network, &self.changed_bounds);
            self.basis.settle_flows(&self.network);
            self.changed_bounds.clear();
        }
        if self.costs_changed {
            self.pricing.reprice(&self.network);
        }
        // A cut in the tree changes the potentials too.
        if flows_changed || self.costs_changed {
            self.basis.settle_potentials(&self.network);
        }
        (self.is_new, self.costs_changed) = (false, false);
    }

    /// The network in its current state.
    pub fn network(&self) -> &FlowNetwork {
        &self.network
    }

    /// The flow of an arc after a solve, in units; part of a minimum-cost flow if that was optimal.
    pub fn flow(&self, arc: ArcId) -> i64 {
        self.basis.flow(&self.network, arc.index())
    }

    /// The arcs with a flow other than 0, in the order of their numbers, with that flow. Where there are many arcs, far
    /// sooner than arc by arc.
    pub fn flows(&self) -> Vec<(ArcId, i64)> {
        let carrying = self.basis.carrying(&self.network);
        carrying.into_iter().map(|(arc, flow)| (ArcId::from_index(arc), flow)).collect()
    }

    /// The dual price of a unit at a node after an optimal solve, up to a constant that connected nodes
    /// share. No arc below its upper bound costs less than the potential of its head minus that of its tail.
    pub fn potential(&self, node: NodeId) -> i64 {
        let root = self.basis.tree.root() as usize;
        self.basis.potential[node.index()] - self.basis.potential[root]
    }

    /// The cost of the current flow.
    pub fn cost(&self) -> i128 {
        let carrying = self.basis.carrying(&self.network);
        let cost =
            |(arc, flow): (usize, i64)| i128::from(self.network.cost[arc]) * i128::from(flow);
        carrying.into_iter().map(cost).sum()
    }

    /// The number of pivots of all solves together.
    pub fn pivots(&self) -> u64 {
        self.pivots
    }

    /// Adds an arc that carries any number of units at a cost per unit. Its flow is 0, so that the last basis stays
    /// feasible, and optimal unless the arc improves it.
    ///
    /// # Errors
    /// If the cost is too large; nothing is changed then.
    ///
    /// # Panics
    /// Like [`FlowNetwork::arc`].
    pub fn add_arc(&mut self, from: NodeId, to: NodeId, cost: i64) -> Result<ArcId, FlowError> {
        validate_cost(cost)?;
        if self.network.arcs() == MOST_ARCS {
            return Err(FlowError::TooMany(MOST_ARCS + 1));
        }
        let arc = self.network.arc(from, to, 0, UNBOUNDED, cost);
        self.basis.add_arc();
        if !self.is_new {
            self.pricing.list(&self.network, arc);
        }
        Ok(arc)
    }

    /// Changes the cost of an arc.
    ///
    /// # Errors
    /// If the cost is too large; nothing is changed then.
    pub fn set_cost(&mut self, arc: ArcId, cost: i64) -> Result<(), FlowError> {
        validate_cost(cost)?;
        self.network.cost[arc.index()] = cost;
        self.costs_changed = true;
        Ok(())
    }

    /// Changes the bounds of an arc.
    ///
    /// # Errors
    /// If the bounds are crossed or too large; nothing is changed then.
    pub fn set_bounds(&mut self, arc: ArcId, lower: i64, upper: i64) -> Result<(), FlowError> {
        validate_bounds(lower, upper)?;
        self.network.lower[arc.index()] = lower;
        self.network.upper[arc.index()] = upper;
        self.changed_bounds.push(arc);
        Ok(())
    }
}
