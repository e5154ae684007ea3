//! The verdict of the independent check, for people and for programs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::rule_names::rule_name;
use crate::base::Points;
use crate::plan::GoalLevel;
use crate::text;
use crate::texts::Language;
use crate::verify::{CertifiedBound, Verdict};

/// A verdict in words.
pub fn verdict(verdict: &Verdict, language: Language) -> String {
    let mut lines = Vec::new();
    if verdict.agrees() {
        let score = verdict.assessment.total().0;
        lines.push(text!(language, "verdict-valid", score = score));
        let overridden = verdict.assessment.overridden.len();
        if overridden > 0 {
            lines.push(text!(language, "verdict-overridden", count = overridden));
        }
        for level in verdict.certified.iter().flatten() {
            lines.push("  ".to_owned() + &certified(level, language));
        }
        for claim in &verdict.unconfirmed {
            lines.push("  ".to_owned() + &text!(language, "verify-unconfirmed", claim = claim));
        }
    } else {
        lines.push(text!(language, "verdict-invalid", count = verdict.findings.len()));
        lines.extend(verdict.findings.iter().map(|finding| {
            let sentence = finding.sentence.in_language(language);
            format!("  {}: {sentence}", rule_name(finding.rule).in_language(language))
        }));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// How much of the bound of a goal is certified.
fn certified(level: &CertifiedBound, language: Language) -> String {
    let CertifiedBound { goal, value, stated, certified } = *level;
    let gap = GoalLevel::new(goal, value, certified).gap_thousandths();
    let (goal, gap) = (goal.to_string(), language.gap(gap));
    match stated {
        Some(bound) if certified == bound => {
            text!(language, "verdict-certified-whole", goal = goal, bound = bound)
        }
        Some(bound) if certified < bound => text!(
            language,
            "verdict-certified-part",
            goal = goal,
            bound = bound,
            certified = certified,
            rest = bound - certified,
            gap = gap,
        ),
        // A certificate may prove more than the plan states.
        _ => {
            text!(language, "verdict-certified", goal = goal, certified = certified, gap = gap)
        }
    }
}

/// A verdict as `verify --json` prints it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct VerdictDocument {
    /// Whether the check finds nothing wrong.
    pub agrees: bool,
    /// The score as the check counts it.
    pub score: CountedScore,
    /// What is wrong with the plan.
    pub findings: Vec<FindingInWords>,
    /// What a certificate proves of each goal; absent without a certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certified: Option<Vec<CertifiedInVerdict>>,
}

/// What is certified of a goal.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct CertifiedInVerdict {
    /// The goal.
    pub goal: String,
    /// Its value in the plan.
    pub value: i64,
    /// The bound that the plan states.
    pub bound: Option<i64>,
    /// No plan goes below this, given the values of the levels before: what the certificate proves.
    pub certified: i64,
}

/// The points of a plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct CountedScore {
    /// All points.
    pub total: Points,
    /// Points per rule.
    pub rules: BTreeMap<&'static str, Points>,
}

/// Something wrong with a plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct FindingInWords {
    /// The id of the rule that the plan breaks, `structure` or `claims`.
    pub rule: &'static str,
    /// What is wrong.
    pub sentence: String,
}

/// A verdict as JSON: whether the check agrees, the score, points per rule, findings.
pub fn verdict_as_json(verdict: &Verdict) -> String {
    let findings = verdict.findings.iter().map(|finding| FindingInWords {
        rule: finding.rule,
        sentence: finding.sentence.to_string(),
    });
    let certified = verdict.certified.iter().flatten().map(|level| CertifiedInVerdict {
        goal: level.goal.to_string(),
        value: level.value,
        bound: level.stated,
        certified: level.certified,
    });
    let document = VerdictDocument {
        agrees: verdict.agrees(),
        score: CountedScore {
            total: verdict.assessment.total(),
            rules: verdict.assessment.per_rule(),
        },
        findings: findings.collect(),
        certified: verdict.certified.is_some().then(|| certified.collect()),
    };
    format!("{:#}\n", serde_json::json!(document))
}
