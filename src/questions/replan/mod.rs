//! Replanning: an earlier plan, the parts of it that are frozen, and the best plans with few changes.

mod earlier;
mod freeze;
mod ladder;
mod least;
mod other_year;

pub use earlier::{Gone, PreviousPlan, read};
pub use freeze::{Frozen, freeze};
pub use ladder::{Ladder, Rung, RungFigures, RungOutcome, ladder};
pub use least::{FewestChanges, forced_changes, least_changes, with_most};
pub use other_year::is_of_another_year;
