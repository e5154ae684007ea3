//! One limit that keeps something from being in another year.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What keeps an entry or an opening from being in another year: the year before, or the year after.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "limit", rename_all = "snake_case", deny_unknown_fields)]
pub enum Wait {
    /// The document lets the board enter no earlier.
    Earliest,
    /// The document lets the board enter no later.
    Latest,
    /// As many boards enter in that year as the pace allows.
    #[serde(rename = "entries_per_year")]
    Entries {
        /// The most entries a year.
        most: i64,
    },
    /// The board enters in the same year.
    Entry {
        /// The id of the board.
        board: String,
    },
    /// As many clusters open in that year as the pace allows.
    #[serde(rename = "new_clusters_per_year")]
    Openings {
        /// The most new clusters a year.
        most: i64,
    },
    /// The board or network opens as many clusters in that year as the pace allows.
    #[serde(rename = "new_clusters_per_board")]
    OwnOpenings {
        /// The most new clusters a year of each.
        most: i64,
    },
    /// The board or network has as many clusters in the year before as it may have then.
    #[serde(rename = "max_clusters")]
    Clusters {
        /// The most clusters that it may have.
        most: i64,
    },
    /// The year before may cost no more than an amount, and nearly does: another cluster may not fit in what is left.
    /// Where it is not disclosed what it costs, it may also be far less.
    #[serde(rename = "limit_eur")]
    Budget {
        /// The most that it may cost, net, in euros.
        most_eur: i64,
        /// What it costs, net, in euros; absent where that is not disclosed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        net_eur: Option<i64>,
    },
    /// A school does not exist in the year before.
    NewSchool {
        /// The id of the school.
        school: String,
    },
    /// A school is in another cluster in the year before.
    OtherCluster {
        /// The id of the school.
        school: String,
    },
}

impl Wait {
    /// Whether it is a limit on how much happens a year.
    pub fn is_pace(&self) -> bool {
        matches!(self, Self::Entries { .. } | Self::Openings { .. } | Self::OwnOpenings { .. })
    }
}
