//! The verdict of the check of a path.

use std::fmt::Write;

use super::lines::lines;
use super::rule_names::rule_name;
use crate::growth::{PathFinding, PathPlan};
use crate::message;
use crate::texts::Language;

/// What a check of a path found, in words.
pub fn path_verdict(found: &PathPlan, findings: &[PathFinding], language: Language) -> String {
    if findings.is_empty() {
        let years = found.years.len();
        let mut sentences = vec![message!("growth-valid", years = years, value = found.value)];
        if let Some(draws) = &found.draws {
            sentences.push(message!("growth-valid-draws", count = draws.draws.len()));
        }
        let claims: Vec<String> =
            found.claims().into_iter().map(|key| format!("`{key}`")).collect();
        if !claims.is_empty() {
            sentences.push(message!("growth-claims", keys = claims.join(", ")));
        }
        return lines(&sentences, language);
    }
    let mut text = lines(&[message!("growth-invalid", count = findings.len())], language);
    for finding in findings {
        let sentence = finding.sentence.in_language(language);
        let draw = finding.draw.map(|draw| message!("growth-finding-draw", draw = draw));
        let draw = draw.map(|draw| draw.in_language(language));
        for place in draw.iter().chain(&finding.year) {
            let _ = write!(text, "  {place}:");
        }
        let rule = rule_name(finding.rule).in_language(language);
        let _ = writeln!(text, "  {rule}: {sentence}");
    }
    text
}

/// The verdict on a path as JSON: whether the check agrees, the value, the keys that it takes on trust, and
/// the findings, each with its year where it has one.
pub fn path_verdict_as_json(found: &PathPlan, findings: &[PathFinding]) -> String {
    let findings = findings.iter().map(|finding| {
        let PathFinding { draw, year, rule, sentence } = finding;
        let mut value = serde_json::json!({ "year": year, "rule": rule, "sentence": sentence });
        if let Some(draw) = draw {
            value["draw"] = (*draw).into();
        }
        value
    });
    let findings: Vec<serde_json::Value> = findings.collect();
    let agrees = findings.is_empty();
    let verdict = serde_json::json!({
        "agrees": agrees, "value": found.value, "claims": found.claims(), "findings": findings,
    });
    format!("{verdict:#}\n")
}
