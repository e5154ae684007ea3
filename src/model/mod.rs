//! The model: the options and pairs that a plan may choose from, and the integer program that chooses.

pub mod candidates;
pub mod formulation;
