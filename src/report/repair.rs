//! Sets of changes that would give everyone a place, for people and for programs.

use std::fmt::Write;

use super::difference::SchoolNames;
use crate::questions::repair::{ChangeKind, ListedChange, Repair, Repairs};
use crate::solve::Demand;

/// The sets, the cheapest first.
pub fn repairs(repairs: &Repairs, names: &SchoolNames) -> String {
    let mut text = String::new();
    if !repairs.clash.is_empty() {
        text.push_str("As things are no plan exists. These demands cannot all be met:\n");
        text.push_str(&demands(&repairs.clash));
    }
    for (position, repair) in repairs.repairs.iter().enumerate() {
        text.push_str(&one(position + 1, repair, names));
    }
    if repairs.repairs.is_empty() && repairs.complete {
        text.push_str("No changes of these kinds give everyone a place: proven.");
        if repairs.because.is_empty() {
            text.push('\n');
        } else {
            text.push_str(" These demands stand in the way even so:\n");
            text.push_str(&demands(&repairs.because));
        }
    } else if !repairs.complete {
        text.push_str(
            "The time ran out before all was searched: give it more with --time-limit.\n",
        );
    }
    text
}

/// The sets as JSON.
pub fn repairs_as_json(repairs: &Repairs) -> String {
    format!("{:#}\n", serde_json::json!(repairs))
}

fn demands(demands: &[Demand]) -> String {
    let lines = demands.iter().map(|one| format!("  {} — {}", one.rule, one.sentence));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn one(number: usize, repair: &Repair, names: &SchoolNames) -> String {
    if repair.changes.is_empty() {
        return format!("Everyone can be placed as things are{}.\n", score(repair));
    }
    let others = if number == 1 { "none" } else { "none that differs" };
    let cheapest = if repair.price == repair.price_bound {
        format!("{others} is cheaper")
    } else {
        format!("{others} costs less than {} km", kilometres(repair.price_bound))
    };
    let mut text = format!("{number}. Worth {} km ({cheapest}):\n", kilometres(repair.price));
    for change in &repair.changes {
        let _ = writeln!(text, "   {} ({} km)", in_words(change, names), kilometres(change.price));
    }
    if repair.proved {
        let _ = writeln!(text, "   With these everyone is placed{}.", score(repair));
    } else {
        text.push_str("   The time ran out before a plan with these was made.\n");
    }
    text
}

fn score(repair: &Repair) -> String {
    match (repair.score, repair.score_bound) {
        (Some(score), Some(bound)) if score == bound => format!(", at the score {score} at best"),
        (Some(score), Some(bound)) => format!(", at the score {score} (not below {bound})"),
        _ => String::new(),
    }
}

fn in_words(change: &ListedChange, names: &SchoolNames) -> String {
    let ListedChange { kind, id, amount, .. } = change;
    match kind {
        ChangeKind::Place if *amount == 1 => format!("1 place more at {}", names.told(id)),
        ChangeKind::Place => format!("{amount} places more at {}", names.told(id)),
        ChangeKind::Cluster if *amount == 1 => format!("{} uses one more cluster", names.told(id)),
        ChangeKind::Cluster => format!("{} uses {amount} more clusters", names.told(id)),
        ChangeKind::Kilometre => format!("{id} may travel {amount} km further"),
        ChangeKind::Meeting => format!("{id} misses the meeting"),
        ChangeKind::Wish => format!("the wish of {id} for a denomination becomes a preference"),
    }
}

/// Points as kilometres with as many decimals as it takes.
fn kilometres(points: i64) -> String {
    let (whole, rest) = (points / 1000, points % 1000);
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole}.{}", format!("{rest:03}").trim_end_matches('0'))
}
