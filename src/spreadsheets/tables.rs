//! The tables of an import: their rows as read, before any are joined.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;

use super::account::{Account, ImportStep, TableAccount};
use super::amendments::{AmendedSheet, call_as_in_file};
use super::entry::Entry;
use super::filled::settle;
use super::origins::Origins;
use super::postcodes::PostcodeRow;
use super::programme_settings::NamedProgrammes;
use super::request::{Request, TableFile};
use super::rows::table;
use super::sheet::{Sheet, Source};
use super::vocabulary::TableKind;
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// The tables of an import as read.
#[derive(Debug, Default)]
pub struct Tables {
    /// The rows of each kind except journeys and postcodes.
    entries: BTreeMap<TableKind, Vec<Entry>>,
    /// The journeys, each as JSON text: there may be millions.
    pub journeys: Vec<Box<RawValue>>,
    /// The postcodes; there may be half a million.
    pub postcodes: Vec<PostcodeRow>,
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
        let is_read =
            |table: &TableFile| account.tables.iter().any(|read| table.is_at(&read.source));
        origins.incomplete |= !errors.0.is_empty() && !request.tables.iter().all(is_read);
        account.steps.extend(several_sheets(&account.tables));
        duo_alone(&account.tables, errors);
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
        let (journeys, postcodes) = (&mut self.journeys, &mut self.postcodes);
        let read = table(kind, sheet, named, errors, &mut |mut filled| {
            settle(&mut filled);
            match kind {
                TableKind::Journeys => {
                    origins.row(kind.list(), view, &filled);
                    journeys.extend(serde_json::value::to_raw_value(&filled.values));
                }
                TableKind::Postcodes => postcodes.extend(PostcodeRow::of(view, &filled)),
                _ => entries.push(Entry { view, filled, joined: Vec::new(), of_duo: false }),
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

/// The kinds of which several sheets make one table, with the rows of each.
fn several_sheets(tables: &[TableAccount]) -> Vec<ImportStep> {
    let kinds: BTreeSet<TableKind> = tables.iter().map(|table| table.kind).collect();
    let several = kinds.into_iter().filter_map(|kind| {
        let sheets = tables.iter().filter(|table| table.kind == kind);
        let sheets: Vec<(Source, usize)> =
            sheets.map(|table| (table.source.clone(), table.rows)).collect();
        (sheets.len() > 1).then_some(ImportStep::SeveralSheets(kind, sheets))
    });
    several.collect()
}

/// Reports DUO's list of schools beside other sheets of schools: it has those of the whole country, also the ones that
/// do not take part.
fn duo_alone(tables: &[TableAccount], errors: &mut InputErrors) {
    let schools = || tables.iter().filter(|table| table.kind == TableKind::Schools);
    let Some(duo) = schools().find(|table| table.of_duo) else { return };
    let Some(other) = schools().find(|table| table.source != duo.source) else { return };
    let shown = |table: &TableAccount| format!("`{}`", table.source);
    errors.add(
        Code::UnknownSheet,
        duo.source.to_string(),
        message!("spreadsheets-two-sheets", one = shown(duo), second = shown(other)),
        message!("spreadsheets-one-sheet-per-kind"),
        message!("spreadsheets-places-beside-duo"),
    );
}

/// The programmes that a sheet of settings names. Its problems are reported when it is read as a table.
fn named_programmes(sheet: &Sheet) -> NamedProgrammes {
    let (mut rows, mut ignored) = (Vec::new(), InputErrors::default());
    let none = NamedProgrammes::default();
    table(TableKind::Settings, sheet, &none, &mut ignored, &mut |filled| rows.push(filled));
    NamedProgrammes::of(&rows)
}
