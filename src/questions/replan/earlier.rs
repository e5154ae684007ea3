//! An earlier plan, by this engine or any other, matched with the current instance.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{IdVec, sha256};
use crate::input::errors::{Code, InputErrors};
use crate::instance::document::CohortSize;
use crate::instance::{Before, ClusterId, Earlier, Instance, SchoolId, StudentId};
use crate::message;
use crate::plan::assignment::{Assignment, Origin, Placement, UsedCluster};
use crate::plan::{Cluster, ClusterKind, EarlierCoreCount, PlacementEntry, Plan};
use crate::problem::Problem;
use crate::texts::Message;
use crate::verify::{Finding, verify_assignment};

/// An earlier plan, matched with the current instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PreviousPlan {
    /// The earlier schools of each student, for rule `continuity`.
    pub earlier: Earlier,
    /// The clusters and placements that still exist. They may break the current rules.
    pub assignment: Assignment,
    /// Students, schools and clusters that no longer exist.
    pub gone: Vec<Gone>,
    /// The findings of the check against the current rules.
    pub findings: Vec<Finding>,
}

/// Something in an earlier plan that no longer exists.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gone {
    /// A student entry.
    Student(String),
    /// A student entry that has shrunk below the number of its students who had a place.
    Fewer {
        /// The student's id.
        student: String,
        /// Students who had a place.
        then: i64,
        /// Students in the entry now.
        now: i64,
    },
    /// A school.
    School {
        /// The id of the school.
        school: String,
        /// Current students who were placed there.
        students: i64,
    },
    /// A cluster, of which no school is left.
    Cluster(String),
}

impl Gone {
    /// A sentence about it, without a full stop.
    pub fn sentence(&self) -> Message {
        match self {
            Self::Student(id) => message!("questions-gone-student", student = id),
            Self::Fewer { student, then, now } => {
                message!("questions-gone-fewer", student = student, then = *then, now = *now)
            }
            Self::School { school, students } => {
                message!("questions-gone-school", school = school, count = *students)
            }
            Self::Cluster(id) => message!("questions-gone-cluster", cluster = id),
        }
    }
}

/// Reads an earlier plan from the bytes of its file.
///
/// # Errors
/// If it is not a plan file, or a number of students is out of range.
pub fn read(problem: &Problem, bytes: &[u8]) -> Result<(PreviousPlan, Plan), InputErrors> {
    let plan = Plan::read(bytes)?;
    check_counts(&plan)?;
    let core_students = core_students(&plan);
    check_counted(&problem.instance, core_students)?;
    let reader = Reader::new(&problem.instance);
    let mut gone = BTreeSet::new();
    let (students, leavers) = reader.students(&plan, &mut gone);
    let clusters = reader.clusters(&plan, &mut gone);
    let placements = reader.placements(&students, &mut gone);
    let assignment = Assignment::new(clusters, placements);
    let findings = verify_assignment(problem, assignment.clone()).findings;
    let earlier = Earlier {
        sha256: sha256(bytes),
        students,
        leavers,
        core_students: Some(core_students),
        max_changes: None,
        is_stated: false,
    };
    let gone = gone.into_iter().collect();
    Ok((PreviousPlan { earlier, assignment, gone, findings }, plan))
}

fn check_counts(plan: &Plan) -> Result<(), InputErrors> {
    let mut errors = InputErrors::default();
    let placements = plan.placements.iter().map(|one| one.count).enumerate();
    let unplaced = plan.unplaced.iter().flatten().map(|one| one.count).enumerate();
    let named = placements
        .map(|(index, count)| (format!("placements[{index}].count"), count))
        .chain(unplaced.map(|(index, count)| (format!("unplaced[{index}].count"), count)));
    for (location, count) in named {
        if !(CohortSize::LEAST..=CohortSize::GREATEST).contains(&count) {
            let (least, most) = (CohortSize::LEAST.to_string(), CohortSize::GREATEST.to_string());
            let allowed = message!("questions-range", least = least, most = most);
            let advice = message!("questions-correct-count");
            errors.add(Code::OutOfRange, location, count.to_string(), allowed, advice);
        }
    }
    errors.into_result(())
}

/// How many students were in clusters, by what each placement states, else by the schools of the plan's clusters.
fn core_students(plan: &Plan) -> i64 {
    let schools = plan.clusters.iter().flat_map(|cluster| &cluster.schools);
    let schools: BTreeSet<&str> = schools.map(String::as_str).collect();
    let in_cluster = |placement: &&PlacementEntry| match &placement.cluster {
        Some(stated) => stated.is_some(),
        None => schools.contains(placement.school.as_str()),
    };
    plan.placements.iter().filter(in_cluster).map(|placement| placement.count).sum()
}

/// Checks that a grant can count the students in clusters, if it is to.
fn check_counted(instance: &Instance, core_students: i64) -> Result<(), InputErrors> {
    let mut errors = InputErrors::default();
    let counts = instance.finance.as_ref().is_some_and(|it| it.grant.counts_previous_plan());
    let most = EarlierCoreCount::GREATEST;
    if counts && core_students > most {
        let found = message!("questions-counted-found", count = core_students.to_string());
        let allowed = message!("questions-counted-allowed", most = most.to_string());
        let help = message!("questions-counted-help");
        errors.add(Code::OutOfRange, "placements", found, allowed, help);
    }
    errors.into_result(())
}

/// The current schools, students and clusters by id.
struct Reader<'a> {
    instance: &'a Instance,
    schools: BTreeMap<&'a str, SchoolId>,
    students: BTreeMap<&'a str, StudentId>,
    clusters: BTreeMap<&'a str, ClusterId>,
}

impl<'a> Reader<'a> {
    fn new(instance: &'a Instance) -> Self {
        Self {
            instance,
            schools: instance.schools_by_id(),
            students: instance.students_by_id(),
            clusters: instance.clusters_by_id(),
        }
    }

    /// Where the current students were, and those who are not there any more. A plan that does not list who was left out is taken to have had as
    /// many students per entry as have a place in it, or as there are now if that is more.
    fn students(
        &self,
        plan: &Plan,
        gone: &mut BTreeSet<Gone>,
    ) -> (IdVec<StudentId, Before>, BTreeMap<String, Before>) {
        let mut students = IdVec::filled(Before::default(), self.instance.students.len());
        let mut leavers = BTreeMap::new();
        let mut at_schools_gone = BTreeMap::<&str, i64>::new();
        for placement in &plan.placements {
            let school = self.schools.get(placement.school.as_str());
            let student = self.students.get(placement.student.as_str());
            if school.is_none() {
                let count = student.map_or(0, |_| placement.count);
                *at_schools_gone.entry(&placement.school).or_default() += count;
            }
            let before = if let Some(&student) = student {
                &mut students[student]
            } else {
                gone.insert(Gone::Student(placement.student.clone()));
                leavers.entry(placement.student.clone()).or_insert_with(Before::default)
            };
            match school {
                Some(&school) => *before.at.entry(school).or_default() += placement.count,
                None => before.add_at_gone(&placement.school, placement.count),
            }
        }
        for before in leavers.values_mut() {
            before.count = before.placed();
        }
        let schools = at_schools_gone.into_iter();
        gone.extend(
            schools.map(|(school, students)| Gone::School { school: school.to_owned(), students }),
        );
        self.count_entries(plan, &mut students, gone);
        (students, leavers)
    }

    /// Counts the students that each entry had.
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

    /// The clusters that still exist. Each school belongs to the first cluster that lists it.
    fn clusters(&self, plan: &Plan, gone: &mut BTreeSet<Gone>) -> Vec<UsedCluster> {
        let mut taken = BTreeSet::new();
        let mut used = Vec::new();
        for cluster in &plan.clusters {
            let Some(current) = self.cluster(cluster) else {
                gone.insert(Gone::Cluster(cluster.id.clone()));
                continue;
            };
            let before = taken.len();
            taken.extend(current.schools.iter().copied());
            if taken.len() == before + current.schools.len() {
                used.push(current);
            }
        }
        used
    }

    /// The current form of a cluster: an existing one by its id, any other by its schools, without those that
    /// no longer exist.
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

    /// The placements that still exist: at current schools, and of each entry no more than its current
    /// students.
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
