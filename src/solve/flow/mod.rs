//! Minimum-cost flow with integer data: a primal network simplex method that can be warm-started.
//!
//! A [`FlowNetwork`] has nodes with a supply and arcs with bounds and a cost per unit. A
//! [`NetworkSimplex`] finds the cheapest flow that meets all supplies and demands. It keeps its last
//! basis, so that after a few changes of the data a solve needs only a few pivots. [`check`] proves a
//! solution optimal without knowing how it was found.
//!
//! The method keeps a strongly feasible spanning tree, which excludes cycling (W. H. Cunningham, "A
//! network simplex method", Mathematical Programming 11, 1976), as a threaded list in preorder with
//! subtree sizes (R. K. Ahuja, T. L. Magnanti and J. B. Orlin, "Network Flows", 1993, chapter 11).
//! Pricing applies Dantzig's rule (the most negative reduced cost) within a block of candidate arcs, as
//! M. D. Grigoriadis ("An efficient implementation of the network simplex method", Mathematical
//! Programming Study 26, 1986) does; Z. Király and P. Kovács ("Efficient implementations of
//! minimum-cost flow algorithms", 2012) compare such rules. The first tree is a star: an artificial arc
//! at a forbidding cost joins each node to an artificial root. So does each node that a change of bounds
//! or supplies cuts off from its parent.
//!
//! Callers need not leave expensive arcs out and add them as their reduced costs become negative: pricing
//! starts with the cheapest few arcs of each node, and looks at the others once those are exhausted.

mod certificate;
mod network;
mod pivot;
mod pricing;
mod settle;
mod simplex;
#[cfg(test)]
mod tests;
mod ties;
mod tree;

pub use certificate::{FlowFlaw, check};
pub use network::{ArcId, FlowNetwork, NodeId};
pub use simplex::{FlowOutcome, NetworkSimplex};

/// The upper bound of an arc without one.
pub const UNBOUNDED: i64 = i64::MAX;

/// The largest absolute cost per unit of an arc.
pub const MOST_COST: i64 = 10_000_000_000;

/// The largest absolute supply of a node, and the largest absolute bound of an arc.
pub const MOST_AMOUNT: i64 = 1 << 32;

/// The largest number of nodes of a network.
pub const MOST_NODES: usize = 1 << 24;

/// The largest number of arcs of a network.
pub const MOST_ARCS: usize = 1 << 27;

/// Why a network, or a change of one, is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FlowError {
    /// The supplies do not add up to 0 but to this.
    #[error("the supplies add up to {0}, not 0")]
    Unbalanced(i64),
    /// The lower bound of an arc exceeds its upper bound.
    #[error("the lower bound {lower} is above the upper bound {upper}")]
    Crossed {
        /// The lower bound.
        lower: i64,
        /// The upper bound.
        upper: i64,
    },
    /// A supply, bound or cost beyond [`MOST_AMOUNT`] or [`MOST_COST`].
    #[error("{0} is too large a number")]
    TooLarge(i64),
    /// More nodes than [`MOST_NODES`], or more arcs than [`MOST_ARCS`].
    #[error("{0} nodes or arcs are too many")]
    TooMany(usize),
}
