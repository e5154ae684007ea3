//! Replanning: an earlier plan, the parts of it that are frozen, and the best plans with few changes.

mod earlier;
mod freeze;
mod ladder;
mod least;

pub use earlier::{Gone, PreviousPlan, read};
pub use freeze::{Frozen, freeze};
pub use ladder::{Ladder, Rung, RungFigures, RungOutcome, ladder};
pub use least::{FewestChanges, forced_changes, least_changes, with_most};
