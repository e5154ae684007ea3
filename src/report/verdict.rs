//! The verdict of the independent check, for people and for programs.

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

/// A verdict as JSON: whether the check agrees, the score, points per rule, findings.
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
