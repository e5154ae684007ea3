//! An earlier plan, ours or anyone's, read against the instance of today.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{IdVec, sha256};
use crate::input::errors::{Code, InputErrors};
use crate::instance::document::CohortSize;
use crate::instance::{Before, ClusterId, Earlier, Instance, SchoolId, StudentId};
use crate::plan::assignment::{Assignment, Origin, Placement, UsedCluster};
use crate::plan::{Cluster, ClusterKind, Plan};
use crate::problem::Problem;
use crate::verify::{Finding, verify_assignment};

/// An earlier plan against the instance of today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Previous {
    /// What rule `continuity` compares with.
    pub earlier: Earlier,
    /// What of it is still possible: who is where, in which clusters. It may break rules of today.
    pub assignment: Assignment,
    /// What it names that is not there any more.
    pub gone: Vec<Gone>,
    /// What is wrong with it today.
    pub findings: Vec<Finding>,
}

/// Something in an earlier plan that is not there any more.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gone {
    /// A student entry.
    Student(String),
    /// An entry has fewer students than had a place.
    Fewer {
        /// The student's id.
        student: String,
        /// How many had a place.
        then: i64,
        /// How many there are.
        now: i64,
    },
    /// A school, with how many students of today it had.
    School {
        /// Its id.
        school: String,
        /// How many students of today were there.
        students: i64,
    },
    /// A cluster.
    Cluster(String),
}

impl std::fmt::Display for Gone {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Student(id) => write!(formatter, "student {id} is not there any more"),
            Self::Fewer { student, then, now } => {
                write!(formatter, "{student} had {then} students with a place and now has {now}")
            }
            Self::School { school, students } => write!(
                formatter,
                "school {school} is not there any more; {students} student(s) of today were there"
            ),
            Self::Cluster(id) => write!(formatter, "cluster {id} is not there any more"),
        }
    }
}

/// Reads an earlier plan from the bytes of its file.
///
/// # Errors
/// Every problem of its text and form, and numbers of students that make no sense.
pub fn read(problem: &Problem, bytes: &[u8]) -> Result<(Previous, Plan), InputErrors> {
    let plan = Plan::read(bytes)?;
    check_counts(&plan)?;
    let reader = Reader::new(&problem.instance);
    let mut gone = BTreeSet::new();
    let students = reader.students(&plan, &mut gone);
    let clusters = reader.clusters(&plan, &mut gone);
    let placements = reader.placements(&students, &mut gone);
    let assignment = Assignment::new(clusters, placements);
    let findings = verify_assignment(problem, assignment.clone()).findings;
    let earlier = Earlier { sha256: sha256(bytes), students, max_changes: None };
    let gone = gone.into_iter().collect();
    Ok((Previous { earlier, assignment, gone, findings }, plan))
}

fn check_counts(plan: &Plan) -> Result<(), InputErrors> {
    let mut errors = InputErrors::default();
    let placements = plan.placements.iter().map(|one| one.count).enumerate();
    let unplaced = plan.unplaced.iter().flatten().map(|one| one.count).enumerate();
    let named = placements
        .map(|(index, count)| (format!("placements[{index}].count"), count))
        .chain(unplaced.map(|(index, count)| (format!("unplaced[{index}].count"), count)));
    for (place, count) in named {
        if !(CohortSize::LEAST..=CohortSize::GREATEST).contains(&count) {
            let allowed = format!("{} to {}", CohortSize::LEAST, CohortSize::GREATEST);
            let advice = "correct the number of students";
            errors.add(Code::OutOfRange, place, count.to_string(), allowed, advice);
        }
    }
    errors.into_result(())
}

/// What the ids of an earlier plan stand for today.
struct Reader<'a> {
    instance: &'a Instance,
    schools: BTreeMap<&'a str, SchoolId>,
    students: BTreeMap<&'a str, StudentId>,
    clusters: BTreeMap<&'a str, ClusterId>,
}

impl<'a> Reader<'a> {
    fn new(instance: &'a Instance) -> Self {
        let schools = instance.schools.iter().map(|(id, school)| (school.id.as_str(), id));
        let students = instance.students.iter().map(|(id, student)| (student.id.as_str(), id));
        let clusters = instance.clusters.iter().map(|(id, cluster)| (cluster.id.as_str(), id));
        Self {
            instance,
            schools: schools.collect(),
            students: students.collect(),
            clusters: clusters.collect(),
        }
    }

    /// Where the students of today were. A plan that does not say who was left out is taken to have
    /// had as many students as have a place in it, or as there are now, if these are more.
    fn students(&self, plan: &Plan, gone: &mut BTreeSet<Gone>) -> IdVec<StudentId, Before> {
        let mut students = IdVec::filled(Before::default(), self.instance.students.len());
        let mut at_schools_gone = BTreeMap::<&str, i64>::new();
        for placement in &plan.placements {
            let school = self.schools.get(placement.school.as_str());
            let student = self.students.get(placement.student.as_str());
            if school.is_none() {
                let count = student.map_or(0, |_| placement.count);
                *at_schools_gone.entry(&placement.school).or_default() += count;
            }
            let Some(&student) = student else {
                gone.insert(Gone::Student(placement.student.clone()));
                continue;
            };
            let before = &mut students[student];
            match school {
                Some(&school) => *before.at.entry(school).or_default() += placement.count,
                None => before.at_schools_gone += placement.count,
            }
        }
        let schools = at_schools_gone.into_iter();
        gone.extend(
            schools.map(|(school, students)| Gone::School { school: school.to_owned(), students }),
        );
        self.count_entries(plan, &mut students, gone);
        students
    }

    /// How many students each entry had.
    fn count_entries(
        &self,
        plan: &Plan,
        students: &mut IdVec<StudentId, Before>,
        gone: &mut BTreeSet<Gone>,
    ) {
        for (facts, before) in self.instance.students.values().zip(students.values_mut()) {
            before.count = before.placed();
            if plan.unplaced.is_none() {
                before.count = before.count.max(facts.count);
            }
        }
        for one in plan.unplaced.iter().flatten() {
            match self.students.get(one.student.as_str()) {
                Some(&student) => students[student].count += one.count,
                None => {
                    gone.insert(Gone::Student(one.student.clone()));
                }
            }
        }
    }

    /// The clusters that are still possible, each school in the first that has it.
    fn clusters(&self, plan: &Plan, gone: &mut BTreeSet<Gone>) -> Vec<UsedCluster> {
        let mut taken = BTreeSet::new();
        let mut used = Vec::new();
        for cluster in &plan.clusters {
            let Some(today) = self.cluster(cluster) else {
                gone.insert(Gone::Cluster(cluster.id.clone()));
                continue;
            };
            let before = taken.len();
            taken.extend(today.schools.iter().copied());
            if taken.len() == before + today.schools.len() {
                used.push(today);
            }
        }
        used
    }

    /// A cluster as it is today: an existing one by its id, any other by its schools, of which those
    /// that are gone are left away.
    fn cluster(&self, cluster: &Cluster) -> Option<UsedCluster> {
        let meeting_day = cluster.meeting_day;
        let existing = self.clusters.get(cluster.id.as_str());
        if let Some(&id) = existing.filter(|_| cluster.kind == ClusterKind::Existing) {
            let schools = self.instance.clusters[id].schools.clone();
            return Some(UsedCluster { origin: Origin::Existing(id), schools, meeting_day });
        }
        let schools = cluster.schools.iter().filter_map(|id| self.schools.get(id.as_str()));
        let schools: BTreeSet<SchoolId> = schools.copied().collect();
        let schools: Vec<SchoolId> = schools.into_iter().collect();
        let &first = schools.first()?;
        let same = self.instance.clusters.iter().find(|(_, known)| known.schools == schools);
        let new = Origin::New(self.instance.owner(self.instance.schools[first].board));
        let origin = same.map_or(new, |(id, _)| Origin::Existing(id));
        Some(UsedCluster { origin, schools, meeting_day })
    }

    /// The placements that are still possible: at schools that are there, and no more of an entry than
    /// it has students now.
    fn placements(
        &self,
        students: &IdVec<StudentId, Before>,
        gone: &mut BTreeSet<Gone>,
    ) -> Vec<Placement> {
        let mut placements = Vec::new();
        for (student, before) in students.iter() {
            let facts = &self.instance.students[student];
            if before.placed() > facts.count {
                gone.insert(Gone::Fewer {
                    student: facts.id.clone(),
                    then: before.placed(),
                    now: facts.count,
                });
            }
            let mut left = facts.count;
            for (&school, &then) in &before.at {
                let count = then.min(left);
                left -= count;
                if count > 0 {
                    placements.push(Placement { student, school, count });
                }
            }
        }
        placements
    }
}
