//! Searches: from a problem to a plan that an independent check agrees with.
//!
//! [`place`] is the whole pipeline; [`find`] is the search alone, for questions that need many. Both search
//! by [`decomposition`] or by one integer program ([`mip`]), within a [`Budget`].

mod best_so_far;
pub mod budget;
mod certify;
mod clash;
#[doc(hidden)]
pub mod decomposition;
mod error;
mod find;
#[doc(hidden)]
pub mod flow;
#[doc(hidden)]
pub mod levels;
#[doc(hidden)]
pub mod mip;
mod outcome;
mod place;
mod plain;
mod plan_of_incumbent;
mod search;
mod start;
#[doc(hidden)]
pub mod years;

pub use best_so_far::{BestSoFar, Onlooker, goal_values};
pub use budget::{Budget, time_of};
pub use certify::{CertifyError, certify};
pub use clash::{ClashInWords, Demand, clash_of};
pub use decomposition::Multipliers;
pub use error::PlaceError;
pub use find::{Nearby, find, find_near, is_decomposed};
pub use mip::{Ending, Progress, Solver};
pub use outcome::{Incumbent, SearchOutcome, SearchResult};
pub use place::{PlaceOutcome, compose, place, place_near};
pub use plan_of_incumbent::with_proven;
pub use search::{Method, Search};
