//! plaatswijzer.

pub mod assessment;
pub mod assignment;
pub mod base;
pub mod candidates;
pub mod formulation;
pub mod goals;
pub mod indicators;
pub mod input_errors;
pub mod instance;
pub mod plan;
pub mod planning;
pub mod problem;
pub mod rules;
pub mod solve;
pub mod verify;
