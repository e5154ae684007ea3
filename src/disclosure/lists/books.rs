//! The lists: what each shows, and to whom it goes.

use std::collections::BTreeSet;

use super::super::field::Field;
use super::super::table::{Cell, Table, Topic};
use super::super::tables::clusters::sizes;
use super::super::tables::moves::PlaceInPlan;
use super::super::tables::placements::Listed;
use super::super::tables::{Row, left_out};
use super::list::{ListBook, ListKind};
use super::people::{People, contact, count, person};
use crate::instance::{BoardId, SchoolId};

/// The students of one school.
const AT_SCHOOL: [Field; 10] = [
    Field::Name,
    Field::Student,
    Field::Students,
    Field::New,
    Field::Programme,
    Field::Year,
    Field::FreeDays,
    Field::Member,
    Field::Email,
    Field::Telephone,
];
/// The students of a cluster or a trainer.
pub const IN_CLUSTERS: [Field; 12] = [
    Field::School,
    Field::Name,
    Field::Student,
    Field::Students,
    Field::New,
    Field::Programme,
    Field::Year,
    Field::FreeDays,
    Field::Member,
    Field::Cluster,
    Field::Email,
    Field::Telephone,
];
/// The students of a board: no addresses or free days.
const AT_BOARD: [Field; 10] = [
    Field::School,
    Field::Name,
    Field::Student,
    Field::Students,
    Field::New,
    Field::Programme,
    Field::Year,
    Field::Cluster,
    Field::MeetingDay,
    Field::Member,
];
/// All placements, for the planner.
const ALL: [Field; 16] = [
    Field::School,
    Field::Name,
    Field::Student,
    Field::Students,
    Field::New,
    Field::Programme,
    Field::Year,
    Field::FreeDays,
    Field::Cluster,
    Field::MeetingDay,
    Field::Member,
    Field::Journey,
    Field::Email,
    Field::Telephone,
    Field::Transport,
    Field::Remarks,
];
/// Who has no place, for the planner.
const WITHOUT_PLACE: [Field; 11] = [
    Field::Name,
    Field::Student,
    Field::Students,
    Field::Programme,
    Field::Year,
    Field::FreeDays,
    Field::Email,
    Field::Telephone,
    Field::Transport,
    Field::Remarks,
    Field::Reason,
];
/// Who is elsewhere than before, for the planner.
const ELSEWHERE: [Field; 10] = [
    Field::Name,
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
/// Who is no longer at a school.
const LEAVERS: [Field; 5] =
    [Field::Name, Field::Student, Field::Students, Field::Programme, Field::Year];
/// The schools of a cluster or board.
const SCHOOLS: [Field; 10] = [
    Field::School,
    Field::SchoolId,
    Field::Town,
    Field::Cluster,
    Field::PlacesTaken,
    Field::PlacesFree,
    Field::ContactPerson,
    Field::ContactEmail,
    Field::ContactTelephone,
    Field::Address,
];
/// The clusters of a trainer or board.
const CLUSTERS: [Field; 11] = [
    Field::Cluster,
    Field::MeetingDay,
    Field::Schools,
    Field::Members,
    Field::Least,
    Field::Most,
    Field::Students,
    Field::Trainer,
    Field::TrainerEmail,
    Field::InstituteTrainer,
    Field::InstituteTrainerEmail,
];

/// All lists except those of trainers.
pub fn books(people: &People) -> Vec<ListBook> {
    let mut books = vec![overview(people)];
    let instance = &people.source.problem.instance;
    books.extend(instance.schools.ids().filter_map(|school| of_school(people, school)));
    books.extend(schools_gone(people));
    let clusters = 0..people.source.tally.assignment.clusters.len();
    books.extend(clusters.map(|cluster| of_cluster(people, cluster)));
    books.extend(instance.boards.ids().filter_map(|board| of_board(people, board)));
    books
}

/// The rows of some placements.
pub fn table(people: &People, fields: &[Field], of: impl Fn(&Listed) -> bool) -> Table {
    let rows = people.placed.iter().filter(|one| of(one)).map(|one| one.row.clone());
    Table::new(Topic::Placements, fields, rows.collect())
}

/// Cells of a row in an order, without those that are empty.
pub fn facts(mut row: Row, order: &[Field]) -> Vec<(Field, Cell)> {
    let facts = order.iter().filter_map(|&field| Some((field, row.remove(&field)?)));
    facts.filter(|(_, cell)| *cell != Cell::Empty).collect()
}

/// The tables that have rows; the first in any case.
pub fn with_rows(tables: Vec<Table>) -> Vec<Table> {
    let tables = tables.into_iter().enumerate();
    tables.filter(|(at, one)| *at == 0 || !one.rows.is_empty()).map(|(_, one)| one).collect()
}

fn overview(people: &People) -> ListBook {
    let source = people.source;
    let instance = &source.problem.instance;
    let ids = instance.students_by_id();
    let unplaced = source.composed.unplaced.iter().flatten();
    let mut without: Vec<_> = unplaced
        .filter_map(|one| {
            let student = *ids.get(one.student.as_str())?;
            let mut row = left_out::row(source, one, Some(student));
            row.extend(person(people.contacts, student));
            row.insert(Field::Students, count(one.count));
            Some((people.student_key(student), row))
        })
        .collect();
    without.sort_by(|one, other| one.0.cmp(&other.0));
    let without = without.into_iter().map(|(_, row)| row).collect();
    let moved = people.moves.iter().flatten().map(|(_, row)| row.clone());
    let places = instance.schools.values().map(|school| school.places).sum();
    let placed = people.placed.iter().map(|one| one.count).sum();
    ListBook {
        kind: ListKind::Overview,
        name: instance.name.clone(),
        id: String::new(),
        facts: vec![(Field::PlacesTaken, Cell::PartOf(placed, places))],
        tables: with_rows(vec![
            table(people, &ALL, |_| true),
            Table::new(Topic::LeftOut, &WITHOUT_PLACE, without),
            Table::new(Topic::Changes, &ELSEWHERE, moved.collect()),
            all_schools(people),
            clusters(people, |_| true),
        ]),
    }
}

/// A school as the row of a list.
fn school(people: &People, id: SchoolId) -> Row {
    let source = people.source;
    let school = &source.problem.instance.schools[id];
    let students = source.tally.students_at(id);
    let mut row = source.tally.cluster_at(id).map(|used| cluster(people, used)).unwrap_or_default();
    // The school's own values, also where its cluster has another board or more students.
    row.extend([
        (Field::School, Cell::text(&school.name)),
        (Field::SchoolId, Cell::text(&school.id)),
        (Field::Town, Cell::of(school.town.clone(), Cell::Text)),
        (Field::Board, Cell::text(&source.problem.instance.boards[school.board].name)),
        (Field::PlacesTaken, Cell::PartOf(students, school.places)),
        (Field::PlacesFree, Cell::Number((school.places - students).max(0))),
    ]);
    row.extend(people.school_contact(id));
    row.insert(Field::Remarks, people.school_remarks(id));
    row
}

/// Some schools, by name.
pub fn schools(people: &People, of: impl Fn(SchoolId) -> bool) -> Table {
    schools_with(people, &SCHOOLS, of)
}

/// All schools, for the planner.
fn all_schools(people: &People) -> Table {
    let columns: Vec<Field> = SCHOOLS.into_iter().chain([Field::Remarks]).collect();
    schools_with(people, &columns, |_| true)
}

fn schools_with(people: &People, columns: &[Field], of: impl Fn(SchoolId) -> bool) -> Table {
    let instance = &people.source.problem.instance;
    let mut ids: Vec<SchoolId> = instance.schools.ids().filter(|&id| of(id)).collect();
    ids.sort_by_cached_key(|&id| people.school_key(id));
    let rows = ids.into_iter().map(|id| school(people, id)).collect();
    Table::new(Topic::Schools, columns, rows)
}

/// A used cluster as the row of a list.
fn cluster(people: &People, used: usize) -> Row {
    let source = people.source;
    let instance = &source.problem.instance;
    let (facts, entry) = (&source.tally.assignment.clusters[used], &source.composed.clusters[used]);
    let mut schools: Vec<SchoolId> = facts.schools.clone();
    schools.sort_by_cached_key(|&id| people.school_key(id));
    let board = source.tally.answers_for(facts);
    let known = instance.boards.values().find(|one| one.id == board);
    let students: i64 = source.tally.placements_in(used).map(|one| one.count).sum();
    let names = schools.iter().map(|&id| instance.schools[id].name.clone()).collect();
    let mut row = Row::from([
        (Field::Cluster, Cell::text(facts.name(instance, &entry.id))),
        (Field::Board, Cell::text(known.map_or(board, |one| one.name.as_str()))),
        (Field::MeetingDay, Cell::Day(facts.meeting_day)),
        (Field::Schools, Cell::texts(names)),
        (Field::Members, Cell::Number(source.tally.member_count(used))),
        (Field::Students, Cell::Number(students)),
    ]);
    row.extend(sizes(source, facts));
    row.extend(people.trainer_cells(used));
    row
}

/// Some used clusters, in the order of the plan.
pub fn clusters(people: &People, of: impl Fn(usize) -> bool) -> Table {
    let used = 0..people.source.tally.assignment.clusters.len();
    let rows = used.filter(|&used| of(used)).map(|used| cluster(people, used)).collect();
    Table::new(Topic::Clusters, &CLUSTERS, rows)
}

/// The list of a school with students, or that has lost some; `None` for any other.
fn of_school(people: &People, id: SchoolId) -> Option<ListBook> {
    let facts_of = &people.source.problem.instance.schools[id];
    let leavers = leavers(people, PlaceInPlan::School(id));
    let placed = table(people, &AT_SCHOOL, |one| one.school == id);
    if placed.rows.is_empty() && leavers.is_empty() {
        return None;
    }
    let order = [
        Field::SchoolId,
        Field::Address,
        Field::Town,
        Field::Board,
        Field::ContactPerson,
        Field::ContactEmail,
        Field::ContactTelephone,
        Field::Cluster,
        Field::MeetingDay,
        Field::Trainer,
        Field::TrainerEmail,
        Field::TrainerTelephone,
        Field::InstituteTrainer,
        Field::InstituteTrainerEmail,
        Field::PlacesTaken,
    ];
    Some(ListBook {
        kind: ListKind::School,
        name: facts_of.name.clone(),
        id: facts_of.id.clone(),
        facts: facts(school(people, id), &order),
        tables: with_rows(vec![placed, Table::new(Topic::Leavers, &LEAVERS, leavers)]),
    })
}

/// Who was at a place and is there no longer.
fn leavers(people: &People, place: PlaceInPlan) -> Vec<Row> {
    let left = people.moves.iter().flatten().filter(|(one, _)| one.from == place);
    left.map(|(_, row)| row.clone()).collect()
}

/// The lists of the schools that take no part any more and had students, of which only the ids are known.
fn schools_gone(people: &People) -> Vec<ListBook> {
    let places = people.moves.iter().flatten().map(|(one, _)| one.from);
    let gone: BTreeSet<&str> = places
        .filter_map(|from| match from {
            PlaceInPlan::SchoolGone(id) => id,
            _ => None,
        })
        .collect();
    let list = |id: &str| ListBook {
        kind: ListKind::School,
        name: id.to_owned(),
        id: id.to_owned(),
        facts: vec![(Field::SchoolId, Cell::text(id))],
        tables: vec![Table::new(
            Topic::Leavers,
            &LEAVERS,
            leavers(people, PlaceInPlan::SchoolGone(Some(id))),
        )],
    };
    gone.into_iter().map(list).collect()
}

fn of_cluster(people: &People, used: usize) -> ListBook {
    let entry = &people.source.composed.clusters[used];
    let origin = &people.source.tally.assignment.clusters[used];
    let order = [
        Field::Board,
        Field::MeetingDay,
        Field::Trainer,
        Field::TrainerEmail,
        Field::TrainerTelephone,
        Field::InstituteTrainer,
        Field::InstituteTrainerEmail,
        Field::Members,
        Field::Students,
    ];
    let columns: Vec<Field> =
        IN_CLUSTERS.into_iter().filter(|field| *field != Field::Cluster).collect();
    ListBook {
        kind: ListKind::Cluster,
        name: origin.name(&people.source.problem.instance, &entry.id),
        id: entry.id.clone(),
        facts: facts(cluster(people, used), &order),
        tables: with_rows(vec![
            table(people, &columns, |one| one.cluster == Some(used)),
            schools(people, |id| origin.schools.contains(&id)),
        ]),
    }
}

/// The list of a board with schools: all its schools, used or not.
fn of_board(people: &People, id: BoardId) -> Option<ListBook> {
    let source = people.source;
    let board = &source.problem.instance.boards[id];
    let own = source.problem.instance.schools.values().filter(|school| school.board == id);
    let (schools_of, places) =
        own.fold((0, 0), |(number, places), school| (number + 1, places + school.places));
    if schools_of == 0 {
        return None;
    }
    let mut row = contact(people.contacts.boards.get(&id));
    let students = source.tally.students_at_board(id);
    row.insert(Field::PlacesTaken, Cell::PartOf(students, places));
    row.insert(Field::PlacesFree, Cell::Number((places - students).max(0)));
    row.insert(Field::Standing, Cell::Standing(board.standing));
    let order = [
        Field::ContactPerson,
        Field::ContactEmail,
        Field::ContactTelephone,
        Field::Standing,
        Field::PlacesTaken,
        Field::PlacesFree,
    ];
    let is_own = |used: usize| {
        let schools = &source.tally.assignment.clusters[used].schools;
        schools.iter().any(|&school| source.problem.instance.schools[school].board == id)
    };
    Some(ListBook {
        kind: ListKind::Board,
        name: board.name.clone(),
        id: board.id.clone(),
        facts: facts(row, &order),
        tables: with_rows(vec![
            schools(people, |school| source.problem.instance.schools[school].board == id),
            table(people, &AT_BOARD, |one| one.board == id),
            clusters(people, is_own),
        ]),
    })
}
