//! The world: validated facts of one year's placement problem.

mod by_id;
mod called;
mod canonical;
pub mod document;
mod earlier;
mod finance;
mod goal;
mod journeys;
mod read;
mod repairs;
mod resolve;
mod student_pairs;
mod vocabulary;
mod world;

pub use called::{NamedKind, Namesakes};
pub use canonical::Canonical;
pub use earlier::{Before, Earlier, PreviousHome};
pub use finance::{
    CountedStudents, EuroAmount, EuroSum, Finance, FinanceDocument, Grant, GrantCount, GrantStep,
    GrantStepDocument, LagYears,
};
pub use goal::{AskedWord, Goal, GoalDocument, LeximaxDocument, Rank};
pub use journeys::{Journeys, Start};
pub use read::{FORMAT, Reading, Understood, read};
pub use repairs::{RepairPrices, RepairsDocument};
pub use resolve::{Files, MOST_ENTRIES, MOST_SCHOOLS, MOST_TABLE_ROWS};
pub use student_pairs::StudentPair;
pub use vocabulary::{Day, GoalWord, MeetingPlace, PairKind, Programme, Standing, Strength, Year};
pub use world::*;
