//! Search by decomposition: a Lagrangian bound, primal heuristics, and exact restricted problems.
//!
//! The rows that tie everything together (each student is placed once, each school has its places)
//! are priced by multipliers. What remains separates: every cluster option is a subproblem of its
//! own, and every owner of options solves a small set packing over them. The sum of their optima is
//! a bound in whole numbers, whatever the multipliers are (Geoffrion, 1974). `docs/method.md` has the
//! mathematics.
//!
//! - `bound` has the relaxation, the ascent that improves the multipliers, and what follows from
//!   a bound: options and pairs that no better plan contains.
//! - `primal` makes plans.
//! - `search` decides what is done when, and closes the remaining gap by branching and by integer
//!   programs over restricted problems, which contain all rules.

pub(super) mod bound;
pub(super) mod primal;
mod search;
#[cfg(test)]
mod tests;

pub use bound::multipliers::Multipliers;
pub use bound::option_bounds::{OptionBounds, bound_of, bound_with, bounds_with_each};
pub use bound::start::Begin;
pub use primal::complete::complete;
pub use primal::elsewhere::{Reseated, reseat};
pub use search::{fits, search};
