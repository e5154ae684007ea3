//! The answer about students as a document: `"format": "plaatswijzer/why/1"`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::pairs::PairOfStudent;
use crate::base::Metres;
use crate::plan::{RulePoints, Status};
use crate::problem::OpenSchool;
use crate::questions::difference::{ClusterChange, Move};
use crate::rules::travel;
use crate::solve::Demand;
use crate::texts::Message;

/// Answers about students, in the order of their ids.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct WhyAnswers {
    /// The format of this document.
    pub format: &'static str,
    /// SHA-256 of the instance.
    pub instance: String,
    /// Whether the clusters of the plan are kept.
    pub clusters: ClusterScope,
    /// The score of the plan, in points.
    pub score: i64,
    /// One answer per student entry.
    pub answers: Vec<StudentAnswer>,
    /// The ids of students for whom the time ran out.
    pub missing: Vec<String>,
}

impl WhyAnswers {
    /// The format of the document.
    pub const FORMAT: &'static str = "plaatswijzer/why/1";
}

/// What may change besides who is placed where.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClusterScope {
    /// The clusters of the plan are used, each on its day, and no others.
    Held,
    /// Other clusters may be used.
    Free,
}

/// The answer about one student entry.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct StudentAnswer {
    /// The student's id.
    pub student: String,
    /// Students in the entry, at least 1.
    pub count: i64,
    /// The placements of the entry in the plan.
    pub here: Vec<StudentPlacement>,
    /// The school where all of them were in the earlier plan, and why they are there no longer; absent where they still
    /// are, were in several places, or the plan is compared with none.
    pub before: Option<SchoolBefore>,
    /// Students of the entry who are left out.
    pub left_out: i64,
    /// Points per rule for leaving them out.
    pub left_out_charged: RulePoints,
    /// With whom the student is to be together, or from whom apart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<PairOfStudent>,
    /// What happened to every school, if some of the entry are left out.
    pub funnel: Option<StudentFunnel>,
    /// The school, cluster or board of the question, if it names one.
    pub asked: Option<TargetReasons>,
    /// The cheapest way to place one more of the entry: at the target of the question, or anywhere. `None`
    /// if all of them are at the target, or if there is no target and everyone has a place.
    pub placing: Option<ConditionEffect>,
    /// Other schools, those that change the score least first.
    pub alternatives: Vec<AlternativeSchool>,
    /// Number of further schools that no rule refuses and that are not listed.
    pub more_alternatives: usize,
}

/// Students of an entry at one school.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct StudentPlacement {
    /// The id of the school.
    pub school: String,
    /// The id of the cluster; `null` in the shell.
    pub cluster: Option<String>,
    /// Students of the entry there.
    pub count: i64,
    /// The journey in metres; `null` if it is unknown.
    pub m: Option<Metres>,
    /// The number, from 1, of the first of the student's ranked wishes that the school meets; absent if none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wish: Option<i64>,
    /// Points per rule for all of them together.
    pub charged: RulePoints,
}

/// The school of an earlier plan, which a student has left.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct SchoolBefore {
    /// The id of the school.
    pub school: String,
    /// What became of a place there.
    pub why: PlaceThere,
}

/// What became of a place at a school that a student has left. Nothing here is about another student.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlaceThere {
    /// The school takes no part any more.
    SchoolGone,
    /// The rule with this id does not admit the student there.
    Refused(&'static str),
    /// Rule `travel` does not, since the journey is not known.
    JourneyUnknown,
    /// No rule refuses it; the state of the school in the plan.
    #[serde(serialize_with = "state_word")]
    #[schemars(with = "String")]
    Open(OpenSchool),
}

/// How the schools of a region narrow down, rule by rule, to those that remain for one student.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct StudentFunnel {
    /// The number of schools in the region.
    pub schools: i64,
    /// The rules that refuse schools, in the order of the rulebook; a school counts at the first that does.
    pub steps: Vec<FunnelStep>,
    /// The last rule that refuses any.
    pub last_rule: Option<&'static str>,
    /// The schools that no rule refuses, with their state in the plan.
    pub remains: Vec<RemainingSchool>,
    /// Whether nobody knows where the student lives.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub home_unknown: bool,
}

/// The schools that one rule refuses a student.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct FunnelStep {
    /// The id of the rule.
    pub rule: &'static str,
    /// How many schools it refuses, at least 1.
    pub schools: i64,
    /// How many of them it refuses since the journey is not known.
    #[serde(skip_serializing_if = "is_zero")]
    pub unknown: i64,
}

// The signature is serde's.
#[expect(clippy::trivially_copy_pass_by_ref)]
fn is_zero(number: &i64) -> bool {
    *number == 0
}

/// A school that no rule refuses a student.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct RemainingSchool {
    /// The id of the school.
    pub school: String,
    /// Its state in the plan.
    #[serde(serialize_with = "state_word")]
    #[schemars(with = "String")]
    pub state: OpenSchool,
}

/// Why a student is not at the school, cluster or board that the question names.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct TargetReasons {
    /// The id in the question.
    pub id: String,
    /// The schools that rules refuse, each with every rule that does.
    pub refused: Vec<RefusedSchool>,
    /// The other schools, with their state in the plan.
    pub remains: Vec<RemainingSchool>,
    /// Whether nobody knows where the student lives.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub home_unknown: bool,
}

/// A school that rules refuse a student.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct RefusedSchool {
    /// The id of the school.
    pub school: String,
    /// The sentence of each rule that refuses it, by the id of the rule.
    #[schemars(with = "BTreeMap<String, String>")]
    pub rules: BTreeMap<&'static str, Message>,
    /// Whether the journey there is not known.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub journey_unknown: bool,
}

/// Another school for a student who has a place.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct AlternativeSchool {
    /// The id of the school.
    pub school: String,
    /// The journey in metres; `null` if it is unknown.
    pub m: Option<Metres>,
    /// Its state in the plan.
    #[serde(serialize_with = "state_word")]
    #[schemars(with = "String")]
    pub state: OpenSchool,
    /// Points per rule for one student there, without any effect on others.
    pub own: RulePoints,
    /// The effect on the whole plan of placing one more of the entry there.
    pub effect: ConditionEffect,
}

impl RefusedSchool {
    /// Whether a rule refuses it since the journey is not known.
    pub fn is_unknown_to(&self, rule: &str) -> bool {
        self.journey_unknown && rule == travel::CARD.id
    }

    /// Whether any rule does.
    pub fn is_for_unknown_journey(&self) -> bool {
        self.rules.keys().any(|rule| self.is_unknown_to(rule))
    }
}

// The signature is serde's.
#[expect(clippy::trivially_copy_pass_by_ref)]
fn state_word<S: Serializer>(state: &OpenSchool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(state.word())
}

/// Whether a plan exists that meets a condition.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Feasibility {
    /// A plan was found.
    Possible,
    /// Proven that there is none.
    Impossible,
    /// The time ran out before a plan or a proof was found.
    Unknown,
}

/// The effect of a condition: the best plan that meets it, compared with the plan of the question.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct ConditionEffect {
    /// Whether any plan meets the condition.
    pub outcome: Feasibility,
    /// Change of the score in points: positive is worse.
    pub change: Option<i64>,
    /// A lower bound on the change, over all plans that meet the condition.
    pub change_bound: Option<i64>,
    /// Whether the plan is proven to be the best that meets the condition.
    pub status: Option<Status>,
    /// (value − bound) / max(1, value) of the score.
    pub gap: Option<f64>,
    /// The goal levels of both plans.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<GoalChange>,
    /// Change in points per rule, without those that stay the same.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<&'static str, i64>,
    /// The placements of the entry in the new plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub here: Vec<StudentPlacement>,
    /// Other students whose school changes.
    pub moves: Vec<Move>,
    /// Whether it is proven that in no plan with this score fewer students leave their school.
    pub fewest_moves: bool,
    /// Clusters that change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clusters: Vec<ClusterChange>,
    /// Why no plan meets the condition: demands that clash, if they were found in time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Demand>,
}

/// The value of a goal level in both plans.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct GoalChange {
    /// The name of the goal.
    pub goal: String,
    /// Its value in the plan of the question.
    pub now: i64,
    /// Its value in the new plan.
    pub then: i64,
    /// A lower bound on the new value, given the levels before it.
    pub bound: i64,
}

impl ConditionEffect {
    /// The effect of a condition for which there is no plan to compare with.
    pub(super) fn without_plan(outcome: Feasibility, because: Vec<Demand>) -> Self {
        Self {
            outcome,
            change: None,
            change_bound: None,
            status: None,
            gap: None,
            goals: Vec::new(),
            rules: BTreeMap::new(),
            here: Vec::new(),
            moves: Vec::new(),
            fewest_moves: false,
            clusters: Vec::new(),
            because,
        }
    }

    /// The effect of a condition that rules exclude by refusing every school.
    pub(super) fn refused(because: Vec<Demand>) -> Self {
        Self::without_plan(Feasibility::Impossible, because)
    }

    /// Whether nothing is left to prove.
    pub fn is_exact(&self) -> bool {
        self.outcome == Feasibility::Impossible || self.status == Some(Status::Optimal)
    }
}
