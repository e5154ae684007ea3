//! From tables to one document: what several tables say together.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::account::{Account, Step};
use super::draft::Draft;
use super::duo;
use super::filled::{Filled, settle};
use super::joining;
use super::origins::Origins;
use super::postcodes::Points;
use super::request::Request;
use super::rows::table;
use super::settings;
use super::sheet::Sheet;
use super::vocabulary::Kind;
use crate::input::errors::{Code, InputErrors};

/// A row that goes into the document, with the table that it comes from.
#[derive(Debug)]
pub struct Entry {
    /// The table.
    pub view: usize,
    /// The row.
    pub filled: Filled,
    /// What other tables add to it.
    pub joined: Vec<(usize, Filled)>,
    /// Whether the table is DUO's list.
    pub of_duo: bool,
}

/// The tables as read.
#[derive(Debug, Default)]
pub struct Tables {
    /// The rows of each kind, but journeys.
    pub entries: BTreeMap<Kind, Vec<Entry>>,
    /// The journeys, each as JSON: there may be millions.
    pub journeys: Vec<Box<RawValue>>,
    /// The kinds of which a table was read.
    pub read: BTreeSet<Kind>,
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
        request.each_sheet(account, errors, &mut |kind, sheet, account, errors| {
            tables.add(kind, sheet, account, origins, errors);
        });
        // Without a table that was asked for, references to what it holds would be called unknown.
        origins.incomplete |= !errors.0.is_empty() && tables.read.len() < request.tables.len();
        tables
    }

    fn add(
        &mut self,
        kind: Kind,
        sheet: &Sheet,
        account: &mut Account,
        origins: &mut Origins,
        errors: &mut InputErrors,
    ) {
        let view = origins.next_view();
        let mut entries = Vec::new();
        let journeys = &mut self.journeys;
        let read = table(kind, sheet, errors, &mut |mut filled| {
            settle(&mut filled);
            if kind == Kind::Journeys {
                origins.row(kind.list(), view, &filled);
                journeys.extend(serde_json::value::to_raw_value(&filled.values));
            } else {
                entries.push(Entry { view, filled, joined: Vec::new(), of_duo: false });
            }
        });
        let Some(read) = read else {
            origins.incomplete = true;
            return;
        };
        let of_duo = read.account.of_duo;
        for entry in &mut entries {
            entry.of_duo = of_duo;
        }
        origins.incomplete |= read.lacks_ids;
        self.schools_have_places |=
            kind == Kind::Schools && read.columns.iter().any(|known| known.column.path == "places");
        origins.view(sheet.source.clone(), read.columns);
        account.tables.push(read.account);
        self.read.insert(kind);
        self.entries.entry(kind).or_default().extend(entries);
    }

    fn take(&mut self, kind: Kind) -> Vec<Entry> {
        self.entries.remove(&kind).unwrap_or_default()
    }

    /// The document that the tables make together.
    pub fn assemble(
        mut self,
        request: &Request,
        account: &mut Account,
        origins: &mut Origins,
        errors: &mut InputErrors,
    ) -> Draft {
        let mut schools = self.take(Kind::Schools);
        let mut additions = self.take(Kind::Places);
        let mut students = self.take(Kind::Students);
        if schools.iter().any(|entry| entry.of_duo) {
            as_duo_writes(&mut students, &mut additions, account);
        }
        joining::join(&mut schools, additions, origins, errors, account);
        let boards = self.take(Kind::Boards);
        let listed = self.read.contains(&Kind::Boards).then_some(boards.as_slice());
        let has_additions = self.read.contains(&Kind::Places);
        joining::leave_out(&mut schools, has_additions, request.default_places, listed, account);
        self.fill_places(&mut schools, request, origins, errors, account);
        let points = Points::of(self.take(Kind::Postcodes), origins, errors);
        let mut document = Map::new();
        let boards = if self.read.contains(&Kind::Boards) {
            list("boards", boards, origins)
        } else {
            joining::boards_of(&schools, origins, errors, account)
        };
        if let Some(points) = points {
            let located = [("schools", &mut schools), ("students", &mut students)]
                .map(|(list, entries)| points.locate(list, entries, origins, errors));
            account.steps.push(Step::Located(located[0], located[1]));
        }
        for entry in &mut schools {
            entry.filled.values.remove("~board_name");
        }
        let setting_rows: Vec<Entry> = self.take(Kind::Settings);
        let view = setting_rows.first().map_or(0, |entry| entry.view);
        let rows: Vec<Filled> = setting_rows.into_iter().map(|entry| entry.filled).collect();
        settings::apply(&rows, view, &mut document, origins, errors);
        for (key, value) in [("name", &request.name), ("school_year", &request.school_year)] {
            if let Some(value) = value {
                document.insert(key.to_owned(), json!(value));
            }
        }
        if !document.contains_key("name") {
            nameless(errors);
            document.insert("name".to_owned(), json!("?"));
        }
        document.insert("format".to_owned(), json!(crate::instance::FORMAT));
        document.insert("boards".to_owned(), boards);
        document.insert("schools".to_owned(), list("schools", schools, origins));
        let clusters = self.take(Kind::Clusters);
        if !clusters.is_empty() {
            document.insert("clusters".to_owned(), list("clusters", clusters, origins));
        }
        document.insert("students".to_owned(), list("students", students, origins));
        Draft { document, journeys: self.journeys }
    }

    /// Gives places to schools for which no table says any, or says that they are missing.
    fn fill_places(
        &self,
        schools: &mut [Entry],
        request: &Request,
        origins: &mut Origins,
        errors: &mut InputErrors,
        account: &mut Account,
    ) {
        let nowhere = !self.schools_have_places
            && !self.read.contains(&Kind::Places)
            && request.default_places.is_none();
        if let (true, Some(first)) = (nowhere, schools.first()) {
            let place = origins.table(first.view);
            missing_places(Code::MissingColumn, place, errors);
        }
        let mut filled = 0;
        for entry in schools {
            let row = &mut entry.filled;
            let told = |filled: &Filled| filled.broken.contains(&"places");
            if row.values.contains_key("places") {
                continue;
            }
            if told(row) {
                // Something must stand there, or the reader would look at nothing else in the row.
                row.values.insert("places".to_owned(), Value::Null);
                continue;
            }
            let told = entry.joined.iter().any(|(_, filled)| told(filled));
            if let Some(places) = request.default_places {
                row.values.insert("places".to_owned(), json!(places));
                filled += 1;
                continue;
            }
            if !nowhere && !told {
                let place = origins.cell_of(entry.view, row.row, "places");
                missing_places(Code::MissingKey, place, errors);
            }
            row.broken.push("places");
            row.values.insert("places".to_owned(), Value::Null);
        }
        if let (1.., Some(places)) = (filled, request.default_places) {
            account.steps.push(Step::DefaultPlaces(filled, places));
        }
    }
}

/// A name is no column of any table: says where it may be given.
fn nameless(errors: &mut InputErrors) {
    let advice = "give `--name NAME`, or write it in a sheet of settings";
    errors.add(Code::MissingKey, "(settings)", "no name of the instance", "a name", advice);
}

fn missing_places(code: Code, place: String, errors: &mut InputErrors) {
    errors.add(
        code,
        place,
        "no number of places",
        "a column `plaatsen` (`places`), a table that adds it, or a number for all",
        "fill it in, add it by school with `--places FILE`, or give `--default-places N`",
    );
}

/// The rows as a list of the document; where each comes from is noted.
/// Writes the denominations that students wish and a table of places names as DUO's list writes them.
fn as_duo_writes(students: &mut [Entry], additions: &mut [Entry], account: &mut Account) {
    let mut rewritten = duo::rewrite(students, "/wish");
    rewritten.extend(duo::rewrite(additions, ""));
    if !rewritten.is_empty() {
        account.steps.push(Step::AsDuoWrites(rewritten.into_iter().collect()));
    }
}

fn list(name: &'static str, entries: Vec<Entry>, origins: &mut Origins) -> Value {
    let rows = entries.into_iter().enumerate().map(|(index, entry)| {
        origins.row(name, entry.view, &entry.filled);
        for (view, joined) in &entry.joined {
            origins.joined(name, index, *view, joined);
        }
        Value::Object(entry.filled.values)
    });
    rows.collect()
}
