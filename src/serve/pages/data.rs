//! The start, and the data: files dropped on the page, warnings, and the tables of schools and students.

use maud::{Markup, html};
use serde_json::json;

use super::{Reader, called, commands, decisions, encoded, importing, rows};
use crate::instance::Day;
use crate::project::EditableTable;
use crate::serve::commands::{VALIDATE, import};
use crate::serve::session::Inner;
use crate::serve::view::ReadInstance;
use crate::text;
use crate::texts::Language;

/// Warnings that are shown one by one.
const MOST_WARNINGS: usize = 40;

/// The first screen of an empty project.
pub fn start(reader: &Reader, inner: &Inner) -> Markup {
    let language = reader.language;
    html! {
        h1 { (text!(language, "serve-welcome")) }
        p .lead { (text!(language, "serve-welcome-explained")) }
        (drop_zone(reader))
        div data-part="import" { (importing::draw(reader, inner)) }
        p { button type="button" data-post="/api/example" { (text!(language, "serve-example")) } " "
            a href="/out/template.xlsx" download="" { (text!(language, "serve-template")) } }
        (recent(inner, language))
    }
}

/// Projects that were opened before.
fn recent(inner: &Inner, language: Language) -> Markup {
    html! {
        @if !inner.recent.is_empty() {
            section aria-labelledby="recent-title" {
                h2 #recent-title { (text!(language, "serve-recent")) }
                ul .recent { @for (position, folder) in inner.recent.iter().enumerate() {
                    @let sent = json!({ "project": position }).to_string();
                    @let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
                    li { button .link type="button" data-post="/api/open" data-sent=(sent) { (name) }
                        small .quiet { " " (folder.display()) } } } }
            }
        }
    }
}

/// The data of a project.
pub fn draw(reader: &Reader, inner: &Inner) -> Markup {
    let language = reader.language;
    let Some(read) = reader.view.read.as_deref() else { return html! {} };
    let warnings = &read.warnings;
    html! {
        h1 { (text!(language, "serve-screen-data")) }
        section { h2 { (text!(language, "serve-before-planning")) }
            @if warnings.is_empty() { p { (text!(language, "serve-no-warnings")) } }
            ul .warnings { @for warning in warnings.iter().take(MOST_WARNINGS) {
                @let wording = reader.wording();
                li { (wording.warning(warning)) " " small .quiet {
                    @match wording.student(&warning.location) {
                        Some(id) => a href={ "/?student=" (encoded(id)) } { (wording.place(&warning.location)) },
                        None if warning.location.starts_with('(') => {},
                        None => (wording.place(&warning.location)),
                    } } }
            } }
            @if warnings.len() > MOST_WARNINGS {
                p { (text!(language, "serve-more-warnings", count = warnings.len() - MOST_WARNINGS)) } }
            (commands::one("commands-validate", VALIDATE, language))
        }
        section { h2 { (text!(language, "serve-new-files")) } (drop_zone(reader))
            @if inner.sources.names().next().is_some() {
                (commands::one("commands-import", &import(inner.sources.names()), language)) } }
        div data-part="import" { (importing::draw(reader, inner)) }
        section { h2 { (text!(language, "serve-schools")) } (schools(reader, read)) }
        section #boards { h2 { (text!(language, "serve-boards")) } (boards(reader, read)) }
        section { h2 { (text!(language, "serve-clusters-existing")) } (clusters(reader, read)) }
        section { h2 { (text!(language, "serve-students")) } (students(reader, read)) }
    }
}

/// The button that opens the form of a row.
fn change(reader: &Reader, table: EditableTable, id: &str, name: &str) -> Markup {
    let label = text!(reader.language, "serve-change");
    let address = format!("/part/row?table={}&id={}", rows::table_word(table), encoded(id));
    html! { button type="button" data-open-row=(address) aria-label={ (label) " " (name) } { (label) " …" } }
}

/// The button that opens the form of a new row.
fn add(reader: &Reader, table: EditableTable) -> Markup {
    let address = format!("/part/row?table={}", rows::table_word(table));
    html! { p { button type="button" data-open-row=(address) { (rows::new_row(reader, table)) " …" } } }
}

/// The button that removes a row.
fn remove(label: &str, table: EditableTable, id: &str, name: &str) -> Markup {
    let operation = json!({ "do": "remove_row", "table": table, "id": id });
    html! { button type="button" data-edit=(operation.to_string()) aria-label={ (label) " " (name) } { (label) } }
}

fn drop_zone(reader: &Reader) -> Markup {
    let language = reader.language;
    html! {
        div .drop-zone data-drop-files="" {
            (text!(language, "serve-drop-files")) " "
            // What the browser writes on its own button is in the language of the browser.
            label .button { (text!(language, "serve-choose-files"))
                input .unseen type="file" multiple accept=".xlsx,.ods,.csv,.json" data-files=""; }
        }
    }
}

/// The schools, with places that can be changed and a way to withdraw.
fn schools(reader: &Reader, read: &ReadInstance) -> Markup {
    let language = reader.language;
    let instance = &read.problem.instance;
    let by_id = instance.schools_by_id();
    let documents = reader.view.state.instance.iter().flat_map(|instance| &instance.schools);
    // Rows as written, as in a spreadsheet; the instance has them in the order of their ids.
    let rows = documents.filter_map(|row| Some((&instance.schools[*by_id.get(&*row.id)?], row)));
    html! {
        div .scroll .region tabindex="0" role="region" aria-label=(text!(language, "serve-schools")) { table .list {
            thead { tr { th scope="col" { (text!(language, "serve-school")) }
                th scope="col" { (text!(language, "serve-board")) }
                th scope="col" { (text!(language, "serve-places")) }
                th scope="col" { span .unseen { (text!(language, "serve-change")) } } } }
            tbody { @for (facts, document) in rows { tr {
                th scope="row" { (facts.name) (decisions::of(reader, &facts.id, None)) }
                td { (instance.boards[facts.board].name) }
                td { form data-row="schools" data-document=(json!(document).to_string()) {
                    input type="number" name="places" data-as="number" required min="0" max="100000" value=(facts.places)
                        aria-label=(text!(language, "serve-places-of", school = &facts.name)); " "
                    button type="submit" { (text!(language, "serve-set")) } } }
                td .row-buttons { (change(reader, EditableTable::Schools, &facts.id, &facts.name)) " "
                    (remove(&text!(language, "serve-withdraw"), EditableTable::Schools, &facts.id, &facts.name)) }
            } } }
        } }
        (add(reader, EditableTable::Schools))
    }
}

/// The boards, with the number of clusters that each may have.
fn boards(reader: &Reader, read: &ReadInstance) -> Markup {
    let language = reader.language;
    let instance = &read.problem.instance;
    let by_id = instance.boards_by_id();
    let documents = reader.view.state.instance.iter().flat_map(|instance| &instance.boards);
    let rows = documents.filter_map(|row| Some((&instance.boards[*by_id.get(&*row.id)?], row)));
    html! {
        div .scroll .region tabindex="0" role="region" aria-label=(text!(language, "serve-boards")) { table .list {
            thead { tr { th scope="col" { (text!(language, "serve-board")) }
                th scope="col" { (text!(language, "serve-standing")) }
                th scope="col" { (text!(language, "serve-most-clusters")) }
                th scope="col" { span .unseen { (text!(language, "serve-change")) } } } }
            tbody { @for (facts, document) in rows { tr {
                th scope="row" { (facts.name) (decisions::of(reader, &facts.id, None)) }
                td { (language.standing(facts.standing)) }
                td { form data-row="boards" data-document=(json!(document).to_string()) {
                    input type="number" name="max_clusters" data-as="number" min="0" max="1000" value=(facts.max_clusters)
                        aria-label=(text!(language, "serve-most-clusters-of", board = &facts.name)); " "
                    button type="submit" { (text!(language, "serve-set")) } } }
                td .row-buttons { (change(reader, EditableTable::Boards, &facts.id, &facts.name)) " "
                    (remove(&text!(language, "serve-remove"), EditableTable::Boards, &facts.id, &facts.name)) }
            } } }
        } }
        (add(reader, EditableTable::Boards))
    }
}

/// The existing clusters, with the days on which each may meet.
fn clusters(reader: &Reader, read: &ReadInstance) -> Markup {
    let language = reader.language;
    let instance = &read.problem.instance;
    let default_day = read.problem.rulebook.conventions().default_day;
    let documents = reader.view.state.instance.iter().flat_map(|one| one.clusters.iter().flatten());
    let is_any = !read.problem.instance.clusters.is_empty();
    html! {
        @if is_any { div .scroll .region tabindex="0" role="region" aria-label=(text!(language, "serve-clusters-existing")) { table .list {
            thead { tr { th scope="col" { (text!(language, "serve-cluster")) }
                th scope="col" { (text!(language, "serve-schools")) }
                th scope="col" { (text!(language, "serve-meeting-days")) }
                th scope="col" { span .unseen { (text!(language, "serve-change")) } } } }
            tbody { @for document in documents { tr {
                @let facts = instance.clusters.values().find(|facts| facts.id == document.id);
                @let name = document.name.as_ref().unwrap_or(&document.id);
                @let may_meet = |day| match facts.and_then(|facts| facts.meeting_days.as_ref()) {
                    Some(days) => days.contains(&day),
                    None => day == default_day,
                };
                @let schools = instance.schools.values().filter(|school| document.schools.contains(&school.id));
                @let schools: Vec<String> = schools.map(|school| school.name.clone()).collect();
                th scope="row" { (name) (decisions::of(reader, &document.id, None)) }
                td { (language.list(&schools)) }
                td { form .days data-row="clusters" data-document=(json!(document).to_string()) {
                    @for &day in Day::ALL { label {
                        input type="checkbox" name="meeting_days" value=(json!(day).as_str().unwrap_or_default())
                            data-as="list" checked[may_meet(day)]; " " (language.day(day)) } }
                    button type="submit" { (text!(language, "serve-set")) } } }
                td .row-buttons { (change(reader, EditableTable::Clusters, &document.id, name)) " "
                    (remove(&text!(language, "serve-remove"), EditableTable::Clusters, &document.id, name)) }
            } } }
        } } }
        (add(reader, EditableTable::Clusters))
    }
}

/// The students, with a way to drop out.
fn students(reader: &Reader, read: &ReadInstance) -> Markup {
    let language = reader.language;
    html! {
        details #students-table { summary { (text!(language, "serve-rows", count = read.problem.instance.students.len())) }
        div .scroll .region tabindex="0" role="region" aria-label=(text!(language, "serve-students")) { table .list {
            thead { tr { th scope="col" { (text!(language, "serve-student")) }
                th scope="col" { (text!(language, "serve-programme")) }
                th scope="col" { (text!(language, "serve-home")) }
                th scope="col" { span .unseen { (text!(language, "serve-change")) } } } }
            tbody { @for (id, facts) in read.problem.instance.students.iter() { tr {
                th scope="row" { (called(read, id)) }
                td { (language.programme(facts.programme)) ", "
                    (text!(language, "serve-year", year = i64::from(facts.year.get()))) }
                td { @match (&facts.postcode, facts.at) {
                    (Some(postcode), _) => (postcode),
                    (None, Some(_)) => (text!(language, "serve-home-known")),
                    (None, None) => span .sign-left-out { (text!(language, "serve-home-unknown")) } } }
                td .row-buttons { (change(reader, EditableTable::Students, &facts.id, called(read, id))) " "
                    (remove(&text!(language, "serve-drop-out"), EditableTable::Students, &facts.id, called(read, id))) }
            } } }
        } } }
        (add(reader, EditableTable::Students))
    }
}
