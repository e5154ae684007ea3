//! The method as callers see it: solve, look, change, solve again.

use super::network::{validate_amount, validate_bounds, validate_cost};
use super::pivot::Basis;
use super::pricing::{AT_LOWER, Pricing};
use super::{ArcId, FlowError, MOST_ARCS, Network, NodeId};
use crate::base::Id;

/// After how many pivots a solve asks whether to stop.
const BREATH: u32 = 128;

/// How a solve ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The flow is one of least cost.
    Optimal,
    /// No flow keeps to all bounds and supplies.
    Infeasible,
    /// A cycle of arcs without upper bound costs less than nothing, so no flow is of least cost.
    /// Whether there is a flow at all is not known.
    Unbounded,
    /// A stop was asked for; another solve goes on from here.
    Stopped,
}

/// A solver for one network, which it holds, and whose numbers may change between solves.
#[derive(Clone, Debug)]
pub struct NetworkSimplex {
    network: Network,
    basis: Basis,
    pricing: Pricing,
    /// No solve has begun.
    is_new: bool,
    /// Bounds or supplies have changed since flows were last worked out.
    flows_changed: bool,
    /// Costs have changed since potentials were last worked out.
    costs_changed: bool,
    pivots: u64,
}

impl NetworkSimplex {
    /// A solver that has not begun.
    ///
    /// # Errors
    /// When supplies do not add up to 0, bounds are crossed, or something is too large or too many.
    pub fn new(network: Network) -> Result<Self, FlowError> {
        network.validate()?;
        let basis = Basis::star(&network);
        let pricing = Pricing::default();
        let (is_new, flows_changed, costs_changed) = (true, true, true);
        Ok(Self { network, basis, pricing, is_new, flows_changed, costs_changed, pivots: 0 })
    }

    /// Finds a flow of least cost, from where the last solve ended. The same calls in the same order
    /// find the same flow. `stop` is asked now and then, first before anything is done.
    pub fn solve(&mut self, stop: &dyn Fn() -> bool) -> Outcome {
        if stop() {
            return Outcome::Stopped;
        }
        self.settle();
        let mut breath = BREATH;
        loop {
            let Basis { state, potential, .. } = &self.basis;
            let Some((arc, reduced)) = self.pricing.entering(&self.network, state, potential)
            else {
                break;
            };
            if !self.basis.pivot(&self.network, arc, reduced) {
                return Outcome::Unbounded;
            }
            self.pivots += 1;
            breath -= 1;
            if breath == 0 {
                if stop() {
                    return Outcome::Stopped;
                }
                breath = BREATH;
            }
        }
        if self.basis.is_short() { Outcome::Infeasible } else { Outcome::Optimal }
    }

    /// Brings flows and potentials up to date with what was changed.
    fn settle(&mut self) {
        if self.is_new {
            self.pricing.begin(&self.network);
        }
        if self.flows_changed {
            self.basis.settle_flows(&self.network);
        }
        if self.costs_changed {
            self.pricing.reprice(&self.network);
        }
        if self.flows_changed || self.costs_changed {
            self.basis.settle_potentials(&self.network);
        }
        (self.is_new, self.flows_changed, self.costs_changed) = (false, false, false);
    }

    /// The network as it is now.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// How many units an arc carries after a solve; of least cost if that was optimal.
    pub fn flow(&self, arc: ArcId) -> i64 {
        self.basis.flow(&self.network, arc.index())
    }

    /// What one unit costs at a node after an optimal solve, but for a constant that is the same for
    /// all nodes that are connected. No arc with room brings a unit for less than the difference.
    pub fn potential(&self, node: NodeId) -> i64 {
        let root = self.basis.tree.root() as usize;
        self.basis.potential[node.index()] - self.basis.potential[root]
    }

    /// What the flow costs.
    pub fn cost(&self) -> i128 {
        let costs = self.network.cost.iter().enumerate();
        costs
            .map(|(arc, &cost)| i128::from(cost) * i128::from(self.basis.flow(&self.network, arc)))
            .sum()
    }

    /// How many steps all solves have taken together.
    pub fn pivots(&self) -> u64 {
        self.pivots
    }

    /// Changes the cost of an arc.
    ///
    /// # Errors
    /// When the cost is too large; nothing is changed then.
    pub fn set_cost(&mut self, arc: ArcId, cost: i64) -> Result<(), FlowError> {
        validate_cost(cost)?;
        self.network.cost[arc.index()] = cost;
        self.costs_changed = true;
        Ok(())
    }

    /// Changes the bounds of an arc.
    ///
    /// # Errors
    /// When the bounds are crossed or too large; nothing is changed then.
    pub fn set_bounds(&mut self, arc: ArcId, lower: i64, upper: i64) -> Result<(), FlowError> {
        validate_bounds(lower, upper)?;
        self.network.lower[arc.index()] = lower;
        self.network.upper[arc.index()] = upper;
        self.flows_changed = true;
        Ok(())
    }

    /// Changes the supply of a node. While supplies do not add up to 0, solves are infeasible.
    ///
    /// # Errors
    /// When the supply is too large; nothing is changed then.
    pub fn set_supply(&mut self, node: NodeId, supply: i64) -> Result<(), FlowError> {
        validate_amount(supply)?;
        self.network.supply[node.index()] = supply;
        self.flows_changed = true;
        Ok(())
    }

    /// Adds an arc. One with lower bound 0 keeps the last flow as it is, so that a solve with few
    /// arcs can be followed by one with those whose reduced cost is below 0.
    ///
    /// # Errors
    /// When the bounds are crossed, or something is too large or too many; nothing is added then.
    ///
    /// # Panics
    /// When one of the nodes is not of the network.
    pub fn add_arc(
        &mut self,
        from: NodeId,
        to: NodeId,
        lower: i64,
        upper: i64,
        cost: i64,
    ) -> Result<ArcId, FlowError> {
        validate_bounds(lower, upper)?;
        validate_cost(cost)?;
        if self.network.arcs() >= MOST_ARCS {
            return Err(FlowError::TooMany(self.network.arcs() + 1));
        }
        self.basis.state.push(AT_LOWER);
        // Where the bounds are the same, the arc is closed with the flows.
        self.flows_changed |= lower != 0 || upper == 0;
        Ok(self.network.arc(from, to, lower, upper, cost))
    }
}
