//! The existing clusters that are not used.

use super::super::field::Field;
use super::super::table::{Cell, Table, Topic};
use super::{Row, Source};
use crate::problem::UnusedCluster;

const COLUMNS: [Field; 7] = [
    Field::Cluster,
    Field::ClusterId,
    Field::Board,
    Field::Schools,
    Field::Places,
    Field::Reason,
    Field::ToKeep,
];

/// The existing clusters that are not used, in the order of their ids; no table where there are none. Audiences
/// that see no students see the reasons that follow from places and limits, and no others.
pub fn unused_clusters(source: &Source) -> Option<Table> {
    let unused = source.problem.unused_clusters(source.tally.assignment, source.quality.status);
    let rows: Vec<Row> = unused.into_iter().map(|one| row(source, one)).collect();
    (!rows.is_empty()).then(|| Table::new(Topic::UnusedClusters, &COLUMNS, rows))
}

fn row(source: &Source, one: UnusedCluster) -> Row {
    let instance = &source.problem.instance;
    let cluster = &instance.clusters[one.cluster];
    let schools = cluster.schools.iter().map(|&school| &instance.schools[school]);
    let why = if source.audience.sees_students() { Some(one.why) } else { one.in_public };
    Row::from([
        (Field::Cluster, Cell::text(&cluster.name)),
        (Field::ClusterId, Cell::text(&cluster.id)),
        (Field::Board, Cell::text(&instance.boards[cluster.board].name)),
        (Field::Schools, Cell::texts(schools.clone().map(|school| school.name.clone()).collect())),
        (Field::Places, Cell::Number(schools.map(|school| school.places).sum())),
        (Field::Reason, Cell::of(why.clone(), Cell::Unused)),
        (Field::ToKeep, Cell::of(why, Cell::ToKeep)),
    ])
}
