//! plaatswijzer.

pub mod base;
pub mod candidates;
pub mod formulation;
pub mod input_errors;
pub mod instance;
pub mod solve;
