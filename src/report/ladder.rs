//! A ladder of plans, for people and for programs.

use std::fmt::Write;

use super::table::table;
use crate::questions::replan::{Ladder, Rung, RungFigures, RungOutcome};

/// A ladder as a table, and what of it could not be had.
pub fn ladder(ladder: &Ladder) -> String {
    let headings = [
        "at most",
        "changes",
        "left out",
        "without changes",
        "difference",
        "value",
        "bound",
        "gap",
    ];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    rows.extend(ladder.rungs.iter().map(row));
    let mut text = table(&rows);
    text.push_str(
        "Values are points; `without changes` is the score less what changes cost, and its \
         difference that to the line before.\n",
    );
    let impossible = ladder.rungs.iter().any(|rung| rung.outcome == RungOutcome::Impossible);
    match (ladder.least_changes_proven, ladder.least_changes_found) {
        (Some(proven), Some(found)) if proven == found => {
            let _ = writeln!(text, "The fewest changes possible under the rules: {found}.");
        }
        (Some(proven), found) => {
            let found = found.map_or_else(String::new, |found| format!("; {found} are possible"));
            let _ = writeln!(text, "No plan makes fewer than {proven} changes{found}.");
        }
        (None, _) if impossible => text.push_str("No plan exists under the rules.\n"),
        (None, _) => {}
    }
    if ladder.rungs.iter().any(|rung| rung.outcome == RungOutcome::NotReached) {
        text.push_str("Not all was reached before the search had to stop: give it more time.\n");
    }
    text
}

fn row(rung: &Rung) -> Vec<String> {
    let most = rung.max_changes.map_or_else(|| "as allowed".to_owned(), |most| most.to_string());
    let Some(figures) = &rung.figures else {
        let why =
            if rung.outcome == RungOutcome::Impossible { "impossible" } else { "not reached" };
        return vec![most, why.to_owned()];
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
        format!("{:.2}%", 100.0 * gap),
    ]
}

/// A ladder as JSON, without the plans.
pub fn ladder_as_json(ladder: &Ladder) -> String {
    format!("{:#}\n", serde_json::json!(ladder))
}
