//! A ladder of plans, for people and for programs.

use super::amount::percent;
use super::lines::{headings, lines};
use super::table::table;
use crate::message;
use crate::questions::replan::{Ladder, Rung, RungFigures, RungOutcome};
use crate::text;
use crate::texts::Language;

/// A ladder as a table, and what of it could not be had.
pub fn ladder(ladder: &Ladder, language: Language) -> String {
    let headings = headings(
        &[
            message!("ladder-column-most"),
            message!("ladder-column-changes"),
            message!("report-column-left-out"),
            message!("ladder-column-without-changes"),
            message!("report-column-difference"),
            message!("ladder-column-value"),
            message!("report-column-bound"),
            message!("report-column-gap"),
        ],
        language,
    );
    let mut rows = vec![headings];
    rows.extend(ladder.rungs.iter().map(|rung| row(rung, language)));
    let mut texts = vec![message!("ladder-legend")];
    let impossible = ladder.rungs.iter().any(|rung| rung.outcome == RungOutcome::Impossible);
    match (ladder.least_changes_proven, ladder.least_changes_found) {
        (Some(proven), Some(found)) if proven == found => {
            texts.push(message!("ladder-fewest", count = found));
        }
        (Some(proven), Some(found)) => {
            texts.push(message!("ladder-fewest-between", count = proven, found = found));
        }
        (Some(proven), None) => texts.push(message!("ladder-fewest-at-least", count = proven)),
        (None, _) if impossible => texts.push(message!("cli-no-plan-under-rules")),
        (None, _) => {}
    }
    if ladder.rungs.iter().any(|rung| rung.outcome == RungOutcome::NotReached) {
        texts.push(message!("ladder-incomplete"));
    }
    table(&rows) + &lines(&texts, language)
}

fn row(rung: &Rung, language: Language) -> Vec<String> {
    let most = rung
        .max_changes
        .map_or_else(|| text!(language, "ladder-as-allowed"), |most| most.to_string());
    let Some(figures) = &rung.figures else {
        let why = if rung.outcome == RungOutcome::Impossible {
            message!("report-impossible")
        } else {
            message!("ladder-not-reached")
        };
        return vec![most, why.in_language(language)];
    };
    let RungFigures { changes, left_out, value, bound, gap, without_continuity, difference } =
        figures;
    let difference = difference.map_or_else(|| "–".to_owned(), |points| format!("{points:+}"));
    vec![
        most,
        changes.to_string(),
        left_out.to_string(),
        without_continuity.to_string(),
        difference,
        value.to_string(),
        bound.to_string(),
        percent(*gap, language),
    ]
}

/// A ladder as JSON, without the plans.
pub fn ladder_as_json(ladder: &Ladder) -> String {
    format!("{:#}\n", serde_json::json!(ladder))
}
