//! Batches and growth paths: forms for new ones, the documents in the folder of the project, and their results.

use std::path::Path;

use maud::{Markup, html};
use serde_json::{Value, json};

use super::rules::numbers_of;
use super::{Reader, encoded};
use crate::instance::Standing;
use crate::rules::cards;
use crate::serve::commands::QUESTION_SECONDS;
use crate::serve::results::{ResultFolder, results_in};
use crate::serve::setting_names::setting_called;
use crate::serve::studies::{MOST_VARIED, StudyDocument, StudyKind, seconds_in, studies_in};
use crate::serve::view::ReadInstance;
use crate::serve::what_if_state::EndedStudy;
use crate::text;
use crate::texts::Language;

/// The section: forms, documents and results.
pub fn draw(reader: &Reader, folder: &Path) -> Markup {
    let language = reader.language;
    html! {
        section aria-labelledby="studies-title" {
            h2 #studies-title { (text!(language, "serve-studies")) }
            p { (text!(language, "serve-studies-explained")) }
            @if let Some(read) = reader.view.read.as_deref() {
                details #new-variants { summary { (text!(language, "serve-study-variants")) } (variants(reader, read)) }
                details #new-growth { summary { (text!(language, "serve-study-growth")) } (growth(reader, read)) }
            }
            div data-part="studies" { (known(folder, language)) }
            div .drop-zone data-drop-files="" { (text!(language, "serve-study-drop")) " "
                label .button { (text!(language, "serve-choose-files"))
                    input .unseen type="file" accept=".json" data-files=""; } }
        }
    }
}

/// The documents, each with its results, and results of which there is no document.
pub fn known(folder: &Path, language: Language) -> Markup {
    let documents = studies_in(folder);
    let results = results_in(folder);
    let of = |one: &StudyDocument| {
        let name = StudyDocument::results_of(&one.name);
        results.iter().find(|known| known.name == name)
    };
    let is_of_document = |known: &&ResultFolder| {
        documents.iter().any(|one| StudyDocument::results_of(&one.name) == known.name)
    };
    html! {
        @for one in &documents { (document(folder, one, of(one), language)) }
        @for one in results.iter().filter(|known| !is_of_document(known)) { (result(one, language)) }
        @if documents.is_empty() && results.is_empty() { p .quiet { (text!(language, "serve-results-none")) } }
    }
}

fn document(
    folder: &Path,
    one: &StudyDocument,
    results: Option<&ResultFolder>,
    language: Language,
) -> Markup {
    // With the time that its plans were made with, those are not made again.
    let used = seconds_in(&folder.join(StudyDocument::results_of(&one.name)));
    let seconds = used.unwrap_or(QUESTION_SECONDS);
    let study = json!({ "start": "document", "name": one.name });
    let study = json!({ "study": study, "seconds": seconds }).to_string();
    let command = StudyDocument::command_of(one.kind, &one.name);
    let (before, _) = command.rsplit_once(' ').unwrap_or((&command, ""));
    html! {
        article .study {
            h3 { (one.name) " " span .badge { (kind(one.kind == StudyKind::Path, language)) } }
            div .hands { button type="button" data-study-start=(study) aria-label={ (start(results.is_some(), language)) " " (one.name) } {
                (start(results.is_some(), language)) } }
            p { code { (before) " " span data-seconds="" { (seconds) } } }
            @if let Some(results) = results { (result(results, language)) }
        }
    }
}

fn start(is_done: bool, language: Language) -> String {
    if is_done {
        text!(language, "serve-study-again")
    } else {
        text!(language, "serve-study-start")
    }
}

fn kind(is_path: bool, language: Language) -> String {
    if is_path {
        text!(language, "serve-result-path")
    } else {
        text!(language, "serve-result-batch")
    }
}

/// A folder of results, whose report is shown when it is opened.
fn result(one: &ResultFolder, language: Language) -> Markup {
    html! {
        details .result id={ "result-" (one.name) } data-load-open={ "/part/result?id=" (encoded(&one.name)) } {
            summary { (text!(language, "serve-result-of", name = &one.name)) " "
                span .badge { (kind(one.is_path, language)) } }
            div data-into="" {} }
    }
}

/// How a batch or a path has ended, with its report.
pub fn ended(ended: &EndedStudy, language: Language) -> Markup {
    html! {
        section .answer {
            h2 { (text!(language, "serve-study-ended")) }
            p { (ended.words.in_language(language)) }
            @if let Some(details) = &ended.details { pre tabindex="0" { (details) } }
            @if ended.has_report { (super::questions::result_frame(&ended.results, language)) }
        }
    }
}

/// How long each search may take.
fn seconds(language: Language) -> Markup {
    html! {
        label { (text!(language, "serve-study-seconds")) " "
            select name="seconds" data-study-seconds="" {
                @for (seconds, name) in [
                    (30, text!(language, "serve-seconds", count = 30)),
                    (120, text!(language, "serve-minutes", count = 2)),
                    (600, text!(language, "serve-minutes", count = 10)),
                    (3600, text!(language, "serve-minutes", count = 60)),
                ] { option value=(seconds) selected[seconds == QUESTION_SECONDS] { (name) } }
            } }
    }
}

/// Something that may vary.
struct Varying {
    /// What it is called.
    called: String,
    /// What it is now, where that is one number.
    now: String,
    /// The change, with `"{}"` for the value.
    change: Value,
}

impl Varying {
    const fn new(called: String, change: Value) -> Self {
        Self { called, now: String::new(), change }
    }
}

/// The form for variants. What varies is a change of a batch in which `{}` marks the place of the value.
fn variants(reader: &Reader, read: &ReadInstance) -> Markup {
    let language = reader.language;
    let boards = read.problem.instance.boards.values();
    let clusters = |boards: Option<&str>| {
        let each = json!({ "each": "{}" });
        let change = boards.map_or(each, |board| json!({ "boards": [board], "each": "{}" }));
        json!({ "extra_clusters": change })
    };
    let own = boards.filter(|board| board.standing != Standing::Candidate);
    let of_boards = own.map(|board| {
        let called = text!(language, "serve-vary-clusters-of", board = &board.name);
        Varying::new(called, clusters(Some(&board.id)))
    });
    let mut all = vec![
        Varying::new(text!(language, "serve-vary-clusters"), clusters(None)),
        Varying::new(
            text!(language, "serve-vary-places"),
            json!({ "add_places": { "number": "{}" } }),
        ),
        Varying::new(text!(language, "serve-vary-grow"), json!({ "grow": { "percent": "{}" } })),
        Varying::new(
            text!(language, "serve-vary-drop-out"),
            json!({ "drop_out": { "percent": "{}" } }),
        ),
    ];
    all.extend(settings(read, language));
    all.extend(of_boards);
    html! {
        form .study-form data-study="variants" data-no-number=(text!(language, "serve-vary-no-number", value = "{}")) {
            p { (text!(language, "serve-study-variants-explained")) }
            @for number in 1..=MOST_VARIED {
                (varied(&all, number, language)) }
            div .change { label { input type="checkbox" name="draws" data-tick=""; " " (text!(language, "serve-study-draws")) }
                span .fields {
                    label { input type="number" name="count" value="10" min="2" max="200" required; " " (text!(language, "serve-study-draws-count")) }
                    label { input type="number" name="percent" value="6" min="1" max="100" required; " " (text!(language, "serve-percent")) } } }
            p .hands { (seconds(language)) button .main type="submit" { (text!(language, "serve-study-begin")) } }
        }
    }
}

/// A choice of what varies, and its values.
fn varied(all: &[Varying], number: usize, language: Language) -> Markup {
    let what = text!(language, "serve-vary-what", number = number);
    let values = text!(language, "serve-vary-values", number = number);
    html! {
        div .change .varied {
            label { span .unseen { (what) } select name={ "what-" (number) } data-vary="" {
                @if number > 1 { option value="" { (text!(language, "serve-vary-nothing")) } }
                @for one in all { option value=(one.change.to_string()) data-called=(one.called) { (one.called) (one.now) } } } }
            label { span .unseen { (values) } input type="text" name={ "values-" (number) } data-values="" maxlength="200"
                autocomplete="off" inputmode="decimal" value=[(number == 1).then_some("1 2")] placeholder=(text!(language, "serve-vary-example")); }
        }
    }
}

/// The numbers of rules that are on, with what they are now.
fn settings(read: &ReadInstance, language: Language) -> Vec<Varying> {
    let canonical = read.problem.rulebook.canonical();
    let mut all = Vec::new();
    for card in cards() {
        let title = card.title().in_language(language);
        for (key, value) in numbers_of(&canonical[card.id]) {
            let Some(called) = setting_called(key) else { continue };
            let setting = called.in_language(language);
            let called = text!(language, "serve-vary-setting", rule = &title, setting = setting);
            let now = text!(language, "serve-vary-now", value = value.to_string());
            let change = json!({ "rule": { "id": card.id, "settings": { key.as_str(): "{}" } } });
            all.push(Varying { called, now, change });
        }
    }
    all
}

/// The form for growth over some years.
fn growth(reader: &Reader, read: &ReadInstance) -> Markup {
    let language = reader.language;
    let instance = &read.problem.instance;
    let year = reader.view.state.instance.as_ref().and_then(|instance| {
        let begins: i64 = instance.school_year.as_deref()?.get(..4)?.parse().ok()?;
        Some(begins + 1)
    });
    let has_candidates =
        instance.boards.values().any(|board| board.standing == Standing::Candidate);
    let number = |name: &str, label: String, value: i64, least: i64, most: i64| {
        html! { label { (label) " " input type="number" name=(name) value=(value) min=(least) max=(most) step="1" required; } }
    };
    html! {
        form .study-form data-study="growth" {
            p { (text!(language, "serve-study-growth-explained")) }
            div .settings {
                (number("first_year", text!(language, "serve-growth-first"), year.unwrap_or(2027), 1900, 9000))
                (number("years", text!(language, "serve-growth-years"), 5, 2, 10))
                (number("share_from", text!(language, "serve-growth-from"), 75, 0, 100))
                (number("share_to", text!(language, "serve-growth-to"), 100, 0, 100))
                (number("grow_percent", text!(language, "serve-growth-grow"), 0, 0, 100))
                label { (text!(language, "serve-growth-new")) " "
                    input type="number" name="new_clusters_per_year" min="0" max="1000" step="1"; }
                @if has_candidates { label { input type="checkbox" name="with_candidates" checked; " "
                    (text!(language, "serve-growth-candidates")) } }
            }
            p .hands { (seconds(language)) button .main type="submit" { (text!(language, "serve-study-begin")) } }
        }
    }
}
