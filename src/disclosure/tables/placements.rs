//! Tables of placements: all of them, per board and per cluster.

use super::super::field::Field;
use super::super::table::{Cell, Table, Topic};
use super::{Row, Source};
use crate::instance::{BoardId, Instance, SchoolId, StudentId};
use crate::plan::PlacementEntry;
use crate::plan::Placing;

/// Columns for planners, except the points of each rule; those that are printed come first.
const ALL: [Field; 26] = [
    Field::Student,
    Field::Students,
    Field::Programme,
    Field::Year,
    Field::Home,
    Field::FreeDays,
    Field::School,
    Field::Town,
    Field::Board,
    Field::Cluster,
    Field::MeetingDay,
    Field::Member,
    Field::FreeOnMeetingDay,
    Field::Journey,
    Field::ClassDays,
    Field::DenominationWish,
    Field::WishStrength,
    Field::DenominationMet,
    Field::ConceptWish,
    Field::ConceptMet,
    Field::WishRank,
    Field::Fixed,
    Field::Overridden,
    Field::Because,
    Field::SchoolId,
    Field::ClusterId,
];

/// Columns of the list of a cluster or a board.
const LIST: [Field; 12] = [
    Field::Student,
    Field::Students,
    Field::Programme,
    Field::Year,
    Field::Home,
    Field::FreeDays,
    Field::School,
    Field::Cluster,
    Field::MeetingDay,
    Field::Member,
    Field::FreeOnMeetingDay,
    Field::Journey,
];

/// Columns that a board sees of its own students.
const OWN: [Field; 9] = [
    Field::Student,
    Field::Students,
    Field::Programme,
    Field::Year,
    Field::School,
    Field::Town,
    Field::Cluster,
    Field::MeetingDay,
    Field::Member,
];

/// A placement with the school, board and cluster that decide its lists.
pub struct Listed<'a> {
    /// The student entry.
    pub student: StudentId,
    /// The school.
    pub school: SchoolId,
    /// The board of the school.
    pub board: BoardId,
    /// Position of its used cluster; `None` in the shell.
    pub cluster: Option<usize>,
    /// Number of students of the entry there.
    pub count: i64,
    /// Everything that planners see of it, except points.
    pub row: Row,
    placement: &'a PlacementEntry,
}

/// All tables of placements that the audience may see.
pub fn placements(source: &Source) -> Vec<Table> {
    let mut listed = listed(source);
    // By the names of schools, as lists are read; within a school in the order of the plan.
    let instance = &source.problem.instance;
    listed.sort_by_key(|one| &instance.schools[one.school].name);
    if let Some(board) = source.audience.board() {
        return vec![own(&listed, board)];
    }
    if !source.audience.sees_students() {
        return Vec::new();
    }
    let rows = listed
        .iter()
        .map(|one| one.row.clone().into_iter().chain(super::charged(&charges(one))).collect());
    let columns: Vec<Field> =
        ALL.into_iter().chain([Field::Points]).chain(super::rule_columns()).collect();
    let mut tables = vec![Table::new(Topic::Placements, &columns, rows.collect())];
    tables.extend(per_board(source, &listed));
    tables.extend(per_cluster(source, &listed));
    tables
}

fn charges(one: &Listed) -> crate::plan::RulePoints {
    one.placement.charged.clone().unwrap_or_default()
}

fn own(listed: &[Listed], board: BoardId) -> Table {
    let rows = listed.iter().filter(|one| one.board == board).map(|one| one.row.clone());
    Table::new(Topic::Placements, &OWN, rows.collect())
}

fn per_board(source: &Source, listed: &[Listed]) -> Vec<Table> {
    let boards = source.problem.instance.boards.iter();
    let tables = boards.map(|(id, board)| {
        let rows = listed.iter().filter(|one| one.board == id).map(|one| one.row.clone());
        Table::new(Topic::OfBoard(board.id.clone(), board.name.clone()), &LIST, rows.collect())
    });
    tables.collect()
}

fn per_cluster(source: &Source, listed: &[Listed]) -> Vec<Table> {
    let used = source.tally.assignment.clusters.iter().zip(&source.composed.clusters).enumerate();
    let columns: Vec<Field> = LIST
        .into_iter()
        .filter(|field| !matches!(field, Field::Cluster | Field::MeetingDay))
        .collect();
    let tables = used.map(|(index, (used, cluster))| {
        let rows = listed.iter().filter(|one| one.cluster == Some(index));
        let name = used.name(&source.problem.instance, &cluster.id);
        let topic = Topic::OfCluster(cluster.id.clone(), name);
        Table::new(topic, &columns, rows.map(|one| one.row.clone()).collect())
    });
    tables.collect()
}

/// All placements, in the order of the plan.
pub fn listed<'a>(source: &Source<'a>) -> Vec<Listed<'a>> {
    let placings = source.tally.placings();
    let listed = placings.map(|(position, placing, count)| {
        let cluster = source.tally.cluster_at(placing.school_id);
        let placement = &source.composed.placements[position];
        let mut row = super::student(placing.instance, placing.student(), count);
        row.extend(whereabouts(source, &placing, cluster));
        row.extend(wishes(&placing));
        row.insert(Field::Fixed, Cell::Yes(placing.student().fixed == Some(placing.school_id)));
        row.insert(Field::Overridden, Cell::Rules(overridden(placement)));
        row.insert(Field::Because, Cell::of(placement.because.as_ref(), Cell::text));
        Listed {
            student: placing.student_id,
            school: placing.school_id,
            board: placing.school().board,
            cluster,
            count,
            row,
            placement,
        }
    });
    listed.collect()
}

fn overridden(placement: &PlacementEntry) -> Vec<&'static str> {
    let ids = crate::rules::cards().into_iter().map(|card| card.id);
    ids.filter(|id| placement.overridden.iter().any(|rule| rule == id)).collect()
}

fn whereabouts(source: &Source, placing: &Placing, cluster: Option<usize>) -> Row {
    let (instance, school) = (placing.instance, placing.school());
    let cluster = cluster.map(|index| {
        let used = &source.tally.assignment.clusters[index];
        let id = &source.composed.clusters[index].id;
        (used.name(instance, id), id.clone(), used.meeting_day)
    });
    let member = placing.meeting().is_some();
    Row::from([
        (Field::School, Cell::text(&school.name)),
        (Field::SchoolId, Cell::text(&school.id)),
        (Field::Town, Cell::of(school.town.clone(), Cell::Text)),
        (Field::Board, Cell::text(&instance.boards[school.board].name)),
        (Field::Cluster, Cell::of(cluster.as_ref(), |(name, _, _)| Cell::text(name))),
        (Field::ClusterId, Cell::of(cluster.as_ref(), |(_, id, _)| Cell::text(id))),
        (Field::MeetingDay, Cell::of(cluster, |(_, _, day)| Cell::Day(day))),
        (Field::Member, Cell::Yes(member)),
        (Field::FreeOnMeetingDay, Cell::of(member.then(|| !placing.misses_meeting()), Cell::Yes)),
        (Field::Journey, journey(instance, placing.student_id, placing.school_id)),
    ])
}

/// The journey of a student to a school; empty if it is unknown.
pub fn journey(instance: &Instance, student: StudentId, school: SchoolId) -> Cell {
    if instance.within_postcode(student, school) {
        return Cell::WithinPostcode;
    }
    Cell::of(instance.journey(student, school), |journey| Cell::Metres(journey.0))
}

/// Which of the student's wishes are met.
fn wishes(placing: &Placing) -> Row {
    let student = placing.student();
    let denomination = student.denomination.as_ref().map(|_| !placing.unmet_denomination());
    let concept = (!student.concepts.is_empty()).then(|| !placing.unmet_concept());
    let rank = placing.wish_rank().map(|rank| rank as i64 + 1);
    let wished = !student.wishes.is_empty();
    Row::from([
        (Field::DenominationMet, Cell::of(denomination, Cell::Yes)),
        (Field::ConceptMet, Cell::of(concept, Cell::Yes)),
        (
            Field::WishRank,
            Cell::of(wished.then_some(rank), |rank| rank.map_or(Cell::Yes(false), Cell::Number)),
        ),
    ])
}
