//! Joins tables: adds places to schools, and derives boards from schools.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::account::{Account, ImportStep};
use super::entry::Entry;
use super::filled::Filled;
use super::origins::Origins;
use crate::input::errors::{Code, InputErrors, nearest};
use crate::message;

/// The number of unknown ids for which a similar school is searched; each search compares all schools.
const MOST_SEARCHES: usize = 200;

/// The schools for which a cluster is proposed; clusters usually have three to five.
const SCHOOLS_PER_CLUSTER: i64 = 4;

/// Adds the values of another table to schools, matched by school id.
pub fn join(
    schools: &mut [Entry],
    additions: Vec<Entry>,
    origins: &mut Origins,
    errors: &mut InputErrors,
    account: &mut Account,
) {
    let numbered = schools.iter().enumerate();
    let by_id: BTreeMap<String, usize> = numbered
        .filter_map(|(index, entry)| Some((entry.filled.id()?.to_owned(), index)))
        .collect();
    let mut first_rows: BTreeMap<String, String> = BTreeMap::new();
    let (mut joined, mut searches) = (0, MOST_SEARCHES);
    for Entry { view, filled, .. } in additions {
        let Some(key) = filled.id().map(str::to_owned) else { continue };
        let location = origins.cell_of(view, filled.row, "id");
        if let Some(first) = first_rows.get(&key) {
            errors.add(
                Code::DuplicateId,
                location,
                message!("spreadsheets-school-again", id = key, location = first.as_str()),
                message!("common-each-school-once"),
                message!("spreadsheets-remove-one-row"),
            );
            continue;
        }
        first_rows.insert(key.clone(), location.clone());
        let Some(&index) = by_id.get(&key) else {
            searches = searches.saturating_sub(1);
            let known = by_id.keys().map(String::as_str).filter(|_| searches > 0);
            let advice = match nearest(&key, known) {
                Some(meant) => message!("spreadsheets-did-you-mean", name = meant),
                None => message!("spreadsheets-name-a-school"),
            };
            let found = message!("spreadsheets-no-school", id = key);
            let allowed = message!("spreadsheets-id-of-a-school");
            errors.add(Code::UnknownReference, location, found, allowed, advice);
            continue;
        };
        joined += 1;
        add(&mut schools[index], view, filled, origins, errors);
    }
    if joined > 0 {
        account.steps.push(ImportStep::Joined(joined));
    }
}

fn add(
    school: &mut Entry,
    view: usize,
    filled: Filled,
    origins: &Origins,
    errors: &mut InputErrors,
) {
    for (key, value) in &filled.values {
        match school.filled.values.entry(key.clone()) {
            serde_json::map::Entry::Vacant(free) => {
                free.insert(value.clone());
            }
            serde_json::map::Entry::Occupied(present) if present.get() != value => errors.add(
                Code::Contradiction,
                origins.cell_of(view, filled.row, key),
                message!(
                    "spreadsheets-other-value",
                    location = origins.cell_of(school.view, school.filled.row, key)
                ),
                message!("spreadsheets-same-value-in-both"),
                message!("spreadsheets-correct-one-cell"),
            ),
            serde_json::map::Entry::Occupied(_) => {}
        }
    }
    if school.filled.board_name.is_none() {
        school.filled.board_name.clone_from(&filled.board_name);
    }
    school.joined.push((view, filled));
}

/// Drops the schools of DUO's list that no other table mentions: the list has all schools of the country.
pub fn leave_out(
    schools: &mut Vec<Entry>,
    has_additions: bool,
    default_places: Option<i64>,
    boards: Option<&[Entry]>,
    account: &mut Account,
) {
    let of_duo = |entry: &Entry| entry.of_duo;
    if has_additions && default_places.is_none() {
        let before = schools.len();
        schools.retain(|entry| !of_duo(entry) || !entry.joined.is_empty());
        note(before - schools.len(), ImportStep::NotAdded, account);
    }
    let Some(boards) = boards else { return };
    let listed: BTreeSet<&str> = boards.iter().filter_map(|board| board.filled.id()).collect();
    let before = schools.len();
    schools.retain(|entry| {
        let board = entry.filled.values.get("board").and_then(Value::as_str);
        !of_duo(entry)
            || !entry.joined.is_empty()
            || board.is_none_or(|board| listed.contains(board))
    });
    note(before - schools.len(), ImportStep::OtherBoards, account);
}

fn note(count: usize, step: impl Fn(usize) -> ImportStep, account: &mut Account) {
    if count > 0 {
        account.steps.push(step(count));
    }
}

/// How many clusters each board may form where no table says anything about clusters: one for every four schools,
/// rounded up. Without any, nobody could be placed.
fn proposed_clusters(schools: &[Entry]) -> BTreeMap<&str, i64> {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for entry in schools.iter().filter(|entry| !entry.filled.broken.contains(&"board")) {
        if let Some(board) = entry.filled.values.get("board").and_then(Value::as_str) {
            *counts.entry(board).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .map(|(board, count)| (board, (count + SCHOOLS_PER_CLUSTER - 1) / SCHOOLS_PER_CLUSTER))
        .collect()
}

/// The boards that schools name, for imports without a table of boards.
pub fn boards_of(
    schools: &[Entry],
    origins: &mut Origins,
    errors: &mut InputErrors,
    may_propose: bool,
    account: &mut Account,
) -> Value {
    let mut boards: Vec<(&str, Option<&str>, &Entry)> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in schools.iter().filter(|entry| !entry.filled.broken.contains(&"board")) {
        let text = |key: &str| entry.filled.values.get(key).and_then(Value::as_str);
        let Some(board) = text("board") else { continue };
        let index = *known.entry(board).or_insert(boards.len());
        let name = entry.filled.board_name.as_deref();
        match boards.get(index).map(|(_, known, first)| (*known, *first)) {
            None => boards.push((board, name, entry)),
            Some((None, _)) => boards[index].1 = name,
            Some((Some(first), other)) if name.is_some_and(|name| name != first) => errors.add(
                Code::Contradiction,
                origins.cell_of(entry.view, entry.filled.row, "board_name"),
                message!(
                    "spreadsheets-other-board-name",
                    board = board,
                    location = origins.cell_of(other.view, other.filled.row, "board_name")
                ),
                message!("spreadsheets-one-name-per-board"),
                message!("spreadsheets-correct-or-give-boards"),
            ),
            Some(_) => {}
        }
    }
    // Without a column of boards there are none, and that is an error.
    if !boards.is_empty() {
        account.steps.push(ImportStep::BoardsOfSchools(boards.len()));
    }
    let proposed = if may_propose { proposed_clusters(schools) } else { BTreeMap::new() };
    if !proposed.is_empty() {
        let limits = boards
            .iter()
            .filter_map(|(board, ..)| Some(((*board).to_owned(), *proposed.get(board)?)));
        account.steps.push(ImportStep::ProposedClusters(limits.collect()));
    }
    let rows = boards.into_iter().map(|(board, name, first)| {
        origins.board_of_school(first.view, first.filled.row);
        let mut row = json!({ "id": board });
        if let Some(name) = name {
            row["name"] = json!(name);
        }
        if let Some(most) = proposed.get(board) {
            row["max_clusters"] = json!(most);
        }
        row
    });
    rows.collect()
}
