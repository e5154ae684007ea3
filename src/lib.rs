#![doc = include_str!("../README.md")]

pub mod assessment;
pub mod assignment;
pub mod base;
pub mod batch;
pub mod candidates;
pub mod cli;
pub mod decomposition;
pub mod dossier;
pub mod engine;
pub mod explain;
pub mod flow;
pub mod formulation;
pub mod generate;
pub mod goals;
pub mod import;
pub mod indicators;
pub mod input_errors;
pub mod instance;
pub mod plan;
pub mod planning;
pub mod problem;
pub mod reading;
pub mod replan;
pub mod report;
pub mod rules;
pub mod scenario;
pub mod solve;
#[cfg(test)]
mod testing;
pub mod verify;
