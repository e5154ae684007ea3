//! Assigns student teachers to schools in training clusters: finds a plan, proves how good it is, checks it
//! independently, and explains it.
//!
//! What a caller needs is re-exported here: [`read_instance`], [`place`] and [`verify_plan`] for one plan,
//! [`read_batch`] and [`run_batch`] for many. The command of the same name is a thin layer over them.
//!
//! ```
//! use plaatswijzer::{PlaceOutcome, Search, place, read_instance};
//!
//! let file = std::fs::read("instances/dorp.json")?;
//! let no_other_files = |name: &str| Err(format!("{name} is not expected"));
//! let instance = read_instance(&file, &no_other_files)?;
//! let PlaceOutcome::Plan { plan, .. } = place(&instance.problem, &Search::default(), &|_| ())? else {
//!     panic!("the village has a plan");
//! };
//! let goals = plan.goals.unwrap();
//! assert_eq!((goals[0].value, goals[0].bound), (305_500, 305_500));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The modules are the rooms of ARCHITECTURE.md, in the order of their imports there. Those that only the
//! command and the tests need are hidden from this documentation; they may change at any time.

#[doc(hidden)]
pub mod base;
#[doc(hidden)]
pub mod certificate;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod composing;
#[doc(hidden)]
pub mod contacts;
#[doc(hidden)]
pub mod disclosure;
pub mod generate;
#[doc(hidden)]
pub mod growth;
#[doc(hidden)]
pub mod input;
pub mod instance;
#[doc(hidden)]
pub mod model;
pub mod plan;
pub mod problem;
#[doc(hidden)]
pub mod project;
#[doc(hidden)]
pub mod questions;
#[doc(hidden)]
pub mod report;
pub mod rules;
pub mod scenarios;
#[cfg(feature = "serve")]
#[doc(hidden)]
pub mod serve;
pub mod solve;
#[doc(hidden)]
pub mod spreadsheets;
#[doc(hidden)]
pub mod storage;
#[cfg(test)]
mod testing;
#[doc(hidden)]
pub mod texts;
pub mod verify;

pub use input::errors::InputErrors;
pub use plan::Plan;
pub use problem::{Problem, read as read_instance};
pub use scenarios::batch::{BatchWork, MemoryJournal, RunStart, YearRuns, run_batch};
pub use scenarios::{Batch, read as read_batch};
pub use solve::{Budget, Method, PlaceOutcome, Search, place};
pub use verify::{Verdict, verify as verify_plan};
