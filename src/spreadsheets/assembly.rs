//! Assembles the tables of an import into one document.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::account::{Account, ImportStep};
use super::amendments::{AmendedSheet, call_as_in_file};
use super::board_names;
use super::contacts::ContactRows;
use super::denomination_settings::MetBy;
use super::duo;
use super::entry::Entry;
use super::filled::{Filled, settle};
use super::joining;
use super::minimum_price;
use super::origins::Origins;
use super::postcodes::{PostcodePoints, within_postcode};
use super::programme_settings::{self, NamedProgrammes};
use super::references::References;
use super::request::Request;
use super::rows::table;
use super::rows_left_out as left_out;
use super::school_clusters;
use super::settings;
use super::sheet::Sheet;
use super::spelling;
use super::student_pairs;
use super::unjudged::UnjudgedInstance;
use super::vocabulary::TableKind;
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::message;

/// The tables of an import as read.
#[derive(Debug, Default)]
pub struct Tables {
    /// The rows of each kind except journeys.
    pub entries: BTreeMap<TableKind, Vec<Entry>>,
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

    fn take(&mut self, kind: TableKind) -> Vec<Entry> {
        self.entries.remove(&kind).unwrap_or_default()
    }

    /// The document that the tables make together.
    pub fn assemble(
        mut self,
        request: &Request,
        account: &mut Account,
        origins: &mut Origins,
        errors: &mut InputErrors,
    ) -> UnjudgedInstance {
        let mut references = References::default();
        let mut schools = self.take(TableKind::Schools);
        let mut additions = self.take(TableKind::Places);
        let mut students = self.take(TableKind::Students);
        let mut setting_rows = self.take(TableKind::Settings);
        // Where spelling is kept, nothing is read as something else, and such a setting is unknown.
        let met_by =
            if request.keep_spelling { MetBy::default() } else { MetBy::take(&mut setting_rows) };
        if !met_by.written.is_empty() {
            account.steps.push(ImportStep::DenominationsBySettings(met_by.written.clone()));
        }
        if !request.keep_spelling {
            take_programmes(&mut setting_rows, origins, errors, account);
        }
        left_out::repeated(&mut students, origins, account);
        left_out::repeated(&mut schools, origins, account);
        left_out::withdrawn(&mut schools, &mut references, account);
        let boards = self.take(TableKind::Boards);
        self.name_boards(&boards, &mut schools, &mut references, origins, errors, account);
        references.add(TableKind::Schools, &schools);
        let warnings = &mut account.warnings;
        references.resolve(TableKind::Places, &mut additions, origins, errors, warnings);
        if !request.keep_spelling {
            spelling::read_strengths(&mut schools, &mut students, &met_by);
        }
        if schools.iter().any(|entry| entry.of_duo) {
            as_duo_writes(&mut students, &mut additions, account);
        }
        joining::join(&mut schools, additions, origins, errors, account);
        let listed = self.read.contains(&TableKind::Boards).then_some(boards.as_slice());
        let has_additions = self.read.contains(&TableKind::Places);
        joining::leave_out(&mut schools, has_additions, request.default_places, listed, account);
        self.fill_places(&mut schools, request, origins, errors, account);
        if !request.keep_spelling {
            let respelled = spelling::unify(&mut schools, &mut students, &met_by);
            if !respelled.is_empty() {
                account.steps.push(ImportStep::SpelledAlike(respelled.into_iter().collect()));
            }
        }
        let mut clusters = self.take(TableKind::Clusters);
        if !self.read.contains(&TableKind::Clusters) {
            clusters = school_clusters::clusters_of(&schools, origins, errors, account);
        }
        references.add(TableKind::Clusters, &clusters);
        let warnings = &mut account.warnings;
        references.resolve(TableKind::Clusters, &mut clusters, origins, errors, warnings);
        // Only columns of pairs name students, and there may be very many.
        if student_pairs::are_asked(&students) {
            references.add(TableKind::Students, &students);
        }
        references.resolve(TableKind::Students, &mut students, origins, errors, warnings);
        references.account(account);
        let rows = ContactRows {
            students: &students,
            schools: &schools,
            clusters: &clusters,
            boards: &boards,
        };
        let contacts = rows.collect();
        student_pairs::settle(&mut students, origins);
        let points = PostcodePoints::of(self.take(TableKind::Postcodes), origins, errors);
        let mut document = Map::new();
        let boards = if self.read.contains(&TableKind::Boards) {
            list("boards", boards, origins)
        } else {
            let may_propose = clusters.is_empty() && !self.read.contains(&TableKind::Clusters);
            joining::boards_of(&schools, origins, errors, may_propose, account)
        };
        if let Some(points) = points {
            let located = [&mut schools, &mut students]
                .map(|entries| points.locate(entries, origins, errors, &mut account.warnings));
            account.steps.push(ImportStep::Located(located[0], located[1]));
            let within = within_postcode(&schools, &students);
            if within > 0 {
                account.steps.push(ImportStep::WithinPostcode(within));
            }
        }
        let view = setting_rows.first().map_or(0, |entry| entry.view);
        let rows: Vec<Filled> = setting_rows.into_iter().map(|entry| entry.filled).collect();
        settings::apply(&rows, view, &mut document, origins, errors);
        for (key, value) in [("name", &request.name), ("school_year", &request.school_year)] {
            if let Some(value) = value {
                document.insert(key.to_owned(), json!(value));
            }
        }
        if let Some(name) = request.usual_name.as_ref().filter(|_| !document.contains_key("name")) {
            document.insert("name".to_owned(), json!(name));
        }
        if !document.contains_key("name") {
            nameless(errors);
            document.insert("name".to_owned(), json!("?"));
        }
        document.insert("format".to_owned(), json!(crate::instance::FORMAT));
        document.insert("boards".to_owned(), boards);
        document.insert("schools".to_owned(), list("schools", schools, origins));
        if !clusters.is_empty() {
            document.insert("clusters".to_owned(), list("clusters", clusters, origins));
        }
        document.insert("students".to_owned(), list("students", students, origins));
        minimum_price::complete(&mut document, account);
        UnjudgedInstance { document, journeys: self.journeys, contacts }
    }

    /// Makes the boards that schools name those of the table of boards, or one each where they are spelled in
    /// several ways.
    fn name_boards(
        &self,
        boards: &[Entry],
        schools: &mut [Entry],
        references: &mut References,
        origins: &Origins,
        errors: &mut InputErrors,
        account: &mut Account,
    ) {
        if self.read.contains(&TableKind::Boards) {
            references.add(TableKind::Boards, boards);
            // Most schools in the list of the whole country belong to other boards.
            if !schools.iter().any(|entry| entry.of_duo) {
                let warnings = &mut account.warnings;
                references.resolve(TableKind::Schools, schools, origins, errors, warnings);
            }
            return;
        }
        board_names::unify(schools, origins, errors, account);
        let boards = schools.iter().filter_map(|entry| {
            let board = entry.filled.values.get("board").and_then(Value::as_str)?;
            Some((board, entry.filled.board_name.as_deref()))
        });
        for (board, name) in boards.collect::<BTreeMap<_, _>>() {
            references.add_one(TableKind::Boards, board, name, None);
        }
    }

    /// Gives the default number of places to schools without one, or reports that it is missing.
    fn fill_places(
        &self,
        schools: &mut [Entry],
        request: &Request,
        origins: &mut Origins,
        errors: &mut InputErrors,
        account: &mut Account,
    ) {
        let nowhere = !self.schools_have_places
            && !self.read.contains(&TableKind::Places)
            && request.default_places.is_none();
        if let (true, Some(first)) = (nowhere, schools.first()) {
            let place = origins.table(first.view);
            missing_places(place, errors);
        }
        let mut filled = 0;
        for entry in schools {
            let row = &mut entry.filled;
            let is_broken = |filled: &Filled| filled.broken.contains(&"places");
            if row.values.contains_key("places") {
                continue;
            }
            if is_broken(row) {
                // Without any value here the reader would not judge the rest of the row.
                row.values.insert("places".to_owned(), Value::Null);
                continue;
            }
            let is_reported = entry.joined.iter().any(|(_, filled)| is_broken(filled));
            if let Some(places) = request.default_places {
                row.values.insert("places".to_owned(), json!(places));
                filled += 1;
                continue;
            }
            if !nowhere && !is_reported {
                // A school that has not answered yet must not keep the others waiting.
                let location = origins.cell_of(entry.view, row.row, "places");
                let message = message!("spreadsheets-no-places-yet").into();
                account.warnings.push(InputWarning { location, message });
                row.values.insert("places".to_owned(), json!(0));
                continue;
            }
            row.broken.push("places");
            row.values.insert("places".to_owned(), Value::Null);
        }
        if let (1.., Some(places)) = (filled, request.default_places) {
            account.steps.push(ImportStep::DefaultPlaces(filled, places));
        }
    }
}

/// Takes the settings that name programmes out of the rows of settings, and adds them to the account.
fn take_programmes(
    settings: &mut Vec<Entry>,
    origins: &Origins,
    errors: &mut InputErrors,
    account: &mut Account,
) {
    let programmes = programme_settings::take(settings, origins, errors);
    if !programmes.is_empty() {
        account.steps.push(ImportStep::ProgrammesBySettings(programmes));
    }
}

/// The programmes that a sheet of settings names. Its problems are reported when it is read as a table.
fn named_programmes(sheet: &Sheet) -> NamedProgrammes {
    let (mut rows, mut ignored) = (Vec::new(), InputErrors::default());
    let none = NamedProgrammes::default();
    table(TableKind::Settings, sheet, &none, &mut ignored, &mut |filled| rows.push(filled));
    NamedProgrammes::of(&rows)
}

/// Reports an instance without a name, which is no column of any table.
fn nameless(errors: &mut InputErrors) {
    errors.add(
        Code::MissingKey,
        "(settings)",
        message!("spreadsheets-no-name"),
        message!("spreadsheets-a-name"),
        message!("spreadsheets-give-a-name"),
    );
}

fn missing_places(place: String, errors: &mut InputErrors) {
    errors.add(
        Code::MissingColumn,
        place,
        message!("spreadsheets-no-places"),
        message!("spreadsheets-places-or-default"),
        message!("spreadsheets-give-places"),
    );
}

/// Rewrites the denominations of students' wishes and of a table of places as DUO's list writes them.
fn as_duo_writes(students: &mut [Entry], additions: &mut [Entry], account: &mut Account) {
    let mut rewritten = duo::rewrite(students, "/wish");
    rewritten.extend(duo::rewrite(additions, ""));
    if !rewritten.is_empty() {
        account.steps.push(ImportStep::AsDuoWrites(rewritten.into_iter().collect()));
    }
}

/// The rows as a list of the document; registers the origin of each.
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
