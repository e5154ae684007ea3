//! A faster search that uses what the problem is made of.
//!
//! Under prices on students and places every cluster option has a best content of its own, and boards
//! separate: what is left are small packings, whose sum is a bound that whole numbers prove
//! (`relaxation`). A climb finds good prices (`ascent`). Which clusters the boards would use then is
//! nearly a plan: a flow places the students (`placing`). And since an option or a pair that lifts the
//! bound to what a known plan costs is in no better plan (`fixing`), what is left to decide becomes a
//! part of the problem, which is small enough for the solver (`part`). The part is written by all
//! rules, also by those that the relaxation leaves out, which can only lower its bound.
//!
//! The search solves parts that reach ever further above the bound, until one reaches up to the best
//! plan: then the bound holds for the whole problem.

mod answer;
mod ascent;
mod begin;
mod bounds;
mod branch;
mod choice;
mod complete;
mod content;
mod core;
mod duals;
mod fixing;
mod merge;
mod packing;
mod part;
mod placing;
mod prices;
mod relaxation;
mod rents;
mod rise;
mod search;
#[cfg(test)]
mod tests;
mod toll;
mod tree;

pub use begin::Begin;
pub use bounds::{Bounds, bound_with, bounds_with_each};
pub use complete::complete;
pub use prices::Prices;
pub use search::{fits, search};
