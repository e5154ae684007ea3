//! What if: changes to tick and combine, and what they would bring.

use std::collections::BTreeSet;

use maud::{Markup, html};
use serde_json::json;

use super::comparison::{figures, price_row};
use super::rules::numbers_of;
use super::{Reader, commands, questions, search, studies};
use crate::instance::{Day, Standing};
use crate::plan::Plan;
use crate::questions::difference;
use crate::report::{SchoolNames, difference as difference_in_words};
use crate::rules::{Switch, cards, continuity};
use crate::serve::commands::what_if;
use crate::serve::session::Inner;
use crate::serve::setting_names::setting_called;
use crate::serve::view::ReadInstance;
use crate::serve::what_if_state::{WhatIf, WhatIfAnswer};
use crate::text;
use crate::texts::Language;

/// The screen.
pub fn draw(reader: &Reader, inner: &Inner) -> Markup {
    let language = reader.language;
    let is_planned = reader.view.planned().is_some_and(|(_, shown)| shown.is_sound());
    html! {
        h1 { (text!(language, "serve-screen-what-if")) }
        p { (text!(language, "serve-what-if-explained")) }
        @if is_planned { (changes(reader)) } @else { p .warning { (text!(language, "serve-no-plan-to-compare")) } }
        (questions::ask(reader))
        div #answer role="status" aria-live="polite" data-part="what-if" { (answer(inner, language)) }
        (studies::draw(reader, inner.folder.path()))
    }
}

/// The changes. The name of a field is the path of its value in the change.
fn changes(reader: &Reader) -> Markup {
    let language = reader.language;
    let Some(read) = reader.view.read.as_deref() else { return html! {} };
    let instance = &read.problem.instance;
    let schools = || instance.schools.values().map(|one| (one.id.clone(), one.name.clone()));
    let boards = |candidates: bool| {
        let all = instance.boards.values().map(|one| (one, one.standing == Standing::Candidate));
        let all = all.filter(move |(_, is_candidate)| *is_candidate == candidates);
        all.map(|(one, _)| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
    };
    let days = || {
        Day::ALL.iter().map(|&day| {
            let key = serde_json::json!(day).as_str().unwrap_or_default().to_owned();
            (key, language.day(day))
        })
    };
    let of_schools = instance.schools.values().flat_map(|one| &one.denominations);
    let of_wishes = instance.students.values().filter_map(|one| one.denomination.as_ref());
    let wishes: BTreeSet<&String> = of_schools
        .chain(of_wishes.flat_map(|wish| &wish.terms))
        .map(|&term| &instance.terms[term])
        .collect();
    let wishes: Vec<_> = wishes.into_iter().map(|term| (term.clone(), term.clone())).collect();
    let day = text!(language, "serve-day");
    let board = text!(language, "serve-board");
    let school = text!(language, "serve-school");
    let percent = text!(language, "serve-percent");
    html! {
        form .what-if data-what-if="" {
            (change(&text!(language, "serve-what-if-close"),
                &select("close_schools.schools.0", &school, schools())))
            (change(&text!(language, "serve-what-if-grow"), &number("grow.percent", &percent, 10, 1, 500)))
            (change(&text!(language, "serve-what-if-drop-out"), &number("drop_out.percent", &percent, 10, 1, 100)))
            (change(&text!(language, "serve-what-if-places"), &html! {
                (select("add_places.schools.0", &school, schools()))
                (number("add_places.number", &text!(language, "serve-unit-places"), 2, 1, 1000)) }))
            @if !boards(false).is_empty() {
                (change(&text!(language, "serve-what-if-clusters"), &html! {
                    (select("extra_clusters.boards.0", &board, boards(false).into_iter()))
                    (number("extra_clusters.each", &text!(language, "serve-unit-clusters"), 1, 1, 20)) })) }
            @if !boards(true).is_empty() {
                (change(&text!(language, "serve-what-if-admit"), &html! {
                    (select("admit.boards.0", &board, boards(true).into_iter()))
                    (number("admit.max_clusters", &text!(language, "serve-unit-clusters"), 1, 1, 20)) })) }
            (change(&text!(language, "serve-what-if-day"),
                &select("meeting_days.days.0", &day, days())))
            (change(&text!(language, "serve-what-if-free"), &html! {
                (select("days_share.day", &day, days()))
                (number("days_share.percent", &percent, 80, 0, 100)) }))
            @if !wishes.is_empty() {
                (change(&text!(language, "serve-what-if-wish"), &html! {
                    (select("wish_share.denomination", &text!(language, "serve-denomination"), wishes.into_iter()))
                    (number("wish_share.percent", &percent, 30, 0, 100)) })) }
            details { summary { (text!(language, "serve-what-if-rules")) } (rules(read, language)) }
            details { summary { (text!(language, "serve-what-if-switches")) } (switches(reader, read)) }
            p { button .main type="submit" { (text!(language, "serve-what-if-work-out")) } }
            (commands::one("commands-what-if", &what_if(), language))
        }
    }
}

/// The numbers of each rule that is on, as they are now.
fn rules(read: &ReadInstance, language: Language) -> Markup {
    let canonical = read.problem.rulebook.canonical();
    let all = cards().into_iter().map(|card| (card, numbers_of(&canonical[card.id])));
    html! {
        @for (card, settings) in all.filter(|(_, settings)| !settings.is_empty()) {
            (change(&card.title().in_language(language), &html! {
                input type="hidden" name="rule.id" value=(card.id);
                @for (key, value) in settings { label {
                    input type="number" step="any" min="0" required name={ "rule.settings." (key) } value=(value.to_string()); " "
                    (setting_called(key).map_or_else(|| key.clone(), |name| name.in_language(language))) } }
            }))
        }
    }
}

/// The rules that can be switched off, or on again.
fn switches(reader: &Reader, read: &ReadInstance) -> Markup {
    let language = reader.language;
    let canonical = read.problem.rulebook.canonical();
    html! {
        @for card in cards().into_iter().filter(|card| card.switch != Switch::Always) {
            @let is_on = canonical[card.id].is_object();
            @let title = card.title().in_language(language);
            @let label = if is_on { text!(language, "serve-what-if-off", rule = title) } else { text!(language, "serve-what-if-on", rule = title) };
            (change(&label, &html! {
                input type="hidden" name="rule.id" value=(card.id);
                input type="hidden" name="rule.settings" data-json="" value=(json!(super::switched(reader, card, is_on)).to_string());
            }))
        }
    }
}

fn change(label: &str, fields: &Markup) -> Markup {
    html! { div .change { label { input type="checkbox" data-tick="" ; " " (label) } span .fields { (fields) } } }
}

fn select(path: &str, label: &str, options: impl Iterator<Item = (String, String)>) -> Markup {
    html! { select name=(path) aria-label=(label) { @for (value, name) in options { option value=(value) { (name) } } } }
}

fn number(path: &str, label: &str, value: u32, least: u32, most: u32) -> Markup {
    html! { label { input type="number" name=(path) value=(value) min=(least) max=(most) step="1" required; " " (label) } }
}

/// The answer to the last question, or how far it is.
pub fn answer(inner: &Inner, language: Language) -> Markup {
    match &inner.what_if {
        None => html! {},
        Some(WhatIf::Running { since, progress, is_study, .. }) => {
            let stop = if *is_study {
                text!(language, "serve-study-stop")
            } else {
                text!(language, "serve-stop")
            };
            let words = text!(language, "serve-what-if-running");
            search::running(&words, *since, progress.as_ref(), &stop, language)
        }
        Some(WhatIf::Question(answered)) => {
            questions::answer(&Reader { view: inner.view(), language }, answered)
        }
        Some(WhatIf::Study(ended)) => studies::ended(ended, language),
        Some(WhatIf::NoPlan) => html! { p .warning { (text!(language, "serve-what-if-no-plan")) } },
        Some(WhatIf::Failed(message)) => html! { p .warning { (message.in_language(language)) } },
        Some(WhatIf::Answered(answer)) => answered(inner, answer, language),
    }
}

fn answered(inner: &Inner, answer: &WhatIfAnswer, language: Language) -> Markup {
    let then = inner.view().read.as_deref().map(|read| SchoolNames::of(&read.problem));
    let names = SchoolNames::of(&answer.problem)
        .and(then.into_iter().flatten())
        .and_clusters_of(&answer.before)
        .and_clusters_of(&answer.plan);
    let differences = difference(&answer.before, &answer.plan);
    let read = inner.view().read.as_deref();
    let students = read.into_iter().flat_map(|read| read.names_by_id.clone());
    let words = difference_in_words(&differences, &names.and_students(students), language);
    let counted = charged(&answer.before, continuity::CARD.id);
    let counts = answer.problem.instance.previous_plan.is_some();
    let headings = [text!(language, "serve-figure-now"), text!(language, "serve-figure-then")];
    let is_current = answer.revision == inner.view().revision;
    html! {
        section {
            h2 { (text!(language, "serve-what-if-answer")) }
            (figures(&headings, [&answer.before, &answer.plan], language))
            @if differences.clusters.is_empty() { p { (text!(language, "serve-what-if-same-clusters")) } }
            @if counted > 0 && !counts { p { (text!(language, "serve-what-if-changes-not-counted",
                price = language.kilometres(counted))) } }
            (per_rule(answer, language))
            @if is_current {
                p { button .main type="button" data-post="/api/keep" { (text!(language, "serve-what-if-keep")) } } }
            @else { p .quiet { (text!(language, "serve-answer-outdated")) } }
            details { summary { (text!(language, "serve-what-if-who")) } pre tabindex="0" { (words) } }
        }
    }
}

/// What a rule charges in a plan.
fn charged(plan: &Plan, rule: &str) -> i64 {
    let points = plan.score.as_ref().and_then(|score| score.rules.get(rule));
    points.map_or(0, |points| points.0)
}

/// What each rule charges now and then; of one that is switched off or on by the changes, that it is.
fn per_rule(answer: &WhatIfAnswer, language: Language) -> Markup {
    let (now, then) = (&answer.before, &answer.plan);
    let rows = cards().into_iter().filter_map(|card| {
        let prices = [charged(now, card.id), charged(then, card.id)];
        let switched = (answer.off[0].contains(&card.id), answer.off[1].contains(&card.id));
        let mark = match switched {
            (false, true) => text!(language, "serve-now-off"),
            (true, false) => text!(language, "serve-now-on"),
            _ => String::new(),
        };
        let name = card.title().in_language(language);
        let name = if mark.is_empty() { name } else { format!("{name} ({mark})") };
        (prices != [0, 0] || !mark.is_empty()).then(|| price_row(&name, prices, language))
    });
    html! { details open { summary { (text!(language, "serve-what-if-per-rule")) }
    div .scroll .region tabindex="0" role="region" aria-label=(text!(language, "serve-what-if-per-rule")) { table .list .figures {
        thead { tr { th scope="col" { (text!(language, "serve-rule")) }
            th .n scope="col" { (text!(language, "serve-figure-now")) }
            th .n scope="col" { (text!(language, "serve-figure-then")) }
            th .n scope="col" { (text!(language, "serve-figure-difference")) } } }
        tbody { @for row in rows { (row) } } } } } }
}
