//! What was decided of schools, clusters and boards as a whole: with its reason, and a way to take it back.

use maud::{Markup, html};
use serde_json::json;

use super::{Reader, edit_button};
use crate::instance::{Instance, Named, Student};
use crate::serve::view::ReadInstance;
use crate::text;

/// All that was decided, and the button that forbids everyone something.
pub fn all(reader: &Reader, read: &ReadInstance) -> Markup {
    let language = reader.language;
    let decisions = reader.view.state.decisions.keys();
    html! {
        @for id in decisions { (of(reader, id, read.called(id))) }
        p { button type="button" data-open-row="/part/forbid?id=everyone" { "⊘ " (text!(language, "serve-nobody-at")) " …" } }
    }
}

/// What was decided of a school, cluster or board; nothing where that is nothing. The name is for where it is not clear what
/// it is about.
pub fn of(reader: &Reader, id: &str, name: Option<&str>) -> Markup {
    let language = reader.language;
    let Some(decision) = reader.view.state.decisions.get(id) else { return html! {} };
    let (sign, words, label, operation) = if decision.is_closed() {
        let operation = json!({ "do": "reopen", "at": id });
        ("⊘ ", text!(language, "serve-nobody-here"), text!(language, "serve-allow"), operation)
    } else {
        let operation = json!({ "do": "keep", "cluster": id, "keep": false });
        ("◆ ", text!(language, "serve-keep"), text!(language, "serve-keep-no-longer"), operation)
    };
    html! {
        div .decision {
            span { (sign) @if let Some(name) = name { strong { (name) } ": " } (words)
                @if let Some(because) = &decision.because {
                    ". " span .quiet { (text!(language, "serve-because", because = because)) } } }
            " " (edit_button(&label, &operation))
        }
    }
}

/// The button that forbids everyone a school or cluster; nothing where that is so already.
pub fn close_button(reader: &Reader, id: &str, name: &str) -> Markup {
    let language = reader.language;
    let label = text!(language, "serve-nobody-here");
    let operation = json!({ "do": "close", "at": id }).to_string();
    html! { @if !reader.view.state.decisions.contains_key(id) {
    button type="button" data-edit=(operation) data-reason="" data-title={ (label) ": " (name) }
        aria-label={ (label) ": " (name) } { "⊘ " (label) } } }
}

/// What a student is forbidden, without what everyone is.
pub fn own_exclusions(reader: &Reader, instance: &Instance, student: &Student) -> Vec<Named> {
    let is_own = reader.view.state.forbidden_to(&student.id);
    student.not.iter().copied().filter(|&named| is_own(id_of(instance, named))).collect()
}

/// The id of a school, cluster or board.
pub fn id_of(instance: &Instance, named: Named) -> &str {
    match named {
        Named::School(school) => &instance.schools[school].id,
        Named::Cluster(cluster) => &instance.clusters[cluster].id,
        Named::Board(board) => &instance.boards[board].id,
    }
}
