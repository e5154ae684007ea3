//! A survey of a plan: for each student, whether a rule refuses a school, and if not, what keeps the student
//! from it.

use super::Problem;
use crate::base::IdVec;
use crate::instance::{BoardId, SchoolId, StudentId};
use crate::plan::{Placing, Tally};
use crate::rules::{Rule, Tariff, forming};

/// The state, in a plan, of a school that no rule refuses to a student.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Remaining {
    /// No place is left for this student.
    Full,
    /// It has room, but its cluster has as many members as it may have, and this student would be one.
    ClusterFull,
    /// It is in no used cluster that this student may join.
    NotUsed,
    /// It has room; placing the student would break a rule that binds a whole, or cost more.
    Room,
}

impl Remaining {
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

/// Whether a rule refuses a school to a student, and if not, the state of the school in the plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// The position, among the rules of the problem, of the first that refuses it in every setting.
    Refused(usize),
    /// No rule refuses it.
    Remains(Remaining),
}

/// A plan with counts that all students share.
#[derive(Debug)]
pub struct Survey<'a> {
    /// The problem of the plan.
    pub problem: &'a Problem,
    /// Its rules, in order.
    pub rules: Vec<&'a dyn Rule>,
    tariffs: Vec<&'a dyn Tariff>,
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
        let mut survey = Self {
            problem,
            rules: problem.rulebook.rules(),
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

    /// The fate of a school for a student. Schools that no cluster option and no shell contains are refused
    /// by rule `forming`, which decides about options.
    pub fn fate(&self, student: StudentId, school: SchoolId) -> Fate {
        match self.first_refusal(student, school) {
            Some(rule) => Fate::Refused(rule),
            None => Fate::Remains(self.remaining(student, school)),
        }
    }

    /// The position of the first rule that refuses a school to a student in every setting.
    fn first_refusal(&self, student: StudentId, school: SchoolId) -> Option<usize> {
        // A fixed placement overrides refusals.
        let facts = &self.problem.instance.students[student];
        if self.problem.conventions.locked(facts, school) {
            return None;
        }
        let settings = &self.problem.settings[school];
        if settings.is_empty() {
            return self.rules.iter().position(|rule| rule.card().id == forming::CARD.id);
        }
        // Computes each journey once for all rules.
        let placings = settings.iter();
        let placings: Vec<Placing> = placings
            .map(|&setting| Placing::new(&self.problem.instance, student, school, setting))
            .collect();
        let refuses = |rule: &&dyn Rule| {
            let tariff = rule.tariff();
            tariff.is_some_and(|tariff| placings.iter().all(|one| tariff.admit(one).is_err()))
        };
        self.rules.iter().position(refuses)
    }

    fn remaining(&self, student: StudentId, school: SchoolId) -> Remaining {
        let Problem { instance, .. } = self.problem;
        let facts = &instance.schools[school];
        let open = self.tally.setting(school).is_some_and(|setting| {
            let placing = Placing::new(instance, student, school, setting);
            self.problem.admits(&self.tariffs, &placing)
        });
        let mut limits = facts.places_for.iter().zip(&self.counted[school]);
        let group_full = limits.any(|(limit, &counted)| {
            limit.counts(&instance.students[student]) && counted >= limit.places
        });
        if !open {
            Remaining::NotUsed
        } else if self.tally.students_at(school) >= facts.places || group_full {
            Remaining::Full
        } else if self.cluster_is_full(student, school) {
            Remaining::ClusterFull
        } else {
            Remaining::Room
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
