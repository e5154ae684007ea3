//! Answers about a problem that take many searches.

pub mod fairness;
