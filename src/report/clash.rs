//! The demands that clash if no plan exists, as text.

use super::rule_names::rule_name;
use crate::message;
use crate::solve::{ClashInWords, Demand};
use crate::texts::{Language, Message};

/// A clash, as text.
pub fn clash(clash: &ClashInWords, language: Language) -> String {
    let opening = match (clash.proven, clash.irreducible) {
        (true, true) => message!("report-clash-irreducible"),
        (true, false) => message!("report-clash-reducible"),
        (false, _) => message!("report-clash-unproven"),
    };
    let mut lines = vec![message!("report-clash", opening = opening)];
    lines.extend(
        clash
            .demands
            .iter()
            .map(|demand| message!("report-clash-demand", demand = in_words(demand))),
    );
    lines.push(message!("report-clash-breach-title"));
    lines.extend(
        clash.breach.iter().map(|(demand, by)| {
            message!("report-clash-breach", demand = in_words(demand), by = *by)
        }),
    );
    lines.push(message!("report-clash-advice"));
    super::lines::lines(&lines, language)
}

fn in_words(demand: &Demand) -> Message {
    message!("report-clash-rule", rule = rule_name(demand.rule), sentence = &demand.sentence)
}
