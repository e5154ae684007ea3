//! The clusters as lanes: members against their bounds, and free places per school.

use maud::{Markup, html};

use super::{Reader, called, decisions, encoded, school_name};
use crate::instance::SchoolId;
use crate::plan::Tally;
use crate::plan::assignment::{Origin, Placement, UsedCluster};
use crate::serve::view::{ReadInstance, View};
use crate::text;
use crate::texts::Language;

/// All used clusters, then the schools in the shell that have students.
pub fn draw(reader: &Reader) -> Markup {
    let language = reader.language;
    let Some((read, shown)) = reader.view.planned() else {
        return html! {
            p .quiet { (text!(language, "serve-no-clusters-yet")) }
            @if let Some(read) = reader.view.read.as_deref() { (decisions::all(reader, read)) }
        };
    };
    let tally = read.problem.tally(&shown.assignment);
    let ids = shown.assignment.cluster_ids(&read.problem.instance);
    let shell: Vec<SchoolId> = read
        .problem
        .instance
        .schools
        .ids()
        .filter(|&school| tally.cluster_at(school).is_none() && tally.students_at(school) > 0)
        .collect();
    html! {
        (decisions::all(reader, read))
        (boards(reader, read))
        div .lanes data-rove=".chip" {
            @for (index, (cluster, id)) in shown.assignment.clusters.iter().zip(&ids).enumerate() {
                (lane(reader, read, &tally, index, cluster, id))
            }
            @if !shell.is_empty() {
                article .lane { h3 { (text!(language, "serve-shell")) }
                    @for school in shell { (school_row(reader, read, &tally, school, &mut tally.assignment.placements.iter())) } }
            }
        }
    }
}

fn lane(
    reader: &Reader,
    read: &ReadInstance,
    tally: &Tally,
    index: usize,
    cluster: &UsedCluster,
    id: &str,
) -> Markup {
    let language = reader.language;
    let problem = &read.problem;
    let sizes = problem.rulebook.sizes(&problem.instance, cluster.origin);
    let members = tally.member_count(index);
    let name = cluster.name(&problem.instance, id);
    let name = match cluster.origin {
        Origin::Existing(_) => name,
        Origin::New(_) => text!(language, "page-cluster-new", name = name),
    };
    let kept = match cluster.origin {
        Origin::Existing(existing) => Some(problem.instance.clusters[existing].keep),
        Origin::New(_) => None,
    };
    html! {
        article .lane {
            h3 { (&name) }
            p .quiet {
                (language.day(cluster.meeting_day)) " · "
                (text!(language, "serve-members", members = members, least = sizes.min, target = sizes.target,
                    most = sizes.max))
            }
            meter min="0" max=(sizes.max) low=(sizes.min) optimum=(sizes.target) value=(members)
                aria-label=(text!(language, "serve-members-of", members = members, most = sizes.max)) {}
            @for &school in &cluster.schools { (school_row(reader, read, tally, school, &mut tally.placements_in(index))) }
            (hold_buttons(".lane", &text!(language, "serve-all-of", name = &name), language))
            @if let Some(kept) = kept { (decided(reader, id, &name, kept)) }
        }
    }
}

/// What was decided of an existing cluster, or what can be: that it must stay, or that nobody is placed in it.
fn decided(reader: &Reader, id: &str, name: &str, kept: bool) -> Markup {
    let language = reader.language;
    if reader.view.state.decisions.contains_key(id) {
        return decisions::of(reader, id, None);
    }
    let keep = serde_json::json!({ "do": "keep", "cluster": id, "keep": !kept });
    let label = text!(language, "serve-keep");
    html! { div .hands .hold-all {
        @if kept { (super::edit_button(&text!(language, "serve-keep-no-longer"), &keep)) }
        @else {
            button type="button" data-edit=(keep.to_string()) data-reason="" data-title={ (label) ": " (name) } { (label) }
            (decisions::close_button(reader, id, name))
        }
    } }
}

/// Buttons that hold everyone in a part of the lanes, or hold them no longer. The script knows whom from the chips.
fn hold_buttons(part: &str, whom: &str, language: Language) -> Markup {
    let (hold, release) =
        (text!(language, "serve-hold-all"), text!(language, "serve-release-selected"));
    html! {
        div .hands .hold-all {
            button type="button" data-hold-in=(part) data-reason=""
                data-title={ (hold) ": " (whom) } aria-label={ (hold) ": " (whom) } { "◆ " (hold) }
            button type="button" data-release-in=(part) aria-label={ (release) ": " (whom) } { (release) }
        }
    }
}

/// Holding everyone at the schools of a board.
fn boards(reader: &Reader, read: &ReadInstance) -> Markup {
    let language = reader.language;
    html! {
        details #hold-boards { summary { (text!(language, "serve-hold-board")) }
            div .hands { label { (text!(language, "serve-board")) " "
                select data-hold-board="" { @for board in read.problem.instance.boards.values() {
                    option value=(board.id) { (board.name) } } } }
                (hold_buttons("board", &text!(language, "serve-hold-board"), language)) } }
    }
}

/// What can be decided of a school as a whole; drawn when it is asked for, since there are many schools.
pub fn seat_hands(view: &View, school: &str, language: Language) -> Option<Markup> {
    let reader = Reader { view, language };
    let (read, shown) = view.planned()?;
    let (id, facts) = read.problem.instance.schools.iter().find(|(_, facts)| facts.id == school)?;
    let is_empty = shown.assignment.placements.iter().all(|one| one.school != id);
    Some(html! {
        @if !is_empty { (hold_buttons(".seat", &facts.name, language)) }
        div .hands .hold-all { (decisions::close_button(&reader, &facts.id, &facts.name)) }
    })
}

/// A school with its students, who are among some placements.
fn school_row(
    reader: &Reader,
    read: &ReadInstance,
    tally: &Tally,
    school: SchoolId,
    among: &mut dyn Iterator<Item = &Placement>,
) -> Markup {
    let language = reader.language;
    let facts = &read.problem.instance.schools[school];
    let here = tally.students_at(school);
    let free = facts.places - here;
    let address = format!("/part/seat?school={}", encoded(&facts.id));
    html! {
        div .seat data-drop=(facts.id) data-name=(facts.name) data-board=(read.problem.instance.boards[facts.board].id) {
            details .seat-hands data-load-open=(address) {
                summary aria-label={ (text!(language, "serve-decide")) ": " (facts.name) } { (text!(language, "serve-decide")) }
                div data-into="" {} }
            p .seat-name { strong { (school_name(read, school)) } " "
                span .quiet .full[free == 0] { (text!(language, "serve-free", free = free, places = facts.places)) } }
            (decisions::of(reader, &facts.id, None))
            ul .chips { @for one in among.filter(|one| one.school == school) {
                @let student = &read.problem.instance.students[one.student];
                li { button .chip .held[student.fixed.is_some()] type="button" draggable="true"
                    data-student=(student.id) data-open-student=(student.id) {
                    @if student.fixed.is_some() { "◆ " } (called(read, one.student))
                    @if one.count > 1 { " ×" (one.count) } } }
            } }
        }
    }
}
