//! The used clusters.

use super::super::count::Count;
use super::super::field::Field;
use super::super::table::{Cell, Table, Topic};
use super::{Row, Source};
use crate::plan::Cluster;
use crate::plan::Tally;
use crate::plan::assignment::UsedCluster;

const COLUMNS: [Field; 16] = [
    Field::Cluster,
    Field::ClusterId,
    Field::Kind,
    Field::Board,
    Field::Schools,
    Field::Town,
    Field::MeetingDay,
    Field::Members,
    Field::Least,
    Field::Target,
    Field::Most,
    Field::OffTarget,
    Field::Others,
    Field::FreeOnMeetingDay,
    Field::Journey,
    Field::Points,
];

/// The used clusters, in the order of the plan.
pub fn clusters(source: &Source) -> Table {
    let together = together(source.tally);
    let used = source.tally.assignment.clusters.iter().zip(&source.composed.clusters).enumerate();
    let rows = used.map(|(index, (used, cluster))| {
        let mut row = who(source, used, cluster);
        row.extend(size(source, used, source.facts.cluster_members[index]));
        if source.audience.sees_students() {
            row.extend(students(cluster, together[index]));
        }
        row
    });
    Table::new(Topic::Clusters, &COLUMNS, rows.collect())
}

fn who(source: &Source, used: &UsedCluster, cluster: &Cluster) -> Row {
    let instance = &source.problem.instance;
    let answers = cluster.board.clone().unwrap_or_default();
    let board = instance.boards.values().find(|board| board.id == answers);
    let board = board.map_or(answers.clone(), |board| board.name.clone());
    let schools = used.schools.iter().map(|&school| &instance.schools[school]);
    let mut towns: Vec<String> = schools.clone().filter_map(|school| school.town.clone()).collect();
    towns.sort_unstable();
    towns.dedup();
    let name = used.name(instance, &cluster.id);
    Row::from([
        (Field::Cluster, Cell::text(name)),
        (Field::ClusterId, Cell::text(&cluster.id)),
        (Field::Kind, Cell::Kind(cluster.kind)),
        (Field::Board, Cell::text(board)),
        (Field::Schools, Cell::texts(schools.map(|school| school.name.clone()).collect())),
        (Field::Town, Cell::texts(towns)),
        (Field::MeetingDay, Cell::Day(cluster.meeting_day)),
    ])
}

/// The minimum, target and maximum of a cluster's members, where the rules have them.
pub fn sizes(source: &Source, used: &UsedCluster) -> Row {
    let rule = source.problem.rulebook.cluster_size.as_ref();
    let sizes = rule.map(|rule| rule.sizes(&source.problem.instance, used.origin));
    Row::from([
        (Field::Least, Cell::of(sizes, |sizes| Cell::Number(sizes.min))),
        (Field::Target, Cell::of(sizes, |sizes| Cell::Number(sizes.target))),
        (Field::Most, Cell::of(sizes, |sizes| Cell::Number(sizes.max))),
    ])
}

fn size(source: &Source, used: &UsedCluster, members: Count) -> Row {
    let mut row = sizes(source, used);
    let off_target = match (members.exact(), row.get(&Field::Target)) {
        (Some(members), Some(Cell::Number(target))) => Cell::Number(members - target),
        _ => Cell::Empty,
    };
    row.extend([(Field::Members, Cell::Count(members)), (Field::OffTarget, off_target)]);
    row
}

/// Sums over the students of a cluster.
#[derive(Clone, Copy, Default)]
struct Together {
    /// Members who are free on the meeting day.
    free: i64,
    /// Their journeys that are known, in metres.
    metres: i64,
    /// Number of those journeys.
    known: i64,
}

/// The students of each used cluster together, in one pass.
fn together(tally: &Tally) -> Vec<Together> {
    let mut clusters = vec![Together::default(); tally.assignment.clusters.len()];
    for (_, placing, count) in tally.placings() {
        let Some(index) = tally.cluster_at(placing.school_id) else { continue };
        let cluster = &mut clusters[index];
        if placing.meeting().is_some() && !placing.misses_meeting() {
            cluster.free += count;
        }
        if let Some(journey) = placing.journey {
            cluster.metres += journey.0 * count;
            cluster.known += count;
        }
    }
    clusters
}

/// Cells that only planners see, because they are about few students.
fn students(cluster: &Cluster, together: Together) -> Row {
    let Together { free, metres, known } = together;
    let mean = (known > 0).then(|| (2 * metres + known) / (2 * known));
    let points = cluster.charged.iter().flat_map(|charged| charged.values());
    Row::from([
        (Field::Others, Cell::Number(cluster.others.unwrap_or_default())),
        (Field::FreeOnMeetingDay, Cell::Number(free)),
        (Field::Journey, Cell::of(mean, Cell::Metres)),
        (Field::Points, Cell::Points(points.map(|points| points.0).sum())),
    ])
}
