//! A faster search that uses what the problem is made of.

mod ascent;
mod content;
mod core;
mod fixing;
mod merge;
mod packing;
mod part;
mod placing;
mod prices;
mod relaxation;
mod rents;
mod search;
#[cfg(test)]
mod tests;

pub use search::{Found, Known, fits, search};
