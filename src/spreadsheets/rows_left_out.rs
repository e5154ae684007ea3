//! Rows that are read and yet are not part of the instance: schools and students that are withdrawn, and rows that are there twice.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::account::{Account, ImportStep};
use super::entry::Entry;
use super::origins::Origins;
use super::references::References;
use super::vocabulary::TableKind;
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::message;

/// Leaves out schools or students that take no part any more; references to them are no mistakes.
pub fn withdrawn(
    kind: TableKind,
    entries: &mut Vec<Entry>,
    references: &mut References,
    account: &mut Account,
) {
    let mut names = Vec::new();
    entries.retain(|entry| {
        if entry.filled.withdrawn {
            references.add_withdrawn(kind, &entry.filled);
            let name = entry.filled.values.get("name").and_then(Value::as_str);
            names.extend(name.or(entry.filled.id()).map(str::to_owned));
        }
        !entry.filled.withdrawn
    });
    if !names.is_empty() {
        account.steps.push(ImportStep::Withdrawn(kind, names));
    }
}

/// Reports sheets that hold the rows of another sheet again, as a copy does, and takes out the rows that are there twice.
/// Single rows that are on two sheets stay: the reader of instances reports them.
pub fn copied(
    kind: TableKind,
    entries: &mut Vec<Entry>,
    origins: &Origins,
    errors: &mut InputErrors,
) {
    let mut first: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    // The rows of each pair of sheets that have the same id: (row of the first, row of the second).
    let mut shared: BTreeMap<(usize, usize), Vec<(u32, u32)>> = BTreeMap::new();
    for entry in entries.iter() {
        let Some(id) = entry.filled.id() else { continue };
        *rows.entry(entry.view).or_default() += 1;
        let here = (entry.view, entry.filled.row);
        let known = *first.entry(id).or_insert(here);
        if known.0 != entry.view {
            shared.entry((known.0, entry.view)).or_default().push((known.1, here.1));
        }
    }
    shared.retain(|(one, other), same| 2 * same.len() > rows[one].min(rows[other]));
    for ((one, other), same) in &shared {
        let (of_one, of_other) = same[0];
        let found = message!(
            "spreadsheets-sheet-again",
            count = same.len(),
            rows = rows[other],
            other = origins.table(*one),
            first = origins.cell_of(*other, of_other, "id"),
            same = origins.cell_of(*one, of_one, "id")
        );
        let allowed = message!("spreadsheets-each-row-on-one-sheet");
        let help = message!("spreadsheets-put-the-copy-away", option = kind.option());
        errors.add(Code::DuplicateId, origins.table(*other), found, allowed, help);
    }
    let copies = shared
        .into_iter()
        .flat_map(|((_, view), same)| same.into_iter().map(move |(_, row)| (view, row)));
    let copies: BTreeSet<(usize, u32)> = copies.collect();
    entries.retain(|entry| !copies.contains(&(entry.view, entry.filled.row)));
}

/// Leaves out rows whose cells are all those of an earlier row with the same id.
pub fn repeated(entries: &mut Vec<Entry>, origins: &Origins, account: &mut Account) {
    let mut first: BTreeMap<String, (u64, usize, u32)> = BTreeMap::new();
    entries.retain(|entry| {
        let Some(id) = entry.filled.id() else { return true };
        let (digest, view, row) = (entry.filled.digest, entry.view, entry.filled.row);
        let known = first.entry(id.to_owned()).or_insert((digest, view, row));
        // Columns of two tables need not be the same.
        if known.2 == row && known.1 == view || (known.0, known.1) != (digest, view) {
            return true;
        }
        let message = message!("spreadsheets-row-again", row = known.2.to_string()).into();
        let location = origins.cell_of(view, row, "id");
        account.warnings.push(InputWarning { location, message });
        false
    });
}
