//! Answers about a problem or a plan that take more than one search.

pub mod difference;
pub mod fairness;

pub use difference::{
    ClusterChange, Difference, FigureChange, Move, Totals, Whereabout, difference,
};
