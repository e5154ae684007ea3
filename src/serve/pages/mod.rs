//! The screens, as HTML. The script asks for parts of them again when the project changes.

mod alike;
mod bench;
mod commands;
mod comparison;
mod data;
mod decisions;
mod forbid;
mod frame;
mod importing;
mod ladder;
mod lanes;
mod out;
mod questions;
mod ranking;
mod rows;
mod rules;
mod search;
mod student;
mod students;
mod studies;
mod tables;
mod versions;
mod what_if;

use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use serde_json::{Map, Value};

use super::session::Inner;
use super::view::{ReadInstance, View};
use super::wording::Wording;
use crate::disclosure::{self, Cell};
use crate::instance::{SchoolId, StudentId};
use crate::plan::{GoalLevel, Plan};
use crate::rules::{Card, Switch};
use crate::text;
use crate::texts::{Language, Message};

pub use forbid::form as forbid_form;
pub use frame::notices;
pub use frame::{Screen, document};
pub use importing::draw as import;
pub use lanes::seat_hands;
pub use out::{letters, list, lists};
pub use questions::result_frame;
pub use ranking::{drop_targets, exact_price, ranked_schools};
pub use rows::form as row_form;
pub use search::status;
pub use students::StudentFilter;
pub use tables::part as table_rows;
pub use what_if::answer as what_if;

/// A screen for a project; `compared` are two versions to compare.
pub fn screen(
    screen: Screen,
    inner: &Inner,
    compared: Option<[u32; 2]>,
    language: Language,
) -> Markup {
    let view = inner.view();
    let reader = Reader { view, language };
    match screen {
        _ if view.state.instance.is_none() => data::start(&reader, inner),
        Screen::Bench => bench::draw(&reader, inner),
        Screen::Data => data::draw(&reader, inner),
        Screen::Rules => rules::draw(&reader),
        Screen::Versions => versions::draw(&reader, inner, compared),
        Screen::WhatIf => what_if::draw(&reader, inner),
        Screen::Out => out::draw(&reader),
    }
}

/// What surrounds the parts of the bench, or the start of an empty project.
pub fn frame(inner: &Inner, language: Language) -> Markup {
    let reader = Reader { view: inner.view(), language };
    match reader.view.state.instance {
        None => data::start(&reader, inner),
        Some(_) => bench::frame(&reader, inner),
    }
}

/// A part of the bench.
pub fn part(name: &str, view: &View, filter: &StudentFilter, language: Language) -> Option<Markup> {
    let reader = Reader { view, language };
    Some(match name {
        "headline" => bench::headline(&reader),
        "students" => students::draw(&reader, filter),
        "lanes" => lanes::draw(&reader),
        "map" => bench::map(&reader),
        "student" => student::draw(&reader, filter.student.as_deref()),
        _ => return None,
    })
}

/// The batches and paths in the folder of a project.
pub fn studies(inner: &Inner, language: Language) -> Markup {
    studies::known(inner.folder.path(), language)
}

/// The difference between two versions.
pub fn comparison(inner: &Inner, versions: [u32; 2], language: Language) -> Markup {
    comparison::draw(inner, versions, language)
}

/// A project as somebody reads it.
pub struct Reader<'a> {
    /// The project.
    pub view: &'a View,
    /// The language.
    pub language: Language,
}

impl Reader<'_> {
    /// A message in the language.
    pub fn say(&self, message: &Message) -> String {
        message.in_language(self.language)
    }

    /// How to speak of the instance.
    pub fn wording(&self) -> Wording<'_> {
        let names = self.view.read.as_ref().map(|read| &read.names_by_id);
        Wording { document: self.view.state.instance.as_ref(), names, language: self.language }
    }

    /// Points as kilometres of journey, with a sign where there is a change.
    pub fn points(&self, points: i64) -> String {
        self.language.kilometres(points)
    }
}

/// What can still be gained per student, rounded up so that a gain is never shown as none; metres below a kilometre.
pub fn per_student(language: Language, points: i64, students: i64) -> String {
    let gain = points.max(0).saturating_add(students.max(1) - 1) / students.max(1);
    if gain < 1000 {
        text!(language, "serve-metres", metres = gain)
    } else {
        language.kilometres(gain)
    }
}

/// What is proven of how good a plan is for a number of students; `None` if that is nothing.
pub fn quality(plan: &Plan, students: i64, language: Language) -> Option<String> {
    let levels: Vec<&GoalLevel> = plan.goals.iter().flatten().collect();
    let last = levels.last().filter(|last| last.bound > 0)?;
    if levels.iter().any(|level| level.gap_thousandths() > 0) {
        let gain = per_student(language, last.value - last.bound, students);
        return Some(text!(language, "serve-not-proven", gain = gain));
    }
    Some(if plan.previous.is_some() {
        text!(language, "serve-proven-few")
    } else {
        text!(language, "serve-proven")
    })
}

/// The journey of a student to a school, as lists write it; `None` if it is unknown.
pub fn journey(
    read: &ReadInstance,
    student: StudentId,
    school: SchoolId,
    language: Language,
) -> Option<String> {
    match disclosure::journey(&read.problem.instance, student, school) {
        Cell::Empty => None,
        journey => Some(language.cell(&journey)),
    }
}

/// A difference of prices, with its sign; a dash where there is none.
pub fn signed(language: Language, points: i64) -> String {
    match points {
        0 => "–".to_owned(),
        more if more > 0 => format!("+{}", language.kilometres(more)),
        less => format!("−{}", language.kilometres(-less)),
    }
}

/// The settings that switch a rule off, or on again as it was where it is off; none for the defaults of the rule.
pub fn switched(reader: &Reader, card: &Card, is_on: bool) -> Option<Value> {
    if is_on {
        return Some(Value::Bool(false));
    }
    let before = reader.view.settings_when_on.get(card.id).cloned();
    before.or_else(|| (card.switch == Switch::Off).then(|| Value::Object(Map::new())))
}

/// What a student is called: the name, where contacts give one, or else the id.
pub fn called(read: &ReadInstance, student: StudentId) -> &str {
    let name = read.names.get(&student);
    name.unwrap_or(&read.problem.instance.students[student].id)
}

/// The name of a school.
pub fn school_name(read: &ReadInstance, school: SchoolId) -> &str {
    &read.problem.instance.schools[school].name
}

/// An action on a student at a school, with both names, for a question about its reason.
fn asked(label: &str, read: &ReadInstance, student: StudentId, school: SchoolId) -> String {
    format!("{label}: {}, {}", called(read, student), school_name(read, school))
}

/// A button that does an operation; `body` is its JSON.
pub fn edit_button(label: &str, body: &Value) -> Markup {
    html! { button type="button" data-edit=(body.to_string()) { (label) } }
}

/// A table in a frame in which it scrolls where it is larger. On a small screen its rows become cards, in which the script
/// repeats the headings.
pub fn scrolled(name: &str, table: &Markup) -> Markup {
    html! { div .scroll .region tabindex="0" role="region" aria-label=(name) { table .list .stacks { (table) } } }
}

/// A text as a part of an address.
pub fn encoded(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, NON_ALPHANUMERIC)
}
