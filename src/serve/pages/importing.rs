//! How spreadsheets were understood: problems that are mended in place, and what every column was taken for.

use maud::{Markup, html};
use serde_json::json;

use super::{Reader, alike, scrolled};
use crate::input::errors::{InputError, InputWarning};
use crate::serve::import_state::ImportAttempt;
use crate::serve::session::Inner;
use crate::serve::sources::{SheetKind, name_of, spreadsheets_in};
use crate::serve::wording::Wording;
use crate::spreadsheets::{QuotedCell, TableKind, letters};
use crate::text;
use crate::texts::Language;

/// Columns of one list that may be numbered on the page.
const MOST_NUMBERED: u32 = 6;

/// The spreadsheets, and how the last import of them ended.
pub fn draw(reader: &Reader, inner: &Inner) -> Markup {
    let language = reader.language;
    let problems =
        inner.attempt.as_ref().map(|attempt| attempt.problems.as_slice()).unwrap_or_default();
    html! {
        (files(reader, inner))
        @if !problems.is_empty() {
            section .problems aria-labelledby="problems-title" {
                h2 #problems-title { (text!(language, "serve-problems-in-spreadsheets", count = problems.len())) }
                p { (text!(language, "serve-mend-explained")) }
                form data-mend-form="" {
                    ol { (listed(reader, problems)) }
                    p { button .main type="submit" { (text!(language, "serve-mend")) } }
                }
            }
        }
        @if let Some(attempt) = &inner.attempt { (read_as(reader, inner, attempt)) }
    }
}

/// What the sheets and columns of an import were taken for.
fn read_as(reader: &Reader, inner: &Inner, attempt: &ImportAttempt) -> Markup {
    let language = reader.language;
    html! {
        @if !attempt.account.tables.is_empty() || !attempt.account.other_sheets.is_empty() {
            section aria-labelledby="understood-title" {
                h2 #understood-title { (text!(language, "serve-understood")) }
                (understood(reader, inner, attempt))
                @if !attempt.warnings.is_empty() {
                    details { summary { (text!(language, "serve-remarkable", count = attempt.warnings.len())) }
                        ul .warnings { (remarks(language, &attempt.warnings)) } } }
            }
        }
    }
}

/// What is remarkable, with its cells.
fn remarks(language: Language, warnings: &[InputWarning]) -> Markup {
    let wording = of_tables(language);
    let kinds: Vec<String> =
        warnings.iter().map(|one| alike::kind(&one.message, language)).collect();
    let says = |at: usize| html! { (wording.warning(&warnings[at])) };
    let item = |at: usize| {
        html! { li { (says(at)) " " small .quiet {
        @if !warnings[at].is_of_all() { (warnings[at].location) } } } }
    };
    alike::draw("remark", &kinds, says, item, language)
}

/// How to speak of tables, which name their cells themselves.
const fn of_tables(language: Language) -> Wording<'static> {
    Wording { document: None, names: None, language }
}

/// Problems, those together that are alike but for their cells.
fn listed(reader: &Reader, problems: &[(InputError, Option<QuotedCell>)]) -> Markup {
    let language = reader.language;
    let kind = |(error, cell): &(InputError, Option<QuotedCell>)| {
        let says =
            [&error.found, &error.allowed, &error.help].map(|text| alike::kind(text, language));
        let column = cell.as_ref().map(|cell| (cell.kind, &cell.file, &cell.sheet, cell.column));
        format!("{} {column:?} {says:?}", error.code)
    };
    let kinds: Vec<String> = problems.iter().map(kind).collect();
    let title = |at: usize| {
        let (error, cell) = &problems[at];
        html! { strong { (error.code.title().in_language(language)) }
        @if let Some(cell) = cell.as_ref().filter(|cell| !cell.heading.is_empty()) {
            ", " (text!(language, "serve-column", column = &cell.heading)) } }
    };
    let item = |at: usize| {
        let (error, cell) = &problems[at];
        html! { li .problem { (problem(reader, error, cell.as_ref())) } }
    };
    alike::draw("problem", &kinds, title, item, language)
}

/// The spreadsheets that the planner is at work on, with ways to leave them out; before there are any, those in the folder.
fn files(reader: &Reader, inner: &Inner) -> Markup {
    let language = reader.language;
    let mut files: Vec<String> = inner.sources.present().files.keys().cloned().collect();
    let is_new = files.is_empty();
    // Tables that an instance names are no spreadsheets to import.
    if is_new && reader.view.state.instance.is_none() {
        files = spreadsheets_in(inner.folder.path());
    }
    let (are_refused, several) = (inner.sources.are_refused(), files.len() > 1);
    html! {
        @if !files.is_empty() { section {
            h2 { (text!(language, "serve-spreadsheets-here")) }
            @if are_refused { p .warning {
                @if inner.attempt.as_ref().is_some_and(|attempt| !attempt.problems.is_empty()) { (text!(language, "serve-spreadsheets-refused")) }
                @else { (text!(language, "serve-spreadsheets-waiting")) } } }
            ul { @for path in &files { li { (name_of(path)) @if several && !is_new {
                " " button .link type="button" data-mend=(json!({ "without": [path] }).to_string())
                    aria-label=(text!(language, "serve-leave-file-out-of", name = name_of(path))) {
                    (text!(language, "serve-leave-file-out")) } } } } }
            p { button type="button" data-mend="{}" {
                @if is_new { (text!(language, "serve-read-these")) } @else { (text!(language, "serve-read-again")) } }
                @if are_refused { " " button type="button" data-post="/api/take-back" data-part-after="import" {
                    (text!(language, "serve-take-back")) } } }
        } }
    }
}

/// A problem: where it is, what was found, and ways to mend it.
fn problem(reader: &Reader, error: &InputError, cell: Option<&QuotedCell>) -> Markup {
    let language = reader.language;
    let wording = of_tables(language);
    let says = |argument| wording.named(argument);
    let Some(cell) = cell else {
        return html! {
            p { strong { (error.code.title().in_language(language)) } " " small .quiet { (wording.place(&error.location)) } }
            p { (text!(language, "serve-found-allowed", found = says(&error.found), allowed = says(&error.allowed))) }
            p .quiet { (says(&error.help)) }
        };
    };
    let sheet = cell.sheet.as_ref().map(|sheet| format!(", {sheet}")).unwrap_or_default();
    let column = match (&*cell.heading, cell.column) {
        (_, None) => String::new(),
        ("", Some(_)) => text!(language, "serve-column", column = &cell.letters),
        (heading, Some(_)) => text!(language, "serve-column", column = heading),
    };
    let row = text!(language, "serve-row", row = i64::from(cell.row));
    let omit = json!({ "amendments": { "rows": [{ "file": cell.file, "sheet": cell.sheet,
        "row": cell.row, "was": cell.row_in_file }] } });
    html! {
        p { strong { (row) @if !column.is_empty() { ", " (column) } } " "
            small .quiet { (cell.file) (sheet) } }
        p { (text!(language, "serve-found-allowed", found = says(&error.found), allowed = says(&error.allowed))) }
        p .quiet { (says(&error.help)) }
        @if !cell.beside.is_empty() { p .quiet .row-text { (cell.beside.join(" · ")) } }
        p .mend {
            @if let Some(at) = cell.column {
                @let place = json!({ "file": cell.file, "sheet": cell.sheet, "row": cell.row, "column": at, "was": cell.in_file });
                input type="text" value=(cell.text) data-cell=(place.to_string()) autocomplete="off"
                    aria-label=(text!(language, "serve-cell-says", row = i64::from(cell.row), column = if cell.heading.is_empty() { &cell.letters } else { &cell.heading }));
                @for proposal in &cell.proposals {
                    " " button type="button" data-mend=(amended(cell, at, proposal)) {
                        (text!(language, "serve-use", text = proposal)) } }
                @if cell.may_be_empty && !cell.text.is_empty() {
                    " " button type="button" data-mend=(amended(cell, at, "")) { (text!(language, "serve-leave-empty")) } }
            }
            " " button type="button" data-mend=(omit.to_string()) { (text!(language, "serve-leave-row-out")) }
        }
    }
}

fn amended(cell: &QuotedCell, column: u32, text: &str) -> String {
    json!({ "amendments": { "cells": [{ "file": cell.file, "sheet": cell.sheet, "row": cell.row,
        "column": column, "was": cell.in_file, "text": text }] } })
    .to_string()
}

/// Every table with what each column was taken for, and the sheets that were not read.
fn understood(reader: &Reader, inner: &Inner, attempt: &ImportAttempt) -> Markup {
    let language = reader.language;
    let kinds = |file: &str, sheet: Option<&str>, now| {
        let said = &inner.sources.present().tables;
        let said = said.iter().find(|one| one.file == file && one.sheet.as_deref() == sheet);
        kinds(reader, (file, sheet), now, said)
    };
    html! {
        @for table in &attempt.account.tables {
            @let unused = table.unused.iter().filter(|unused| !unused.heading.is_empty()).count();
            details .columns {
                summary {
                    strong { (table.kind.sheet_name().in_language(language)) } " · " (table.source) " · "
                    (text!(language, "serve-rows-read", count = table.rows))
                    @if unused > 0 { " · " (text!(language, "serve-columns-unused", count = unused)) }
                }
                p { (text!(language, "serve-table-is")) ": "
                    (kinds(&table.source.file, table.source.sheet.as_deref(), Some(table.kind))) }
                (scrolled(table.kind.sheet_name().in_language(language), &html! {
                    thead { tr { th scope="col" { (text!(language, "serve-column-in-file")) }
                        th scope="col" { (text!(language, "serve-column-means")) } } }
                    tbody {
                        @for (at, heading, column, rank) in &table.columns { tr {
                            th scope="row" { small .quiet { (letters(*at)) } " " (heading) }
                            td { (meaning(reader, table.kind, heading, Some((column.path, *rank)))) } } }
                        @for column in &table.unused { tr {
                            th scope="row" { small .quiet { (letters(column.at)) } " " (column.heading)
                                @if let Some(near) = column.near { small .quiet { (text!(language, "serve-near", name = near)) } } }
                            td { @if column.heading.is_empty() { (text!(language, "serve-not-used-column")) }
                                @else { (meaning(reader, table.kind, &column.heading, None)) } } } }
                    }
                }))
            }
        }
        @for other in &attempt.account.other_sheets {
            p { (other.sheet) " · " (other.file) " · " (kinds(&other.file, Some(&other.sheet), None)) } }
        @for (error, _) in attempt.problems.iter().filter(|(error, cell)| cell.is_none() && is_csv(&error.location)) {
            p { (error.location) " · " (kinds(&error.location, None, None)) } }
    }
}

fn is_csv(location: &str) -> bool {
    location.to_lowercase().ends_with(".csv")
}

/// The drop-down of what a column means; `now` is the path of its meaning and its number in a list.
fn meaning(reader: &Reader, kind: TableKind, heading: &str, now: Option<(&str, u32)>) -> Markup {
    let language = reader.language;
    let column = json!({ "table": kind, "heading": heading });
    let numbers = |is_list: bool, path: &str| match now {
        Some((of, rank)) if is_list && of == path => 0..=rank.max(MOST_NUMBERED),
        _ if is_list => 0..=MOST_NUMBERED,
        _ => 0..=0,
    };
    let mut seen_now = false;
    let mut options = Vec::new();
    for known in kind.columns() {
        for number in numbers(known.is_list(), known.path) {
            let suffix = if number == 0 { String::new() } else { format!(" {number}") };
            let value = format!("{}{suffix}", known.name.english);
            let name = format!("{}{suffix}", known.name.in_language(language));
            let is_now = now == Some((known.path, number)) && !seen_now;
            seen_now |= is_now;
            options.push((value, name, is_now));
        }
    }
    html! {
        select data-column=(column.to_string()) aria-label=(text!(language, "serve-means", heading = heading)) {
            option value="" selected[now.is_none()] { (text!(language, "serve-not-used-column")) }
            @for (value, name, is_now) in &options { option value=(value) selected[*is_now] { (name) } }
        }
    }
}

/// The drop-down of what a sheet is: `now` is what it was read as, and `said` what the planner has said of it.
fn kinds(
    reader: &Reader,
    (file, sheet): (&str, Option<&str>),
    now: Option<TableKind>,
    said: Option<&SheetKind>,
) -> Markup {
    let language = reader.language;
    let place = json!({ "file": file, "sheet": sheet });
    html! {
        select data-sheet=(place.to_string()) aria-label=(text!(language, "serve-what-is", name = sheet.unwrap_or(file))) {
            // A whole file is left out of the list of files.
            @if now.is_none() || sheet.is_some() {
                option value="not_read" selected[now.is_none()] { (text!(language, "serve-sheet-not-read")) } }
            @if said.is_some() { option value="" { (text!(language, "serve-sheet-recognised")) } }
            @for kind in TableKind::ALL {
                option selected[now == Some(kind)] value=(json!(kind).as_str().unwrap_or_default()) { (kind.sheet_name().in_language(language)) } }
        }
    }
}
