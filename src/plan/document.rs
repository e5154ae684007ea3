//! The plan as a file: `"format": "plaatswijzer/plan/1"`.
//!
//! The same types write our plans and read anyone's, so every key that the check does not need is optional.
//! A plan holds no clock time, host name or path: the same instance and options give the same bytes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::earlier::PreviousReference;
use super::entries::{Cluster, PairEntry, PlacementEntry, RulePoints, Unplaced};
use super::indicators::Indicators;
use crate::base::{Points, relative_gap};
use crate::input::errors::InputErrors;
use crate::input::{read_document, to_pretty_json};
use crate::instance::{Goal, GoalWord, Rank};
use crate::texts::Message;

/// The format of a plan, with its version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub enum PlanFormat {
    /// The first version.
    #[default]
    #[serde(rename = "plaatswijzer/plan/1")]
    Version1,
}

/// A plan: who goes where, what it costs, and how good it is.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plaatswijzer plan")]
pub struct Plan {
    /// The format of this file.
    pub format: PlanFormat,
    /// The instance that was planned.
    pub instance: Option<InstanceReference>,
    /// The program that made the plan.
    pub engine: Option<Engine>,
    /// The previous plan with which this one is compared.
    pub previous: Option<PreviousReference>,
    /// How the search ended.
    pub status: Option<Status>,
    /// How good the plan is, per goal level.
    pub goals: Option<Vec<GoalLevel>>,
    /// The lots that decided between equally good plans.
    pub lot: Option<Lot>,
    /// The points charged.
    pub score: Option<Score>,
    /// The clusters used; all others are not.
    pub clusters: Vec<Cluster>,
    /// The placements.
    pub placements: Vec<PlacementEntry>,
    /// The students left out.
    pub unplaced: Option<Vec<Unplaced>>,
    /// The pairs of students who are to be together or apart; absent where there are none.
    pub pairs: Option<Vec<PairEntry>>,
    /// The figures that a partnership steers by.
    pub indicators: Option<Indicators>,
    /// Whether an independent check of everything above agreed before the plan was written.
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
        read_document(Self::FORMAT, bytes)
    }

    /// The text of a plan file: indented, with a line end at the end.
    pub fn to_json(&self) -> String {
        to_pretty_json(self)
    }
}

/// Lots, with the seed to draw them again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lot {
    /// The seed of the draw.
    pub seed: i64,
    /// The number of every student: the lowest comes first.
    pub numbers: BTreeMap<String, i64>,
}

/// A reference to the instance of a plan.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstanceReference {
    /// The instance's name.
    pub name: String,
    /// SHA-256 of its canonical form (RFC 8785), in lowercase hexadecimal digits.
    pub sha256: String,
}

/// The program that made a plan.
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
    /// The status as written in files.
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
    /// How much of the bound a certificate proves in whole numbers; the rest is the solver's word. `None` where no
    /// certificate was made.
    pub certified: Option<i64>,
}

/// A goal level as written in files.
#[serde_with::skip_serializing_none]
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LevelDocument {
    /// What the level minimises.
    goal: GoalWord,
    /// Which of the longest journeys the level is about, from 1, for `leximax_journey`.
    rank: Option<Rank>,
    /// Its value in this plan, in the goal's own unit.
    value: i64,
    /// What no plan can go below, given the values of the levels before.
    bound: i64,
    /// (value − bound) / max(1, value).
    gap: f64,
    /// How much of the bound the certificate proves that was made with the plan; the rest rests on the solver's word.
    certified: Option<i64>,
}

impl TryFrom<LevelDocument> for GoalLevel {
    type Error = Message;
    fn try_from(level: LevelDocument) -> Result<Self, Message> {
        let LevelDocument { goal, rank, value, bound, gap, certified } = level;
        Ok(Self { goal: Goal::new(goal, rank)?, value, bound, gap, certified })
    }
}

impl From<GoalLevel> for LevelDocument {
    fn from(level: GoalLevel) -> Self {
        let GoalLevel { goal, value, bound, gap, certified } = level;
        Self { goal: goal.word(), rank: goal.rank(), value, bound, gap, certified }
    }
}

/// The gap, in thousandths of a percent, of a bound that says nothing: the whole value may be too much.
pub const WHOLE_GAP_THOUSANDTHS: i64 = 100_000;

impl GoalLevel {
    /// A level with its gap worked out.
    pub fn new(goal: Goal, value: i64, bound: i64) -> Self {
        Self { goal, value, bound, gap: relative_gap(value, bound), certified: None }
    }

    /// The gap in thousandths of a percent, rounded up so that only no gap is 0.
    pub fn gap_thousandths(&self) -> i64 {
        let (value, bound) = (i128::from(self.value), i128::from(self.bound));
        let of = value.max(1);
        let thousandths =
            (i128::from(WHOLE_GAP_THOUSANDTHS) * (value - bound).max(0) + of - 1) / of;
        i64::try_from(thousandths).unwrap_or(i64::MAX)
    }
}

/// The points charged for a plan.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// All points.
    pub total: Points,
    /// The points of each rule that charged any.
    #[serde(default)]
    pub rules: RulePoints,
}
