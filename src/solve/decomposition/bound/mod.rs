//! The Lagrangian bound: relaxation, ascent, packing, and what a bound excludes.

pub mod ascent;
pub mod core;
pub mod duals;
pub mod fixing;
pub mod least_left_out;
pub mod merge;
pub mod multipliers;
pub mod option_bounds;
pub mod owner_schools;
pub mod packing;
pub mod packing_bounds;
mod point;
pub mod relaxation;
pub mod restriction;
pub mod share;
pub mod start;
pub mod steering;
pub mod step_size;
pub mod subproblem;
