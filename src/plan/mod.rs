//! The plan as a file: `"format": "plaatswijzer/plan/1"`.
//!
//! The same types write our plans and read anyone's, so what a second opinion does not need may be
//! absent. A plan holds no clock time, host name or path: the same instance and options give the
//! same bytes.

pub mod assessment;
pub mod assignment;
mod conventions;
mod indicators;
mod placing;
mod tally;
mod words;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::base::{Metres, Points};
use crate::input::errors::InputErrors;
use crate::input::{Form, decode, schema_of};
use crate::instance::{Day, Goal, GoalWord, Rank};

pub use conventions::Conventions;
pub use placing::{Placing, Setting};
pub use tally::Tally;
pub use words::weekday;

pub use indicators::{
    ClusterIndicators, Indicators, JourneyIndicators, Money, MoneyIndicators, Part, Whereabouts,
};

/// The format of a plan, with its version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub enum PlanFormat {
    /// The first version.
    #[default]
    #[serde(rename = "plaatswijzer/plan/1")]
    Version1,
}

/// A plan: who goes where, what it costs, and how good it is.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plaatswijzer plan")]
pub struct Plan {
    /// The format of this file.
    pub format: PlanFormat,
    /// The instance that was planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<InstanceReference>,
    /// What made the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<Engine>,
    /// The earlier plan that this one is compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<PreviousReference>,
    /// How the search ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// How good the plan is, per goal level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goals: Option<Vec<GoalLevel>>,
    /// The lots that have chosen among plans that are equally good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lot: Option<Lot>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// The clusters used; all others are not.
    pub clusters: Vec<Cluster>,
    /// Who goes where.
    pub placements: Vec<Placement>,
    /// Who is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unplaced: Option<Vec<Unplaced>>,
    /// The figures that a partnership steers by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicators: Option<Indicators>,
    /// Whether an independent check of everything above agreed before the plan was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
}

impl Plan {
    /// The format of a plan.
    pub const FORMAT: &'static str = "plaatswijzer/plan/1";

    /// Reads a plan, ours or anyone's.
    ///
    /// # Errors
    /// Every problem of its text and form.
    pub fn read(bytes: &[u8]) -> Result<Self, InputErrors> {
        let schema = schema_of::<Self>();
        let form = Form::new(Self::FORMAT, &schema);
        decode(bytes, &form, &|_: &Self| Ok(())).map_err(|unread| unread.errors)
    }

    /// The text of a plan file: indented, with a line end at the end.
    ///
    /// # Panics
    /// Never: a plan holds nothing that JSON cannot say.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a plan is plain JSON");
        text.push('\n');
        text
    }
}

/// Lots, with what is needed to draw them again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lot {
    /// What the numbers are drawn from.
    pub seed: i64,
    /// The number of every student: the lowest comes first.
    pub numbers: BTreeMap<String, i64>,
}

/// Which instance a plan is for.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstanceReference {
    /// The instance's name.
    pub name: String,
    /// SHA-256 of its canonical form (RFC 8785), in lowercase hexadecimal digits.
    pub sha256: String,
}

/// Which earlier plan a plan is compared with.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviousReference {
    /// SHA-256 of the bytes of its file, in lowercase hexadecimal digits.
    pub sha256: String,
    /// How many changes the plan makes against it, as rule `continuity` counts them.
    pub changes: i64,
    /// The most changes that were asked for, where they were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_changes: Option<i64>,
}

/// What made a plan.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Engine {
    /// The program's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The solver's name.
    pub solver: String,
    /// The solver's version.
    pub solver_version: String,
}

/// How a search ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No plan is better, at any level: value equals bound.
    Optimal,
    /// Within the gap that was asked for.
    Gap,
    /// A limit or an interrupt ended the search; the bounds say how good the plan is.
    TimeLimit,
    /// No plan exists under the rules.
    Infeasible,
}

impl Status {
    /// The status as it stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Optimal => "optimal",
            Self::Gap => "gap",
            Self::TimeLimit => "time_limit",
            Self::Infeasible => "infeasible",
        }
    }
}

/// How good a plan is at one goal level.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "LevelDocument", into = "LevelDocument")]
pub struct GoalLevel {
    /// What the level minimises.
    pub goal: Goal,
    /// Its value in this plan, in the goal's own unit.
    pub value: i64,
    /// What no plan can go below, given the values of the levels before.
    pub bound: i64,
    /// (value − bound) / max(1, value).
    pub gap: f64,
}

/// A goal level as it stands in files.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LevelDocument {
    /// What the level minimises.
    goal: GoalWord,
    /// Which of the longest journeys the level is about, from 1, for `leximax_journey`.
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<Rank>,
    /// Its value in this plan, in the goal's own unit.
    value: i64,
    /// What no plan can go below, given the values of the levels before.
    bound: i64,
    /// (value − bound) / max(1, value).
    gap: f64,
}

impl TryFrom<LevelDocument> for GoalLevel {
    type Error = String;
    fn try_from(level: LevelDocument) -> Result<Self, String> {
        let LevelDocument { goal, rank, value, bound, gap } = level;
        Ok(Self { goal: Goal::new(goal, rank)?, value, bound, gap })
    }
}

impl From<GoalLevel> for LevelDocument {
    fn from(level: GoalLevel) -> Self {
        let GoalLevel { goal, value, bound, gap } = level;
        Self { goal: goal.word(), rank: goal.rank(), value, bound, gap }
    }
}

impl GoalLevel {
    /// A level with its gap worked out.
    pub fn new(goal: Goal, value: i64, bound: i64) -> Self {
        let gap = value.saturating_sub(bound) as f64 / value.max(1) as f64;
        Self { goal, value, bound, gap }
    }

    /// The gap in thousandths of a percent, rounded up so that only no gap is 0.
    pub fn gap_thousandths(&self) -> i64 {
        let (value, bound) = (i128::from(self.value), i128::from(self.bound));
        let of = value.max(1);
        let thousandths = (100_000 * (value - bound).max(0) + of - 1) / of;
        i64::try_from(thousandths).unwrap_or(i64::MAX)
    }
}

/// Points per rule.
pub type RulePoints = BTreeMap<String, Points>;

/// What a plan costs.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// All points.
    pub total: Points,
    /// The points of each rule that charged any.
    #[serde(default)]
    pub rules: RulePoints,
}

/// Whether a cluster stood before.
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
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// An existing cluster's id; a new one's is its board's (network's) id, a hyphen and a number.
    pub id: String,
    /// Whether it stood before.
    pub kind: ClusterKind,
    /// The board that answers for it; of a new cluster in a network, the network.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<String>,
    /// Its schools.
    pub schools: Vec<String>,
    /// The day on which its learning community meets.
    pub meeting_day: Day,
    /// Members of its learning community.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<i64>,
    /// Other students with a place in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others: Option<i64>,
    /// What each rule charged for the cluster as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charged: Option<RulePoints>,
}

/// Some like students at a school.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// The student's id.
    pub student: String,
    /// How many of the cohort. Absent: 1.
    #[serde(default = "one")]
    pub count: i64,
    /// The school's id.
    pub school: String,
    /// The id of the used cluster; `null` in the shell. A plan that leaves it out does not say.
    #[serde(default, deserialize_with = "said", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub cluster: Option<Option<String>>,
    /// The journey in metres; `null` where it is not known. A plan that leaves it out does not say.
    #[serde(default, deserialize_with = "said", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Metres>")]
    pub m: Option<Option<Metres>>,
    /// What each rule charged for the students of this placement together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charged: Option<RulePoints>,
    /// The rules whose refusal the planner's word has overridden.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overridden: Vec<String>,
}

/// Tells `null` from what is not said at all.
#[expect(clippy::option_option, reason = "null and absent are different here")]
fn said<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funnel: Option<BTreeMap<String, i64>>,
    /// The funnel in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What leaving these students out costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charged: Option<RulePoints>,
}
