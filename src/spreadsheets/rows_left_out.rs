//! Rows that are read and yet are not part of the instance: withdrawn schools, and rows that are there twice.

use std::collections::BTreeMap;

use serde_json::Value;

use super::account::{Account, ImportStep};
use super::entry::Entry;
use super::origins::Origins;
use super::references::References;
use crate::input::errors::InputWarning;
use crate::message;

/// Leaves out schools that take no part any more; references to them are no mistakes.
pub fn withdrawn(schools: &mut Vec<Entry>, references: &mut References, account: &mut Account) {
    let mut names = Vec::new();
    schools.retain(|entry| {
        if entry.filled.withdrawn {
            references.add_withdrawn(&entry.filled);
            let name = entry.filled.values.get("name").and_then(Value::as_str);
            names.extend(name.or(entry.filled.id()).map(str::to_owned));
        }
        !entry.filled.withdrawn
    });
    if !names.is_empty() {
        account.steps.push(ImportStep::Withdrawn(names));
    }
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
