//! Forms the existing clusters of a board from schools that lie near each other.

use super::drawn_school::DrawnSchool;
use super::draws::{DrawSubject, Draws};
use super::point::MapPoint;
use super::region::{ExistingClusters, RegionBoard};
use crate::instance::document::{ClusterDocument, StudentCount};

/// Largest distance in a straight line between two schools of a cluster, in metres: with the default detour factor a
/// journey of 11.7 km, within the default reach of 12 km of rule `forming`.
const REACH_M: i64 = 9_000;
/// Largest number of schools in a cluster.
const MOST_SCHOOLS: usize = 4;
/// Number of places that a cluster should offer: the default target of rule `cluster_size`.
const ENOUGH_PLACES: i64 = 12;
/// Number of places from which a cluster has a higher target than the default.
const MANY_PLACES: i64 = 20;

/// Forms the existing clusters of the board with that number and records them in its schools;
/// `before` is the number of clusters of earlier boards.
pub(super) fn form_clusters(
    board: &RegionBoard,
    number: usize,
    schools: &mut [DrawnSchool],
    before: usize,
    seed: u64,
) -> Vec<ClusterDocument> {
    match board.clusters {
        ExistingClusters::OfNeighbours(count) => {
            let draws = Draws::new(seed, DrawSubject::Clusters, number);
            of_neighbours(board, count as usize, schools, before, draws)
        }
        ExistingClusters::OfEachSchool => (0..schools.len())
            .map(|school| {
                schools[school].cluster = Some(before + school);
                cluster(board, school + 1, &[school], schools)
            })
            .collect(),
    }
}

/// Starts at the edge of the board's area, so that the schools that remain for a new cluster lie where most schools
/// are.
fn of_neighbours(
    board: &RegionBoard,
    count: usize,
    schools: &mut [DrawnSchool],
    before: usize,
    mut draws: Draws,
) -> Vec<ClusterDocument> {
    let mut clusters = Vec::new();
    // Clusters that offer enough come first; smaller ones only where those run out.
    for least_places in [ENOUGH_PLACES, 0] {
        for first in from_the_edge(schools) {
            if clusters.len() == count {
                return clusters;
            }
            if schools[first].cluster.is_some() {
                continue;
            }
            // Three schools in a cluster as often as four.
            let wished = MOST_SCHOOLS - draws.position(2);
            let members = around(first, schools, wished);
            if members.len() >= 2 && places_of(&members, schools) >= least_places {
                for &member in &members {
                    schools[member].cluster = Some(before + clusters.len());
                }
                clusters.push(cluster(board, clusters.len() + 1, &members, schools));
            }
        }
    }
    clusters
}

/// The positions of the schools, farthest from their centre first.
fn from_the_edge(schools: &[DrawnSchool]) -> Vec<usize> {
    let points: Vec<MapPoint> = schools.iter().map(|school| school.at).collect();
    let Some(middle) = MapPoint::middle(&points) else { return Vec::new() };
    let mut order: Vec<usize> = (0..schools.len()).collect();
    order.sort_by_key(|&school| (-schools[school].at.distance_m2(middle), school));
    order
}

/// A school and the nearest free schools, all within reach of each other, in order: the wished number, or more if
/// they offer too few places.
fn around(first: usize, schools: &[DrawnSchool], wished: usize) -> Vec<usize> {
    let near = |one: usize, other: usize| {
        schools[one].at.distance_m2(schools[other].at) <= REACH_M * REACH_M
    };
    let mut others: Vec<usize> = (0..schools.len())
        .filter(|&other| other != first && schools[other].cluster.is_none() && near(first, other))
        .collect();
    others.sort_by_key(|&other| (schools[first].at.distance_m2(schools[other].at), other));
    let mut members = vec![first];
    for other in others {
        let full = members.len() >= wished && places_of(&members, schools) >= ENOUGH_PLACES;
        if members.len() == MOST_SCHOOLS || full {
            break;
        }
        if members.iter().all(|&member| near(member, other)) {
            members.push(other);
        }
    }
    members.sort_unstable();
    members
}

fn places_of(members: &[usize], schools: &[DrawnSchool]) -> i64 {
    members.iter().map(|&member| schools[member].places()).sum()
}

fn cluster(
    board: &RegionBoard,
    number: usize,
    members: &[usize],
    schools: &[DrawnSchool],
) -> ClusterDocument {
    let (min, target, max) = own_size(places_of(members, schools));
    let count = |number| StudentCount::try_from(number).expect("as many as a few schools take");
    ClusterDocument {
        id: format!("{}-{number}", board.id),
        name: Some(format!("{} {number}", board.name)),
        board: board.id.clone(),
        schools: members.iter().map(|&member| schools[member].document.id.clone()).collect(),
        keep: board.keep.then_some(true),
        meeting_days: None,
        min: min.map(count),
        target: target.map(count),
        max: max.map(count),
        opening_worth_km: None,
    }
}

/// Minimum, target and maximum of a cluster's members, if its places make others sensible than the defaults 8, 12 and
/// 16 of rule `cluster_size`.
fn own_size(places: i64) -> (Option<i64>, Option<i64>, Option<i64>) {
    match places {
        // A kept cluster must be able to hold its least number also when some
        // places go to year 4.
        ..ENOUGH_PLACES => (Some((places / 2).min(6)), Some(places.max(1)), None),
        MANY_PLACES.. => (None, Some(14), Some(18)),
        _ => (None, None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_sizes_stay_in_order() {
        for places in 0..60 {
            let (min, target, max) = own_size(places);
            let (min, target, max) = (min.unwrap_or(8), target.unwrap_or(12), max.unwrap_or(16));
            assert!(min <= target && target <= max, "{places}");
            assert!(min <= places, "{places}");
        }
    }
}
