//! What an earlier plan says of the students who are still there, with which rule `continuity` compares, and of those
//! whom the grant counts.

use std::collections::BTreeMap;

use super::{SchoolId, StudentId};
use crate::base::IdVec;

/// An earlier plan, as far as it concerns the students of today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Earlier {
    /// SHA-256 of the bytes of its file, in lowercase hexadecimal digits.
    pub sha256: String,
    /// Where the students of each entry were.
    pub students: IdVec<StudentId, Before>,
    /// Where those were who are in the instance no longer, by id; only who had a place.
    pub leavers: BTreeMap<String, Before>,
    /// How many students were in clusters, whether they are still there or not; `None` if that is not known.
    pub core_students: Option<i64>,
    /// The most changes that the planner allows now, where that is not what the rule says.
    pub max_changes: Option<i64>,
    /// Whether this is what a later plan states of it; otherwise the plan itself was read.
    pub is_stated: bool,
}

/// Where the students of an entry were.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Before {
    /// How many at each school that is still there; each at least 1.
    pub at: BTreeMap<SchoolId, i64>,
    /// How many at schools that are gone.
    pub at_schools_gone: i64,
    /// How many of those at each of these schools, by its id, as far as that is known; each at least 1.
    pub at_gone: BTreeMap<String, i64>,
    /// How many students the entry had; 0 where it is new.
    pub count: i64,
}

/// Where a whole entry was, if it was all in one place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PreviousHome {
    /// At this school.
    School(SchoolId),
    /// At schools that are gone.
    Gone,
}

impl Earlier {
    /// As much of it as the price of changes needs.
    #[must_use]
    pub fn priced(mut self) -> Self {
        self.leavers.clear();
        self.students.values_mut().for_each(|before| before.at_gone.clear());
        self
    }
}

impl Before {
    /// Adds students at a school that is gone, by its id.
    pub fn add_at_gone(&mut self, school: &str, count: i64) {
        self.at_schools_gone += count;
        *self.at_gone.entry(school.to_owned()).or_default() += count;
    }

    /// How many were placed.
    pub fn placed(&self) -> i64 {
        self.at.values().sum::<i64>() + self.at_schools_gone
    }

    /// By how many the entry shrank to this count.
    pub fn shrunk(&self, count: i64) -> i64 {
        (self.count - count).max(0)
    }

    /// Where all of an entry that now has this count were, so that each of them is a change who is
    /// not there any more, and no one else is. `None` where they were in several places, some were
    /// left out, or more have come since.
    pub fn home(&self, count: i64) -> Option<PreviousHome> {
        if count > self.count || self.placed() < self.count {
            return None;
        }
        let mut schools = self.at.keys();
        match (schools.next(), schools.next(), self.at_schools_gone) {
            (Some(&school), None, 0) => Some(PreviousHome::School(school)),
            (None, None, _) => Some(PreviousHome::Gone),
            _ => None,
        }
    }

    /// Number of changes, given the present numbers at each school and the count of the entry.
    pub fn changes(&self, now_at: impl Fn(SchoolId) -> i64, count: i64) -> i64 {
        let left = self.at.iter().map(|(&school, &then)| (then - now_at(school)).max(0));
        (left.sum::<i64>() + self.at_schools_gone - self.shrunk(count)).max(0)
    }
}
