//! Conditions on every plan, whatever the rules: a school in at most one used cluster, an existing
//! cluster on one of its days, and every student at a school that takes students.

use super::{Finding, finding};
use crate::base::IdVec;
use crate::instance::SchoolId;
use crate::message;
use crate::plan::Tally;
use crate::plan::assignment::Origin;

const STRUCTURE: &str = "structure";

/// Adds a finding for every violated condition.
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
            let sentence = message!("verify-takes-no-part", cluster = tally.cluster_name(index));
            finding(findings, STRUCTURE, sentence);
        }
        let default = [tally.conventions.default_day];
        let days = facts.meeting_days.as_deref().unwrap_or(&default);
        if !days.contains(&cluster.meeting_day) {
            let name = tally.cluster_name(index);
            let day = cluster.meeting_day.to_string();
            let sentence = message!("verify-wrong-day", cluster = name, day = day);
            finding(findings, STRUCTURE, sentence);
        }
    }
    for (school, &number) in clusters_with.iter() {
        if number > 1 {
            let id = &instance.schools[school].id;
            let sentence = message!("verify-in-several-clusters", school = id, count = number);
            finding(findings, STRUCTURE, sentence);
        }
    }
}

fn check_placements(tally: &Tally, findings: &mut Vec<Finding>) {
    for placement in &tally.assignment.placements {
        if tally.setting(placement.school).is_none() {
            let student = &tally.instance.students[placement.student].id;
            let school = &tally.instance.schools[placement.school].id;
            let sentence = message!("verify-at-unused-school", student = student, school = school);
            finding(findings, STRUCTURE, sentence);
        }
    }
}
