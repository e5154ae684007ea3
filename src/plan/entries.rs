//! The entries of a plan file: used clusters, placements and students left out.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::base::{Metres, Points};
use crate::instance::{Day, MeetingPlace, PairKind, Strength};

/// Points per rule, by the id of the rule.
pub type RulePoints = BTreeMap<String, Points>;

/// Whether a cluster existed before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum ClusterKind {
    /// An existing cluster.
    Existing,
    /// A new one.
    New,
}

/// A used cluster.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// An existing cluster's id; a new one's is its board's (network's) id, a hyphen and a number.
    pub id: String,
    /// Whether it existed before.
    pub kind: ClusterKind,
    /// The board responsible for it; for a new cluster in a network, the network.
    pub board: Option<String>,
    /// Its schools.
    pub schools: Vec<String>,
    /// The day on which its learning community meets.
    pub meeting_day: Day,
    /// Members of its learning community.
    pub members: Option<i64>,
    /// Other students with a place in it.
    pub others: Option<i64>,
    /// What each rule charged for the cluster as a whole.
    pub charged: Option<RulePoints>,
}

/// Students of one entry at a school.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Placement")]
pub struct PlacementEntry {
    /// The student's id.
    pub student: String,
    /// How many of the cohort. Absent: 1.
    #[serde(default = "one")]
    pub count: i64,
    /// The school's id.
    pub school: String,
    /// The id of the used cluster; `null` in the shell. A plan that leaves it out does not say.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<String>")]
    pub cluster: Option<Option<String>>,
    /// The journey in metres; `null` where it is not known. A plan that leaves it out does not say.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<Metres>")]
    pub m: Option<Option<Metres>>,
    /// What each rule charged for the students of this placement together.
    pub charged: Option<RulePoints>,
    /// The rules whose refusal the fixed placement overrides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overridden: Vec<String>,
    /// Why the student is fixed, or may be placed in some places only, in the planner's words.
    pub because: Option<String>,
}

/// Distinguishes `null` from an absent key.
#[expect(clippy::option_option, reason = "null and absent are different here")]
fn present<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

fn one() -> i64 {
    1
}

/// Students who are left out.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unplaced {
    /// The student's id.
    pub student: String,
    /// How many of the cohort. Absent: 1.
    #[serde(default = "one")]
    pub count: i64,
    /// `schools` is how many there are; the other numbers add up to it: schools by the first rule
    /// that refuses them, then those `full`, those in a cluster that is (`cluster_full`), those `not_used` by the
    /// plan, or with `room`.
    pub funnel: Option<BTreeMap<String, i64>>,
    /// The funnel in words.
    pub reason: Option<String>,
    /// The points that each rule charges for leaving these students out.
    pub charged: Option<RulePoints>,
    /// Why the student is fixed, or may be placed in some places only, in the planner's words.
    pub because: Option<String>,
}

/// Two students who are to be together, or apart.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Pair")]
pub struct PairEntry {
    /// The id of the rule: whether they are to be together or apart.
    pub rule: PairKind,
    /// The ids of the two students.
    pub students: [String; 2],
    /// Where they are together.
    pub at: MeetingPlace,
    /// Whether it is demanded, or worth a price.
    pub strength: Strength,
    /// Whether it is so; absent where one of the two is left out.
    pub met: Option<bool>,
    /// Why it is asked, in the planner's words.
    pub because: Option<String>,
}
