//! Clusters from a column of the table of schools, for imports without a table of clusters.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::account::{Account, ImportStep};
use super::entry::Entry;
use super::filled::Filled;
use super::fold::folded;
use super::names_as_ids::id_beside;
use super::origins::Origins;
use super::sheet::excerpt;
use super::vocabulary::{TableKind, empty_list, is_one_of};
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// The clusters that schools name, each with the board of its schools.
pub fn clusters_of(
    schools: &[Entry],
    origins: &Origins,
    errors: &mut InputErrors,
    account: &mut Account,
) -> Vec<Entry> {
    let mut clusters: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for entry in schools {
        let named = entry.filled.cluster.as_deref();
        let named = named.filter(|name| !is_one_of(empty_list(), name) && !folded(name).is_empty());
        if let Some(name) = named {
            clusters.entry(folded(name)).or_default().push(entry);
        }
    }
    let boards = schools.iter().filter_map(|entry| entry.filled.values.get("board")?.as_str());
    let boards: BTreeSet<&str> = boards.collect();
    let clusters: Vec<Entry> =
        clusters.into_values().map(|schools| cluster(&schools, &boards, origins, errors)).collect();
    if !clusters.is_empty() {
        account.steps.push(ImportStep::ClustersOfSchools(clusters.len()));
    }
    clusters
}

fn cluster(
    schools: &[&Entry],
    boards: &BTreeSet<&str>,
    origins: &Origins,
    errors: &mut InputErrors,
) -> Entry {
    let first = schools[0];
    let text = |entry: &Entry, key: &str| entry.filled.values.get(key).cloned().unwrap_or_default();
    let board = text(first, "board");
    let name = first.filled.cluster.clone().unwrap_or_default();
    let mut broken = Vec::new();
    if let Some(other) = schools.iter().find(|entry| text(entry, "board") != board) {
        let other_board = text(other, "board");
        errors.add(
            Code::Contradiction,
            origins.cell_of(other.view, other.filled.row, "cluster"),
            message!(
                "spreadsheets-cluster-of-two-boards",
                cluster = excerpt(&name),
                one = board.as_str().unwrap_or_default(),
                other = other_board.as_str().unwrap_or_default()
            ),
            message!("spreadsheets-one-board-per-cluster"),
            message!("spreadsheets-give-clusters"),
        );
        broken.push("board");
    }
    let ids: Vec<Value> = schools.iter().map(|entry| text(entry, "id")).collect();
    if schools.iter().any(|entry| entry.filled.broken.contains(&"id")) {
        broken.push("schools");
    }
    let mut values = Map::new();
    let id = id_beside(&name, TableKind::Clusters, boards.contains(name.as_str()));
    if id != name {
        values.insert("name".to_owned(), json!(name));
    }
    values.insert("id".to_owned(), json!(id));
    values.insert("board".to_owned(), board);
    values.insert("schools".to_owned(), json!(ids));
    let columns = [("id", "cluster"), ("board", "board")];
    let elements = columns
        .into_iter()
        .filter_map(|(key, path)| Some((key, origins.column_at(first.view, path)?)));
    let filled = Filled {
        row: first.filled.row,
        values,
        broken,
        elements: elements.collect(),
        ..Filled::default()
    };
    Entry { view: first.view, filled, joined: Vec::new(), of_duo: false }
}
