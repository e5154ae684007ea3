//! The table of what a plan changes of the earlier plan with which it is compared.

use std::collections::BTreeMap;

use super::super::field::Field;
use super::super::table::{Cell, Elsewhere, Table, Topic};
use super::moves::{PlaceInPlan, Relocation, moves};
use super::place_left::place_left;
use super::{Row, Source};
use crate::problem::Survey;
use crate::rules::continuity;

const COLUMNS: [Field; 9] = [
    Field::Student,
    Field::Students,
    Field::Programme,
    Field::Year,
    Field::From,
    Field::To,
    Field::Change,
    Field::PlaceLeft,
    Field::Points,
];

/// Who is elsewhere than in the earlier plan, and what rule `continuity` charges for it; `None` if the plan is
/// compared with none.
pub fn changes(source: &Source) -> Option<Table> {
    let rows = rows(source)?.into_iter().map(|(_, row)| row).collect();
    Some(Table::new(Topic::Changes, &COLUMNS, rows))
}

/// The rows of the table, each with its move.
pub fn rows<'a>(source: &Source<'a>) -> Option<Vec<(Relocation<'a>, Row)>> {
    let moves = moves(source)?;
    let mut charged = charged(source);
    let survey = Survey::of(source.problem, source.tally);
    let rows = moves.into_iter().map(|one| {
        let instance = &source.problem.instance;
        let mut row = match one.student {
            Some(student) => super::student(instance, &instance.students[student], one.count),
            None => Row::from([
                (Field::Student, Cell::text(one.id)),
                (Field::Students, Cell::Number(one.count)),
            ]),
        };
        // The points of a placement are on the first move to it.
        let points = charged.remove(&(one.id, one.to)).unwrap_or(0);
        row.insert(Field::From, place(source, one.from, Elsewhere::NotYetThere));
        row.insert(Field::To, place(source, one.to, Elsewhere::NoLongerThere));
        row.insert(Field::Change, Cell::Change(one.why()));
        let left = place_left(source, &survey, &one);
        row.insert(Field::PlaceLeft, Cell::of(left, Cell::PlaceLeft));
        row.insert(Field::Points, Cell::Points(points));
        (one, row)
    });
    Some(rows.collect())
}

/// What rule `continuity` charges, by the id of the student and where the student is now.
fn charged<'a>(source: &Source<'a>) -> BTreeMap<(&'a str, PlaceInPlan<'a>), i64> {
    let of = |points: Option<&crate::plan::RulePoints>| {
        points.and_then(|points| points.get(continuity::CARD.id)).map_or(0, |points| points.0)
    };
    let placements = source.tally.assignment.placements.iter().zip(&source.composed.placements);
    let placed = placements.map(|(one, entry)| {
        let id = source.problem.instance.students[one.student].id.as_str();
        ((id, PlaceInPlan::School(one.school)), of(entry.charged.as_ref()))
    });
    let left_out = source.composed.unplaced.iter().flatten();
    let left_out = left_out
        .map(|one| ((one.student.as_str(), PlaceInPlan::LeftOut), of(one.charged.as_ref())));
    placed.chain(left_out).collect()
}

fn place(source: &Source, at: PlaceInPlan, absent: Elsewhere) -> Cell {
    match at {
        PlaceInPlan::School(school) => Cell::text(&source.problem.instance.schools[school].name),
        PlaceInPlan::SchoolGone(id) => {
            Cell::Elsewhere(Elsewhere::SchoolGone(id.map(str::to_owned)))
        }
        PlaceInPlan::LeftOut => Cell::Elsewhere(Elsewhere::LeftOut),
        PlaceInPlan::Absent => Cell::Elsewhere(absent),
    }
}
