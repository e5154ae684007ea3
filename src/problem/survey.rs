//! A survey of a plan: for each student, whether a rule refuses a school, and if not, what keeps the student
//! from it.

use super::Problem;
use super::sieve::Sieve;
use crate::base::{IdVec, Metres};
use crate::instance::{BoardId, SchoolId, StudentId};
use crate::plan::{Placing, Tally};
use crate::rules::{Rule, Tariff, forming};

/// The state, in a plan, of a school that no rule refuses to a student.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum OpenSchool {
    /// No place is left for this student.
    Full,
    /// It has room, but its cluster has as many members as it may have, and this student would be one.
    ClusterFull,
    /// It is in no used cluster that this student may join.
    NotUsed,
    /// It has room; placing the student would break a rule that binds a whole, or cost more.
    Room,
}

impl OpenSchool {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Full, Self::ClusterFull, Self::NotUsed, Self::Room];

    /// The word for it in a plan file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::ClusterFull => "cluster_full",
            Self::NotUsed => "not_used",
            Self::Room => "room",
        }
    }
}

/// Whether a rule refuses a school to a student or the school is open to the student.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SchoolStatus {
    /// The position, among the rules of the problem, of the first that refuses it in every setting.
    Refused(usize),
    /// No rule refuses it; the state of the school in the plan.
    Open(OpenSchool),
}

/// A plan with counts that all students share.
#[derive(Debug)]
pub struct Survey<'a> {
    /// The problem of the plan.
    pub problem: &'a Problem,
    /// Its rules, in order.
    pub rules: Vec<&'a dyn Rule>,
    tariffs: Vec<&'a dyn Tariff>,
    /// The rules that may refuse a pair, with their positions among all.
    refusing: Vec<(usize, &'a dyn Tariff)>,
    sieve: Sieve<'a>,
    /// The plan.
    pub tally: &'a Tally<'a>,
    /// Members per used cluster.
    members: Vec<i64>,
    /// Students per school that count towards each of its tighter limits.
    counted: IdVec<SchoolId, Vec<i64>>,
    at_board: IdVec<BoardId, i64>,
}

impl<'a> Survey<'a> {
    /// A survey of a plan.
    pub fn of(problem: &'a Problem, tally: &'a Tally<'a>) -> Self {
        let instance = &problem.instance;
        let limits = instance.schools.values().map(|school| vec![0; school.places_for.len()]);
        let rules = problem.rulebook.rules();
        let refusing = rules.iter().enumerate();
        let refusing = refusing.filter_map(|(position, rule)| Some((position, rule.tariff()?)));
        let mut survey = Self {
            problem,
            refusing: refusing.collect(),
            rules,
            sieve: Sieve::new(problem),
            tariffs: problem.rulebook.tariffs(),
            tally,
            members: vec![0; tally.assignment.clusters.len()],
            counted: limits.collect(),
            at_board: IdVec::filled(0, instance.boards.len()),
        };
        for placement in &tally.assignment.placements {
            let (school, facts) = (placement.school, &instance.schools[placement.school]);
            survey.at_board[facts.board] += placement.count;
            if let Some(cluster) = tally.cluster_at(school)
                && instance.in_community(placement.student)
            {
                survey.members[cluster] += placement.count;
            }
            for (limit, counted) in facts.places_for.iter().zip(&mut survey.counted[school]) {
                if limit.counts(&instance.students[placement.student]) {
                    *counted += placement.count;
                }
            }
        }
        survey
    }

    /// How many students a board's schools have together.
    pub fn students_at_board(&self, board: BoardId) -> i64 {
        self.at_board[board]
    }

    /// The status of a school for a student. Schools that no cluster option and no shell contains are refused
    /// by rule `forming`, which decides about options.
    pub fn status(&self, student: StudentId, school: SchoolId) -> SchoolStatus {
        self.status_with(student, school, self.problem.instance.journey(student, school))
    }

    /// The status of every school for a student, by school.
    ///
    /// Only journeys within reach are measured: with many schools, nearly all are surely too far, and rule `travel` refuses
    /// a journey that is unknown as it refuses one that is too long.
    pub fn statuses(&self, student: StudentId) -> impl Iterator<Item = SchoolStatus> + '_ {
        let instance = &self.problem.instance;
        let near = self.sieve.schools_for(student);
        let mut near = near.into_iter().peekable();
        instance.schools.ids().map(move |school| {
            let journey = near.next_if_eq(&school).and_then(|near| instance.journey(student, near));
            self.status_with(student, school, journey)
        })
    }

    fn status_with(
        &self,
        student: StudentId,
        school: SchoolId,
        journey: Option<Metres>,
    ) -> SchoolStatus {
        match self.first_refusal(student, school, journey) {
            Some(rule) => SchoolStatus::Refused(rule),
            None => SchoolStatus::Open(self.open_school(student, school, journey)),
        }
    }

    /// The position of the first rule that refuses a school, with a journey there, to a student in every setting.
    fn first_refusal(
        &self,
        student: StudentId,
        school: SchoolId,
        journey: Option<Metres>,
    ) -> Option<usize> {
        // A fixed placement overrides refusals.
        let instance = &self.problem.instance;
        if self.problem.conventions.locked(&instance.students[student], school) {
            return None;
        }
        let settings = &self.problem.settings[school];
        if settings.is_empty() {
            return self.rules.iter().position(|rule| rule.card().id == forming::CARD.id);
        }
        let refuses = |tariff: &dyn Tariff| {
            settings.iter().all(|&setting| {
                let placing =
                    Placing { instance, student_id: student, school_id: school, setting, journey };
                tariff.admit(&placing).is_err()
            })
        };
        let mut refusing = self.refusing.iter();
        refusing.find(|&&(_, tariff)| refuses(tariff)).map(|&(position, _)| position)
    }

    fn open_school(
        &self,
        student: StudentId,
        school: SchoolId,
        journey: Option<Metres>,
    ) -> OpenSchool {
        let Problem { instance, .. } = self.problem;
        let facts = &instance.schools[school];
        let open = self.tally.setting(school).is_some_and(|setting| {
            let (student_id, school_id) = (student, school);
            let placing = Placing { instance, student_id, school_id, setting, journey };
            self.problem.admits(&self.tariffs, &placing)
        });
        let mut limits = facts.places_for.iter().zip(&self.counted[school]);
        let group_full = limits.any(|(limit, &counted)| {
            limit.counts(&instance.students[student]) && counted >= limit.places
        });
        if !open {
            OpenSchool::NotUsed
        } else if self.tally.students_at(school) >= facts.places || group_full {
            OpenSchool::Full
        } else if self.cluster_is_full(student, school) {
            OpenSchool::ClusterFull
        } else {
            OpenSchool::Room
        }
    }

    fn cluster_is_full(&self, student: StudentId, school: SchoolId) -> bool {
        let Problem { instance, rulebook, .. } = self.problem;
        let (Some(rule), Some(cluster)) = (&rulebook.cluster_size, self.tally.cluster_at(school))
        else {
            return false;
        };
        let origin = self.tally.assignment.clusters[cluster].origin;
        instance.in_community(student) && self.members[cluster] >= rule.most_of(instance, origin)
    }
}
