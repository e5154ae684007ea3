//! The cheapest changes that would give everyone a place.
//!
//! In a relaxed problem places, clusters, distances, meetings and wishes may give way, each at its price
//! (settings `repairs`); the cheapest set of changes under which everyone is placed is an optimum of an
//! integer program (a minimum-cost repair of infeasibility; Chinneck, Feasibility and Infeasibility in
//! Optimization, 2008). Each set is then made to the instance itself and solved again.

mod change;
mod relaxed;
mod search;

pub use change::{Change, Kind, Subject, apply};
pub use search::{Repair, Repairs, ToldChange, repair};
