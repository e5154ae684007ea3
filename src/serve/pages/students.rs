//! The table of students: who is left out comes first, then by name.

use std::cmp::Reverse;

use maud::{Markup, html};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::decisions::own_exclusions;
use super::{Reader, called, journey, school_name};
use crate::instance::{SchoolId, Student};
use crate::plan::Tally;
use crate::serve::view::ReadInstance;
use crate::text;

/// Rows that are drawn at once; the rest follow when they are asked for.
pub const ROWS: usize = 200;

/// Which students are listed, and in which order.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(default)]
pub struct StudentFilter {
    /// Letters of a name, id, school, cluster or postcode.
    pub q: String,
    /// Only those who are left out, held, or moved.
    pub only: Only,
    /// The order.
    pub sort: Order,
    /// How many rows; 0 for the usual number.
    #[serde(deserialize_with = "in_digits")]
    pub rows: usize,
    /// The selected student.
    pub student: Option<String>,
}

/// A number of a query, whose parts are all texts where it is read as a part of another.
fn in_digits<'de, D: Deserializer<'de>>(query: D) -> Result<usize, D::Error> {
    String::deserialize(query)?.parse().map_err(D::Error::custom)
}

/// A kind of student.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Only {
    /// Everyone.
    #[default]
    All,
    /// Students without a place.
    LeftOut,
    /// Students who are held at a school.
    Held,
    /// Students who are forbidden something by hand.
    Forbidden,
}

/// An order of students.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Left out first, then by name.
    #[default]
    State,
    /// By name.
    Name,
    /// By school.
    School,
    /// The longest journey first.
    Journey,
}

/// A student entry at one school, or at none.
struct Row<'a> {
    facts: &'a Student,
    name: &'a str,
    school: Option<SchoolId>,
    at: &'a str,
    metres: Option<i64>,
    journey: Option<String>,
    count: i64,
    /// What the student is forbidden by hand, and not everyone is.
    forbidden: usize,
}

fn rows<'a>(reader: &Reader, read: &'a ReadInstance, tally: Option<&Tally>) -> Vec<Row<'a>> {
    let instance = &read.problem.instance;
    let mut rows = Vec::new();
    for (id, facts) in instance.students.iter() {
        let forbidden = own_exclusions(reader, instance, facts).len();
        let row = |school: Option<SchoolId>, count| Row {
            facts,
            name: called(read, id),
            school,
            at: school.map_or("", |school| school_name(read, school)),
            metres: school.and_then(|school| instance.journey(id, school)).map(|metres| metres.0),
            journey: school.and_then(|school| journey(read, id, school, reader.language)),
            count,
            forbidden,
        };
        let placements = tally.into_iter().flat_map(|tally| tally.placements_of(id));
        rows.extend(placements.map(|(_, one)| row(Some(one.school), one.count)));
        let left_out = tally.map_or(facts.count, |tally| tally.left_out(id));
        if left_out > 0 {
            rows.push(row(None, left_out));
        }
    }
    rows
}

/// The table.
pub fn draw(reader: &Reader, filter: &StudentFilter) -> Markup {
    let language = reader.language;
    let Some(read) = reader.view.read.as_deref() else { return html! {} };
    let shown = reader.view.planned().map(|(_, shown)| shown);
    let tally = shown.map(|shown| read.problem.tally(&shown.assignment));
    let mut rows = rows(reader, read, tally.as_ref());
    let wanted = filter.q.to_lowercase();
    rows.retain(|row| is_kept(row, filter.only) && is_found(row, &wanted));
    match filter.sort {
        Order::State => {
            rows.sort_by_cached_key(|row| (row.school.is_some(), row.name.to_lowercase()));
        }
        Order::Name => rows.sort_by_cached_key(|row| row.name.to_lowercase()),
        Order::School => {
            rows.sort_by_cached_key(|row| (row.at.to_lowercase(), row.name.to_lowercase()));
        }
        Order::Journey => {
            rows.sort_by_cached_key(|row| (Reverse(row.metres), row.name.to_lowercase()));
        }
    }
    let most = filter.rows.max(ROWS);
    let more = rows.len().saturating_sub(most);
    let has_plan = tally.is_some();
    html! {
        form .filter data-filter="students" {
            label { span .unseen { (text!(language, "serve-find")) }
                input type="search" name="q" value=(filter.q) placeholder=(text!(language, "serve-find"))
                    autocomplete="off"; }
            label { span .unseen { (text!(language, "serve-only")) }
                select name="only" {
                    @for (only, key, name) in [
                        (Only::All, "all", text!(language, "serve-only-all")),
                        (Only::LeftOut, "left_out", text!(language, "serve-only-left-out")),
                        (Only::Held, "held", text!(language, "serve-only-held")),
                        (Only::Forbidden, "forbidden", text!(language, "serve-only-forbidden")),
                    ] { option value=(key) selected[filter.only == only] { (name) } }
                } }
            label { span .unseen { (text!(language, "serve-sort")) }
                select name="sort" {
                    @for (order, key, name) in [
                        (Order::State, "state", text!(language, "serve-sort-state")),
                        (Order::Name, "name", text!(language, "serve-sort-name")),
                        (Order::School, "school", text!(language, "serve-sort-school")),
                        (Order::Journey, "journey", text!(language, "serve-sort-journey")),
                    ] { option value=(key) selected[filter.sort == order] { (name) } }
                } }
        }
        p .quiet { (text!(language, "serve-rows", count = rows.iter().map(|row| row.count).sum::<i64>())) }
        form .selection data-selection="" hidden {
            span data-selected="" {} " "
            button type="button" data-hold-selected="" data-reason="" data-none=(text!(language, "serve-none-at-one-school")) { (text!(language, "serve-hold-selected")) }
            button type="button" data-release-selected="" { (text!(language, "serve-release-selected")) }
            button type="button" data-open-row="/part/forbid" { (text!(language, "serve-never-at")) " …" }
        }
        div .scroll .region tabindex="0" role="region" aria-labelledby="students-title" {
            table .list {
                thead { tr {
                    th scope="col" { input type="checkbox" data-tick-all="" aria-label=(text!(language, "serve-select-all")); }
                    th scope="col" { (text!(language, "serve-student")) }
                    th scope="col" { (text!(language, "serve-school")) }
                    th .n scope="col" { "km" }
                } }
                tbody data-rove="input, button" { @for row in rows.iter().take(most) { (line(reader, row, filter, has_plan)) } }
            }
        }
        @if more > 0 {
            button type="button" data-more=(most + 5 * ROWS) { (text!(language, "serve-more-rows", count = more)) }
        }
    }
}

fn is_kept(row: &Row, only: Only) -> bool {
    match only {
        Only::All => true,
        Only::LeftOut => row.school.is_none(),
        Only::Held => row.facts.fixed.is_some(),
        Only::Forbidden => row.forbidden > 0,
    }
}

fn is_found(row: &Row, wanted: &str) -> bool {
    let postcode = row.facts.postcode.as_deref().unwrap_or_default();
    wanted.is_empty()
        || [row.name, &row.facts.id, row.at, postcode]
            .iter()
            .any(|text| text.to_lowercase().contains(wanted))
}

fn line(reader: &Reader, row: &Row, filter: &StudentFilter, has_plan: bool) -> Markup {
    let language = reader.language;
    let is_selected = filter.student.as_deref() == Some(&row.facts.id);
    let read = reader.view.read.as_deref();
    let school = row.school.and_then(|school| Some(&read?.problem.instance.schools[school].id));
    let programme = language.programme(row.facts.programme);
    html! {
        tr .selected[is_selected] data-student=(row.facts.id) draggable=[has_plan.then_some("true")] {
            td { input type="checkbox" value=(row.facts.id) data-school=[school]
                aria-label=(text!(language, "serve-select-one", name = row.name)); }
            td {
                button .link type="button" data-open-student=(row.facts.id) aria-pressed=(is_selected) {
                    (row.name) }
                @if row.count > 1 { " ×" (row.count) }
                small { (programme) " · " span .whole { (text!(language, "serve-year", year = i64::from(row.facts.year.get()))) } }
            }
            td {
                @if row.school.is_some() { (row.at) } @else if has_plan {
                    span .sign-left-out { "○ " (text!(language, "serve-left-out")) } }
                @if row.facts.fixed.is_some() { " " span .badge { "◆ " (text!(language, "serve-held")) } }
                @if row.forbidden > 0 { " " span .badge { "⊘ " (row.forbidden) } }
            }
            td .n { @if let Some(journey) = &row.journey { (journey) } }
        }
    }
}
