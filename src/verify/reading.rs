//! Reads a plan's ids into an assignment.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, finding};
use crate::instance::document::CohortSize;
use crate::instance::{ClusterId, Instance, SchoolId, StudentId};
use crate::plan::assignment::{Assignment, Origin, Placement, UsedCluster};
use crate::plan::{Cluster, ClusterKind, Plan};

const STRUCTURE: &str = "structure";

/// The assignment of a plan; what cannot be understood is found and left away.
pub fn read(instance: &Instance, plan: &Plan, findings: &mut Vec<Finding>) -> Assignment {
    let known = Known::new(instance);
    let mut seen = BTreeSet::new();
    let mut clusters = Vec::new();
    for cluster in &plan.clusters {
        if !seen.insert(&cluster.id) {
            finding(findings, STRUCTURE, format!("cluster {} stands twice", cluster.id));
        }
        clusters.extend(known.cluster(cluster, findings));
    }
    let mut placements = Vec::new();
    for placement in &plan.placements {
        let student = known.students.get(placement.student.as_str()).copied();
        let school = known.schools.get(placement.school.as_str()).copied();
        if student.is_none() {
            finding(findings, STRUCTURE, format!("there is no student {}", placement.student));
        }
        if school.is_none() {
            finding(findings, STRUCTURE, format!("there is no school {}", placement.school));
        }
        if !(CohortSize::LEAST..=CohortSize::GREATEST).contains(&placement.count) {
            let sentence = format!("{} is placed {} times", placement.student, placement.count);
            finding(findings, STRUCTURE, sentence);
        } else if let (Some(student), Some(school)) = (student, school) {
            placements.push(Placement { student, school, count: placement.count });
        }
    }
    Assignment::new(clusters, placements)
}

/// What ids stand for.
struct Known<'a> {
    instance: &'a Instance,
    schools: BTreeMap<&'a str, SchoolId>,
    clusters: BTreeMap<&'a str, ClusterId>,
    students: BTreeMap<&'a str, StudentId>,
}

impl<'a> Known<'a> {
    fn new(instance: &'a Instance) -> Self {
        let schools = instance.schools.iter().map(|(id, school)| (school.id.as_str(), id));
        let clusters = instance.clusters.iter().map(|(id, cluster)| (cluster.id.as_str(), id));
        let students = instance.students.iter().map(|(id, student)| (student.id.as_str(), id));
        Self {
            instance,
            schools: schools.collect(),
            clusters: clusters.collect(),
            students: students.collect(),
        }
    }

    fn cluster(&self, cluster: &Cluster, findings: &mut Vec<Finding>) -> Option<UsedCluster> {
        let mut schools = Vec::new();
        for id in &cluster.schools {
            match self.schools.get(id.as_str()) {
                Some(&school) if schools.contains(&school) => {
                    let sentence = format!("cluster {} lists {id} twice", cluster.id);
                    finding(findings, STRUCTURE, sentence);
                }
                Some(&school) => schools.push(school),
                None => finding(findings, STRUCTURE, format!("there is no school {id}")),
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
                    let sentence = format!("cluster {} has other schools", cluster.id);
                    finding(findings, STRUCTURE, sentence);
                }
                Some(Origin::Existing(existing))
            }
            (ClusterKind::Existing, None) => {
                let sentence = format!("there is no existing cluster {}", cluster.id);
                finding(findings, STRUCTURE, sentence);
                None
            }
            (ClusterKind::New, Some(_)) => {
                let sentence = format!("new cluster {} has the id of an existing one", cluster.id);
                finding(findings, STRUCTURE, sentence);
                None
            }
            (ClusterKind::New, None) => {
                let Some(&first) = schools.first() else {
                    finding(findings, STRUCTURE, format!("cluster {} has no school", cluster.id));
                    return None;
                };
                let board = self.instance.schools[first].board;
                Some(Origin::New(self.instance.owner(board)))
            }
        }
    }
}
