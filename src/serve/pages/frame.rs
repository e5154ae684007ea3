//! The frame of all screens: title, screens, undo and redo, language, and where messages are announced.

use maud::{DOCTYPE, Markup, html};

use super::Reader;
use crate::serve::session::Inner;
use crate::text;
use crate::texts::Language;

/// A screen of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Screen {
    /// The work bench: students, clusters, map.
    Bench,
    /// Spreadsheets, warnings and tables.
    Data,
    /// The rules.
    Rules,
    /// The accepted plans.
    Versions,
    /// Changes to try.
    WhatIf,
    /// Lists and reports.
    Out,
}

impl Screen {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 6] =
        [Self::Bench, Self::Data, Self::Rules, Self::Versions, Self::WhatIf, Self::Out];

    /// The path of the screen.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Bench => "/",
            Self::Data => "/data",
            Self::Rules => "/rules",
            Self::Versions => "/versions",
            Self::WhatIf => "/what-if",
            Self::Out => "/out",
        }
    }

    fn title(self, language: Language) -> String {
        match self {
            Self::Bench => text!(language, "serve-screen-bench"),
            Self::Data => text!(language, "serve-screen-data"),
            Self::Rules => text!(language, "serve-screen-rules"),
            Self::Versions => text!(language, "serve-screen-versions"),
            Self::WhatIf => text!(language, "serve-screen-what-if"),
            Self::Out => text!(language, "serve-screen-out"),
        }
    }
}

/// What the disk did not take, and spreadsheets that have changed.
pub fn notices(inner: &Inner, language: Language) -> Markup {
    let changed = &inner.sources.changed;
    html! {
        @if let Some(notice) = &inner.notice { p .notice role="alert" { (notice.in_language(language)) } }
        @if let Some(other) = &inner.other {
            div .notice role="alert" {
                p { (text!(language, "serve-other-version")) }
                @if let Some(problem) = &other.problem { p { (problem.in_language(language)) } }
                @else { button type="button" data-post="/api/take-other" { (text!(language, "serve-take-other")) } " " }
                button type="button" data-post="/api/keep-own" data-part-after="notices" { (text!(language, "serve-keep-own")) }
            }
        }
        @if !changed.is_empty() {
            p .notice role="status" { (text!(language, "serve-sources-changed", count = changed.len(), names = language.list(changed)))
                " " button type="button" data-mend="{}" { (text!(language, "serve-read-again")) } }
        }
    }
}

/// A whole document with a screen in it.
pub fn document(screen: Screen, inner: &Inner, language: Language, body: &Markup) -> String {
    let reader = Reader { view: inner.view(), language };
    let view = reader.view;
    let name = view.state.instance.as_ref().map_or("plaatswijzer", |instance| &instance.name);
    let title = screen.title(language);
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · " (name) }
                link rel="stylesheet" href="/report.css";
                link rel="stylesheet" href="/serve.css";
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                script src="/serve.js" defer {}
            }
            body .app data-revision=(view.revision) data-again=(text!(language, "serve-stale"))
                data-lost=(text!(language, "serve-lost")) data-cancel=(text!(language, "serve-cancel"))
                data-ok=(text!(language, "serve-ok")) data-undo=(text!(language, "serve-undo")) data-busy=(text!(language, "serve-search-running")) data-say-place=(text!(language, "serve-place"))
                data-say-hold=(text!(language, "serve-place-and-hold")) data-say-never=(text!(language, "serve-never-here"))
                data-understood=(text!(language, "serve-understood"))
                data-why=(text!(language, "serve-reason-optional")) {
                a .skip href="#content" { (text!(language, "page-skip-content")) }
                header .top {
                    p .name { (name) }
                    nav aria-label=(text!(language, "serve-screens")) { ul {
                        @for one in Screen::ALL { li {
                            @let current = (one == screen).then_some("page");
                            a href=(one.path()) aria-current=[current] { (one.title(language)) }
                        } }
                    } }
                    div .tools { (undo(&reader)) (languages(language)) }
                }
                div .notices data-part="notices" { (notices(inner, language)) }
                p #message .message role="status" aria-live="polite" {}
                main #content tabindex="-1" data-screen=(screen.path()) { (body) }
                dialog #dialog aria-labelledby="dialog-title" {}
            }
        }
    };
    page.into_string()
}

/// Undo and redo.
fn undo(reader: &Reader) -> Markup {
    let language = reader.language;
    let (undone, redone) = &reader.view.can;
    let buttons = [
        ("/api/undo", text!(language, "serve-undo"), undone, text!(language, "serve-undone"), "z"),
        ("/api/redo", text!(language, "serve-redo"), redone, text!(language, "serve-redone"), "y"),
    ];
    html! { @for (address, label, what, done, key) in &buttons {
        @let what = what.as_ref().map(|what| what.in_language(language));
        @let said = what.as_ref().map(|what| format!("{done}: {what}."));
        button .undo type="button" data-post=(address) data-said=[said] title=[what.as_ref()]
            disabled[what.is_none()] accesskey=(key) {
            (label) @if let Some(what) = &what { span .what { ": " (what) } } }
    } }
}

fn languages(language: Language) -> Markup {
    let (code, name) = match language {
        Language::Dutch => ("en", "English"),
        Language::English => ("nl", "Nederlands"),
    };
    html! { a .language href={ "?lang=" (code) } lang=(code) hreflang=(code) { (name) } }
}
