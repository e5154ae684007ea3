//! Admissible pairs and cluster options: what the integer program may choose from.

use std::ops::Range;

use crate::base::{Id, IdVec, Metres, Points};
use crate::id_types;
use crate::instance::{Day, Instance, Owner, SchoolId, StudentId};
use crate::plan::Setting;
use crate::plan::assignment::{Origin, UsedCluster};

id_types! {
    /// A cluster option.
    pub OptionId;
    /// An admissible pair.
    pub PairId;
}

/// A cluster option: a set of schools with a meeting day that may be used as a cluster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClusterOption {
    /// The existing cluster, or the owner of a new one.
    pub origin: Origin,
    /// The schools, sorted.
    pub schools: Vec<SchoolId>,
    /// The day on which the learning community would meet.
    pub meeting_day: Day,
    /// The cost of using it.
    pub opening: Points,
}

impl ClusterOption {
    /// The board or network towards whose limit on clusters it counts.
    pub fn owner(&self, instance: &Instance) -> Owner {
        match self.origin {
            Origin::Existing(cluster) => instance.owner(instance.clusters[cluster].board),
            Origin::New(owner) => owner,
        }
    }

    /// The option as a used cluster of a plan.
    pub fn as_used(&self) -> UsedCluster {
        UsedCluster {
            origin: self.origin,
            schools: self.schools.clone(),
            meeting_day: self.meeting_day,
        }
    }

    /// Whether a used cluster is this option: of the same origin, with the same schools and day.
    pub fn makes(&self, cluster: &UsedCluster) -> bool {
        self.origin == cluster.origin && self.is_alike(cluster)
    }

    /// Whether a used cluster has the schools and the day of this option, whatever the origin of either: a cluster
    /// that was formed may be a listed one by now.
    pub fn is_alike(&self, cluster: &UsedCluster) -> bool {
        self.schools == cluster.schools && self.meeting_day == cluster.meeting_day
    }

    /// Whether it would be a new cluster.
    pub fn is_new(&self) -> bool {
        matches!(self.origin, Origin::New(_))
    }
}

/// An admissible pair: a student entry at a school in a setting, with its price under all rules together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    /// The student entry.
    pub student: StudentId,
    /// The school.
    pub school: SchoolId,
    /// In a cluster that meets on a given day, or in the shell.
    pub setting: Setting,
    /// The journey; `None` if unknown.
    pub journey: Option<Metres>,
    /// The price per student.
    pub price: Points,
}

/// All cluster options and all admissible pairs.
#[derive(Clone, Debug)]
pub struct Candidates {
    /// The cluster options.
    pub options: IdVec<OptionId, ClusterOption>,
    /// The pairs, by student, then school, then setting.
    pub pairs: IdVec<PairId, Pair>,
    of_student: IdVec<StudentId, Range<usize>>,
    at_school: IdVec<SchoolId, Vec<PairId>>,
    options_with: IdVec<SchoolId, Vec<OptionId>>,
    settings: IdVec<SchoolId, Vec<Setting>>,
}

impl Candidates {
    /// Candidates from options, pairs, and `settings`: those that the options and the shell give each
    /// school.
    ///
    /// # Panics
    /// If the pairs are not sorted by student, then school, then setting.
    pub fn new(
        instance: &Instance,
        options: IdVec<OptionId, ClusterOption>,
        settings: IdVec<SchoolId, Vec<Setting>>,
        pairs: IdVec<PairId, Pair>,
    ) -> Self {
        assert!(pairs.values().is_sorted_by_key(|pair| (pair.student, pair.school, pair.setting)));
        let mut of_student = IdVec::filled(0..0, instance.students.len());
        let mut at_school = IdVec::filled(Vec::new(), instance.schools.len());
        let mut options_with = IdVec::filled(Vec::new(), instance.schools.len());
        for (id, pair) in pairs.iter() {
            let range: &mut Range<usize> = &mut of_student[pair.student];
            if range.end == 0 {
                range.start = id.index();
            }
            range.end = id.index() + 1;
            at_school[pair.school].push(id);
        }
        for (id, option) in options.iter() {
            for &school in &option.schools {
                options_with[school].push(id);
            }
        }
        Self { options, pairs, of_student, at_school, options_with, settings }
    }

    /// The pairs of a student.
    pub fn of_student(&self, student: StudentId) -> impl Iterator<Item = PairId> + use<> {
        self.of_student[student].clone().map(PairId::from_index)
    }

    /// The pairs at a school, in every setting.
    pub fn at_school(&self, school: SchoolId) -> &[PairId] {
        &self.at_school[school]
    }

    /// The pairs at a school in one setting.
    pub fn at_school_in(
        &self,
        school: SchoolId,
        setting: Setting,
    ) -> impl Iterator<Item = PairId> + Clone {
        self.at_school[school]
            .iter()
            .copied()
            .filter(move |&pair| self.pairs[pair].setting == setting)
    }

    /// The options that contain a school.
    pub fn options_with(&self, school: SchoolId) -> &[OptionId] {
        &self.options_with[school]
    }

    /// The options that contain a school and meet on a day.
    pub fn options_with_on(
        &self,
        school: SchoolId,
        day: Day,
    ) -> impl Iterator<Item = OptionId> + Clone {
        self.options_with[school]
            .iter()
            .copied()
            .filter(move |&option| self.options[option].meeting_day == day)
    }

    /// The settings in which a school may take students: a day per option, or the shell.
    pub fn settings(&self, school: SchoolId) -> &[Setting] {
        &self.settings[school]
    }
}
