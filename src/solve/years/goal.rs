//! Goals over all years, and what a search has reached for each.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A goal over all years. Goals are minimised in the order in which they are given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PathGoal {
    /// The first year, counted from 1, from which on the share aimed at is reached in every year; one more than the
    /// number of years where it never is.
    FirstYear,
    /// Students left out, over all years.
    Unplaced,
    /// What the path costs, in points.
    Total,
}

impl PathGoal {
    /// Its key in documents.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FirstYear => "first_year",
            Self::Unplaced => "unplaced",
            Self::Total => "total",
        }
    }

    /// The least that it can be.
    pub const fn least(self) -> i64 {
        match self {
            Self::FirstYear => 1,
            Self::Unplaced | Self::Total => 0,
        }
    }
}

/// What a path reaches for a goal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathLevel {
    /// The goal.
    pub goal: PathGoal,
    /// What the path reaches.
    pub value: i64,
    /// No path that is as good in all goals before this one has less.
    pub bound: i64,
}

/// The first year from which on nothing is short, counted from 1.
pub fn first_year(short: impl DoubleEndedIterator<Item = i64> + ExactSizeIterator) -> i64 {
    let years = short.len() as i64;
    years + 1 - short.rev().take_while(|&short| short == 0).count() as i64
}
