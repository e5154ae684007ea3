//! The demands that clash if no plan exists, as text.

use crate::message;
use crate::solve::{ClashInWords, Demand};
use crate::texts::{Language, Message};

/// The language of what the terminal shows.
const LANGUAGE: Language = Language::English;

/// A clash, as text.
pub fn clash(clash: &ClashInWords) -> String {
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
    lines.iter().map(|line| line.in_language(LANGUAGE) + "\n").collect()
}

fn in_words(demand: &Demand) -> Message {
    message!("report-clash-rule", rule = demand.rule, sentence = &demand.sentence)
}
