//! Sets of changes that would give everyone a place, as text and as JSON.

use super::amount::exact_kilometres;
use super::difference::SchoolNames;
use super::rule_names::rule_name;
use crate::message;
use crate::questions::repair::{ChangeKind, Keeping, ListedChange, Repair, Repairs};
use crate::solve::Demand;
use crate::texts::{Language, Message};

/// The sets of changes, cheapest first, and what it costs to keep the clusters that must be used.
pub fn repairs(
    repairs: &Repairs,
    keeping: Option<&Keeping>,
    names: &SchoolNames,
    language: Language,
) -> String {
    let mut lines = Vec::new();
    if let Some(keeping) = keeping {
        let clusters: Vec<String> = keeping.clusters.iter().map(|id| names.display(id)).collect();
        let (count, clusters) = (clusters.len(), language.list(&clusters));
        lines.push(message!("report-repair-kept", count = count, clusters = clusters));
    }
    if !repairs.clash.is_empty() {
        lines.push(message!("report-repair-no-plan"));
        lines.extend(repairs.clash.iter().map(demand));
    }
    for (position, repair) in repairs.repairs.iter().enumerate() {
        lines.extend(one(position + 1, repair, names));
    }
    let without_changes = repairs.repairs.first().is_some_and(|first| first.changes.is_empty());
    lines.extend(keeping.filter(|_| without_changes).map(price_of_keeping));
    if repairs.repairs.is_empty() && repairs.complete {
        if repairs.because.is_empty() {
            lines.push(message!("report-repair-impossible"));
        } else {
            lines.push(message!("report-repair-impossible-because"));
            lines.extend(repairs.because.iter().map(demand));
        }
    } else if !repairs.complete {
        lines.push(message!("report-repair-incomplete"));
    }
    super::lines::lines(&lines, language)
}

/// The sets as JSON; `keeping` where clusters must be used.
pub fn repairs_as_json(repairs: &Repairs, keeping: Option<&Keeping>) -> String {
    let mut document = serde_json::json!(repairs);
    if let Some(keeping) = keeping {
        document["keeping"] = serde_json::json!(keeping);
    }
    format!("{document:#}\n")
}

/// What it costs that clusters must be used, where everyone has a place without any change.
fn price_of_keeping(keeping: &Keeping) -> Message {
    let Keeping { clusters, price, is_proven } = keeping;
    let count = clusters.len();
    match (price, is_proven) {
        (None, _) => message!("report-repair-keeping-unknown", count = count),
        (Some(0), _) => message!("report-repair-keeping-free", count = count),
        (Some(price), true) => {
            message!("report-repair-keeping-price", count = count, price = exact_kilometres(*price))
        }
        (Some(price), false) => {
            message!(
                "report-repair-keeping-at-most",
                count = count,
                price = exact_kilometres(*price)
            )
        }
    }
}

fn demand(demand: &Demand) -> Message {
    message!("report-repair-demand", rule = rule_name(demand.rule), sentence = &demand.sentence)
}

fn one(number: usize, repair: &Repair, names: &SchoolNames) -> Vec<Message> {
    if repair.changes.is_empty() {
        return vec![message!("report-repair-none-needed", score = score(repair))];
    }
    let price = exact_kilometres(repair.price);
    let bound = exact_kilometres(repair.price_bound);
    let is_proven = repair.price == repair.price_bound;
    let mut lines = vec![match (is_proven, number) {
        (true, 1) => message!("report-repair-cheapest", number = number, price = price),
        (true, _) => message!("report-repair-next-cheapest", number = number, price = price),
        (false, 1) => {
            message!("report-repair-unproven", number = number, price = price, bound = bound)
        }
        (false, _) => {
            message!("report-repair-next-unproven", number = number, price = price, bound = bound)
        }
    }];
    lines.extend(repair.changes.iter().map(|change| {
        let price = exact_kilometres(change.price);
        message!("report-repair-change", change = in_words(change, names), price = price)
    }));
    lines.push(if repair.proved {
        message!("report-repair-confirmed", score = score(repair))
    } else {
        message!("report-repair-unconfirmed")
    });
    lines
}

fn score(repair: &Repair) -> Message {
    match (repair.score, repair.score_bound) {
        (Some(score), Some(bound)) if score == bound => {
            message!("report-repair-score", score = score)
        }
        (Some(score), Some(bound)) => {
            message!("report-repair-score-above", score = score, bound = bound)
        }
        _ => message!("report-repair-score-unknown"),
    }
}

fn in_words(change: &ListedChange, names: &SchoolNames) -> Message {
    let ListedChange { kind, id, amount, .. } = change;
    match kind {
        ChangeKind::Place => {
            message!("report-repair-places", count = *amount, school = names.display(id))
        }
        ChangeKind::Cluster => {
            message!("report-repair-clusters", count = *amount, owner = names.display(id))
        }
        ChangeKind::Kilometre => {
            message!("report-repair-kilometres", amount = *amount, student = id)
        }
        ChangeKind::Meeting => message!("report-repair-meeting", student = id),
        ChangeKind::Wish => message!("report-repair-wish", student = id),
    }
}
