//! The ladder: what the best plan costs for each number of changes, each of which can be put on screen.

use maud::{Markup, html};

use super::{scrolled, signed};
use crate::questions::replan::{Ladder, Rung, RungOutcome};
use crate::text;
use crate::texts::Language;

/// The ladder. Its plans can be taken as long as the project `is_current`.
pub fn draw(ladder: &Ladder, is_current: bool, language: Language) -> Markup {
    let rungs = ladder.rungs.iter().enumerate();
    let title = text!(language, "serve-ladder-title");
    let table = html! {
        thead { tr {
            th scope="col" { (text!(language, "serve-ladder-most")) }
            th .n scope="col" { (text!(language, "serve-ladder-changes")) }
            th .n scope="col" { (text!(language, "serve-figure-left-out")) }
            th .n scope="col" { (text!(language, "serve-figure-score")) }
            th .n scope="col" { (text!(language, "serve-ladder-gain")) }
            th scope="col" { span .unseen { (text!(language, "serve-show-plan")) } }
        } }
        tbody { @for (position, rung) in rungs { (row(position, rung, is_current, language)) } }
    };
    html! {
        h2 { (title) }
        p { (text!(language, "serve-ladder-read")) }
        (scrolled(&title, &table))
        @if ladder.rungs.last().and_then(|last| last.figures.as_ref()).is_some_and(|last| last.changes == 0) {
            p { (text!(language, "serve-ladder-none")) } }
        @if ladder.rungs.iter().any(|rung| rung.outcome == RungOutcome::NotReached) {
            p .quiet { (text!(language, "serve-question-unproven")) } }
    }
}

fn row(position: usize, rung: &Rung, is_current: bool, language: Language) -> Markup {
    let most = rung
        .max_changes
        .map_or_else(|| text!(language, "serve-ladder-unlimited"), |most| language.whole(most));
    let words = match rung.outcome {
        RungOutcome::Plan => None,
        RungOutcome::Impossible => Some(text!(language, "serve-ladder-impossible")),
        RungOutcome::NotReached => Some(text!(language, "serve-drill-not-searched")),
    };
    let take = serde_json::json!({ "rung": position }).to_string();
    html! { tr {
        th scope="row" { (most) }
        @if let Some(figures) = &rung.figures {
            td .n { (language.whole(figures.changes)) }
            td .n { (language.whole(figures.left_out)) }
            td .n { (language.kilometres(figures.without_continuity)) }
            td .n { @if let Some(difference) = figures.difference { (signed(language, difference)) } @else { "–" } }
            td { @if is_current { button type="button" data-post="/api/take-rung" data-sent=(take)
                data-said=(text!(language, "serve-ladder-taken"))
                aria-label={ (text!(language, "serve-show-plan")) ": " (most) } { (text!(language, "serve-show-plan")) } } }
        } @else { td colspan="5" { @if let Some(words) = words { (words) } } }
    } }
}
