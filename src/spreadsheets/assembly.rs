//! Assembles the tables of an import into one document.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::account::{Account, ImportStep};
use super::board_names;
use super::contacts::ContactRows;
use super::denomination_settings::MetBy;
use super::duo;
use super::entry::Entry;
use super::filled::Filled;
use super::joining;
use super::last_year;
use super::listed_twice;
use super::minimum_price;
use super::names_as_ids;
use super::origins::Origins;
use super::postcodes::{PostcodePoints, within_postcode};
use super::programme_settings;
use super::references::References;
use super::remarks;
use super::request::Request;
use super::rows_left_out as left_out;
use super::school_clusters;
use super::settings;
use super::spelling;
use super::student_pairs;
use super::tables::Tables;
use super::unjudged::UnjudgedInstance;
use super::vocabulary::TableKind;
use crate::contacts::ContactsDocument;
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::message;

/// The rows of all tables while they become one document.
struct Assembly<'a> {
    request: &'a Request,
    account: &'a mut Account,
    origins: &'a mut Origins,
    errors: &'a mut InputErrors,
    /// The kinds of which at least one table was read.
    read: BTreeSet<TableKind>,
    /// Whether the table of schools has a column of places.
    schools_have_places: bool,
    /// What may be referred to.
    references: References,
    /// Which denominations meet a wish for which, by the settings.
    met_by: MetBy,
    settings: Vec<Entry>,
    boards: Vec<Entry>,
    schools: Vec<Entry>,
    /// Places of schools in a table of their own.
    additions: Vec<Entry>,
    clusters: Vec<Entry>,
    students: Vec<Entry>,
}

/// The document that the tables make together.
pub fn assemble(
    mut tables: Tables,
    request: &Request,
    account: &mut Account,
    origins: &mut Origins,
    errors: &mut InputErrors,
) -> UnjudgedInstance {
    let mut assembly = Assembly {
        request,
        account,
        origins,
        errors,
        schools_have_places: tables.schools_have_places,
        references: References::default(),
        met_by: MetBy::default(),
        settings: tables.take(TableKind::Settings),
        boards: tables.take(TableKind::Boards),
        schools: tables.take(TableKind::Schools),
        additions: tables.take(TableKind::Places),
        clusters: tables.take(TableKind::Clusters),
        students: tables.take(TableKind::Students),
        read: std::mem::take(&mut tables.read),
    };
    // By these settings the words of rows are understood.
    assembly.settle_settings();
    // Rows that do not count get no place, and references to them are no mistakes.
    assembly.leave_rows_out();
    names_as_ids::settle(
        &mut [
            (TableKind::Boards, &mut assembly.boards),
            (TableKind::Clusters, &mut assembly.clusters),
            (TableKind::Schools, &mut assembly.schools),
        ],
        assembly.origins,
        assembly.errors,
    );
    // A school must have its board before a board can say how many places a school has.
    assembly.name_boards();
    assembly.join_schools();
    // Clusters may be a column of the schools, and students may name all of these.
    assembly.resolve_references();
    if let Some(last) = &request.last_year {
        last_year::add(last, &mut assembly.students, &assembly.schools, assembly.account);
    }
    // Contacts belong to ids, which references have become now, and pairs are still columns of the rows.
    let contacts = assembly.contacts();
    student_pairs::settle(&mut assembly.students, assembly.origins);
    let points = PostcodePoints::of(tables.postcodes, assembly.origins, assembly.errors);
    let boards = assembly.boards();
    if let Some(points) = points {
        assembly.locate(&points);
    }
    let document = assembly.document(boards);
    UnjudgedInstance { document, journeys: tables.journeys, contacts }
}

impl Assembly<'_> {
    /// Takes out the settings that say how words are read. Where spelling is kept, nothing is read as something else,
    /// and such a setting is unknown.
    fn settle_settings(&mut self) {
        if self.request.keep_spelling {
            return;
        }
        self.met_by = MetBy::take(&mut self.settings);
        if !self.met_by.written.is_empty() {
            let written = self.met_by.written.clone();
            self.account.steps.push(ImportStep::DenominationsBySettings(written));
        }
        let programmes = programme_settings::take(&mut self.settings, self.origins, self.errors);
        if !programmes.is_empty() {
            self.account.steps.push(ImportStep::ProgrammesBySettings(programmes));
        }
    }

    /// Reports sheets that are copies of others, and leaves out rows that are there twice and schools and students that
    /// take no part any more.
    fn leave_rows_out(&mut self) {
        for (kind, entries) in
            [(TableKind::Students, &mut self.students), (TableKind::Schools, &mut self.schools)]
        {
            left_out::copied(kind, entries, self.origins, self.errors);
            left_out::repeated(entries, self.origins, self.account);
            left_out::withdrawn(kind, entries, &mut self.references, self.account);
        }
    }

    /// Makes the boards that schools name those of the table of boards, or one each where they are spelled in
    /// several ways.
    fn name_boards(&mut self) {
        if self.read.contains(&TableKind::Boards) {
            self.references.add(TableKind::Boards, &self.boards);
            // Most schools in the list of the whole country belong to other boards.
            if !self.schools.iter().any(|entry| entry.of_duo) {
                self.references.resolve(
                    TableKind::Schools,
                    &mut self.schools,
                    self.origins,
                    self.errors,
                    &mut self.account.warnings,
                );
            }
            return;
        }
        board_names::unify(&mut self.schools, self.origins, self.errors, self.account);
        let boards = self.schools.iter().filter_map(|entry| {
            let board = entry.filled.values.get("board").and_then(Value::as_str)?;
            Some((board, entry.filled.board_name.as_deref()))
        });
        for (board, name) in boards.collect::<BTreeMap<_, _>>() {
            self.references.add_one(TableKind::Boards, board, name, None);
        }
    }

    /// Joins the table of places to the schools, leaves out schools of other boards, and spells denominations alike.
    fn join_schools(&mut self) {
        self.references.add(TableKind::Schools, &self.schools);
        self.references.resolve(
            TableKind::Places,
            &mut self.additions,
            self.origins,
            self.errors,
            &mut self.account.warnings,
        );
        if !self.request.keep_spelling {
            spelling::read_strengths(&mut self.schools, &mut self.students, &self.met_by);
        }
        if self.schools.iter().any(|entry| entry.of_duo) {
            as_duo_writes(&mut self.students, &mut self.additions, self.account);
        }
        let additions = std::mem::take(&mut self.additions);
        joining::join(&mut self.schools, additions, self.origins, self.errors, self.account);
        let listed = self.read.contains(&TableKind::Boards).then_some(self.boards.as_slice());
        let has_additions = self.read.contains(&TableKind::Places);
        let default_places = self.request.default_places;
        joining::leave_out(&mut self.schools, has_additions, default_places, listed, self.account);
        self.fill_places();
        if !self.request.keep_spelling {
            let respelled = spelling::unify(&mut self.schools, &mut self.students, &self.met_by);
            spelling::refuse_unreadable(
                &mut self.students,
                &self.met_by,
                self.origins,
                self.errors,
            );
            if !respelled.is_empty() {
                let respelled = respelled.into_iter().collect();
                self.account.steps.push(ImportStep::SpelledAlike(respelled));
            }
        }
    }

    /// Gives the default number of places to schools without one, or reports that it is missing.
    fn fill_places(&mut self) {
        let nowhere = !self.schools_have_places
            && !self.read.contains(&TableKind::Places)
            && self.request.default_places.is_none();
        if let (true, Some(first)) = (nowhere, self.schools.first()) {
            let location = self.origins.table(first.view);
            missing_places(location, self.errors);
        }
        let mut filled = 0;
        for entry in &mut self.schools {
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
            if let Some(places) = self.request.default_places {
                row.values.insert("places".to_owned(), json!(places));
                filled += 1;
                continue;
            }
            if !nowhere && !is_reported {
                // A school that has not answered yet must not keep the others waiting.
                let location = self.origins.cell_of(entry.view, row.row, "places");
                let message = message!("spreadsheets-no-places-yet").into();
                self.account.warnings.push(InputWarning { location, message });
                row.values.insert("places".to_owned(), json!(0));
                continue;
            }
            row.broken.push("places");
            row.values.insert("places".to_owned(), Value::Null);
        }
        if let (1.., Some(places)) = (filled, self.request.default_places) {
            self.account.steps.push(ImportStep::DefaultPlaces(filled, places));
        }
    }

    /// Replaces the names in clusters and students by ids.
    fn resolve_references(&mut self) {
        if !self.read.contains(&TableKind::Clusters) {
            self.clusters = school_clusters::clusters_of(
                &self.schools,
                self.origins,
                self.errors,
                self.account,
            );
        }
        self.references.add(TableKind::Clusters, &self.clusters);
        let warnings = &mut self.account.warnings;
        let (origins, errors) = (&*self.origins, &mut *self.errors);
        self.references.resolve(TableKind::Clusters, &mut self.clusters, origins, errors, warnings);
        // Only columns of pairs name students, and there may be very many.
        if student_pairs::are_asked(&self.students) {
            self.references.add(TableKind::Students, &self.students);
        }
        self.references.resolve(TableKind::Students, &mut self.students, origins, errors, warnings);
        let references = std::mem::take(&mut self.references);
        listed_twice::report(TableKind::Students, &mut self.students, &references, origins, errors);
        listed_twice::report(TableKind::Clusters, &mut self.clusters, &references, origins, errors);
        let names_a_school = |text: &str| references.names_a_school(text);
        for (kind, entries) in
            [(TableKind::Schools, &self.schools), (TableKind::Students, &self.students)]
        {
            remarks::question(kind, entries, &names_a_school, origins, warnings);
        }
        references.account(self.account);
    }

    fn contacts(&self) -> ContactsDocument {
        let rows = ContactRows {
            students: &self.students,
            schools: &self.schools,
            clusters: &self.clusters,
            boards: &self.boards,
        };
        rows.collect()
    }

    /// The boards of the document: those of their table, or else those that schools name.
    fn boards(&mut self) -> Value {
        if self.read.contains(&TableKind::Boards) {
            return list("boards", std::mem::take(&mut self.boards), self.origins);
        }
        let may_propose = self.clusters.is_empty() && !self.read.contains(&TableKind::Clusters);
        let schools = &self.schools;
        joining::boards_of(schools, self.origins, self.errors, may_propose, self.account)
    }

    /// Gives schools and students the point of their postcode.
    fn locate(&mut self, points: &PostcodePoints) {
        let located = [&mut self.schools, &mut self.students].map(|entries| {
            points.locate(entries, self.origins, self.errors, &mut self.account.warnings)
        });
        let [schools, students] = located;
        self.account.steps.push(ImportStep::Located(schools.all, students.all));
        let by_digits = schools.by_digits + students.by_digits;
        if by_digits > 0 {
            self.account.steps.push(ImportStep::LocatedByDigits(by_digits));
        }
        let within = within_postcode(&self.schools, &self.students);
        if within > 0 {
            self.account.steps.push(ImportStep::WithinPostcode(within));
        }
    }

    /// The document: settings first, so that a name in them comes before the usual one.
    fn document(self, boards: Value) -> Map<String, Value> {
        let Self { request, account, origins, errors, .. } = self;
        let mut document = Map::new();
        let view = self.settings.first().map_or(0, |entry| entry.view);
        let rows: Vec<Filled> = self.settings.into_iter().map(|entry| entry.filled).collect();
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
        document.insert("schools".to_owned(), list("schools", self.schools, origins));
        if !self.clusters.is_empty() {
            document.insert("clusters".to_owned(), list("clusters", self.clusters, origins));
        }
        document.insert("students".to_owned(), list("students", self.students, origins));
        minimum_price::complete(&mut document, account);
        document
    }
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

fn missing_places(location: String, errors: &mut InputErrors) {
    errors.add(
        Code::MissingColumn,
        location,
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
