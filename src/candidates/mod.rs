//! Admissible pairs and cluster options: what the integer program may choose from.

use std::ops::Range;

use crate::base::{Id, IdVec, Metres, Points};
use crate::id_types;
use crate::instance::{BoardId, ClusterId, Day, Instance, Owner, SchoolId, Student, StudentId};

id_types! {
    /// A cluster option.
    pub OptionId;
    /// An admissible pair.
    pub PairId;
}

/// Where a placement happens: under a cluster that meets on a day, or in the shell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Setting {
    /// In a cluster that meets on this day.
    Meeting(Day),
    /// In the shell, in no cluster.
    Shell,
}

/// One student at one school in one setting: what a rule admits or refuses, and prices.
#[derive(Clone, Copy, Debug)]
pub struct Placing<'a> {
    /// The world.
    pub instance: &'a Instance,
    /// Who.
    pub student: StudentId,
    /// Where.
    pub school: SchoolId,
    /// Under which meeting day, or in the shell.
    pub setting: Setting,
    /// How far, where known.
    pub journey: Option<Metres>,
}

impl<'a> Placing<'a> {
    /// A student at a school in a setting, with the journey as the instance knows it.
    pub fn new(
        instance: &'a Instance,
        student: StudentId,
        school: SchoolId,
        setting: Setting,
    ) -> Self {
        Self { instance, student, school, setting, journey: instance.journey(student, school) }
    }

    /// The student's facts.
    pub fn student(&self) -> &'a Student {
        &self.instance.students[self.student]
    }

    /// The meeting day that concerns this student: that of the cluster, for its members.
    pub fn meeting_day(&self) -> Option<Day> {
        match self.setting {
            Setting::Meeting(day) if self.instance.in_community(self.student) => Some(day),
            Setting::Meeting(_) | Setting::Shell => None,
        }
    }
}

/// What a cluster option comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Origin {
    /// An existing cluster.
    Existing(ClusterId),
    /// Newly formed, by a board or a network.
    New(Owner),
}

/// A set of schools with one meeting day, that may be used as a cluster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClusterOption {
    /// What it comes from.
    pub origin: Origin,
    /// Its schools, in order.
    pub schools: Vec<SchoolId>,
    /// Its meeting day.
    pub meeting_day: Day,
    /// What using it costs.
    pub opening: Points,
}

impl ClusterOption {
    /// Whose clusters it counts towards.
    pub fn owner(&self, instance: &Instance) -> Owner {
        match self.origin {
            Origin::Existing(cluster) => instance.owner(instance.clusters[cluster].board),
            Origin::New(owner) => owner,
        }
    }

    /// The board whose limits and settings are its own, where it is an existing cluster.
    pub fn board(&self, instance: &Instance) -> Option<BoardId> {
        match self.origin {
            Origin::Existing(cluster) => Some(instance.clusters[cluster].board),
            Origin::New(_) => None,
        }
    }

    /// Whether it would be a new cluster.
    pub fn is_new(&self) -> bool {
        matches!(self.origin, Origin::New(_))
    }
}

/// A pair that the rules admit, with one number for all rules that price it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    /// Who.
    pub student: StudentId,
    /// Where.
    pub school: SchoolId,
    /// Under which meeting day, or in the shell.
    pub setting: Setting,
    /// How far, where known.
    pub journey: Option<Metres>,
    /// What it costs per student.
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
}

impl Candidates {
    /// Candidates from options and pairs; the pairs by student, then school, then setting.
    ///
    /// # Panics
    /// When the pairs are not in that order.
    pub fn new(
        instance: &Instance,
        options: IdVec<OptionId, ClusterOption>,
        pairs: IdVec<PairId, Pair>,
    ) -> Self {
        assert!(pairs.values().is_sorted_by_key(|pair| (pair.student, pair.school, pair.setting)));
        let mut of_student = IdVec::filled(0..0, instance.students.len());
        let mut at_school = IdVec::filled(Vec::new(), instance.schools.len());
        let mut options_with = IdVec::filled(Vec::new(), instance.schools.len());
        for (id, pair) in pairs.iter() {
            let range: &mut Range<usize> = &mut of_student[pair.student];
            if range.is_empty() {
                *range = id.index()..id.index();
            }
            range.end = id.index() + 1;
            at_school[pair.school].push(id);
        }
        for (id, option) in options.iter() {
            for &school in &option.schools {
                options_with[school].push(id);
            }
        }
        Self { options, pairs, of_student, at_school, options_with }
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
    pub fn settings(&self, instance: &Instance, school: SchoolId) -> Vec<Setting> {
        if instance.in_shell(school) {
            return vec![Setting::Shell];
        }
        let mut settings: Vec<Setting> = self.options_with[school]
            .iter()
            .map(|&option| Setting::Meeting(self.options[option].meeting_day))
            .collect();
        settings.sort_unstable();
        settings.dedup();
        settings
    }
}
