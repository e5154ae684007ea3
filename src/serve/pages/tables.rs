//! The tables of the data: rows that are found by their words, changed in place or in a form, added and removed.

use maud::{Markup, html};
use serde::Serialize;
use serde_json::json;

use super::students::ROWS;
use super::{Reader, called, decisions, encoded, rows, school_name, scrolled};
use crate::instance::document::{BoardDocument, ClusterDocument, SchoolDocument};
use crate::instance::{BoardId, ClusterId, Day, SchoolId, StudentId};
use crate::project::EditableTable;
use crate::serve::view::ReadInstance;
use crate::text;
use crate::texts::Language;

/// A table of more rows can be searched.
const FEW_ROWS: usize = 20;

/// A row before it is drawn.
struct TableRow<'a> {
    /// What it is found by, in lower case.
    words: String,
    draw: Box<dyn Fn() -> Markup + 'a>,
}

impl<'a> TableRow<'a> {
    fn new(words: &[&str], draw: impl Fn() -> Markup + 'a) -> Self {
        Self { words: words.join("\n").to_lowercase(), draw: Box::new(draw) }
    }
}

/// A table with its title, a field to search in it, and a way to add a row.
pub fn draw(reader: &Reader, read: &ReadInstance, table: EditableTable) -> Markup {
    let language = reader.language;
    let all = rows_of(reader, read, table);
    let number = all.len();
    let word = rows::table_word(table);
    let find = text!(language, "serve-find-row");
    let shown = html! {
        @if number > FEW_ROWS {
            p { input .find type="search" data-find=(word) placeholder=(find) autocomplete="off"
                aria-label={ (find) ": " (title(table, language)) }; } }
        div data-rows=(word) { (found(all, table, "", 0, language)) }
    };
    let address = format!("/part/row?table={word}");
    html! {
        h2 { (title(table, language)) }
        @if table == EditableTable::Students {
            details #students-table { summary { (text!(language, "serve-rows", count = read.problem.instance.students.len())) }
                (shown) }
        } @else if number > 0 { (shown) }
        p { button type="button" data-open-row=(address) { (rows::new_row(reader, table)) " …" } }
    }
}

/// The rows in which some words are, at most a number of them; the usual number for 0.
pub fn part(
    reader: &Reader,
    read: &ReadInstance,
    table: EditableTable,
    wanted: &str,
    most: usize,
) -> Markup {
    found(rows_of(reader, read, table), table, wanted, most, reader.language)
}

/// Those of some rows in which some words are, drawn.
fn found(
    mut rows: Vec<TableRow>,
    table: EditableTable,
    wanted: &str,
    most: usize,
    language: Language,
) -> Markup {
    let wanted = wanted.trim().to_lowercase();
    rows.retain(|row| row.words.contains(&wanted));
    let most = most.max(ROWS);
    let more = rows.len().saturating_sub(most);
    let body = html! {
        thead { tr {
            @for heading in headings(table, language) { th scope="col" { (heading) } }
            th scope="col" { span .unseen { (text!(language, "serve-change")) } } } }
        tbody { @for row in rows.iter().take(most) { tr { ((row.draw)()) } } }
    };
    html! {
        @if rows.is_empty() { p role="status" { (text!(language, "serve-no-row")) } }
        @else { (scrolled(&title(table, language), &body)) }
        @if more > 0 {
            p { button type="button" data-more-rows=(rows::table_word(table)) data-number=(most + 5 * ROWS) {
                (text!(language, "serve-more-rows", count = more)) } } }
    }
}

fn title(table: EditableTable, language: Language) -> String {
    match table {
        EditableTable::Students => text!(language, "serve-students"),
        EditableTable::Schools => text!(language, "serve-schools"),
        EditableTable::Boards => text!(language, "serve-boards"),
        EditableTable::Clusters => text!(language, "serve-clusters-existing"),
    }
}

fn headings(table: EditableTable, language: Language) -> [String; 3] {
    match table {
        EditableTable::Students => [
            text!(language, "serve-student"),
            text!(language, "serve-programme"),
            text!(language, "serve-home"),
        ],
        EditableTable::Schools => [
            text!(language, "serve-school"),
            text!(language, "serve-board"),
            text!(language, "serve-places"),
        ],
        EditableTable::Boards => [
            text!(language, "serve-board"),
            text!(language, "serve-standing"),
            text!(language, "serve-most-clusters"),
        ],
        EditableTable::Clusters => [
            text!(language, "serve-cluster"),
            text!(language, "serve-schools"),
            text!(language, "serve-meeting-days"),
        ],
    }
}

/// All rows, as written in the document, as in a spreadsheet: the instance has most in the order of their ids.
fn rows_of<'a>(
    reader: &'a Reader,
    read: &'a ReadInstance,
    table: EditableTable,
) -> Vec<TableRow<'a>> {
    let Some(document) = &reader.view.state.instance else { return Vec::new() };
    let instance = &read.problem.instance;
    match table {
        EditableTable::Schools => {
            let by_id = instance.schools_by_id();
            let known = document.schools.iter();
            known.filter_map(|one| Some(school(reader, read, *by_id.get(&*one.id)?, one))).collect()
        }
        EditableTable::Boards => {
            let by_id = instance.boards_by_id();
            let known = document.boards.iter();
            known.filter_map(|one| Some(board(reader, read, *by_id.get(&*one.id)?, one))).collect()
        }
        EditableTable::Clusters => {
            let by_id = instance.clusters_by_id();
            let known = document.clusters.iter().flatten();
            known
                .filter_map(|one| Some(cluster(reader, read, *by_id.get(&*one.id)?, one)))
                .collect()
        }
        EditableTable::Students => {
            instance.students.ids().map(|id| student(reader, read, id)).collect()
        }
    }
}

/// A school, with places that can be changed and a way to withdraw.
fn school<'a>(
    reader: &'a Reader,
    read: &'a ReadInstance,
    id: SchoolId,
    document: &'a SchoolDocument,
) -> TableRow<'a> {
    let language = reader.language;
    let facts = &read.problem.instance.schools[id];
    let board = &read.problem.instance.boards[facts.board].name;
    let town = facts.town.as_deref().unwrap_or_default();
    TableRow::new(&[&facts.name, &facts.id, board, town], move || {
        html! {
            th scope="row" { (facts.name) (decisions::of(reader, &facts.id, None)) }
            td { (board) }
            td { (in_place(EditableTable::Schools, document, language, &html! {
                input type="number" name="places" data-as="number" required min="0" max="100000" value=(facts.places)
                    aria-label=(text!(language, "serve-places-of", school = &facts.name)); })) }
            (buttons(reader, EditableTable::Schools, &facts.id, &facts.name))
        }
    })
}

/// A board, with the number of clusters that it may have.
fn board<'a>(
    reader: &'a Reader,
    read: &'a ReadInstance,
    id: BoardId,
    document: &'a BoardDocument,
) -> TableRow<'a> {
    let language = reader.language;
    let facts = &read.problem.instance.boards[id];
    TableRow::new(&[&facts.name, &facts.id], move || {
        html! {
            th scope="row" { (facts.name) (decisions::of(reader, &facts.id, None)) }
            td { (language.standing(facts.standing)) }
            td { (in_place(EditableTable::Boards, document, language, &html! {
                input type="number" name="max_clusters" data-as="number" min="0" max="1000" value=(facts.max_clusters)
                    aria-label=(text!(language, "serve-most-clusters-of", board = &facts.name)); })) }
            (buttons(reader, EditableTable::Boards, &facts.id, &facts.name))
        }
    })
}

/// An existing cluster, with the days on which it may meet.
fn cluster<'a>(
    reader: &'a Reader,
    read: &'a ReadInstance,
    id: ClusterId,
    document: &'a ClusterDocument,
) -> TableRow<'a> {
    let language = reader.language;
    let facts = &read.problem.instance.clusters[id];
    let default_day = read.problem.rulebook.conventions().default_day;
    let may_meet = move |day| match &facts.meeting_days {
        Some(days) => days.contains(&day),
        None => day == default_day,
    };
    let schools: Vec<String> =
        facts.schools.iter().map(|&school| school_name(read, school).to_owned()).collect();
    let schools = language.list(&schools);
    TableRow::new(&[&facts.name, &facts.id, &schools.clone()], move || {
        html! {
            th scope="row" { (facts.name) (decisions::of(reader, &facts.id, None)) }
            td { (schools) }
            td { (in_place(EditableTable::Clusters, document, language, &html! {
                @for &day in Day::ALL { label {
                    input type="checkbox" name="meeting_days" value=(json!(day).as_str().unwrap_or_default())
                        data-as="list" checked[may_meet(day)]; " " (language.day(day)) } } })) }
            (buttons(reader, EditableTable::Clusters, &facts.id, &facts.name))
        }
    })
}

/// A student, with a way to drop out.
fn student<'a>(reader: &'a Reader, read: &'a ReadInstance, id: StudentId) -> TableRow<'a> {
    let language = reader.language;
    let facts = &read.problem.instance.students[id];
    let (name, postcode) = (called(read, id), facts.postcode.as_deref().unwrap_or_default());
    TableRow::new(&[name, &facts.id, postcode], move || {
        html! {
            th scope="row" { (name) }
            td { (language.programme(facts.programme)) ", "
                (text!(language, "serve-year", year = i64::from(facts.year.get()))) }
            td { @match (&facts.postcode, facts.at) {
                (Some(postcode), _) => (postcode),
                (None, Some(_)) => (text!(language, "serve-home-known")),
                (None, None) => span .sign-left-out { (text!(language, "serve-home-unknown")) } } }
            (buttons(reader, EditableTable::Students, &facts.id, name))
        }
    })
}

/// What is changed of a row in its place.
fn in_place(
    table: EditableTable,
    document: &impl Serialize,
    language: Language,
    fields: &Markup,
) -> Markup {
    let is_days = table == EditableTable::Clusters;
    html! {
        form .days[is_days] data-row=(rows::table_word(table)) data-document=(json!(document).to_string()) {
            (fields) " " button type="submit" { (text!(language, "serve-set")) } }
    }
}

/// The buttons of a row: its form, and that it goes.
fn buttons(reader: &Reader, table: EditableTable, id: &str, name: &str) -> Markup {
    let language = reader.language;
    let change = text!(language, "serve-change");
    let (remove, removed) = match table {
        EditableTable::Students => {
            (text!(language, "serve-drop-out"), text!(language, "serve-dropped-out", name = name))
        }
        EditableTable::Schools => {
            (text!(language, "serve-withdraw"), text!(language, "serve-withdrawn", name = name))
        }
        EditableTable::Boards | EditableTable::Clusters => {
            (text!(language, "serve-remove"), text!(language, "serve-removed", name = name))
        }
    };
    let form = format!("/part/row?table={}&id={}", rows::table_word(table), encoded(id));
    let operation = json!({ "do": "remove_row", "table": table, "id": id });
    html! {
        td .row-buttons {
            button type="button" data-open-row=(form) aria-label={ (change) " " (name) } { (change) " …" } " "
            button type="button" data-edit=(operation.to_string()) data-said=(removed) data-undoable=""
                aria-label={ (remove) " " (name) } { (remove) } }
    }
}
