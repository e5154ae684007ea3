//! Planning again: an earlier plan, what of it must stay, and what few changes can reach.

mod earlier;
mod freeze;
mod ladder;
mod least;

pub use earlier::{Gone, Previous, read};
pub use freeze::{Frozen, freeze};
pub use ladder::{Figures, Ladder, Outcome, Rung, ladder};
pub use least::{Least, forced_changes, least_changes, with_most};
