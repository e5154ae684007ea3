//! A survey of a plan: for each student, whether a rule refuses a school, and if not, what keeps the student
//! from it.

use std::collections::BTreeMap;

use super::Problem;
use super::sieve::Sieve;
use crate::base::{IdVec, Metres};
use crate::instance::{BoardId, SchoolId, StudentId};
use crate::plan::{Placing, Tally};
use crate::rules::{Rule, Tariff, forming, travel};

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

/// What becomes of all schools for one student.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SurveyedSchools {
    /// The number of schools by the position of the first rule that refuses them in every setting.
    pub refused: BTreeMap<usize, i64>,
    /// The schools that no rule refuses, in order, with their states in the plan.
    pub open: Vec<(SchoolId, OpenSchool)>,
}

impl SurveyedSchools {
    fn count(&mut self, rule: usize, schools: i64) {
        if schools > 0 {
            *self.refused.entry(rule).or_insert(0) += schools;
        }
    }
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
    /// The number of schools that some option, or the shell, contains.
    placeable: i64,
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
            placeable: problem.settings.values().filter(|settings| !settings.is_empty()).count()
                as i64,
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
        let journey = self.problem.instance.journey(student, school);
        self.status_with(student, school, journey, &self.refusing)
    }

    /// What becomes of all schools for a student.
    ///
    /// With many schools nearly all are surely too far. Where no rule before `travel` may refuse the student anything, those
    /// are only counted; else their journeys are not measured, since that rule refuses one that is unknown as it refuses one
    /// that is too long.
    pub fn schools(&self, student: StudentId) -> SurveyedSchools {
        let Problem { instance, settings, .. } = self.problem;
        let refusing = self.refusing(student);
        let near = self.sieve.schools_for(student);
        let mut surveyed = SurveyedSchools::default();
        let mut add = |school, journey| match self.status_with(student, school, journey, &refusing)
        {
            SchoolStatus::Refused(rule) => surveyed.count(rule, 1),
            SchoolStatus::Open(state) => surveyed.open.push((school, state)),
        };
        let is_travel = |&&(rule, _): &&(usize, &dyn Tariff)| self.id(rule) == travel::CARD.id;
        if let Some(&(travel, _)) = refusing.first().filter(is_travel) {
            for &school in &near {
                add(school, instance.journey(student, school));
            }
            let is_placeable = |school: &&SchoolId| !settings[**school].is_empty();
            let placeable = near.iter().filter(is_placeable).count() as i64;
            let far = self.placeable - placeable;
            let unplaceable = instance.schools.len() as i64 - self.placeable;
            let nowhere = unplaceable - (near.len() as i64 - placeable);
            surveyed.count(travel, far);
            self.forming().into_iter().for_each(|forming| surveyed.count(forming, nowhere));
        } else {
            let mut near = near.into_iter().peekable();
            for school in instance.schools.ids() {
                let near = near.next_if_eq(&school);
                add(school, near.and_then(|near| instance.journey(student, near)));
            }
        }
        surveyed
    }

    fn id(&self, rule: usize) -> &'static str {
        self.rules[rule].card().id
    }

    /// The position of rule `forming`, which refuses schools that no cluster option and no shell contains.
    fn forming(&self) -> Option<usize> {
        self.rules.iter().position(|rule| rule.card().id == forming::CARD.id)
    }

    /// The rules that may refuse a student anything.
    fn refusing(&self, student: StudentId) -> Vec<(usize, &'a dyn Tariff)> {
        let facts = &self.problem.instance.students[student];
        let may_refuse = |(_, tariff): &&(usize, &'a dyn Tariff)| tariff.may_refuse(facts);
        self.refusing.iter().filter(may_refuse).copied().collect()
    }

    fn status_with(
        &self,
        student: StudentId,
        school: SchoolId,
        journey: Option<Metres>,
        refusing: &[(usize, &dyn Tariff)],
    ) -> SchoolStatus {
        match self.first_refusal(student, school, journey, refusing) {
            Some(rule) => SchoolStatus::Refused(rule),
            None => SchoolStatus::Open(self.open_school(student, school, journey)),
        }
    }

    /// The position of the first rule that refuses a school, with a journey there, to a student in every setting, among
    /// those that may refuse the student anything.
    fn first_refusal(
        &self,
        student: StudentId,
        school: SchoolId,
        journey: Option<Metres>,
        refusing: &[(usize, &dyn Tariff)],
    ) -> Option<usize> {
        // A fixed placement overrides refusals.
        let instance = &self.problem.instance;
        if self.problem.conventions.locked(&instance.students[student], school) {
            return None;
        }
        let settings = &self.problem.settings[school];
        if settings.is_empty() {
            return self.forming();
        }
        let refuses = |tariff: &dyn Tariff| {
            settings.iter().all(|&setting| {
                let placing =
                    Placing { instance, student_id: student, school_id: school, setting, journey };
                tariff.admit(&placing).is_err()
            })
        };
        refusing.iter().find(|(_, tariff)| refuses(*tariff)).map(|&(position, _)| position)
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
