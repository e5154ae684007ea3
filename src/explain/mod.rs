//! What lies between plans: answers that take more than one plan.

pub mod difference;

pub use difference::{
    ClusterChange, Difference, FigureChange, Move, Totals, Whereabout, difference,
};
