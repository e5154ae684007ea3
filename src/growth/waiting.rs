//! Existing clusters that take part, or may not, by what the path decides; and what their schools may do meanwhile.
//!
//! A cluster of the base takes part once all its boards do. Until then its schools may form new clusters, and as long
//! as one of those is open, the cluster of the base is not there. The problem of a year in which every board has
//! entered knows nothing of that: here it gets what such a year may use besides.

use std::collections::BTreeSet;

use crate::input::errors::InputErrors;
use crate::instance::document::InstanceDocument;
use crate::instance::{ClusterId, Files, Named, SchoolId, Standing};
use crate::model::candidates::ClusterOption;
use crate::problem::Problem;
use crate::scenarios;

use super::GrowthPath;

/// An existing cluster whose part in a year depends on what the path decides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WaitingForm {
    /// The cluster.
    pub cluster: ClusterId,
    /// Whether it must be used once it takes part.
    pub keep: bool,
    /// The ids of its schools.
    pub schools: BTreeSet<String>,
    /// The ids of the boards that must have entered.
    pub boards: BTreeSet<String>,
    /// Whether one of its schools may be in a cluster that the path has opened.
    is_contested: bool,
}

/// The clusters of a year's widest problem that depend on what the path decides: on the boards that `may_enter`, and on
/// which of the schools that may have been in a new cluster the year before are `taken`.
pub fn waiting(
    path: &GrowthPath,
    year: usize,
    problem: &Problem,
    may_enter: &BTreeSet<&str>,
    taken: &BTreeSet<String>,
) -> Vec<WaitingForm> {
    let instance = &problem.instance;
    let written = || path.documents[year].clusters.iter().flatten();
    let clusters = instance.clusters.iter().filter(|(_, cluster)| cluster.takes_part);
    let waiting = clusters.filter_map(|(id, cluster)| {
        // One that the path has opened is no cluster of the base.
        let own = written().find(|own| own.id == cluster.id)?;
        let schools: BTreeSet<String> =
            cluster.schools.iter().map(|&school| instance.schools[school].id.clone()).collect();
        let boards = cluster.schools.iter().map(|&school| instance.board_of(school));
        let boards = boards.chain([&instance.boards[cluster.board]]);
        let boards: BTreeSet<String> = boards
            .map(|board| board.id.clone())
            .filter(|board| may_enter.contains(board.as_str()))
            .collect();
        let is_contested = !schools.is_disjoint(taken);
        let keep = own.keep == Some(true);
        let depends = !boards.is_empty() || is_contested;
        depends.then_some(WaitingForm { cluster: id, keep, schools, boards, is_contested })
    });
    waiting.collect()
}

/// The new clusters that schools of waiting clusters may form while these take no part. `document` is the instance of
/// the problem.
///
/// # Errors
/// If the instance without these clusters is not valid.
pub fn meanwhile(
    path: &GrowthPath,
    document: &InstanceDocument,
    problem: &Problem,
    waiting: &[WaitingForm],
    files: &Files,
) -> Result<Vec<ClusterOption>, InputErrors> {
    let mut without = document.clone();
    let gone: BTreeSet<String> = waiting
        .iter()
        .map(|waiting| problem.instance.clusters[waiting.cluster].id.clone())
        .collect();
    scenarios::without_clusters(&mut without, &gone);
    for student in &mut without.students {
        student.fixed = None;
    }
    let free = path.problem(&without, None, files)?;
    let instance = &problem.instance;
    let options = free.options.values().filter(|option| {
        let boards: BTreeSet<&str> =
            option.schools.iter().map(|&school| instance.board_of(school).id.as_str()).collect();
        // A cluster whose boards must all have entered for this one takes part when this one may open.
        let may_be_away = |waiting: &WaitingForm| {
            waiting.is_contested || waiting.boards.iter().any(|id| !boards.contains(id.as_str()))
        };
        let mut touched = waiting.iter().filter(|waiting| {
            let schools = option.schools.iter().map(|&school| &instance.schools[school].id);
            schools.into_iter().any(|school| waiting.schools.contains(school))
        });
        let mut touches = false;
        let is_possible = touched.all(|waiting| {
            touches = true;
            may_be_away(waiting)
        });
        option.is_new() && touches && is_possible
    });
    Ok(options.cloned().collect())
}

/// Leaves out what only holds while waiting clusters take part: that they must be used, and, where their schools may
/// be used meanwhile by some further options or in the shell, what wishes and exclusions say of them. So it is with every
/// existing cluster, also one that takes no part at all, of which a school may be `taken` by a cluster that the path has
/// opened: the instance of such a year does not have it. A student who wishes for such a cluster is taken to be content
/// anywhere, which can only lower a bound.
pub fn relax(
    path: &GrowthPath,
    year: usize,
    problem: &mut Problem,
    waiting: &[WaitingForm],
    (further, taken): (&[ClusterOption], &BTreeSet<String>),
) {
    let instance = &problem.instance;
    let is_taken = |&school: &SchoolId| taken.contains(&instance.schools[school].id);
    let clusters = instance.clusters.iter();
    let mut in_use: BTreeSet<ClusterId> = clusters
        .filter(|(_, cluster)| cluster.schools.iter().any(is_taken))
        .map(|(id, _)| id)
        .collect();
    for waiting in waiting {
        let cluster = &mut problem.instance.clusters[waiting.cluster];
        cluster.keep = false;
        let touches =
            |option: &ClusterOption| option.schools.iter().any(|id| cluster.schools.contains(id));
        let is_in_shell = |board: &String| path.standing_before(year, board) == Standing::Shell;
        if further.iter().any(touches) || waiting.boards.iter().any(is_in_shell) {
            in_use.insert(waiting.cluster);
        }
    }
    let is_meant =
        |named: &Named| matches!(named, Named::Cluster(cluster) if in_use.contains(cluster));
    for student in problem.instance.students.values_mut() {
        student.not.retain(|named| !is_meant(named));
        if student.wishes.iter().any(is_meant) {
            student.wishes.clear();
        }
    }
}
