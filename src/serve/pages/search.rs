//! How the search goes, in words.

use std::time::Instant;

use maud::{Markup, html};

use super::Reader;
use crate::instance::Goal;
use crate::serve::search_state::{SearchEnded, SearchState};
use crate::serve::session::Inner;
use crate::solve::ClashInWords;
use crate::text;
use crate::texts::{Language, Message};

/// How the search of a project goes, or how the last one ended.
pub fn status(inner: &Inner, language: Language) -> Markup {
    let students =
        inner.view().read.as_ref().map_or(1, |read| read.problem.instance.student_count().max(1));
    let gain = |value: i64, bound: i64| super::per_student(language, value - bound, students);
    match &inner.search {
        SearchState::None => html! {},
        SearchState::Running { since, progress, .. } => {
            let words = match progress {
                Some((Some(best), bound)) => {
                    text!(language, "serve-searching", gain = gain(*best, *bound))
                }
                Some(_) => text!(language, "serve-searching-first"),
                None => text!(language, "serve-search-begins"),
            };
            let running = running(&words, *since, None, &text!(language, "serve-stop"), language);
            html! { (running) (better(inner, language)) }
        }
        SearchState::Ended(SearchEnded::Found(found)) => {
            let is_shown = inner.view().state.plans.shown == Some(found.number);
            let is_known = inner.view().state.plans.versions.contains_key(&found.number);
            let now = inner.view().planned().filter(|(_, shown)| shown.is_sound());
            let body = serde_json::json!({ "do": "accept", "plan": found.number });
            html! { p .ended {
                @if found.is_best && found.held_clusters { (text!(language, "serve-found-best-held")) }
                @else if found.is_best { (text!(language, "serve-found-best")) }
                @else { (text!(language, "serve-found", gain = gain(found.score, found.bound))) }
                @if !is_shown && !is_known {
                    " "
                    @if let Some((_, shown)) = now { (standing(found.difference_from(&shown.assignment), language)) }
                    " " button .main type="button" data-edit=(body.to_string()) { (text!(language, "serve-show-plan")) }
                }
            } }
        }
        SearchState::Ended(SearchEnded::NoPlan(clash)) => html! {
            div .warning role="alert" {
                p { (text!(language, "serve-no-plan")) }
                @if let Some(clash) = clash { (clashing(inner, clash, language)) }
                div .hands { button type="button" data-post="/api/undo" { (text!(language, "serve-undo-last")) }
                    (super::questions::repair_button(language)) }
            }
        },
        SearchState::Ended(SearchEnded::Nothing) => {
            html! { p .warning { (text!(language, "serve-nothing-found")) } }
        }
        SearchState::Ended(SearchEnded::Overtaken(found)) => html! { p .ended {
            (text!(language, "serve-overtaken"))
            @if let Some(found) = found.as_ref().filter(|found| !inner.view().state.plans.versions.contains_key(&found.number)) {
                @let body = serde_json::json!({ "do": "accept", "plan": found.number });
                " " (text!(language, "serve-overtaken-kept")) " "
                (super::edit_button(&text!(language, "serve-show-plan"), &body))
            }
        } },
        SearchState::Ended(SearchEnded::Earlier(found)) => {
            let body = serde_json::json!({ "do": "accept", "plan": found.number });
            html! { p .ended { (text!(language, "serve-found-earlier")) " "
            (super::edit_button(&text!(language, "serve-show-plan"), &body)) } }
        }
        SearchState::Ended(SearchEnded::Failed(message)) => {
            html! { p .warning role="alert" { (message.in_language(language)) } }
        }
    }
}

/// What a plan that was found is beside the one on screen, by the first goal at which they differ.
fn standing(difference: Option<(Goal, i64, i64)>, language: Language) -> String {
    match difference {
        None => text!(language, "serve-equal"),
        Some((_, now, then)) if then > now => text!(language, "serve-worse"),
        Some((Goal::Total, now, then)) => {
            text!(language, "serve-better", gain = language.kilometres(now - then))
        }
        Some((goal, now, then)) => text!(
            language,
            "serve-better-at-goal",
            goal = language.goal(goal),
            now = language.whole(now),
            then = language.whole(then)
        ),
    }
}

/// Says that the search at work has a better plan than the one on screen, which stays until the planner asks for the other.
fn better(inner: &Inner, language: Language) -> Markup {
    let is_first = inner.view().planned().is_none();
    html! { @if inner.search.better(inner.view()).is_some() { p .better {
    @if is_first { (text!(language, "serve-first-there")) } @else { (text!(language, "serve-better-there")) } " "
    button .main type="button" data-post="/api/take-better" { (text!(language, "serve-show-plan")) } } } }
}

/// A search that is at work: what is known of it, and how long it takes so far. The script brings the seconds up to date,
/// which are not read out.
pub fn running(
    words: &str,
    since: Instant,
    progress: Option<&Message>,
    stop: &str,
    language: Language,
) -> Markup {
    html! {
        p .running { (words) " "
            span .seconds aria-hidden="true" {
                @if let Some(progress) = progress { (progress.in_language(language)) ", " }
                (text!(language, "serve-so-far", seconds = since.elapsed().as_secs())) } " "
            button type="button" data-post="/api/stop" { (stop) } }
    }
}

/// Demands that clash, and the least of them that would have to give way.
fn clashing(inner: &Inner, clash: &ClashInWords, language: Language) -> Markup {
    let reader = Reader { view: inner.view(), language };
    let breach = clash.breach.iter().map(|(demand, by)| {
        let demand = reader.wording().named(&demand.sentence.clone().into());
        text!(language, "report-clash-breach", demand = demand, by = *by)
    });
    html! {
        (super::questions::demands(&reader, &clash.demands))
        @if !clash.breach.is_empty() {
            p { (text!(language, "report-clash-breach-title")) }
            ul { @for sentence in breach { li { (sentence) } } } }
    }
}
