//! Boards and their networks.

use std::collections::BTreeMap;

use super::names::{IdKind, IdRegister};
use super::problems::{Location, Problems};
use crate::base::{Id, IdVec};
use crate::instance::document::{BoardDocument, ClusterCount, InstanceDocument, StudentCount};
use crate::instance::{Board, BoardId, Network, NetworkId, Standing};

/// The boards, in the order of their ids.
pub fn boards(
    document: &InstanceDocument,
    names: &IdRegister,
    problems: &mut Problems,
) -> IdVec<BoardId, Board> {
    let mut clusters: BTreeMap<&str, i64> = BTreeMap::new();
    for cluster in document.clusters.iter().flatten() {
        *clusters.entry(&cluster.board).or_default() += 1;
    }
    let rows = names.roll(IdKind::Board).rows();
    rows.map(|row| {
        let written = &document.boards[row];
        let least = written.min_students.map(StudentCount::get);
        let most = written.max_students.map(StudentCount::get);
        let spot = Location::Document.key("boards");
        problems.in_order(("min_students", least), ("max_students", most), spot.index(row));
        let listed = clusters.get(written.id.as_str()).copied().unwrap_or(0);
        board(written, listed, names)
    })
    .collect()
}

fn board(written: &BoardDocument, clusters_listed: i64, names: &IdRegister) -> Board {
    let network = written.network.as_deref();
    Board {
        id: written.id.clone(),
        name: written.name.clone().unwrap_or_else(|| written.id.clone()),
        standing: written.standing.unwrap_or(Standing::Partner),
        max_clusters: written.max_clusters.map_or(clusters_listed, ClusterCount::get),
        network: network
            .and_then(|network| names.roll(IdKind::Network).position(network))
            .map(NetworkId::from_index),
        min_students: written.min_students.map(StudentCount::get),
        max_students: written.max_students.map(StudentCount::get),
    }
}

/// The networks, in the order of their ids, with their boards in order.
pub fn networks(boards: &IdVec<BoardId, Board>, names: &IdRegister) -> IdVec<NetworkId, Network> {
    let members = |network| {
        let of_it = boards.iter().filter(move |(_, board)| board.network == Some(network));
        of_it.map(|(id, _)| id).collect()
    };
    let ids = names.roll(IdKind::Network).ids().enumerate();
    ids.map(|(index, id)| Network {
        id: id.to_owned(),
        boards: members(NetworkId::from_index(index)),
    })
    .collect()
}
