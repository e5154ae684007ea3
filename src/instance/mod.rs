//! The world: validated facts of one year's placement problem.

pub mod document;
mod journeys;
mod vocabulary;
mod world;

pub use journeys::Journeys;
pub use vocabulary::{Day, Goal, Programme, Standing, Strength, Year};
pub use world::*;
