//! The accepted plans, and two of them side by side.

use maud::{Markup, html};
use serde_json::json;

use super::{Reader, commands, comparison, quality};
use crate::plan::Plan;
use crate::serve::commands::verify;
use crate::serve::session::Inner;
use crate::text;
use crate::texts::Language;

/// All versions, the last first, and two of them compared.
pub fn draw(reader: &Reader, inner: &Inner, compared: Option<[u32; 2]>) -> Markup {
    let language = reader.language;
    let plans = &reader.view.state.plans;
    html! {
        h1 { (text!(language, "serve-screen-versions")) }
        @let found = 1..=inner.folder.last_plan().unwrap_or_default();
        @let waiting: Vec<u32> = found.rev().filter(|number| !plans.versions.contains_key(number)).collect();
        @if !waiting.is_empty() {
            details { summary { (text!(language, "serve-waiting", count = waiting.len())) }
                @for number in waiting { article .version {
                    h2 { (text!(language, "serve-version", number = number)) }
                    p .quiet { (figures(inner, number, language)) }
                    (super::edit_button(&text!(language, "serve-show-plan"), &json!({ "do": "accept", "plan": number })))
                } } }
        }
        @if plans.versions.len() > 1 { (compare(reader, inner, compared)) }
        @if plans.versions.is_empty() { p { (text!(language, "serve-no-versions")) } }
        @for (&number, version) in plans.versions.iter().rev() {
            @let is_shown = plans.shown == Some(number);
            article .version {
                h2 { (text!(language, "serve-version", number = number))
                    @if let Some(name) = &version.name { ": " (name) }
                    @if is_shown { " " span .badge { (text!(language, "serve-on-screen")) } } }
                @if let Some(note) = &version.note { p { (note) } }
                p .quiet { (accepted(inner, number, language)) (figures(inner, number, language)) }
                form .describe data-describe=(number) {
                    label { (text!(language, "serve-version-name")) " "
                        input type="text" name="name" maxlength="80" value=(version.name.as_deref().unwrap_or_default()); }
                    label { (text!(language, "serve-version-note")) " "
                        input type="text" name="note" maxlength="400" value=(version.note.as_deref().unwrap_or_default()); }
                    button type="submit" { (text!(language, "serve-keep-name")) }
                }
                @if is_shown { (commands::one("commands-verify", &verify(number), language)) }
                @else {
                    (super::edit_button(&text!(language, "serve-restore"), &json!({ "do": "show", "plan": number })))
                    @if let Some(shown) = plans.shown {
                        details data-load-open={ "/part/compare?from=" (number) "&to=" (shown) } {
                            summary { (text!(language, "serve-compare")) }
                            div data-into="" { p .quiet { (text!(language, "serve-working")) } }
                        } }
                }
            }
        }
    }
}

/// The choice of two versions, and the difference between those that were chosen. The address names them, so that it can
/// be kept.
fn compare(reader: &Reader, inner: &Inner, compared: Option<[u32; 2]>) -> Markup {
    let language = reader.language;
    let plans = &reader.view.state.plans;
    let [from, to] = compared.unwrap_or_else(|| {
        let to = plans.shown.unwrap_or_default();
        let mut others = plans.versions.keys().copied().filter(|&number| number != to);
        [others.next_back().unwrap_or_default(), to]
    });
    let choice = |name: &str, label: String, chosen: u32| {
        html! { label { (label) " " select name=(name) {
        @for (&number, version) in plans.versions.iter().rev() {
            option value=(number) selected[number == chosen] { (text!(language, "serve-version", number = number))
                @if let Some(name) = &version.name { ": " (name) } } } } } }
    };
    html! {
        section #compared aria-labelledby="compare-title" {
            h2 #compare-title { (text!(language, "serve-compare-two")) }
            form .choice data-go="/versions" {
                (choice("from", text!(language, "serve-compare-from"), from))
                (choice("to", text!(language, "serve-compare-to"), to))
                button .main type="submit" { (text!(language, "serve-compare-do")) }
            }
            @if let Some(versions) = compared { (comparison::draw(inner, versions, language)) }
        }
    }
}

/// When a version was accepted; the script writes it in the reader's own time zone.
fn accepted(inner: &Inner, number: u32, language: Language) -> Markup {
    let Some(time) = inner.accepted_at(number) else { return html! {} };
    let words = time.replace('T', " ").trim_end_matches('Z').to_owned() + " UTC";
    html! { (text!(language, "serve-version-accepted")) " " time datetime=(time) { (words) } ". " }
}

/// What the file of a version says of it.
fn figures(inner: &Inner, number: u32, language: Language) -> String {
    let plan = inner.folder.plan(number).ok().and_then(|bytes| Plan::read(&bytes).ok());
    let Some(plan) = plan else { return text!(language, "serve-version-unreadable") };
    let placed: i64 = plan.placements.iter().map(|one| one.count).sum();
    let left_out: i64 = plan.unplaced.iter().flatten().map(|one| one.count).sum();
    let score = plan.score.as_ref().map_or(0, |score| score.total.0);
    let proven = quality(&plan, placed + left_out, language);
    text!(
        language,
        "serve-version-figures",
        placed = placed,
        students = placed + left_out,
        score = language.kilometres(score),
        proven = proven.unwrap_or_else(|| text!(language, "serve-version-unproven"))
    )
}
