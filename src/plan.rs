//! The plan as a file: `"format": "plaatswijzer/plan/1"`.
//!
//! The same types write our plans and read anyone's, so what a second opinion does not need may be
//! absent. A plan holds no clock time, host name or path: the same instance and options give the
//! same bytes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::base::{Euros, Metres, Points};
use crate::input_errors::InputErrors;
use crate::instance::{Day, Goal};
use crate::reading::{Form, decode, schema_of};

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
    /// How the search ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// How good the plan is, per goal level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goals: Option<Vec<GoalLevel>>,
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

/// Which instance a plan is for.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstanceReference {
    /// The instance's name.
    pub name: String,
    /// SHA-256 of its canonical form (RFC 8785), in lowercase hexadecimal digits.
    pub sha256: String,
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
#[serde(deny_unknown_fields)]
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

impl GoalLevel {
    /// A level with its gap worked out.
    pub fn new(goal: Goal, value: i64, bound: i64) -> Self {
        let gap = value.saturating_sub(bound) as f64 / value.max(1) as f64;
        Self { goal, value, bound, gap }
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

/// A part of a whole.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The part.
    pub number: i64,
    /// The whole.
    pub of: i64,
    /// The part in percents of the whole, to one decimal; `null` of nothing.
    pub share_percent: Option<f64>,
}

impl Part {
    /// A part with its share, rounded half up to one decimal.
    pub fn new(number: i64, of: i64) -> Self {
        let unrounded = Self { number, of, share_percent: None };
        let share_percent = unrounded.share_permille().map(|tenths| tenths as f64 / 10.0);
        Self { share_percent, ..unrounded }
    }

    /// The share in whole tenths of a percent, rounded half up; `None` of nothing.
    pub fn share_permille(&self) -> Option<i64> {
        let (number, of) = (i128::from(self.number), i128::from(self.of));
        let tenths = (of > 0).then(|| (2000 * number + of) / (2 * of));
        tenths.and_then(|tenths| i64::try_from(tenths).ok())
    }
}

/// The figures that a partnership steers by. Students of cohorts are counted one by one.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicators {
    /// Where all students are.
    pub students: Whereabouts,
    /// Where the students of each programme are.
    pub programmes: BTreeMap<String, Whereabouts>,
    /// How far placed students travel.
    pub journeys: JourneyIndicators,
    /// Placed students whose wish for a denomination is met, per wished denomination.
    pub denominations: BTreeMap<String, Part>,
    /// Placed students whose wish for a concept is met.
    pub concepts: Part,
    /// Placed students with ranked wishes, by the rank they got (from 0), and `none`.
    pub wishes: BTreeMap<String, Part>,
    /// Members who are free on the meeting day of their cluster, all and per programme.
    pub meeting_day: Part,
    /// Members who are free on the meeting day of their cluster, per programme.
    pub meeting_day_programmes: BTreeMap<String, Part>,
    /// The clusters.
    pub clusters: ClusterIndicators,
    /// Students against places, per board with schools that could take students.
    pub boards: BTreeMap<String, Part>,
    /// Students against places, per school that could take students.
    pub schools: BTreeMap<String, Part>,
    /// How unevenly such schools are filled: the Gini coefficient of students per place
    /// (Gini, 1912), to four decimals; 0 is even. `null` where there is no such school.
    pub fill_gini: Option<f64>,
    /// Money, where `finance` is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money: Option<MoneyIndicators>,
}

/// Where some students are.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Whereabouts {
    /// In clusters, of any year: the share Samen Opleiden.
    pub core: Part,
    /// In the shell.
    pub shell: Part,
    /// Left out.
    pub left_out: Part,
}

/// How far placed students travel, one way, where known.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JourneyIndicators {
    /// Journeys that are known.
    pub known: i64,
    /// The mean, rounded half up.
    pub mean_m: Option<i64>,
    /// The median, by nearest rank.
    pub median_m: Option<i64>,
    /// The 90th percentile, by nearest rank.
    pub percentile_90_m: Option<i64>,
    /// The longest.
    pub longest_m: Option<i64>,
    /// Journeys within what rule `travel` calls comfortable; absent where that rule is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comfortable: Option<Part>,
}

/// The clusters of a plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClusterIndicators {
    /// Used.
    pub used: i64,
    /// Of those, new.
    pub new: i64,
    /// Existing clusters that take part and are not used.
    pub unused: i64,
    /// Members of all learning communities together.
    pub members: i64,
    /// Used clusters whose members are not at the target; absent where `cluster_size` is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub off_target: Option<i64>,
}

/// Money, in whole euros.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoneyIndicators {
    /// In total.
    pub total: Money,
    /// Per board: its students, and the clusters that it answers for. A new cluster of a network
    /// stands under the network.
    pub boards: BTreeMap<String, Money>,
}

/// Cost, grant and what remains.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Cost of clusters and students.
    pub cost_eur: Euros,
    /// Grant for core students.
    pub grant_eur: Euros,
    /// Cost less grant.
    pub net_eur: Euros,
}
