//! The work bench: headline and search, and three linked views of the students.

use maud::{Markup, PreEscaped, html};

use super::students::StudentFilter;
use super::{Reader, commands, data, lanes, quality, questions, student, students};
use crate::disclosure::{Audience, map_for};
use crate::report::linked_map;
use crate::serve::commands::{ladder, solve, solve_few};
use crate::serve::session::Inner;
use crate::text;
use crate::verify::verify_assignment;

/// Sentences of the check that are shown at once; the others follow when they are asked for.
const MOST_FINDINGS: usize = 8;

/// The bench.
pub fn draw(reader: &Reader, inner: &Inner) -> Markup {
    let language = reader.language;
    html! {
        h1 .unseen { (text!(language, "serve-screen-bench")) }
        section .headline data-part="headline" { (headline(reader)) }
        section .planning aria-label=(text!(language, "serve-search")) {
            (controls(reader, inner))
            div #search role="status" aria-live="polite" data-part="search" {}
        }
        div .bench {
            section .students aria-labelledby="students-title" {
                h2 #students-title { (text!(language, "serve-students")) }
                div data-part="students" { (students::draw(reader, &StudentFilter::default())) }
            }
            section .clusters aria-labelledby="clusters-title" {
                h2 #clusters-title { (text!(language, "serve-clusters")) }
                div data-part="lanes" { (lanes::draw(reader)) }
                details .map-part data-load-open="/part/map" { summary { (text!(language, "page-map")) }
                    div data-part="map" data-into="" {} }
            }
            section .student aria-labelledby="student-title" data-part="student" {
                (student::draw(reader, None))
            }
        }
    }
}

/// What of the bench is no part of it that is asked for by itself.
pub fn frame(reader: &Reader, inner: &Inner) -> Markup {
    html! { (controls(reader, inner)) div .bench {} }
}

/// What the plan on screen costs, and what is wrong with it by now.
pub fn headline(reader: &Reader) -> Markup {
    let language = reader.language;
    let Some((read, shown)) = reader.view.planned() else {
        return html! {
            @match &reader.view.shown {
                Some(Err(error)) => p .warning { (reader.say(error)) },
                _ => p .lead { (text!(language, "serve-no-plan-yet")) },
            }
            @if let Some(read) = &reader.view.read { (data::grave(reader, read)) }
        };
    };
    let tally = read.problem.tally(&shown.assignment);
    let students = read.problem.instance.student_count();
    let left_out: i64 = read.problem.instance.students.ids().map(|id| tally.left_out(id)).sum();
    let score = shown.score();
    let holds = shown.bounds_hold && shown.is_sound();
    let quality = holds.then(|| quality(&shown.plan, students, language)).flatten();
    html! {
        p .lead {
            (text!(language, "serve-headline", version = shown.number, placed = students - left_out,
                students = students, clusters = shown.assignment.clusters.len()))
        }
        // Beside a plan that has a place for most, what is left out has reasons of its own.
        @if left_out * 2 > students { (data::grave(reader, read)) }
        p .quiet {
            (text!(language, "serve-score", score = reader.points(score)))
            " "
            (quality.unwrap_or_else(|| text!(language, "serve-unproven")))
        }
        @if !shown.is_sound() {
            @let (first, others) = shown.findings.split_at(shown.findings.len().min(MOST_FINDINGS));
            div .warning role="alert" {
                p { (text!(language, "serve-plan-outdated")) }
                ul { @for finding in first { li { (reader.wording().named(&finding.sentence)) } } }
                @if !others.is_empty() {
                    details #more-findings { summary { (text!(language, "serve-more-warnings", count = others.len())) }
                        ul { @for finding in others { li { (reader.wording().named(&finding.sentence)) } } } } }
            }
        }
    }
}

/// Start and stop of a search.
fn controls(reader: &Reader, inner: &Inner) -> Markup {
    let language = reader.language;
    let has_plan = reader.view.shown.is_some();
    html! {
        form .controls data-search-form="" {
            button .main type="button" data-search="free" {
                @if has_plan { (text!(language, "serve-plan-again")) } @else { (text!(language, "serve-plan")) }
            }
            @if has_plan {
                button type="button" data-search="held" { (text!(language, "serve-plan-again-held")) }
                button type="button" data-search="few" { (text!(language, "serve-plan-again-few")) }
                (questions::ladder_button(language))
            }
            label { (text!(language, "serve-good-enough")) " "
                select name="good_enough_thousandths" {
                    @for (thousandths, name) in [
                        (0, text!(language, "serve-good-enough-best")), (1, language.gap(100)),
                        (5, language.gap(500)), (10, language.gap(1_000)), (50, language.gap(5_000)),
                    ] { option value=(thousandths) { (name) } }
                }
            }
            label { (text!(language, "serve-at-most")) " "
                select name="seconds" {
                    @for (seconds, name) in [
                        (30, text!(language, "serve-seconds", count = 30)),
                        (120, text!(language, "serve-minutes", count = 2)),
                        (600, text!(language, "serve-minutes", count = 10)),
                        (3600, text!(language, "serve-minutes", count = 60)),
                    ] { option value=(seconds) selected[seconds == 600] { (name) } }
                }
            }
            (commands::folded("commands-plan", &planning_commands(reader, inner), language))
        }
    }
}

/// The commands that make a plan as the buttons do. None keeps the clusters and leaves students free to move.
fn planning_commands(reader: &Reader, inner: &Inner) -> Vec<(String, String)> {
    let (language, next) = (reader.language, inner.next_plan());
    let Some(shown) = reader.view.state.plans.shown else {
        return vec![(String::new(), solve(next))];
    };
    vec![
        (text!(language, "serve-plan-again"), solve(next)),
        (text!(language, "serve-plan-again-few"), solve_few(shown, next)),
        (text!(language, "serve-ladder-ask"), ladder(shown)),
    ]
}

/// The map of the plan on screen.
pub fn map(reader: &Reader) -> Markup {
    let Some((read, shown)) = reader.view.planned() else { return html! {} };
    let verdict = verify_assignment(&read.problem, shown.assignment.clone());
    let map = map_for(&read.problem, &verdict, Audience::Planner);
    let nothing = || html! { p .quiet { (text!(reader.language, "serve-no-map")) } };
    map.map_or_else(nothing, |map| PreEscaped(linked_map(&map, reader.language)))
}
