//! How the search goes, in words.

use maud::{Markup, html};

use crate::report;
use crate::serve::search_state::{SearchEnded, SearchState};
use crate::serve::session::Inner;
use crate::solve::mip::Progress;
use crate::text;
use crate::texts::Language;

/// How the search of a project goes, or how the last one ended.
pub fn status(inner: &Inner, language: Language) -> Markup {
    let students =
        inner.view().read.as_ref().map_or(1, |read| read.problem.instance.student_count().max(1));
    let gain = |value: i64, bound: i64| super::per_student(language, value - bound, students);
    match &inner.search {
        SearchState::None => html! {},
        SearchState::Running { progress, .. } => html! {
            p .running {
                @match progress {
                    Some(progress) => {
                        @match progress.best {
                            Some(best) => (text!(language, "serve-searching",
                                seconds = whole_seconds(progress), gain = gain(best, progress.bound))),
                            None => (text!(language, "serve-searching-first",
                                seconds = whole_seconds(progress))),
                        }
                    },
                    None => (text!(language, "serve-search-begins")),
                }
                " " button type="button" data-post="/api/stop" { (text!(language, "serve-stop")) }
            }
        },
        SearchState::Ended(SearchEnded::Found(found)) => {
            let is_shown = inner.view().state.plans.shown == Some(found.number);
            let is_known = inner.view().state.plans.versions.contains_key(&found.number);
            let now = inner.view().planned().filter(|(_, shown)| shown.is_sound());
            let now = now.map(|(_, shown)| shown.score());
            let body = serde_json::json!({ "do": "accept", "plan": found.number });
            html! { p .ended {
                @if found.is_best && found.held_clusters { (text!(language, "serve-found-best-held")) }
                @else if found.is_best { (text!(language, "serve-found-best")) }
                @else { (text!(language, "serve-found", gain = gain(found.score, found.bound))) }
                @if !is_shown && !is_known {
                    " "
                    @match now {
                        Some(now) if found.score < now => (text!(language, "serve-better",
                            gain = language.kilometres(now - found.score))),
                        Some(now) if found.score == now => (text!(language, "serve-equal")),
                        Some(_) => (text!(language, "serve-worse")),
                        None => {},
                    }
                    " " button .main type="button" data-edit=(body.to_string()) { (text!(language, "serve-show-plan")) }
                }
            } }
        }
        SearchState::Ended(SearchEnded::NoPlan(clash)) => html! {
            div .warning role="alert" {
                p { (text!(language, "serve-no-plan")) }
                @if let Some(clash) = clash { pre { (report::clash(clash, language)) } }
                p { button type="button" data-post="/api/undo" { (text!(language, "serve-undo-last")) } }
            }
        },
        SearchState::Ended(SearchEnded::Nothing) => {
            html! { p .warning { (text!(language, "serve-nothing-found")) } }
        }
        SearchState::Ended(SearchEnded::Overtaken(found)) => html! { p .ended {
            (text!(language, "serve-overtaken"))
            @if let Some(found) = found.filter(|found| !inner.view().state.plans.versions.contains_key(&found.number)) {
                @let body = serde_json::json!({ "do": "accept", "plan": found.number });
                " " (text!(language, "serve-overtaken-kept")) " "
                (super::edit_button(&text!(language, "serve-show-plan"), &body))
            }
        } },
        SearchState::Ended(SearchEnded::Failed(message)) => {
            html! { p .warning role="alert" { (message.in_language(language)) } }
        }
    }
}

/// The whole seconds of a search so far.
fn whole_seconds(progress: &Progress) -> i64 {
    std::time::Duration::try_from_secs_f64(progress.seconds)
        .map_or(0, |time| i64::try_from(time.as_secs()).unwrap_or(i64::MAX))
}
