//! Pairs of students who are to be together, or apart.

use super::vocabulary::{MeetingPlace, PairKind, Strength};
use super::{Instance, StudentId};
use crate::base::Points;

/// Two students who are to be together, or apart. Neither is a cohort of more than one student.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StudentPair {
    /// Whether they are to be together or apart.
    pub kind: PairKind,
    /// The two students, in order.
    pub students: [StudentId; 2],
    /// Where they are together.
    pub at: MeetingPlace,
    /// Whether it is demanded, or worth a price.
    pub strength: Strength,
    /// The points where it is not so; `None` for those of the rule.
    pub worth: Option<Points>,
    /// Why it is asked, for planners only. No plan depends on it, so that it is no part of the canonical form.
    pub because: Option<String>,
}

impl Instance {
    /// The pairs of one kind, each with its position among all pairs.
    pub fn pairs_of(&self, kind: PairKind) -> impl Iterator<Item = (usize, &StudentPair)> {
        self.pairs.iter().enumerate().filter(move |(_, pair)| pair.kind == kind)
    }

    /// The pairs of one kind whose first student this is.
    pub fn pairs_from(&self, kind: PairKind, student: StudentId) -> &[StudentPair] {
        let first = |pair: &StudentPair| (pair.kind, pair.students[0]);
        let start = self.pairs.partition_point(|pair| first(pair) < (kind, student));
        let end = self.pairs.partition_point(|pair| first(pair) <= (kind, student));
        &self.pairs[start..end]
    }

    /// The ids of the students of a pair.
    pub fn pair_ids(&self, pair: &StudentPair) -> [&str; 2] {
        pair.students.map(|student| self.students[student].id.as_str())
    }
}
