//! Reads the ids of a plan into an assignment.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, finding};
use crate::instance::document::CohortSize;
use crate::instance::{ClusterId, Instance, SchoolId, StudentId};
use crate::message;
use crate::plan::assignment::{Assignment, Origin, Placement, UsedCluster};
use crate::plan::{Cluster, ClusterKind, Plan};

const STRUCTURE: &str = "structure";

/// The assignment of a plan. An entry that makes no sense becomes a finding and is skipped.
pub fn read(instance: &Instance, plan: &Plan, findings: &mut Vec<Finding>) -> Assignment {
    let known = Known::new(instance);
    let mut seen = BTreeSet::new();
    let mut clusters = Vec::new();
    for cluster in &plan.clusters {
        if !seen.insert(&cluster.id) {
            finding(findings, STRUCTURE, message!("verify-cluster-twice", cluster = &cluster.id));
        }
        clusters.extend(known.cluster(cluster, findings));
    }
    let mut placements = Vec::new();
    for placement in &plan.placements {
        let student = known.students.get(placement.student.as_str()).copied();
        let school = known.schools.get(placement.school.as_str()).copied();
        if student.is_none() {
            finding(findings, STRUCTURE, message!("verify-no-student", id = &placement.student));
        }
        if school.is_none() {
            finding(findings, STRUCTURE, message!("verify-no-school", id = &placement.school));
        }
        if !(CohortSize::LEAST..=CohortSize::GREATEST).contains(&placement.count) {
            let sentence =
                message!("verify-count", student = &placement.student, count = placement.count,);
            finding(findings, STRUCTURE, sentence);
        } else if let (Some(student), Some(school)) = (student, school) {
            placements.push(Placement { student, school, count: placement.count });
        }
    }
    Assignment::new(clusters, placements)
}

/// The things of an instance, by their ids.
struct Known<'a> {
    instance: &'a Instance,
    schools: BTreeMap<&'a str, SchoolId>,
    clusters: BTreeMap<&'a str, ClusterId>,
    students: BTreeMap<&'a str, StudentId>,
}

impl<'a> Known<'a> {
    fn new(instance: &'a Instance) -> Self {
        Self {
            instance,
            schools: instance.schools_by_id(),
            clusters: instance.clusters_by_id(),
            students: instance.students_by_id(),
        }
    }

    fn cluster(&self, cluster: &Cluster, findings: &mut Vec<Finding>) -> Option<UsedCluster> {
        let mut schools = Vec::new();
        for id in &cluster.schools {
            match self.schools.get(id.as_str()) {
                Some(&school) if schools.contains(&school) => {
                    let sentence =
                        message!("verify-school-twice", cluster = &cluster.id, school = id);
                    finding(findings, STRUCTURE, sentence);
                }
                Some(&school) => schools.push(school),
                None => finding(findings, STRUCTURE, message!("verify-no-school", id = id)),
            }
        }
        schools.sort_unstable();
        let origin = self.origin(cluster, &schools, findings)?;
        Some(UsedCluster { origin, schools, meeting_day: cluster.meeting_day })
    }

    fn origin(
        &self,
        cluster: &Cluster,
        schools: &[SchoolId],
        findings: &mut Vec<Finding>,
    ) -> Option<Origin> {
        let existing = self.clusters.get(cluster.id.as_str()).copied();
        match (cluster.kind, existing) {
            (ClusterKind::Existing, Some(existing)) => {
                if self.instance.clusters[existing].schools != schools {
                    let sentence = message!("verify-other-schools", cluster = &cluster.id);
                    finding(findings, STRUCTURE, sentence);
                }
                Some(Origin::Existing(existing))
            }
            (ClusterKind::Existing, None) => {
                let sentence = message!("verify-no-cluster", cluster = &cluster.id);
                finding(findings, STRUCTURE, sentence);
                None
            }
            (ClusterKind::New, Some(_)) => {
                let sentence = message!("verify-new-with-old-id", cluster = &cluster.id);
                finding(findings, STRUCTURE, sentence);
                None
            }
            (ClusterKind::New, None) => {
                let Some(&first) = schools.first() else {
                    finding(
                        findings,
                        STRUCTURE,
                        message!("verify-cluster-empty", cluster = &cluster.id),
                    );
                    return None;
                };
                let board = self.instance.schools[first].board;
                Some(Origin::New(self.instance.owner(board)))
            }
        }
    }
}
