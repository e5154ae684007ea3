//! The other schools of a student, the cheapest first; and the same as data for dragging.

use maud::{Markup, html};
use serde_json::{Value, json};

use super::{Reader, asked, called, encoded, journey, school_name};
use crate::instance::{SchoolId, StudentId};
use crate::questions::elsewhere::{OtherSchool, Reseating};
use crate::questions::why::ConditionEffect;
use crate::serve::view::{ReadInstance, View};
use crate::text;
use crate::texts::Language;

/// Schools that are listed at once, the cheapest; the others follow when they are asked for.
const MOST_SCHOOLS: usize = 8;
/// Movers who are named one by one.
const MOST_MOVERS: usize = 12;

/// The schools that could take a student, and those that rules refuse.
pub fn ranked_schools(
    view: &View,
    read: &ReadInstance,
    student: StudentId,
    schools: &[(SchoolId, OtherSchool)],
    language: Language,
) -> Markup {
    let reader = Reader { view, language };
    let mut possible: Vec<(SchoolId, &Reseating)> = schools
        .iter()
        .filter_map(|(school, about)| match about {
            OtherSchool::Possible(reseating) => Some((*school, reseating)),
            _ => None,
        })
        .collect();
    possible.sort_by_key(|(school, about)| (about.change, about.movers.len(), *school));
    let names = |kind: fn(&OtherSchool) -> bool| -> Vec<String> {
        let of_kind = schools.iter().filter(|(_, about)| kind(about));
        of_kind.map(|(school, _)| school_name(read, *school).to_owned()).collect()
    };
    let unclear = schools.iter().filter(|(_, about)| matches!(about, OtherSchool::Unclear(_)));
    let unclear: Vec<SchoolId> = unclear.map(|(school, _)| *school).collect();
    let not_used = names(|about| matches!(about, OtherSchool::NotUsed));
    html! {
        @if possible.is_empty() { p { (text!(language, "serve-no-other-school")) } }
        @else {
            @let (first, others) = possible.split_at(possible.len().min(MOST_SCHOOLS));
            ol .ranked { @for (school, about) in first { li { (choice(&reader, read, student, *school, about)) } } }
            @if !others.is_empty() {
                details { summary { (text!(language, "serve-dearer", count = others.len())) }
                    ol .ranked start=(first.len() + 1) { @for (school, about) in others {
                        li { (choice(&reader, read, student, *school, about)) } } } } }
        }
        @if !unclear.is_empty() {
            details { summary { (text!(language, "serve-unclear", count = unclear.len())) }
                p .quiet { (text!(language, "serve-unclear-explained")) }
                ul { @for &school in &unclear {
                    @let facts = &read.problem.instance.schools[school];
                    @let held = json!({ "do": "hold", "students": [{
                        "student": read.problem.instance.students[student].id, "school": facts.id }] });
                    @let label = text!(language, "serve-hold-and-plan");
                    li { (facts.name) " " button type="button" data-edit=(held.to_string()) data-then="few"
                        data-reason="" data-title=(asked(&label, read, student, school)) { (label) } }
                } } } }
        @if !not_used.is_empty() {
            details { summary { (text!(language, "serve-not-used", count = not_used.len())) }
                p { (language.list(&not_used)) } } }
        (refused(&reader, read, schools))
    }
}

fn choice(
    reader: &Reader,
    read: &ReadInstance,
    student: StudentId,
    school: SchoolId,
    about: &Reseating,
) -> Markup {
    let language = reader.language;
    let instance = &read.problem.instance;
    let journey = journey(read, student, school, language);
    let place = |hold: bool| json!({ "student": instance.students[student].id, "school": instance.schools[school].id, "hold": hold });
    let never = json!({ "do": "forbid", "students": [instance.students[student].id],
        "at": instance.schools[school].id });
    let names: Vec<String> = about
        .movers
        .iter()
        .take(MOST_MOVERS)
        .map(|&mover| called(read, mover).to_owned())
        .collect();
    let [hold, forbid] =
        [text!(language, "serve-place-and-hold"), text!(language, "serve-never-here")];
    let exact = (!about.is_best).then(|| {
        let (student, school) = (&instance.students[student].id, &instance.schools[school].id);
        format!("/part/exact?student={}&school={}", encoded(student), encoded(school))
    });
    html! {
        details data-load-open=[exact.as_ref()] {
            summary {
                strong { (school_name(read, school)) } " "
                @if let Some(journey) = journey { span .quiet { (journey) } } " "
                span class=(sign(about.change)) { (cost(reader, about)) }
                @if !about.movers.is_empty() {
                    " · " (text!(language, "serve-movers", count = about.movers.len())) }
            }
            @if !names.is_empty() {
                p .quiet { (text!(language, "serve-who-moves", names = language.list(&names)))
                    @if about.movers.len() > MOST_MOVERS {
                        " " (text!(language, "serve-more-warnings", count = about.movers.len() - MOST_MOVERS)) } } }
            @if exact.is_some() { div data-into="" { p .quiet { (text!(language, "serve-working")) } } }
            p {
                button .main type="button" data-place=(place(true).to_string())
                    data-reason="" data-title=(asked(&hold, read, student, school)) { (hold) }
                button type="button" data-place=(place(false).to_string()) { (text!(language, "serve-place")) }
                button type="button" data-edit=(never.to_string()) data-reason=""
                    data-title=(asked(&forbid, read, student, school)) { (forbid) }
            }
        }
    }
}

/// The least that it costs to have a student at a school, as a search has found.
pub fn exact_price(
    read: &ReadInstance,
    effect: Option<&ConditionEffect>,
    language: Language,
) -> Markup {
    let unknown = || html! { p .quiet { (text!(language, "serve-exact-unknown")) } };
    let Some(effect) = effect else { return unknown() };
    let Some(change) = effect.change.filter(|_| effect.is_exact()) else { return unknown() };
    let price = language.kilometres(change.abs());
    let students = read.problem.instance.students_by_id();
    let movers: Vec<String> = effect
        .moves
        .iter()
        .map(|one| {
            let known = students.get(one.student.as_str());
            known.map_or(&*one.student, |&student| called(read, student)).to_owned()
        })
        .collect();
    html! {
        p { @if change < 0 { (text!(language, "serve-exact-saves", gain = price)) }
            @else { (text!(language, "serve-exact-costs", cost = price)) }
            " "
            @if !movers.is_empty() { (text!(language, "serve-who-moves", names = language.list(&movers))) } }
    }
}

/// What a plan with the student there costs more, in words; where nothing is proven, at most.
fn cost(reader: &Reader, about: &Reseating) -> String {
    let language = reader.language;
    let change = reader.points(about.change.abs());
    match (about.change, about.is_best) {
        (0, _) => text!(language, "serve-no-worse"),
        (1.., true) => text!(language, "serve-costs", cost = change),
        (1.., false) => text!(language, "serve-costs-at-most", cost = change),
        (_, true) => text!(language, "serve-saves", gain = change),
        (_, false) => text!(language, "serve-saves-at-least", gain = change),
    }
}

fn sign(change: i64) -> &'static str {
    if change > 0 { "costs" } else { "no-worse" }
}

/// The schools that rules refuse, by rule.
fn refused(reader: &Reader, read: &ReadInstance, schools: &[(SchoolId, OtherSchool)]) -> Markup {
    let language = reader.language;
    let rules = read.problem.rulebook.rules();
    let by_rule = rules.iter().enumerate().filter_map(|(position, rule)| {
        let own = schools.iter().filter(|(_, about)| *about == OtherSchool::Refused(position));
        let names: Vec<String> =
            own.map(|(school, _)| school_name(read, *school).to_owned()).collect();
        (!names.is_empty()).then(|| (language.rule_title(rule.card().id), names))
    });
    html! {
        @for (rule, names) in by_rule {
            details { summary { (text!(language, "serve-refused-by", rule = rule, count = names.len())) }
                p { (language.list(&names)) } }
        }
    }
}

/// What a student is called, and what a drag onto each school would mean, by the id of the school: a kind for its colour
/// and sign, and words.
pub fn drop_targets(
    view: &View,
    read: &ReadInstance,
    student: StudentId,
    schools: &[(SchoolId, OtherSchool)],
    language: Language,
) -> Value {
    let reader = Reader { view, language };
    let rules = read.problem.rulebook.rules();
    let targets = schools.iter().map(|(school, about)| {
        let (kind, words) = match about {
            OtherSchool::Possible(about) => (sign(about.change), cost(&reader, about)),
            OtherSchool::Unclear(_) => ("unclear", text!(language, "serve-unclear-here")),
            OtherSchool::NotUsed => ("refused", text!(language, "serve-not-used-here")),
            OtherSchool::Refused(rule) => (
                "refused",
                text!(
                    language,
                    "serve-refused-here",
                    rule = language.rule_title(rules[*rule].card().id)
                ),
            ),
        };
        (read.problem.instance.schools[*school].id.clone(), json!({ "kind": kind, "words": words }))
    });
    json!({ "name": called(read, student), "schools": Value::Object(targets.collect()) })
}
