//! Examples: how a rule judges a plan, to be compared with what was worked out on paper.

use serde_json::Value;

use super::tiny;
use crate::base::Points;
use crate::instance::{Day, Instance, SchoolId};
use crate::plan::assignment::{Assignment, Origin, Placement, UsedCluster};
use crate::plan::{self, ClusterKind, Plan};
use crate::problem::Problem;
use crate::verify::verify;

/// A tiny instance and the rule under test.
#[derive(Debug)]
pub struct Example {
    /// The instance under its rules.
    pub problem: Problem,
    /// The id of the rule.
    pub rule: &'static str,
}

/// A tiny instance and the id of the rule under test.
#[track_caller]
pub fn example(document: Value, rule: &'static str) -> Example {
    Example { problem: tiny(document), rule }
}

/// A rule's judgement of a plan: its charges, breaches and overridden refusals.
#[derive(Debug)]
pub struct RuleJudgement {
    charge: Points,
    breaches: Vec<String>,
    overridden: Vec<String>,
}

impl Example {
    /// The rule's judgement of a plan: clusters like `c` (existing) or `h1+h2` (new), with `/wed`
    /// where they do not meet on Tuesday; placements like `s>h1`, with `*3` for three of a cohort.
    #[track_caller]
    pub fn plan(&self, clusters: &str, placements: &str) -> RuleJudgement {
        let assignment = assignment(&self.problem.instance, clusters, placements);
        let assessment = self.problem.assess(&self.problem.tally(&assignment));
        let own = assessment.breaches.iter().filter(|breach| breach.rule == self.rule);
        let instance = &self.problem.instance;
        let overridden = assessment.overridden.iter().filter(|one| one.rule == self.rule);
        RuleJudgement {
            charge: assessment.per_rule().get(self.rule).copied().unwrap_or_default(),
            breaches: own.map(|breach| breach.sentence.to_string()).collect(),
            overridden: overridden
                .map(|one| {
                    instance.students[assignment.placements[one.placement].student].id.clone()
                })
                .collect(),
        }
    }

    /// The findings of the verification, for all rules.
    #[track_caller]
    pub fn findings(&self, clusters: &str, placements: &str) -> Vec<String> {
        let assignment = assignment(&self.problem.instance, clusters, placements);
        let verdict = verify(&self.problem, &plan(&self.problem, &assignment));
        verdict.findings.iter().map(ToString::to_string).collect()
    }
}

impl RuleJudgement {
    /// Asserts that the rule finds no breach and charges these points.
    #[track_caller]
    pub fn costs(&self, points: i64) -> &Self {
        self.breaks(points, &[])
    }

    /// Asserts that the rule finds exactly these breaches and charges these points.
    #[track_caller]
    pub fn breaks(&self, points: i64, sentences: &[&str]) -> &Self {
        assert_eq!((self.charge, &*self.breaches), (Points(points), &*owned(sentences)));
        self
    }

    /// Asserts that the rule's refusals of exactly these students are overridden.
    #[track_caller]
    pub fn overrides(&self, students: &[&str]) -> &Self {
        assert_eq!(self.overridden, owned(students));
        self
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

/// An assignment as a plan file with clusters and placements only.
pub fn plan(problem: &Problem, assignment: &Assignment) -> Plan {
    let instance = &problem.instance;
    let tally = problem.tally(assignment);
    let ids = assignment.cluster_ids(instance);
    let clusters = assignment.clusters.iter().zip(&ids).map(|(cluster, id)| plan::Cluster {
        id: id.clone(),
        kind: if cluster.is_new() { ClusterKind::New } else { ClusterKind::Existing },
        board: None,
        schools: cluster.schools.iter().map(|&id| instance.schools[id].id.clone()).collect(),
        meeting_day: cluster.meeting_day,
        members: None,
        others: None,
        charged: None,
    });
    let placements = assignment.placements.iter().map(|placement| plan::PlacementEntry {
        student: instance.students[placement.student].id.clone(),
        count: placement.count,
        school: instance.schools[placement.school].id.clone(),
        cluster: Some(tally.cluster_at(placement.school).map(|cluster| ids[cluster].clone())),
        m: None,
        charged: None,
        overridden: Vec::new(),
        because: None,
    });
    Plan { clusters: clusters.collect(), placements: placements.collect(), ..Plan::default() }
}

/// A plan in a few words; see [`Example::plan`].
#[track_caller]
pub fn assignment(instance: &Instance, clusters: &str, placements: &str) -> Assignment {
    let clusters = clusters.split_whitespace().map(|words| cluster(instance, words));
    let placements = placements.split_whitespace().map(|words| placement(instance, words));
    Assignment::new(clusters.collect(), placements.collect())
}

#[track_caller]
fn cluster(instance: &Instance, words: &str) -> UsedCluster {
    let (name, day) = words.split_once('/').unwrap_or((words, "tue"));
    let meeting_day: Day = serde_json::from_value(day.into()).expect("a day");
    let existing = instance.clusters.iter().find(|(_, cluster)| cluster.id == name);
    if let Some((id, cluster)) = existing {
        let origin = Origin::Existing(id);
        return UsedCluster { origin, schools: cluster.schools.clone(), meeting_day };
    }
    let schools: Vec<SchoolId> = name.split('+').map(|id| school(instance, id)).collect();
    let origin = Origin::New(instance.owner(instance.schools[schools[0]].board));
    UsedCluster { origin, schools, meeting_day }
}

#[track_caller]
fn placement(instance: &Instance, words: &str) -> Placement {
    let (words, count) = words.split_once('*').unwrap_or((words, "1"));
    let (who, at) = words.split_once('>').expect("a placement has `>`");
    let student = instance.students.iter().find(|(_, student)| student.id == who);
    let (student, _) = student.unwrap_or_else(|| panic!("no student {who}"));
    Placement { student, school: school(instance, at), count: count.parse().expect("a count") }
}

#[track_caller]
fn school(instance: &Instance, id: &str) -> SchoolId {
    let found = instance.schools.iter().find(|(_, school)| school.id == id);
    found.unwrap_or_else(|| panic!("no school or cluster {id}")).0
}
