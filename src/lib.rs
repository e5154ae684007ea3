#![doc = include_str!("../README.md")]

pub mod base;
pub mod cli;
pub mod composing;
pub mod disclosure;
pub mod generate;
pub mod input;
pub mod instance;
pub mod model;
pub mod plan;
pub mod problem;
pub mod questions;
pub mod report;
pub mod rules;
pub mod scenarios;
pub mod solve;
pub mod spreadsheets;
#[cfg(test)]
mod testing;
pub mod texts;
pub mod verify;
