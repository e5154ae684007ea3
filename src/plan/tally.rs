//! The counts of an assignment that rules and indicators use.
//!
//! The integer program counts with its own expressions and never with these, so that an error in one shows
//! against the other.

use std::collections::BTreeMap;

use super::{Conventions, Placing, Setting};
use crate::base::IdVec;
use crate::instance::{
    BoardId, Instance, MeetingPlace, Owner, PlacesFor, SchoolId, StudentId, StudentPair,
};
use crate::message;
use crate::plan::assignment::{Assignment, Origin, Placement, UsedCluster};
use crate::texts::Message;

/// An assignment with its counts.
#[derive(Clone, Debug)]
pub struct Tally<'a> {
    /// The instance.
    pub instance: &'a Instance,
    /// Settings that concern more than one rule.
    pub conventions: Conventions,
    /// The assignment that is counted.
    pub assignment: &'a Assignment,
    cluster_at: IdVec<SchoolId, Option<usize>>,
    /// The positions of the placements in each used cluster.
    placed_in: Vec<Vec<usize>>,
    students_at: IdVec<SchoolId, i64>,
    placed: IdVec<StudentId, i64>,
}

impl<'a> Tally<'a> {
    /// Counts an assignment. If a school is in two used clusters, the first one counts.
    pub fn new(
        instance: &'a Instance,
        conventions: Conventions,
        assignment: &'a Assignment,
    ) -> Self {
        let mut cluster_at = IdVec::filled(None, instance.schools.len());
        for (index, cluster) in assignment.clusters.iter().enumerate() {
            for &school in &cluster.schools {
                cluster_at[school].get_or_insert(index);
            }
        }
        let mut students_at = IdVec::filled(0, instance.schools.len());
        let mut placed = IdVec::filled(0, instance.students.len());
        let mut placed_in = vec![Vec::new(); assignment.clusters.len()];
        for (position, placement) in assignment.placements.iter().enumerate() {
            students_at[placement.school] += placement.count;
            placed[placement.student] += placement.count;
            if let Some(cluster) = cluster_at[placement.school] {
                placed_in[cluster].push(position);
            }
        }
        Self { instance, conventions, assignment, cluster_at, placed_in, students_at, placed }
    }

    /// The position of the used cluster that contains a school.
    pub fn cluster_at(&self, school: SchoolId) -> Option<usize> {
        self.cluster_at[school]
    }

    /// The placements of a student, with their positions.
    pub fn placements_of(
        &self,
        student: StudentId,
    ) -> impl Iterator<Item = (usize, &'a Placement)> + use<'a> {
        let placements = &self.assignment.placements;
        let first = placements.partition_point(|placement| placement.student < student);
        let from_there = placements.iter().enumerate().skip(first);
        from_there.take_while(move |(_, placement)| placement.student == student)
    }

    /// Whether the students of a pair are together, or not; `None` unless both have a place.
    pub fn together(&self, pair: &StudentPair) -> Option<bool> {
        let schools = |student| -> Vec<SchoolId> {
            self.placements_of(student).map(|(_, placement)| placement.school).collect()
        };
        let [some, others] = pair.students.map(schools);
        if some.is_empty() || others.is_empty() {
            return None;
        }
        let meet = |one: SchoolId, other: SchoolId| match pair.at {
            MeetingPlace::School => one == other,
            MeetingPlace::Cluster => {
                let cluster = self.cluster_at(one);
                one == other || (cluster.is_some() && cluster == self.cluster_at(other))
            }
        };
        Some(some.iter().any(|&one| others.iter().any(|&other| meet(one, other))))
    }

    /// The number of changes of a student entry against the previous plan; 0 without one.
    pub fn changes_of(&self, student: StudentId) -> i64 {
        let Some(earlier) = &self.instance.previous_plan else { return 0 };
        let now: BTreeMap<SchoolId, i64> = self
            .placements_of(student)
            .map(|(_, placement)| (placement.school, placement.count))
            .collect();
        let now_at = |school| now.get(&school).copied().unwrap_or(0);
        earlier.students[student].changes(now_at, self.instance.students[student].count)
    }

    /// The number of changes against the previous plan; 0 without one.
    pub fn changes(&self) -> i64 {
        self.instance.students.ids().map(|student| self.changes_of(student)).sum()
    }

    /// Students at a school, of any year.
    pub fn students_at(&self, school: SchoolId) -> i64 {
        self.students_at[school]
    }

    /// Students at a school that count towards a tighter limit.
    pub fn students_counted(&self, school: SchoolId, limit: &PlacesFor) -> i64 {
        let here = self.assignment.placements.iter().filter(|placement| {
            placement.school == school && limit.counts(&self.instance.students[placement.student])
        });
        here.map(|placement| placement.count).sum()
    }

    /// Students at all schools of a board.
    pub fn students_at_board(&self, board: BoardId) -> i64 {
        let schools = self.instance.schools.iter().filter(|(_, school)| school.board == board);
        schools.map(|(id, _)| self.students_at[id]).sum()
    }

    /// The number of students of an entry with a place.
    pub fn placed(&self, student: StudentId) -> i64 {
        self.placed[student]
    }

    /// The number of students of an entry without a place; never below 0.
    pub fn left_out(&self, student: StudentId) -> i64 {
        (self.instance.students[student].count - self.placed[student]).max(0)
    }

    /// The setting of a school in this plan; `None` if it can take no student.
    pub fn setting(&self, school: SchoolId) -> Option<Setting> {
        match self.cluster_at[school] {
            Some(index) => Some(Setting::Meeting(self.assignment.clusters[index].meeting_day)),
            None => self.instance.in_shell(school).then_some(Setting::Shell),
        }
    }

    /// The placements that have a setting, with their positions.
    pub fn placings(&self) -> impl Iterator<Item = (usize, Placing<'a>, i64)> + '_ {
        self.assignment.placements.iter().enumerate().filter_map(|(index, placement)| {
            let Placement { student, school, count } = *placement;
            let setting = self.setting(school)?;
            Some((index, Placing::new(self.instance, student, school, setting), count))
        })
    }

    /// The placements in a used cluster.
    pub fn placements_in(&self, cluster: usize) -> impl Iterator<Item = &'a Placement> + '_ {
        let positions = self.placed_in[cluster].iter();
        positions.map(|&position| &self.assignment.placements[position])
    }

    /// The members of a used cluster's learning community, with their number.
    pub fn members_of(&self, cluster: usize) -> impl Iterator<Item = (StudentId, i64)> + '_ {
        self.placements_in(cluster)
            .filter(|placement| self.instance.in_community(placement.student))
            .map(|placement| (placement.student, placement.count))
    }

    /// The number of members of a used cluster.
    pub fn member_count(&self, cluster: usize) -> i64 {
        self.members_of(cluster).map(|(_, count)| count).sum()
    }

    /// Students placed in clusters, of any year.
    pub fn core_students(&self) -> i64 {
        self.in_setting(|setting| matches!(setting, Setting::Meeting(_)))
    }

    /// Students placed in the shell.
    pub fn shell_students(&self) -> i64 {
        self.in_setting(|setting| setting == Setting::Shell)
    }

    /// The students whom the grant counts, if money is counted.
    pub fn grant_students(&self) -> Option<i64> {
        Some(self.instance.grant_count()?.earlier().unwrap_or_else(|| self.core_students()))
    }

    /// Used clusters per owner.
    pub fn clusters_per_owner(&self) -> BTreeMap<Owner, i64> {
        let mut counts = BTreeMap::new();
        for cluster in &self.assignment.clusters {
            *counts.entry(self.owner(cluster)).or_insert(0) += 1;
        }
        counts
    }

    /// The owner for which a used cluster counts.
    pub fn owner(&self, cluster: &UsedCluster) -> Owner {
        match cluster.origin {
            Origin::Existing(existing) => {
                self.instance.owner(self.instance.clusters[existing].board)
            }
            Origin::New(owner) => owner,
        }
    }

    /// The id of the board that answers for a used cluster; of a new one in a network, the network.
    pub fn answers_for(&self, cluster: &UsedCluster) -> &'a str {
        match cluster.origin {
            Origin::Existing(existing) => {
                &self.instance.boards[self.instance.clusters[existing].board].id
            }
            Origin::New(owner) => self.instance.owner_id(owner),
        }
    }

    /// A used cluster in words: its id if it exists already, otherwise its schools.
    pub fn cluster_name(&self, index: usize) -> Message {
        let cluster = &self.assignment.clusters[index];
        match cluster.origin {
            Origin::Existing(existing) => {
                message!("cluster-named", id = &self.instance.clusters[existing].id)
            }
            Origin::New(_) => {
                let ids = cluster.schools.iter().map(|&id| self.instance.schools[id].id.as_str());
                message!("cluster-new-of", schools = ids.collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn in_setting(&self, counts: impl Fn(Setting) -> bool) -> i64 {
        self.placings()
            .filter(|(_, placing, _)| counts(placing.setting))
            .map(|(_, _, count)| count)
            .sum()
    }
}
