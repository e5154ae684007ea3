//! The start, and the data: files dropped on the page, warnings, and the tables.

use maud::{Markup, html};
use serde_json::json;

use super::{Reader, alike, commands, encoded, importing, rows, tables};
use crate::input::errors::InputWarning;
use crate::project::EditableTable;
use crate::serve::commands::{VALIDATE, import};
use crate::serve::session::Inner;
use crate::serve::view::ReadInstance;
use crate::text;
use crate::texts::Language;

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
            ul .warnings { (listed(reader, warnings)) }
            (commands::one("commands-validate", VALIDATE, language))
        }
        section #files { h2 { (text!(language, "serve-new-files")) } (drop_zone(reader))
            @if inner.sources.names().next().is_some() {
                (commands::one("commands-import", &import(inner.sources.names()), language)) } }
        div data-part="import" { (importing::draw(reader, inner)) }
        @for table in [EditableTable::Schools, EditableTable::Boards, EditableTable::Clusters, EditableTable::Students] {
            section id=(rows::table_word(table)) { (tables::draw(reader, read, table)) } }
    }
}

/// Warnings about the instance, each with whom it is about.
fn listed(reader: &Reader, warnings: &[InputWarning]) -> Markup {
    let (language, wording) = (reader.language, reader.wording());
    let kinds: Vec<String> =
        warnings.iter().map(|one| alike::kind(&one.message, language)).collect();
    let says = |at: usize| html! { (wording.warning(&warnings[at])) };
    let item = |at: usize| {
        let location = &warnings[at].location;
        html! { li { (says(at)) " " small .quiet {
        @match wording.student(location) {
            Some(id) => a href={ "/?student=" (encoded(id)) } { (wording.place(location)) },
            None if warnings[at].is_of_all() => {},
            None => (wording.place(location)),
        } } } }
    };
    alike::draw("warning", &kinds, says, item, language)
}

/// Where warnings are that leave all or many students without a place.
const GRAVE: [&str; 2] = ["(boards)", "(students)"];

/// The warnings that say why many can be placed nowhere, with a way to the data.
pub fn grave(reader: &Reader, read: &ReadInstance) -> Markup {
    let wording = reader.wording();
    html! { @for warning in read.warnings.iter().filter(|one| GRAVE.contains(&one.location.as_str())) {
        p .warning { (sentence(&wording.warning(warning))) " "
            a href="/data#files" { (text!(reader.language, "serve-to-data")) } }
    } }
}

/// A text as a sentence by itself.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    let whole: String = first.chain(letters).collect();
    if whole.ends_with(['.', '?', '!']) { whole } else { whole + "." }
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
