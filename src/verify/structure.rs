//! What every plan must be, whatever the rules say: a school in at most one used cluster, an
//! existing cluster on one of its days, and everyone at a school that takes students.

use super::{Finding, finding};
use crate::base::IdVec;
use crate::instance::SchoolId;
use crate::plan::Tally;
use crate::plan::assignment::Origin;

const STRUCTURE: &str = "structure";

/// Finds what is wrong with a plan as a plan.
pub fn check(tally: &Tally, findings: &mut Vec<Finding>) {
    check_clusters(tally, findings);
    check_placements(tally, findings);
}

fn check_clusters(tally: &Tally, findings: &mut Vec<Finding>) {
    let instance = tally.instance;
    let mut clusters_with: IdVec<SchoolId, i64> = IdVec::filled(0, instance.schools.len());
    for (index, cluster) in tally.assignment.clusters.iter().enumerate() {
        for &school in &cluster.schools {
            clusters_with[school] += 1;
        }
        let Origin::Existing(existing) = cluster.origin else { continue };
        let facts = &instance.clusters[existing];
        if !facts.takes_part {
            let sentence = format!("{} takes no part", tally.cluster_name(index));
            finding(findings, STRUCTURE, sentence);
        }
        let default = [tally.conventions.default_day];
        let days = facts.meeting_days.as_deref().unwrap_or(&default);
        if !days.contains(&cluster.meeting_day) {
            let name = tally.cluster_name(index);
            let sentence = format!("{name} meets on a day not allowed ({})", cluster.meeting_day);
            finding(findings, STRUCTURE, sentence);
        }
    }
    for (school, &number) in clusters_with.iter() {
        if number > 1 {
            let id = &instance.schools[school].id;
            finding(findings, STRUCTURE, format!("{id} is in {number} used clusters"));
        }
    }
}

fn check_placements(tally: &Tally, findings: &mut Vec<Finding>) {
    for placement in &tally.assignment.placements {
        if tally.setting(placement.school).is_none() {
            let student = &tally.instance.students[placement.student].id;
            let school = &tally.instance.schools[placement.school].id;
            let sentence =
                format!("{student} is at {school}, which is in no used cluster and no shell");
            finding(findings, STRUCTURE, sentence);
        }
    }
}
