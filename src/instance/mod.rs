//! The world: validated facts of one year's placement problem.

mod canonical;
pub mod document;
mod earlier;
mod goal;
mod journeys;
mod read;
mod resolve;
mod vocabulary;
mod world;

pub use canonical::Canonical;
pub use earlier::{Before, Earlier, Home};
pub use goal::{AskedWord, Goal, GoalDocument, LeximaxDocument, Rank};
pub use journeys::{Journeys, Start};
pub use read::{FORMAT, Reading, Understood, read};
pub use resolve::Files;
pub use vocabulary::{Day, GoalWord, Programme, Standing, Strength, Year};
pub use world::*;
