//! The start, and the data: files dropped on the page, warnings, and the tables.

use maud::{Markup, html};
use serde_json::json;

use super::{Reader, commands, encoded, importing, rows, tables};
use crate::project::EditableTable;
use crate::serve::commands::{VALIDATE, import};
use crate::serve::session::Inner;
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
        @for table in [EditableTable::Schools, EditableTable::Boards, EditableTable::Clusters, EditableTable::Students] {
            section id=(rows::table_word(table)) { (tables::draw(reader, read, table)) } }
    }
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
