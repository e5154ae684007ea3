//! Flows of least cost through a network, in whole numbers: the network simplex method.
//!
//! A [`Network`] has nodes with a supply and arcs with bounds and a cost per unit. A
//! [`NetworkSimplex`] finds the cheapest flow that brings all supply to where it is asked for. It
//! keeps its last tree, so that after a few changes it needs only a few steps. [`check`] proves an
//! answer without knowing how it was found.
//!
//! The method is that of a strongly feasible tree (W. H. Cunningham, 1976, "A network simplex
//! method") kept as a list in preorder with sizes of subtrees (R. K. Ahuja, T. L. Magnanti and
//! J. B. Orlin, 1993, "Network Flows", chapter 11), with arcs priced block by block (Z. Király and
//! P. Kovács, 2012, "Efficient implementations of minimum-cost flow algorithms"). The first tree is
//! the plainest: each node hangs on a root of its own by an arc at a forbidding cost, and so does
//! each node that a change of bounds or supplies has cut off.
//!
//! There is no need to leave dear arcs out and to add them as they pay: the solver does so itself.
//! It begins with the cheapest few of each node and looks at the others when those are done.

use std::fmt;

mod certificate;
mod network;
mod pivot;
mod pricing;
mod settle;
mod simplex;
#[cfg(test)]
mod tests;
mod tree;

pub use certificate::{Flaw, check};
pub use network::{ArcId, Network, NodeId};
pub use simplex::{NetworkSimplex, Outcome};

/// The upper bound of an arc that has none.
pub const UNBOUNDED: i64 = i64::MAX;

/// The largest cost of a unit on an arc, either way.
pub const MOST_COST: i64 = 10_000_000_000;

/// The largest supply of a node and the largest bound of an arc, either way.
pub const MOST_AMOUNT: i64 = 1 << 32;

/// The most nodes of a network.
pub const MOST_NODES: usize = 1 << 24;

/// The most arcs of a network.
pub const MOST_ARCS: usize = 1 << 27;

/// Why a network is not one that can be solved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FlowError {
    /// The supplies add up to this and not to 0.
    Unbalanced(i64),
    /// The lower bound of an arc lies above its upper bound.
    Crossed {
        /// The lower bound.
        lower: i64,
        /// The upper bound.
        upper: i64,
    },
    /// A supply, bound or cost beyond [`MOST_AMOUNT`] or [`MOST_COST`].
    TooLarge(i64),
    /// More nodes than [`MOST_NODES`], or more arcs than [`MOST_ARCS`].
    TooMany(usize),
}

impl fmt::Display for FlowError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unbalanced(total) => write!(formatter, "the supplies add up to {total}, not 0"),
            Self::Crossed { lower, upper } => {
                write!(formatter, "the lower bound {lower} is above the upper bound {upper}")
            }
            Self::TooLarge(number) => write!(formatter, "{number} is too large a number"),
            Self::TooMany(number) => write!(formatter, "{number} nodes or arcs are too many"),
        }
    }
}

impl std::error::Error for FlowError {}
