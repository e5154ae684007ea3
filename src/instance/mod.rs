//! The world: validated facts of one year's placement problem.

pub mod canonical;
pub mod document;
mod journeys;
pub mod read;
pub mod resolve;
mod vocabulary;
mod world;

pub use journeys::{Journeys, Start};
pub use vocabulary::{Day, Goal, Programme, Standing, Strength, Year};
pub use world::*;
