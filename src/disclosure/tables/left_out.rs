//! The table of students who are left out, with reasons.

use std::collections::BTreeMap;

use super::super::audience::Audience;
use super::super::count::Count;
use super::super::facts::Facts;
use super::super::field::Field;
use super::super::quality::Quality;
use super::super::suppression;
use super::super::table::{Cell, Table, Topic, Why};
use super::{Row, Source};
use crate::composing::Conclusion;
use crate::instance::StudentId;
use crate::plan::{Plan, Unplaced};
use crate::problem::OpenSchool;

const WHO: [Field; 10] = [
    Field::Student,
    Field::Students,
    Field::Programme,
    Field::Year,
    Field::Home,
    Field::FreeDays,
    Field::DenominationWish,
    Field::ConceptWish,
    Field::Reason,
    Field::Because,
];

/// Planners see every student with the funnel; others see the number of students per reason.
pub fn left_out(source: &Source) -> Table {
    let unplaced = source.composed.unplaced.iter().flatten();
    if source.audience.sees_students() {
        let students = source.problem.instance.students_by_id();
        let who = |one: &Unplaced| students.get(one.student.as_str()).copied();
        let rows = unplaced.map(|one| row(source, one, who(one))).collect();
        let rules = crate::rules::cards().into_iter().map(|card| Field::RefusedBy(card.id));
        let remaining = [Field::Full, Field::ClusterFull, Field::NotUsed, Field::Room];
        let columns: Vec<Field> = WHO
            .into_iter()
            .chain([Field::SchoolCount])
            .chain(rules)
            .chain(remaining)
            .chain([Field::Points])
            .collect();
        return Table::new(Topic::LeftOut, &columns, rows);
    }
    let rows = source.reasons.iter().filter(|(_, students)| *students != Count::Exact(0));
    let rows = rows.map(|&(conclusion, students)| {
        Row::from([
            (Field::Reason, Cell::of(conclusion, Cell::Conclusion)),
            (Field::Students, Cell::Count(students)),
        ])
    });
    Table::new(Topic::LeftOut, &[Field::Students, Field::Reason], rows.collect())
}

/// How many are left out for each reason that there can be.
pub fn numbers(composed: &Plan, quality: &Quality) -> BTreeMap<Conclusion, i64> {
    let possible = Conclusion::ALL.into_iter().filter(|one| one.is_possible(quality.status));
    let mut reasons: BTreeMap<Conclusion, i64> = possible.map(|one| (one, 0)).collect();
    for one in composed.unplaced.iter().flatten() {
        *reasons.entry(conclusion(quality, one)).or_default() += one.count;
    }
    reasons
}

/// How many are left out for each reason, as disclosed; of a few there is no reason. That there is a row for some reason
/// must not say that it has students, so there is one for each that there can be.
pub fn reasons(
    reasons: &BTreeMap<Conclusion, i64>,
    facts: &Facts,
    audience: Audience,
) -> Vec<(Option<Conclusion>, Count)> {
    let number = facts.students.left_out.number;
    if number == Count::Few {
        return vec![(None, number)];
    }
    let numbers: Vec<i64> = reasons.values().copied().collect();
    let counts = suppression::line(audience, &numbers, &[], &[], facts.left_out);
    reasons.keys().copied().map(Some).zip(counts).collect()
}

/// What planners see of an entry that is left out.
pub fn row(source: &Source, one: &Unplaced, student: Option<StudentId>) -> Row {
    let instance = &source.problem.instance;
    let mut row = student.map_or_else(Row::new, |student| {
        super::student(instance, &instance.students[student], one.count)
    });
    let why = Why {
        funnel: one.funnel.clone().unwrap_or_default(),
        conclusion: conclusion(source.quality, one),
        journeys_unknown: student.is_some_and(|student| instance.knows_no_journey_of(student)),
    };
    for (key, &number) in &why.funnel {
        row.extend(field(key).map(|field| (field, Cell::Number(number))));
    }
    row.insert(Field::Reason, Cell::Why(why));
    row.insert(Field::Because, Cell::of(one.because.as_ref(), Cell::text));
    row.extend(super::charged(&one.charged.clone().unwrap_or_default()));
    row
}

/// What follows from the funnel of our own count; that is more where the plan is proven optimal.
fn conclusion(quality: &Quality, one: &Unplaced) -> Conclusion {
    let remains = |state: OpenSchool| {
        one.funnel.as_ref().is_some_and(|funnel| funnel.contains_key(state.word()))
    };
    Conclusion::of(remains, quality.status)
}

fn field(key: &str) -> Option<Field> {
    let remaining = [Field::Full, Field::ClusterFull, Field::NotUsed, Field::Room];
    let states = OpenSchool::ALL.map(OpenSchool::word);
    if let Some(position) = states.iter().position(|state| *state == key) {
        return Some(remaining[position]);
    }
    if key == "schools" {
        return Some(Field::SchoolCount);
    }
    Some(Field::RefusedBy(crate::rules::card(key)?.id))
}
