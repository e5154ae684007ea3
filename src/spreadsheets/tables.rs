//! The tables of an import: their rows as read, before any are joined.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;

use super::account::Account;
use super::amendments::{AmendedSheet, call_as_in_file};
use super::entry::Entry;
use super::filled::settle;
use super::origins::Origins;
use super::programme_settings::NamedProgrammes;
use super::request::Request;
use super::rows::table;
use super::sheet::Sheet;
use super::vocabulary::TableKind;
use crate::input::errors::InputErrors;

/// The tables of an import as read.
#[derive(Debug, Default)]
pub struct Tables {
    /// The rows of each kind except journeys.
    entries: BTreeMap<TableKind, Vec<Entry>>,
    /// The journeys, each as JSON text: there may be millions.
    pub journeys: Vec<Box<RawValue>>,
    /// The kinds of which at least one table was read.
    pub read: BTreeSet<TableKind>,
    /// Whether the table of schools has a column of places.
    pub schools_have_places: bool,
}

impl Tables {
    /// Reads all sheets.
    pub fn read(
        request: &Request,
        account: &mut Account,
        origins: &mut Origins,
        errors: &mut InputErrors,
    ) -> Self {
        let mut tables = Self::default();
        let named = RefCell::new(NamedProgrammes::default());
        let mut look = |sheet: &Sheet| {
            if !request.keep_spelling {
                named.replace(named_programmes(sheet));
            }
        };
        request.each_sheet(account, errors, &mut look, &mut |kind, sheet, account, errors| {
            let amended = request.amendments.apply(kind, sheet);
            tables.add(kind, &amended, &named.borrow(), account, origins, errors);
        });
        // If a table could not be read, all references to its rows would be reported as unknown.
        origins.incomplete |= !errors.0.is_empty() && tables.read.len() < request.tables.len();
        tables
    }

    fn add(
        &mut self,
        kind: TableKind,
        (sheet, headings): &AmendedSheet,
        named: &NamedProgrammes,
        account: &mut Account,
        origins: &mut Origins,
        errors: &mut InputErrors,
    ) {
        let view = origins.next_view();
        let mut entries = Vec::new();
        let journeys = &mut self.journeys;
        let read = table(kind, sheet, named, errors, &mut |mut filled| {
            settle(&mut filled);
            if kind == TableKind::Journeys {
                origins.row(kind.list(), view, &filled);
                journeys.extend(serde_json::value::to_raw_value(&filled.values));
            } else {
                entries.push(Entry { view, filled, joined: Vec::new(), of_duo: false });
            }
        });
        let Some(mut read) = read else {
            origins.incomplete = true;
            return;
        };
        call_as_in_file(headings, &mut read.columns, &mut read.account);
        let of_duo = read.account.of_duo;
        for entry in &mut entries {
            entry.of_duo = of_duo;
        }
        origins.incomplete |= read.lacks_ids;
        self.schools_have_places |= kind == TableKind::Schools
            && read.columns.iter().any(|known| known.column.path == "places");
        origins.view(sheet.source.clone(), read.columns);
        account.tables.push(read.account);
        self.read.insert(kind);
        self.entries.entry(kind).or_default().extend(entries);
    }

    /// Takes out the rows of a kind.
    pub fn take(&mut self, kind: TableKind) -> Vec<Entry> {
        self.entries.remove(&kind).unwrap_or_default()
    }
}

/// The programmes that a sheet of settings names. Its problems are reported when it is read as a table.
fn named_programmes(sheet: &Sheet) -> NamedProgrammes {
    let (mut rows, mut ignored) = (Vec::new(), InputErrors::default());
    let none = NamedProgrammes::default();
    table(TableKind::Settings, sheet, &none, &mut ignored, &mut |filled| rows.push(filled));
    NamedProgrammes::of(&rows)
}
