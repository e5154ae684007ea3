//! Searching over several years: what opens when, and how good that is proven to be.

mod ascent;
mod improve;
mod model;
mod moves;
mod program;
mod relaxation;
mod schedule;
mod search;
mod ties;

pub use super::decomposition::bound::share::Share;
pub use model::{Entrant, Opened, PathOption, PathOptionId, YearModel, YearsModel, core_of};
pub use program::{ProgramOutcome, YearsProgram};
pub use schedule::Schedule;
pub use search::{YearsOutcome, YearsProgress, search, search_by_ascent};
