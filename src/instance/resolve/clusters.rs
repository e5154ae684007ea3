//! Existing clusters, and the schools in each.

use std::collections::BTreeMap;

use super::names::{IdKind, IdRegister};
use super::problems::{Location, Problems};
use super::schools::sorted;
use crate::base::{Id, IdVec, Kilometres, Points};
use crate::input::errors::Code;
use crate::instance::document::{ClusterDocument, InstanceDocument, StudentCount};
use crate::instance::{BoardId, ClusterId, ExistingCluster, Instance, SchoolId};
use crate::message;

/// The existing clusters, in the order of their ids, before it is known which take part.
pub fn clusters(
    document: &InstanceDocument,
    names: &IdRegister,
    problems: &mut Problems,
) -> IdVec<ClusterId, ExistingCluster> {
    check_one_cluster_each(document, problems);
    let list = Location::Document.key("clusters");
    let written = document.clusters.as_deref().unwrap_or_default();
    let rows = names.roll(IdKind::Cluster).rows();
    rows.map(|row| cluster(&written[row], list.index(row), names, problems)).collect()
}

fn cluster(
    written: &ClusterDocument,
    spot: Location,
    names: &IdRegister,
    problems: &mut Problems,
) -> ExistingCluster {
    problems.some_distinct(Some(&written.schools), spot.key("schools"));
    problems.some_distinct(written.meeting_days.as_deref(), spot.key("meeting_days"));
    let [min, target, max] =
        [written.min, written.target, written.max].map(|size| size.map(StudentCount::get));
    let board = names.refer(&[IdKind::Board], &written.board, spot.key("board"), problems);
    let list = spot.key("schools");
    let mut schools: Vec<SchoolId> = Vec::new();
    for (index, school) in written.schools.iter().enumerate() {
        let named = names.refer(&[IdKind::School], school, list.index(index), problems);
        schools.extend(named.map(|(_, index)| SchoolId::from_index(index)));
    }
    schools.sort_unstable();
    ExistingCluster {
        location: problems.written(spot),
        id: written.id.clone(),
        name: written.name.clone().unwrap_or_else(|| written.id.clone()),
        // An unknown board is a problem already; nobody sees this stand-in.
        board: BoardId::from_index(board.map_or(0, |(_, index)| index)),
        schools,
        keep: written.keep.unwrap_or(false),
        meeting_days: sorted(written.meeting_days.as_deref()),
        min,
        target,
        max,
        opening: written.opening_worth_km.map_or(Points::ZERO, Kilometres::points),
        takes_part: false,
    }
}

/// Adds an error for each school that is in more than one cluster.
fn check_one_cluster_each(document: &InstanceDocument, problems: &mut Problems) {
    let list = Location::Document.key("clusters");
    let mut first: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for (row, cluster) in document.clusters.iter().flatten().enumerate() {
        for (index, school) in cluster.schools.iter().enumerate() {
            let (first_row, first_id) = *first.entry(school).or_insert((row, &cluster.id));
            if first_row == row {
                continue;
            }
            problems.add(
                Code::SchoolInTwoClusters,
                list.index(row).key("schools").index(index),
                message!("instance-in-cluster", school = school.as_str(), cluster = first_id),
                message!("instance-one-cluster"),
                message!("common-remove-school-from-cluster"),
            );
        }
    }
}

/// Determines which clusters take part, and assigns their schools to them.
pub fn link(instance: &mut Instance) {
    for id in instance.clusters.ids() {
        let cluster = &instance.clusters[id];
        let takes_part = instance.boards[cluster.board].takes_part()
            && cluster.schools.iter().all(|&school| instance.board_of(school).takes_part());
        if takes_part {
            for &school in &cluster.schools {
                instance.schools[school].cluster = Some(id);
            }
        }
        instance.clusters[id].takes_part = takes_part;
    }
}
