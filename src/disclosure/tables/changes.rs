//! The table of what a plan changes of the earlier plan with which it is compared.

use std::collections::BTreeMap;

use super::super::field::Field;
use super::super::table::{Cell, Change, Elsewhere, Table, Topic};
use super::{Row, Source};
use crate::instance::{Earlier, SchoolId, StudentId};
use crate::questions::difference::matched;
use crate::rules::continuity;

const COLUMNS: [Field; 8] = [
    Field::Student,
    Field::Students,
    Field::Programme,
    Field::Year,
    Field::From,
    Field::To,
    Field::Change,
    Field::Points,
];

/// Where students of an entry are in one of the two plans.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PlaceInPlan {
    /// At a school of today.
    School(SchoolId),
    /// At a school that takes no part any more.
    SchoolGone,
    /// At none.
    LeftOut,
    /// In none of the places of that plan.
    Absent,
}

/// Students of an entry who are elsewhere than before.
#[derive(Clone, Copy, Debug)]
pub struct Relocation {
    /// The entry.
    pub student: StudentId,
    /// Number of students.
    pub count: i64,
    /// Where they were.
    pub from: PlaceInPlan,
    /// Where they are.
    pub to: PlaceInPlan,
}

impl Relocation {
    /// Why they are elsewhere.
    pub fn why(&self) -> Change {
        match (self.from, self.to) {
            (_, PlaceInPlan::LeftOut) => Change::LostPlace,
            (_, PlaceInPlan::Absent) => Change::Fewer,
            (PlaceInPlan::Absent, _) => Change::New,
            (PlaceInPlan::LeftOut, _) => Change::HadNone,
            (PlaceInPlan::SchoolGone, _) => Change::SchoolGone,
            (PlaceInPlan::School(_), _) => Change::Moved,
        }
    }
}

/// All moves since the earlier plan, in the order of the students; `None` if the plan is compared with none.
/// Students who are no longer in the instance are in none of them.
pub fn moves(source: &Source) -> Option<Vec<Relocation>> {
    let earlier = source.problem.instance.previous_plan.as_ref()?;
    let students = source.problem.instance.students.ids();
    Some(students.flat_map(|student| moves_of(source, earlier, student)).collect())
}

fn moves_of(source: &Source, earlier: &Earlier, student: StudentId) -> Vec<Relocation> {
    let before = &earlier.students[student];
    let mut then: BTreeMap<PlaceInPlan, i64> =
        before.at.iter().map(|(&school, &count)| (PlaceInPlan::School(school), count)).collect();
    then.insert(PlaceInPlan::SchoolGone, before.at_schools_gone);
    then.insert(PlaceInPlan::LeftOut, before.count - before.placed());
    let placed = source.tally.placements_of(student);
    let mut now: BTreeMap<PlaceInPlan, i64> =
        placed.map(|(_, one)| (PlaceInPlan::School(one.school), one.count)).collect();
    now.insert(PlaceInPlan::LeftOut, source.tally.left_out(student));
    let moves = matched(&then, &now, &PlaceInPlan::Absent).into_iter();
    let is_placed = |at| matches!(at, PlaceInPlan::School(_) | PlaceInPlan::SchoolGone);
    let moves = moves.filter(|(from, to, _)| is_placed(*from) || is_placed(*to));
    moves.map(|(from, to, count)| Relocation { student, count, from, to }).collect()
}

/// Who is elsewhere than in the earlier plan, and what rule `continuity` charges for it; `None` if the plan is
/// compared with none.
pub fn changes(source: &Source) -> Option<Table> {
    let rows = rows(source)?.into_iter().map(|(_, row)| row).collect();
    Some(Table::new(Topic::Changes, &COLUMNS, rows))
}

/// The rows of the table, each with its move.
pub fn rows(source: &Source) -> Option<Vec<(Relocation, Row)>> {
    let moves = moves(source)?;
    let mut charged = charged(source);
    let rows = moves.into_iter().map(|one| {
        let mut row = super::student(
            &source.problem.instance,
            &source.problem.instance.students[one.student],
            one.count,
        );
        // The points of a placement are on the first move to it.
        let points = charged.remove(&(one.student, one.to)).unwrap_or(0);
        row.insert(Field::From, place(source, one.from));
        row.insert(Field::To, place(source, one.to));
        row.insert(Field::Change, Cell::Change(one.why()));
        row.insert(Field::Points, Cell::Points(points));
        (one, row)
    });
    Some(rows.collect())
}

/// What rule `continuity` charges, by student and where the student is now.
fn charged(source: &Source) -> BTreeMap<(StudentId, PlaceInPlan), i64> {
    let of = |points: Option<&crate::plan::RulePoints>| {
        points.and_then(|points| points.get(continuity::CARD.id)).map_or(0, |points| points.0)
    };
    let placements = source.tally.assignment.placements.iter().zip(&source.composed.placements);
    let placed = placements.map(|(one, entry)| {
        ((one.student, PlaceInPlan::School(one.school)), of(entry.charged.as_ref()))
    });
    let ids = source.problem.instance.students_by_id();
    let left_out = source.composed.unplaced.iter().flatten().filter_map(|one| {
        let student = *ids.get(one.student.as_str())?;
        Some(((student, PlaceInPlan::LeftOut), of(one.charged.as_ref())))
    });
    placed.chain(left_out).collect()
}

fn place(source: &Source, at: PlaceInPlan) -> Cell {
    match at {
        PlaceInPlan::School(school) => Cell::text(&source.problem.instance.schools[school].name),
        PlaceInPlan::SchoolGone => Cell::Elsewhere(Elsewhere::SchoolGone),
        PlaceInPlan::LeftOut => Cell::Elsewhere(Elsewhere::LeftOut),
        PlaceInPlan::Absent => Cell::Elsewhere(Elsewhere::Absent),
    }
}
