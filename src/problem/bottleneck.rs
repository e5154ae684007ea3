//! The bottleneck of a plan: what keeps most of those left out from a place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What keeps most of those left out from a place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bottleneck {
    /// The rule that binds.
    pub rule: String,
    /// The school, cluster, board or network where it binds, by id; `null` where it binds everywhere.
    pub place: Option<String>,
    /// How many of those left out it keeps from a place.
    pub students: i64,
}

impl super::Problem {
    /// x
    pub fn bottleneck(&self, _: &crate::candidates::Tally) -> Option<Bottleneck> {
        None
    }
}
