//! The table of schools and how full they are.

use super::super::count::{Count, PartFact};
use super::super::field::Field;
use super::super::table::{Cell, Table, Topic};
use super::{Row, Source};
use crate::instance::SchoolId;

const COLUMNS: [Field; 10] = [
    Field::School,
    Field::SchoolId,
    Field::Town,
    Field::Board,
    Field::Denomination,
    Field::Concepts,
    Field::Cluster,
    Field::Students,
    Field::Places,
    Field::Fill,
];

/// The schools that could take students, in the order of their ids. A school has so few students that only
/// planners and its own board see how many.
pub fn schools(source: &Source) -> Table {
    let could_take = |id: &SchoolId| !source.problem.settings[*id].is_empty();
    let schools = source.problem.instance.schools.ids().filter(could_take);
    Table::new(Topic::Schools, &COLUMNS, schools.map(|school| row(source, school)).collect())
}

fn row(source: &Source, id: SchoolId) -> Row {
    let instance = &source.problem.instance;
    let school = &instance.schools[id];
    let cluster = source.tally.cluster_at(id).map(|index| {
        let used = &source.tally.assignment.clusters[index];
        used.name(instance, &source.composed.clusters[index].id)
    });
    let mut row = Row::from([
        (Field::School, Cell::text(&school.name)),
        (Field::SchoolId, Cell::text(&school.id)),
        (Field::Town, Cell::of(school.town.clone(), Cell::Text)),
        (Field::Board, Cell::text(&instance.boards[school.board].name)),
        (Field::Denomination, Cell::texts(super::super::written(instance, &school.denominations))),
        (Field::Concepts, Cell::texts(super::super::written(instance, &school.concepts))),
        (Field::Cluster, Cell::of(cluster, Cell::Text)),
        (Field::Places, Cell::Number(school.places)),
    ]);
    if source.audience.sees_students() || source.audience.board() == Some(school.board) {
        let students = source.tally.students_at(id);
        let fill = PartFact::new(Count::Exact(students), Count::Exact(school.places));
        row.insert(Field::Students, Cell::Number(students));
        row.insert(Field::Fill, Cell::Share(fill.share));
    }
    row
}
