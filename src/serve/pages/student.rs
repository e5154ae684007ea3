//! One student: where and why, what is held or forbidden, and the other schools.

use maud::{Markup, html};
use serde_json::json;

use super::decisions::{id_of, own_exclusions};
use super::{Reader, asked, called, commands, edit_button, encoded, journey, school_name};
use crate::base::Points;
use crate::instance::{Instance, Named, StudentId};
use crate::plan::Tally;
use crate::questions::why::{StudentPlacement, placements_of};
use crate::report::{SchoolNames, why_left_out};
use crate::rules::travel;
use crate::serve::commands::why;
use crate::serve::view::{ReadInstance, ShownPlan};
use crate::text;

/// The panel of a student; a hint where none is selected.
pub fn draw(reader: &Reader, student: Option<&str>) -> Markup {
    let language = reader.language;
    let found = student.and_then(|id| {
        let read = reader.view.read.as_deref()?;
        let found = read.problem.instance.students.iter().find(|(_, facts)| facts.id == id);
        Some((read, found?.0))
    });
    let Some((read, id)) = found else {
        return html! { h2 #student-title { (text!(language, "serve-student")) }
        p .quiet { (text!(language, "serve-choose-student")) } };
    };
    let facts = &read.problem.instance.students[id];
    html! {
        h2 #student-title { (called(read, id)) }
        (about(reader, read, id))
        @if let Some((_, shown)) = reader.view.planned() { (whereabouts(reader, read, shown, id)) }
        (held(reader, read, id))
        @if reader.view.planned().is_some_and(|(_, shown)| shown.is_sound()) {
            h3 { (text!(language, "serve-other-schools")) }
            div data-load=(format!("/part/schools?student={}", encoded(&facts.id))) { p .quiet { (text!(language, "serve-working")) } }
        } @else if reader.view.planned().is_some() {
            h3 { (text!(language, "serve-other-schools")) }
            p .quiet { (text!(language, "serve-other-schools-outdated")) }
        }
        @if let Some((_, shown)) = reader.view.planned() {
            (commands::one("commands-why", &why(shown.number, &facts.id), language)) }
    }
}

fn about(reader: &Reader, read: &ReadInstance, id: StudentId) -> Markup {
    let language = reader.language;
    let instance = &read.problem.instance;
    let facts = &instance.students[id];
    let days: Vec<_> = facts.days.iter().copied().collect();
    let wishes: Vec<String> = facts.wishes.iter().map(|&named| name_of(instance, named)).collect();
    html! {
        dl .facts-list {
            dt { (text!(language, "serve-id")) } dd { (facts.id) @if facts.count > 1 { " ×" (facts.count) } }
            dt { (text!(language, "serve-programme")) }
            dd { (language.programme(facts.programme)) ", "
                (text!(language, "serve-year", year = i64::from(facts.year.get()))) }
            dt { (text!(language, "serve-days")) } dd { (language.days(&days)) }
            dt { (text!(language, "serve-home")) }
            dd { @match (&facts.postcode, facts.at) {
                (Some(postcode), _) => (postcode), (None, Some(_)) => (text!(language, "serve-home-known")),
                (None, None) => (text!(language, "serve-home-unknown")) } }
            @if !wishes.is_empty() { dt { (text!(language, "serve-wishes")) } dd { (language.list(&wishes)) } }
            @if let Some(wish) = &facts.denomination {
                dt { (text!(language, "serve-denomination")) }
                dd { (wish.terms.iter().map(|&term| instance.terms[term].clone()).collect::<Vec<_>>().join(", ")) }
            }
        }
    }
}

fn name_of(instance: &Instance, named: Named) -> String {
    match named {
        Named::School(school) => instance.schools[school].name.clone(),
        Named::Cluster(cluster) => instance.clusters[cluster].name.clone(),
        Named::Board(board) => instance.boards[board].name.clone(),
    }
}

/// Where the student is, what each rule charges for it, or why the student is left out.
fn whereabouts(reader: &Reader, read: &ReadInstance, shown: &ShownPlan, id: StudentId) -> Markup {
    let language = reader.language;
    let problem = &read.problem;
    let tally: Tally = problem.tally(&shown.assignment);
    let placements = placements_of(problem, &shown.assignment, id);
    let left_out = tally.left_out(id);
    let student = &problem.instance.students[id].id;
    let reason = shown.plan.unplaced.iter().flatten().find(|one| one.student == *student);
    let clusters = shown.assignment.cluster_names(&problem.instance);
    let names = SchoolNames::of(problem).and(clusters);
    html! {
        @for here in &placements {
            @let school = problem.instance.schools_by_id().get(here.school.as_str()).copied();
            @let journey = school.and_then(|school| journey(read, id, school, language));
            p .here { "● " strong { (names.name(&here.school)) }
                @if let Some(cluster) = &here.cluster { " · " (names.name(cluster)) }
                @if let Some(journey) = &journey { " · " (journey) } }
            @if !here.charged.is_empty() {
                ul .charges { @for (rule, points) in &here.charged {
                    li { (charge(reader, here, rule, *points, journey.as_deref())) } } }
            }
        }
        @if left_out > 0 {
            @let count = problem.instance.students[id].count;
            p .here .sign-left-out { "○ "
                @if left_out == count { (text!(language, "serve-is-left-out")) }
                @else { (text!(language, "serve-some-left-out", count = left_out, of = count)) } }
            @if let Some(one) = reason.filter(|_| shown.is_of_present) {
                p .quiet { (why_left_out(problem, &shown.plan, one, language)) } }
        }
    }
}

/// What a rule charges. A long journey costs more than its length, which is then shown too.
fn charge(
    reader: &Reader,
    here: &StudentPlacement,
    rule: &str,
    points: Points,
    journey: Option<&str>,
) -> String {
    let language = reader.language;
    let (rule_title, price) = (language.rule_title(rule), reader.points(points.0));
    let has_surcharge =
        rule == travel::CARD.id && here.m.is_some_and(|length| points.0 > length.0 * here.count);
    match journey.filter(|_| has_surcharge) {
        Some(journey) => text!(
            language,
            "serve-charge-with-surcharge",
            rule = rule_title,
            price = price,
            journey = journey
        ),
        None => text!(language, "serve-charge", rule = rule_title, price = price),
    }
}

/// What was decided by hand, and how to take it back.
fn held(reader: &Reader, read: &ReadInstance, id: StudentId) -> Markup {
    let language = reader.language;
    let instance = &read.problem.instance;
    let facts = &instance.students[id];
    let here = reader.view.planned().and_then(|(_, shown)| {
        shown.assignment.placements.iter().find(|one| one.student == id).map(|one| one.school)
    });
    html! {
        div .hands {
            @if let Some(school) = facts.fixed {
                p { "◆ " (text!(language, "serve-held-at", school = school_name(read, school))) }
                (edit_button(&text!(language, "serve-release"), &json!({ "do": "release", "students": [facts.id] })))
            } @else if let Some(school) = here {
                @let at = &instance.schools[school].id;
                @let (hold, forbid) = (text!(language, "serve-hold-here"), text!(language, "serve-never-here"));
                @let body = json!({ "do": "hold", "students": [{ "student": facts.id, "school": at }] });
                button type="button" data-edit=(body.to_string()) data-reason=""
                    data-title=(asked(&hold, read, id, school)) { (hold) }
                @let body = json!({ "do": "forbid", "students": [facts.id], "at": at });
                button type="button" data-edit=(body.to_string()) data-reason=""
                    data-title=(asked(&forbid, read, id, school)) { (forbid) }
            }
            button type="button" data-open-row={ "/part/forbid?student=" (encoded(&facts.id)) } {
                (text!(language, "serve-never-at")) " …" }
            @for named in own_exclusions(reader, instance, facts) {
                p { "⊘ " (text!(language, "serve-forbidden-at", name = name_of(instance, named))) " "
                    (edit_button(&text!(language, "serve-allow"),
                        &json!({ "do": "allow", "students": [facts.id], "at": id_of(instance, named) }))) }
            }
            @if let Some(because) = &facts.because {
                p .quiet { (text!(language, "serve-because", because = because)) }
            }
        }
    }
}
