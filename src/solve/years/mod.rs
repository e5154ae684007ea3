//! Searching over several years: what opens when, and how good that is proven to be.

mod ascent;
mod by_programs;
mod conditional;
mod easing;
mod goal;
mod held;
mod improve;
mod model;
mod money;
mod moves;
mod outcome;
mod program;
mod program_answer;
mod program_goals;
mod program_ties;
mod reach;
mod relaxation;
mod schedule;
mod search;
mod solution;
mod ties;

pub use super::decomposition::bound::share::ShareAim;
pub use by_programs::ProgramSearch;
pub use easing::{Eased, Easing, PaceLimits, least_easing};
pub use goal::{PathGoal, PathLevel, first_year};
pub use held::held_year;
pub use model::{
    CountedYear, Entrant, MoneyAim, Opened, PathOption, PathOptionId, SharedLimit, WaitingCluster,
    YearModel, YearsModel, core_of,
};
pub use outcome::{YearsOutcome, YearsProgress, YearsSearch};
pub use program::YearsProgram;
pub use reach::most_in_clusters;
pub use schedule::Schedule;
pub use search::{search, search_by_ascent};
