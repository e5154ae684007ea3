//! The verdict of the independent check, for people and for programs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::Points;
use crate::text;
use crate::texts::Language;
use crate::verify::Verdict;

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
        for claim in &verdict.unconfirmed {
            lines.push("  ".to_owned() + &text!(language, "verify-unconfirmed", claim = claim));
        }
    } else {
        lines.push(text!(language, "verdict-invalid", count = verdict.findings.len()));
        lines.extend(verdict.findings.iter().map(|finding| {
            let sentence = finding.sentence.in_language(language);
            format!("  {}: {sentence}", finding.rule)
        }));
    }
    lines.into_iter().map(|line| line + "\n").collect()
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
    let document = VerdictDocument {
        agrees: verdict.agrees(),
        score: CountedScore {
            total: verdict.assessment.total(),
            rules: verdict.assessment.per_rule(),
        },
        findings: findings.collect(),
    };
    format!("{:#}\n", serde_json::json!(document))
}
