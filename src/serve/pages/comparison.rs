//! Two plans side by side: figures, who moved, and the moves as arrows on the map.

use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};
use serde_json::json;

use super::{Reader, commands, encoded, scrolled, signed};
use crate::disclosure::{Audience, map_for};
use crate::message;
use crate::plan::Plan;
use crate::plan::assignment::Assignment;
use crate::questions::{Difference, MoveTotals, StudentStatus, difference, replan};
use crate::report::{SchoolNames, difference as difference_in_words, linked_map};
use crate::serve::commands::diff;
use crate::serve::session::Inner;
use crate::serve::view::ReadInstance;
use crate::text;
use crate::texts::Language;
use crate::verify::verify_assignment;

/// Students who have moved that are listed one by one.
const MOST_LISTED: usize = 300;

/// A version that is compared.
struct ComparedVersion {
    /// The number of its file.
    number: u32,
    /// As it was written.
    plan: Plan,
    /// What of it still exists in the data of now.
    assignment: Assignment,
    /// Its price by the data of now, in points; `None` if it is no plan of them.
    score_now: Option<i64>,
}

impl ComparedVersion {
    /// A version held against the data of now; `None` if its file cannot be read.
    fn read(inner: &Inner, read: &ReadInstance, number: u32) -> Option<Self> {
        let (held, plan) = replan::read(&read.problem, &inner.folder.plan(number).ok()?).ok()?;
        let score = || read.problem.assess(&read.problem.tally(&held.assignment)).total().0;
        let score_now = held.findings.is_empty().then(score);
        Some(Self { number, plan, assignment: held.assignment, score_now })
    }

    /// The data that it was made for.
    fn made_for(&self) -> Option<&str> {
        self.plan.instance.as_ref().map(|made_for| made_for.sha256.as_str())
    }
}

/// The difference from one version to another.
pub fn draw(inner: &Inner, versions: [u32; 2], language: Language) -> Markup {
    let reader = Reader { view: inner.view(), language };
    let nothing = || html! { p .warning { (text!(language, "serve-cannot-compare")) } };
    let Some(read) = reader.view.read.as_deref() else { return nothing() };
    let [Some(before), Some(after)] =
        versions.map(|number| ComparedVersion::read(inner, read, number))
    else {
        return nothing();
    };
    let difference = difference(&before.plan, &after.plan);
    let names = SchoolNames::of(&read.problem)
        .and(versions.into_iter().flat_map(|number| inner.names_then(number)))
        .and_clusters_of(&before.plan)
        .and_clusters_of(&after.plan);
    let words = difference_in_words(&difference, &names, language);
    let command = commands::one(
        &format!("commands-diff-{}-{}", before.number, after.number),
        &diff(versions),
        language,
    );
    html! {
        (prices(&before, &after, language))
        (movers(&reader, read, &names, &difference))
        (arrows(read, &after.assignment, &difference, language))
        details { summary { (text!(language, "serve-compare-all")) }
            pre .difference tabindex="0" { (words) } }
        (command)
    }
}

/// The figures of both. Prices of different data say nothing beside each other, so that then both are held against the data
/// of now.
fn prices(before: &ComparedVersion, after: &ComparedVersion, language: Language) -> Markup {
    let headings = [before, after].map(|one| text!(language, "serve-version", number = one.number));
    let plans = [&before.plan, &after.plan];
    let is_same = before.made_for().is_some() && before.made_for() == after.made_for();
    if is_same {
        return figures(&headings, plans, language);
    }
    let own = |plan: &Plan| html! { td .n { (language.kilometres(score(plan))) } };
    let now = |one: &ComparedVersion| {
        html! { td .n { @match one.score_now {
            Some(score) => (language.kilometres(score)),
            None => (text!(language, "serve-compare-no-fit")),
        } } }
    };
    let change = after.score_now.zip(before.score_now).map(|(after, before)| after - before);
    let rows = html! {
        tr { th scope="row" { (text!(language, "serve-compare-own")) } @for plan in plans { (own(plan)) } td .n {} }
        tr { th scope="row" { (text!(language, "serve-compare-now")) } (now(before)) (now(after))
            td .n { @if let Some(change) = change { (signed(language, change)) } } }
    };
    html! {
        p { (text!(language, "serve-compare-other-data")) }
        (figure_table(&headings, plans, &rows, language))
    }
}

/// The figures of two plans, with the difference.
pub fn figures(headings: &[String; 2], plans: [&Plan; 2], language: Language) -> Markup {
    let row = price_row(&text!(language, "serve-figure-score"), plans.map(score), language);
    figure_table(headings, plans, &row, language)
}

fn figure_table(
    headings: &[String; 2],
    plans: [&Plan; 2],
    prices: &Markup,
    language: Language,
) -> Markup {
    let counts = |of: fn(&Plan) -> i64| plans.map(of);
    let rows = [
        (text!(language, "serve-figure-placed"), counts(placed)),
        (text!(language, "serve-figure-left-out"), counts(left_out)),
        (text!(language, "serve-clusters"), counts(|plan| plan.clusters.len() as i64)),
    ];
    html! {
        table .list .figures {
            thead { tr { th scope="col" {}
                @for heading in headings { th .n scope="col" { (heading) } }
                th .n scope="col" { (text!(language, "serve-figure-difference")) } } }
            tbody { @for (name, [before, after]) in rows { tr {
                th scope="row" { (name) }
                td .n { (language.whole(before)) } td .n { (language.whole(after)) }
                td .n { (whole_signed(language, after - before)) } } }
                (prices)
            }
        }
    }
}

/// A row with a price of two plans, and the difference.
pub fn price_row(name: &str, [before, after]: [i64; 2], language: Language) -> Markup {
    html! { tr { th scope="row" { (name) }
    td .n { (language.kilometres(before)) } td .n { (language.kilometres(after)) }
    td .n { (signed(language, after - before)) } } }
}

fn whole_signed(language: Language, number: i64) -> String {
    match number {
        0 => "–".to_owned(),
        more if more > 0 => format!("+{}", language.whole(more)),
        less => format!("−{}", language.whole(-less)),
    }
}

fn placed(plan: &Plan) -> i64 {
    plan.placements.iter().map(|one| one.count).sum()
}

fn left_out(plan: &Plan) -> i64 {
    plan.unplaced.iter().flatten().map(|one| one.count).sum()
}

fn score(plan: &Plan) -> i64 {
    plan.score.as_ref().map_or(0, |score| score.total.0)
}

/// Who is elsewhere, from the old school to the new one.
fn movers(
    reader: &Reader,
    read: &ReadInstance,
    names: &SchoolNames,
    difference: &Difference,
) -> Markup {
    let language = reader.language;
    let name = |id: &str| read.called(id).unwrap_or_else(|| names.name(id)).to_owned();
    let at = |status: &StudentStatus, absent: &str| match status {
        StudentStatus::School(school) => name(school),
        StudentStatus::LeftOut => text!(language, "serve-left-out"),
        StudentStatus::Absent => absent.to_owned(),
    };
    let (new, gone) =
        (text!(language, "difference-new"), text!(language, "difference-no-longer-there"));
    let moves = &difference.moves;
    // Who has left is in no panel.
    let students = read.problem.instance.students_by_id();
    html! {
        h3 { (totals(difference, language)) }
        @if !moves.is_empty() {
            (scrolled(&text!(language, "serve-compare-list"), &html! {
                thead { tr { th scope="col" { (text!(language, "serve-student")) }
                    th scope="col" { (text!(language, "serve-compare-from")) }
                    th scope="col" { (text!(language, "serve-compare-to")) } } }
                tbody { @for one in moves.iter().take(MOST_LISTED) { tr {
                    th scope="row" {
                        @if students.contains_key(one.student.as_str()) {
                            a href={ "/?student=" (encoded(&one.student)) } { (name(&one.student)) } }
                        @else { (name(&one.student)) }
                        @if one.count > 1 { " ×" (one.count) } }
                    td { (at(&one.from, &new)) } td { (at(&one.to, &gone)) } } } }
            }))
            @if moves.len() > MOST_LISTED { p .quiet { (text!(language, "serve-more-answers", count = moves.len() - MOST_LISTED)) } }
        }
    }
}

/// How many change schools, are new, have left, or have a place now or no longer.
fn totals(difference: &Difference, language: Language) -> String {
    let MoveTotals { moved, fell_out, came_in, new, gone } = difference.students;
    let parts = [
        (moved, message!("serve-compare-moved", count = moved)),
        (new, message!("serve-compare-new", count = new)),
        (gone, message!("serve-compare-gone", count = gone)),
        (came_in - new, message!("serve-compare-placed", count = came_in - new)),
        (fell_out, message!("serve-compare-fell-out", count = fell_out)),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(_, part)| part.in_language(language)).collect();
    if parts.is_empty() { text!(language, "difference-nobody") } else { language.list(&parts) }
}

/// The map of the later plan, with the moves from school to school, which the script draws as arrows.
fn arrows(
    read: &ReadInstance,
    after: &Assignment,
    difference: &Difference,
    language: Language,
) -> Markup {
    let mut between: BTreeMap<(&str, &str), i64> = BTreeMap::new();
    for one in &difference.moves {
        if let (StudentStatus::School(from), StudentStatus::School(to)) = (&one.from, &one.to) {
            *between.entry((from, to)).or_default() += one.count;
        }
    }
    let verdict = verify_assignment(&read.problem, after.clone());
    let map = map_for(&read.problem, &verdict, Audience::Planner);
    let Some(map) = map.filter(|_| !between.is_empty()) else { return html! {} };
    let moves: Vec<_> =
        between.iter().map(|((from, to), count)| json!([from, to, count])).collect();
    html! {
        h3 { (text!(language, "serve-compare-map")) }
        div .moves-map data-moves=(json!(moves).to_string()) { (PreEscaped(linked_map(&map, language))) }
    }
}
