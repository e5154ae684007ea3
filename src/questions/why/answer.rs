//! What is answered about a student.

use std::collections::BTreeMap;

use serde::Serialize;

use super::effect::Effect;
use crate::base::Metres;
use crate::plan::RulePoints;
use crate::solve::Demand;

/// Answers about students, in the order of their ids.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct WhyAnswers {
    /// The format of this document.
    pub format: &'static str,
    /// SHA-256 of the instance.
    pub instance: String,
    /// Whether the clusters of the plan stay as they are, or may be others.
    pub clusters: super::Scope,
    /// The score of the plan.
    pub score: i64,
    /// The answers.
    pub answers: Vec<About>,
    /// Students about whom nothing could be found out in time.
    pub missing: Vec<String>,
}

impl WhyAnswers {
    /// The format of the document.
    pub const FORMAT: &'static str = "plaatswijzer/why/1";
}

/// All about one student entry.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct About {
    /// The student's id.
    pub student: String,
    /// How many like students.
    pub count: i64,
    /// Where the plan has them.
    pub here: Vec<Here>,
    /// How many are left out.
    pub left_out: i64,
    /// What leaving them out is charged.
    pub left_out_charged: RulePoints,
    /// What became of all schools, where some are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funnel: Option<Funnel>,
    /// The schools that are asked about, where some are, and whether rules refuse them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Reasons>,
    /// The cheapest way to place one more of them: at what is asked about, or anywhere. Absent where
    /// all of them are at what is asked about, or nothing is asked about and everyone has a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placing: Option<Effect>,
    /// Other schools, those that change the score least first.
    pub alternatives: Vec<Alternative>,
    /// Further schools that no rule refuses, and that are not told.
    pub more_alternatives: usize,
}

/// Where students of the entry are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Here {
    /// The school.
    pub school: String,
    /// The cluster; `null` in the shell.
    pub cluster: Option<String>,
    /// How many.
    pub count: i64,
    /// The journey in metres; `null` where it is not known.
    pub m: Option<Metres>,
    /// What each rule charges for them together.
    pub charged: RulePoints,
}

/// The schools of a region as one student meets them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Funnel {
    /// All schools.
    pub schools: i64,
    /// How many each rule takes away, in the order of the rules; each school counts at the first.
    pub steps: Vec<Step>,
    /// The last rule that takes any away.
    pub last_rule: Option<&'static str>,
    /// The schools that remain, with what became of them in the plan.
    pub remains: Vec<Remains>,
}

/// What one rule takes away.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Step {
    /// The rule.
    pub rule: &'static str,
    /// How many schools.
    pub schools: i64,
}

impl Step {
    /// What the rule demands of this student.
    pub fn demand(&self) -> Demand {
        let sentence = match self.schools {
            1 => "takes away 1 school".to_owned(),
            number => format!("takes away {number} schools"),
        };
        Demand { rule: self.rule, sentence }
    }
}

/// A school that no rule refuses.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Remains {
    /// The school.
    pub school: String,
    /// `full`, `cluster_full`, `not_used` or `room`; see the plan file.
    pub state: &'static str,
}

/// What is asked about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Reasons {
    /// What was named.
    pub id: String,
    /// The schools that rules refuse, with every rule that does.
    pub refused: Vec<Refused>,
    /// The others, with what became of them in the plan.
    pub remains: Vec<Remains>,
}

/// A school that is refused.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Refused {
    /// The school.
    pub school: String,
    /// What each rule says that refuses it.
    pub rules: BTreeMap<&'static str, String>,
}

/// Another school for the student.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Alternative {
    /// The school.
    pub school: String,
    /// The journey in metres; `null` where it is not known.
    pub m: Option<Metres>,
    /// What became of it in the plan.
    pub state: &'static str,
    /// What each rule would charge this student there, by itself.
    pub own: RulePoints,
    /// What placing one more of the entry there comes to.
    pub effect: Effect,
}
