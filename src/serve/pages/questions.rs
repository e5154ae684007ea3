//! Questions that many searches answer, and their answers, with links to the people and schools that they name.

use maud::{Markup, html};
use serde_json::json;

use super::{Reader, commands, encoded, ladder, scrolled, signed};
use crate::questions::drill::{Drill, PlanAfterWithdrawal, Withdrawal, WithdrawalOutcome};
use crate::questions::repair::{ChangeKind, ListedChange, Repair, Repairs};
use crate::questions::sites::{ClusterSite, Sites};
use crate::rules::card;
use crate::serve::commands::{
    drill as drill_command, ladder as ladder_command, repair as repair_command,
    sites as sites_command,
};
use crate::serve::what_if_state::{Answer, AnsweredQuestion};
use crate::solve::Demand;
use crate::text;
use crate::texts::Language;

/// Rows of an answer that are shown at once.
const MOST_ROWS: usize = 12;
/// Students who lose their place that are named.
const MOST_NAMED: usize = 8;

/// The questions to ask.
pub fn ask(reader: &Reader) -> Markup {
    let language = reader.language;
    let is_planned = reader.view.planned().is_some_and(|(_, shown)| shown.is_sound());
    let button = |label: String, question: &serde_json::Value| {
        let asked = json!({ "question": question }).to_string();
        html! { button type="button" data-ask=(asked) data-at="/api/question" { (label) } }
    };
    let shown = reader.view.state.plans.shown.unwrap_or_default();
    let command = |id: &str, command: &str| commands::one(id, command, language);
    let units = [
        ("school", text!(language, "serve-drill-school")),
        ("cluster", text!(language, "serve-drill-cluster")),
        ("board", text!(language, "serve-drill-board")),
    ];
    html! {
        section aria-labelledby="questions-title" {
            h2 #questions-title { (text!(language, "serve-questions")) }
            @if is_planned {
                div .question { p { (text!(language, "serve-drill-explained")) }
                    div .hands { @for (unit, label) in &units { (button(label.clone(), &json!({ "ask": "drill", "by": unit }))) } }
                    (commands::folded("commands-drill", &units.map(|(unit, label)| (label, drill_command(shown, unit))), language)) } }
            @if reader.view.planned().is_some() {
                div .question { p { (text!(language, "serve-ladder-explained")) }
                    div .hands { (ladder_button(language)) }
                    (command("commands-ladder", &ladder_command(shown))) } }
            div .question { p { (text!(language, "serve-sites-explained")) }
                div .hands { (button(text!(language, "serve-sites-ask"), &json!({ "ask": "sites" }))) }
                (command("commands-sites", &sites_command())) }
            div .question { p { (text!(language, "serve-repair-explained")) }
                div .hands { (repair_button(language)) }
                (command("commands-repair", &repair_command())) }
        }
    }
}

/// The button that asks what is the least to change.
pub fn repair_button(language: Language) -> Markup {
    let asked = json!({ "question": { "ask": "repair" } }).to_string();
    html! { button type="button" data-ask=(asked) data-at="/api/question" data-go="/what-if" {
    (text!(language, "serve-repair-ask")) } }
}

/// The button that asks what each number of changes would cost.
pub fn ladder_button(language: Language) -> Markup {
    let asked = json!({ "question": { "ask": "ladder" } }).to_string();
    html! { button type="button" data-ask=(asked) data-at="/api/question" data-go="/what-if" {
    (text!(language, "serve-ladder-ask")) } }
}

/// An answer.
pub fn answer(reader: &Reader, answered: &AnsweredQuestion) -> Markup {
    let language = reader.language;
    let is_current = answered.revision == reader.view.revision;
    html! {
        section .answer {
            @if !is_current { p .quiet { (text!(language, "serve-question-outdated")) " "
                a href="/" { (text!(language, "serve-to-plan")) } } }
            @match &answered.answer {
                Answer::Drill(found) => (drill(reader, found)),
                Answer::Sites(found) => (sites(reader, found)),
                Answer::Repairs(found) => (repairs(reader, found, is_current)),
                Answer::Ladder(found) => (ladder::draw(found, is_current, language)),
            }
        }
    }
}

/// Somebody or something by name, with a link to where it is shown.
fn link(reader: &Reader, id: &str) -> Markup {
    let Some(read) = reader.view.read.as_deref() else { return html! { (id) } };
    let instance = &read.problem.instance;
    let name = reader.view.called(id);
    if instance.students.values().any(|one| one.id == id) {
        html! { a href={ "/?student=" (encoded(id)) } { (name) } }
    } else if instance.schools.values().any(|one| one.id == id) {
        html! { a href={ "/?school=" (encoded(id)) } { (name) } }
    } else if instance.boards.values().any(|one| one.id == id) {
        html! { a href="/data#boards" { (name) } }
    } else {
        html! { (name) }
    }
}

fn links<'a>(reader: &Reader, ids: impl IntoIterator<Item = &'a str>) -> Markup {
    let ids = ids.into_iter().enumerate();
    html! { @for (position, id) in ids { @if position > 0 { ", " } (link(reader, id)) } }
}

/// Schools, folded where they would make a row long.
fn folded_links(reader: &Reader, schools: &[String]) -> Markup {
    let listed = links(reader, schools.iter().map(String::as_str));
    html! {
        @if schools.len() <= MOST_NAMED { small { (listed) } }
        @else { details { summary { small { (text!(reader.language, "serve-schools-of", count = schools.len())) } }
            small { (listed) } } }
    }
}

fn drill(reader: &Reader, drill: &Drill) -> Markup {
    let language = reader.language;
    let rows = drill.withdrawals.iter().map(|one| withdrawal(reader, one)).collect::<Vec<_>>();
    let table = |rows: &[Markup]| {
        let table = html! {
            thead { tr { th scope="col" { (text!(language, "serve-drill-what")) }
                th .n scope="col" { (text!(language, "serve-students")) }
                th .n scope="col" { (text!(language, "serve-drill-lost")) }
                th .n scope="col" { (text!(language, "serve-drill-moved")) }
                th .n scope="col" { (text!(language, "serve-drill-price")) }
                th scope="col" { (text!(language, "serve-drill-who")) } } }
            tbody { @for row in rows { (row) } }
        };
        scrolled(&text!(language, "serve-drill-title"), &table)
    };
    let (first, others) = rows.split_at(rows.len().min(MOST_ROWS));
    html! {
        h2 { (text!(language, "serve-drill-title")) }
        p { (text!(language, "serve-drill-read")) }
        @if rows.is_empty() { p { (text!(language, "serve-drill-nothing")) } } @else { (table(first)) }
        @if !others.is_empty() { details { summary { (text!(language, "serve-more-answers", count = others.len())) } (table(others)) } }
    }
}

fn withdrawal(reader: &Reader, one: &Withdrawal) -> Markup {
    let language = reader.language;
    let is_cluster = one.schools.len() > 1 || one.schools.first() != Some(&one.id);
    let OutcomeCells { moved, lost, price, who } = match &one.outcome {
        WithdrawalOutcome::Plan(reached) => outcome_cells(reader, reached),
        WithdrawalOutcome::NoPlan => without_plan(&text!(language, "serve-drill-no-plan")),
        WithdrawalOutcome::NotSearched => {
            without_plan(&text!(language, "serve-drill-not-searched"))
        }
        WithdrawalOutcome::Refused { fixed: Some(fixed), .. } => {
            let (student, school) =
                (reader.view.called(&fixed.student), reader.view.called(&fixed.school));
            without_plan(&text!(language, "serve-drill-fixed", student = student, school = school))
        }
        WithdrawalOutcome::Refused { .. } => without_plan(&text!(language, "serve-drill-refused")),
    };
    html! { tr {
        th scope="row" {
            @if is_cluster { (one.name) (folded_links(reader, &one.schools)) }
            @else { (link(reader, &one.id)) } }
        td .n { (one.students) } td .n { (lost) } td .n { (moved) } td .n { (price) } td .who { (who) }
    } }
}

/// The cells of a row that say what becomes of the students after a withdrawal.
struct OutcomeCells {
    moved: String,
    lost: String,
    price: String,
    who: Markup,
}

fn without_plan(words: &str) -> OutcomeCells {
    let none = || "–".to_owned();
    let who = html! { span .sign-left-out { (words) } };
    OutcomeCells { moved: none(), lost: none(), price: none(), who }
}

fn outcome_cells(reader: &Reader, reached: &PlanAfterWithdrawal) -> OutcomeCells {
    let language = reader.language;
    let moves = &reached.moves;
    // Without a proof a better plan may be found, so that the price is at most this.
    let sign = if reached.proven.is_optimal() { "" } else { "≤ " };
    let price = format!("{sign}{}", signed(language, reached.price));
    let named = moves.who.iter().take(MOST_NAMED).map(|one| one.student.as_str());
    let more = moves.who.len().saturating_sub(MOST_NAMED);
    let called = |id: &String| reader.view.called(id).to_owned();
    let released: Vec<String> = reached.released.iter().map(called).collect();
    let who = html! {
        (links(reader, named))
        @if more > 0 { " " (text!(language, "serve-and-more", count = more)) }
        @if !reached.released.is_empty() { small { (text!(language, "serve-drill-released",
            names = language.list(&released))) } }
    };
    let (moved, lost) = (moves.moved.to_string(), moves.lost_place.to_string());
    OutcomeCells { moved, lost, price, who }
}

fn sites(reader: &Reader, sites: &Sites) -> Markup {
    let language = reader.language;
    let ranked: Vec<_> =
        sites.ranking.iter().filter_map(|one| Some((one, sites.site(one)?))).collect();
    let places: Vec<_> =
        sites.places.ranking.iter().filter(|one| one.difference < 0).take(MOST_ROWS).collect();
    // A search that was stopped early says nothing of what it did not look at.
    let none = |proven: String| {
        if sites.is_proven() { proven } else { text!(language, "serve-sites-none-yet") }
    };
    html! {
        h2 { (text!(language, "serve-sites-title")) }
        p { (text!(language, "serve-sites-read")) }
        @if ranked.is_empty() { p { (none(text!(language, "serve-sites-none"))) } }
        @else {
            @if sites.is_proven() && ranked.iter().all(|(_, site)| site.difference >= 0) { p { strong { (text!(language, "serve-sites-none-better")) } } }
            (scrolled(&text!(language, "serve-sites-title"), &html! {
            thead { tr { th scope="col" { (text!(language, "serve-schools")) }
                th scope="col" { (text!(language, "serve-sites-owner")) }
                th scope="col" { (text!(language, "serve-day")) }
                th .n scope="col" { (text!(language, "serve-figure-left-out")) }
                th .n scope="col" { (text!(language, "serve-drill-price")) } } }
            tbody { @for (ranked, site) in ranked { tr {
                th scope="row" { (links(reader, site.schools.iter().map(|one| one.id.as_str()))) }
                td { (link(reader, &ranked.owner)) }
                td { (language.day(site.meeting_day)) }
                td .n { (plain_signed(site.changes.left_out)) }
                td .n { (price_of(site, language)) }
            } } }
        })) }
        h3 { (text!(language, "serve-sites-places")) }
        @if places.is_empty() { p { (none(text!(language, "serve-sites-places-none"))) } }
        @else { ul { @for place in places { li { (link(reader, &place.school)) ": " (signed(language, place.difference)) } } } }
        p .quiet { @if sites.is_proven() { (text!(language, "serve-question-proven")) } @else { (text!(language, "serve-question-unproven")) } }
    }
}

fn price_of(site: &ClusterSite, language: Language) -> String {
    signed(language, site.difference)
}

fn plain_signed(number: i64) -> String {
    match number {
        0 => "–".to_owned(),
        more if more > 0 => format!("+{more}"),
        less => format!("−{}", less.unsigned_abs()),
    }
}

fn repairs(reader: &Reader, repairs: &Repairs, is_current: bool) -> Markup {
    let language = reader.language;
    let none_needed = repairs.repairs.first().is_some_and(|first| first.changes.is_empty());
    html! {
        h2 { (text!(language, "serve-repair-title")) }
        @if !repairs.clash.is_empty() { p { (text!(language, "serve-no-plan")) } (demands(reader, &repairs.clash)) }
        @if none_needed { p { (text!(language, "serve-repair-none-needed")) } }
        @else if repairs.repairs.is_empty() && repairs.complete {
            p { (text!(language, "serve-repair-impossible")) " " (text!(language, "serve-repair-clash")) }
            (demands(reader, &repairs.because)) }
        @for (position, repair) in repairs.repairs.iter().enumerate().filter(|(_, one)| !one.changes.is_empty()) {
            (proposal(reader, position + 1, repair, is_current)) }
        @if !repairs.complete { p .quiet { (text!(language, "serve-question-unproven")) } }
    }
}

/// What rules demand, each with the rule, by the names of schools, clusters and students.
pub fn demands(reader: &Reader, demands: &[Demand]) -> Markup {
    let title = |rule: &str| card(rule).map(|card| card.title().in_language(reader.language));
    html! { ul { @for demand in demands { li { (reader.wording().named(&demand.sentence.clone().into()))
    @if let Some(title) = title(demand.rule) { " " small .quiet { "(" (title) ")" } } } } } }
}

fn proposal(reader: &Reader, number: usize, repair: &Repair, is_current: bool) -> Markup {
    let language = reader.language;
    let changes = repair.changes.iter();
    let changes =
        changes.map(|one| json!({ "kind": one.kind, "id": one.id, "amount": one.amount }));
    let operation = json!({ "do": "repair", "changes": changes.collect::<Vec<_>>() });
    // A missed meeting is nothing that the data can say.
    let can_be_made = repair.changes.iter().all(|change| change.kind != ChangeKind::Meeting);
    html! {
        article .proposal {
            h3 { (text!(language, "serve-proposal", number = number, price = language.kilometres(repair.price))) }
            ul { @for change in &repair.changes { li { (change_in_words(reader, change)) } } }
            p .quiet { @if repair.proved { (text!(language, "serve-proposal-confirmed")) }
                @else { (text!(language, "serve-proposal-unconfirmed")) } }
            @if !is_current {}
            @else if can_be_made {
                p { button .main type="button" data-edit=(operation.to_string()) data-said=(text!(language, "serve-proposal-made")) {
                    (text!(language, "serve-proposal-make")) } } }
            @else { p { (text!(language, "project-no-missed-meeting")) } }
        }
    }
}

/// A change in words, in which the name is a link.
fn change_in_words(reader: &Reader, change: &ListedChange) -> Markup {
    let language = reader.language;
    let ListedChange { kind, id, amount, .. } = change;
    // The name is put in as a link afterwards.
    let mark = "\u{fffc}";
    let words = match kind {
        ChangeKind::Place => {
            text!(language, "report-repair-places", count = *amount, school = mark)
        }
        ChangeKind::Cluster => {
            text!(language, "report-repair-clusters", count = *amount, owner = mark)
        }
        ChangeKind::Kilometre => {
            text!(language, "report-repair-kilometres", amount = *amount, student = mark)
        }
        ChangeKind::Meeting => text!(language, "report-repair-meeting", student = mark),
        ChangeKind::Wish => text!(language, "report-repair-wish", student = mark),
    };
    let (before, after) = words.split_once(mark).unwrap_or((&words, ""));
    html! { (before) (link(reader, id)) (after) }
}

/// A report in a frame.
pub fn result_frame(name: &str, language: Language) -> Markup {
    let address = format!("/results/{}", encoded(name));
    html! {
        p { a href=(address) target="_blank" rel="noopener" { (text!(language, "serve-result-alone")) } }
        iframe .report-frame src=(address) title=(text!(language, "serve-result-of", name = name)) sandbox="allow-scripts" {}
    }
}
