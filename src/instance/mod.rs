//! The world: validated facts of one year's placement problem.

mod canonical;
pub mod document;
mod earlier;
mod journeys;
mod read;
mod resolve;
mod vocabulary;
mod world;

pub use canonical::Canonical;
pub use earlier::{Before, Earlier, Home};
pub use journeys::{Journeys, Start};
pub use read::{FORMAT, Reading, Understood, read};
pub use resolve::Files;
pub use vocabulary::{Day, Goal, Programme, Standing, Strength, Year};
pub use world::*;
