//! What can be reached where shares are not: the most students that any path has in clusters, and the cheapest repair,
//! which is how little the pace and the first years of boards must give.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What can be reached where shares are not.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PathReach {
    /// The years that fall short in which the most is known.
    pub years: Vec<YearReach>,
    /// How the shares can be reached; `None` where nothing could give, or nothing was found out in time.
    pub repair: Option<PathRepair>,
}

/// The most that can be reached in a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct YearReach {
    /// The year.
    pub year: usize,
    /// All students.
    pub students: i64,
    /// The students in clusters that are aimed at.
    pub aimed_at: i64,
    /// The most students that any path can have in clusters.
    pub most: i64,
}

/// How the shares of all years can be reached by limits that give.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathRepair {
    /// Whether they can be reached at all that way.
    pub possible: bool,
    /// The limits that give, as few units as was found.
    pub changes: Vec<EasedLimit>,
    /// Whether it is proven that no fewer units are enough; if it is not possible, whether that is proven.
    pub proven: bool,
}

/// A limit to relax, and by how much.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EasedLimit {
    /// The key of the limit.
    pub limit: PathLimit,
    /// The year in which it gives; absent for `earliest`.
    pub year: Option<String>,
    /// The board or network; absent where the limit is over all.
    pub board: Option<String>,
    /// By how much: boards, clusters, or years earlier.
    pub by: i64,
}

/// A limit of the document that may give.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PathLimit {
    /// Boards that enter a year.
    EntriesPerYear,
    /// Clusters that are opened a year.
    NewClustersPerYear,
    /// Clusters that a board or network opens a year.
    NewClustersPerBoard,
    /// The first year of a board.
    Earliest,
}
