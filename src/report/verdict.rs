//! A verdict, for people and for programs.

use std::fmt::Write;

use crate::verify::Verdict;

/// A verdict in words.
pub fn verdict(verdict: &Verdict) -> String {
    let mut text = String::new();
    let score = verdict.assessment.total();
    if verdict.agrees() {
        let _ = writeln!(text, "The plan stands: it keeps all rules, and its score is {score}.");
        let overridden = verdict.assessment.overridden.len();
        if overridden > 0 {
            let _ = writeln!(text, "The planner's word overrides {overridden} refusal(s).");
        }
        for claim in &verdict.unconfirmed {
            let _ = writeln!(text, "  {}", crate::message!("verify-unconfirmed", claim = claim));
        }
        return text;
    }
    let number = verdict.findings.len();
    let findings = if number == 1 { "1 finding".to_owned() } else { format!("{number} findings") };
    let _ = writeln!(text, "The plan does not stand: {findings}.");
    for finding in &verdict.findings {
        let _ = writeln!(text, "  {finding}");
    }
    text
}

/// A verdict as JSON: whether it agrees, the score, points per rule, findings.
pub fn verdict_as_json(verdict: &Verdict) -> String {
    let findings = verdict.findings.iter();
    let findings: Vec<serde_json::Value> = findings
        .map(|finding| serde_json::json!({ "rule": finding.rule, "sentence": finding.sentence }))
        .collect();
    let verdict = serde_json::json!({
        "agrees": verdict.agrees(),
        "score": {
            "total": verdict.assessment.total(),
            "rules": verdict.assessment.per_rule(),
        },
        "findings": findings,
    });
    format!("{verdict:#}\n")
}
