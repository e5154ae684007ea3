//! Clusters and their meetings.

use std::collections::BTreeMap;

use super::students::part;
use crate::instance::{Programme, Student};
use crate::plan::Tally;
use crate::plan::{ClusterIndicators, Proportion};
use crate::problem::Problem;

/// The clusters of a plan.
pub fn clusters(problem: &Problem, tally: &Tally) -> ClusterIndicators {
    let used = &tally.assignment.clusters;
    let new = used.iter().filter(|cluster| cluster.is_new()).count();
    let existing = problem.instance.clusters.values().filter(|cluster| cluster.takes_part).count();
    let off_target = problem.rulebook.cluster_size.as_ref().map(|rule| {
        let off = (0..used.len()).filter(|&index| {
            tally.member_count(index) != rule.target_of(&problem.instance, used[index].origin)
        });
        off.count() as i64
    });
    ClusterIndicators {
        used: used.len() as i64,
        new: new as i64,
        unused: existing as i64 - (used.len() - new) as i64,
        members: (0..used.len()).map(|index| tally.member_count(index)).sum(),
        off_target,
    }
}

/// Members who are free on the meeting day of their cluster, among the students that count.
pub fn attendance(tally: &Tally, counts: impl Fn(&Student) -> bool) -> Proportion {
    let members = tally
        .placings()
        .filter(|(_, placing, _)| placing.meeting().is_some() && counts(placing.student()));
    part(members, |placing| !placing.misses_meeting())
}

/// The [`attendance`] of each programme that has members.
pub fn attendance_per_programme(tally: &Tally) -> BTreeMap<String, Proportion> {
    let parts = Programme::ALL.iter().map(|&programme| {
        let of_programme = |student: &Student| student.programme == programme;
        (programme.word().to_owned(), attendance(tally, of_programme))
    });
    parts.filter(|(_, part)| part.of > 0).collect()
}
