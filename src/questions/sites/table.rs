//! The answer as CSV: one row per new cluster, then one per cluster with one more place.

use super::answer::{ClusterSite, PlaceValue, Sites};
use crate::questions::{KeyFigureChanges, ProvenScore};

const HEADER: [&str; 21] = [
    "kind",
    "owner",
    "rank",
    "schools",
    "names",
    "meeting_day",
    "score_points",
    "difference_points",
    "bound_points",
    "gap",
    "status",
    "core_students",
    "core_change",
    "shell_change",
    "left_out_change",
    "denomination_change",
    "free_on_day_change",
    "journey_mean_change_m",
    "journey_longest_change_m",
    "net_change_eur",
    "cluster",
];

/// The answer as CSV (RFC 4180, but with LF line ends). Cells that do not apply are empty.
///
/// # Panics
/// Never: text is written to memory.
pub fn sites_csv(sites: &Sites) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER).expect("writing to memory succeeds");
    for owner in &sites.owners {
        for (position, site) in owner.ranking.iter().enumerate() {
            let row = site_row(&owner.owner, position + 1, site);
            writer.write_record(row).expect("rows are as long as the header");
        }
    }
    for (position, value) in sites.places.ranking.iter().enumerate() {
        let row = place_row(position + 1, value);
        writer.write_record(row).expect("rows are as long as the header");
    }
    let bytes = writer.into_inner().expect("writing to memory succeeds");
    String::from_utf8(bytes).expect("text was written")
}

fn site_row(owner: &str, rank: usize, site: &ClusterSite) -> Vec<String> {
    let ids: Vec<&str> = site.schools.iter().map(|school| school.id.as_str()).collect();
    let names: Vec<&str> = site.schools.iter().map(|school| school.name.as_str()).collect();
    let first = ["cluster", owner, &rank.to_string(), &ids.join(" "), &names.join(", ")];
    let mut row: Vec<String> = first.map(str::to_owned).to_vec();
    row.push(site.meeting_day.to_string());
    row.extend(quality(&site.proven, site.difference));
    row.push(site.figures.core.to_string());
    row.extend(changes(&site.changes));
    row.push(String::new());
    row
}

fn place_row(rank: usize, value: &PlaceValue) -> Vec<String> {
    let first = ["place", "", &rank.to_string(), &value.school, &value.name, ""];
    let mut row: Vec<String> = first.map(str::to_owned).to_vec();
    row.extend(quality(&value.proven, value.difference));
    row.push(String::new());
    row.extend(changes(&value.changes));
    row.push(value.cluster.clone());
    row
}

fn quality(proven: &ProvenScore, difference: i64) -> [String; 5] {
    let ProvenScore { score, bound, gap, status } = proven;
    [
        score.to_string(),
        difference.to_string(),
        bound.to_string(),
        gap.to_string(),
        status.word().to_owned(),
    ]
}

fn changes(changes: &KeyFigureChanges) -> [String; 8] {
    let optional = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
    [
        changes.core.to_string(),
        changes.shell.to_string(),
        changes.left_out.to_string(),
        changes.denomination.to_string(),
        changes.meeting_day.to_string(),
        optional(changes.journey_mean_m),
        optional(changes.journey_longest_m),
        optional(changes.net_eur),
    ]
}
