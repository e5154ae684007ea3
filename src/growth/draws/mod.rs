//! Paths under uncertainty: what opens and who enters is the same in all draws, who is placed where is not.
//!
//! A path in a draw is the same path with other instances. So the draw's own best path is found as any path is, and
//! what a draw makes of decisions that were made before is a path in which the clusters are held. Decisions to
//! choose from are those of the paths found for the expected intake and for every draw by itself; the best of them
//! is improved by moves.

mod check;
mod common;
mod drawn;
mod given;
mod held;
mod in_draw;
mod judge;
mod kept;
mod neighbours;
mod objective;
mod own;
mod realise;
mod search;
mod support;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_own;

pub use check::{DrawTexts, check_draws};
pub use common::CommonPath;
pub use drawn::GrowthDraws;
pub use objective::{DrawsCost, DrawsObjective};
pub use realise::{DrawsOutcome, FoundDraw};
pub use search::DrawsSearch;
