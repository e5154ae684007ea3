//! The cheapest changes that would give everyone a place.
//!
//! In a relaxed problem, limits on places, clusters, distances, meetings and wishes can be exceeded, each at
//! a price (settings `repairs`). The cheapest set of changes under which everyone is placed is an optimum
//! of an integer program (a minimum-cost repair of infeasibility; Chinneck, Feasibility and Infeasibility
//! in Optimization, 2008). Each set is then applied to the instance itself, which is solved again.

mod change;
mod cheapest;
mod keeping;
mod relaxed;
mod search;

pub use change::{ChangeKind, ChangeSubject, RepairChange, apply};
pub use keeping::Keeping;
pub use search::{ListedChange, Repair, Repairs, repair};
