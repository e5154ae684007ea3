//! Journeys that are known from a travel table, and the measure for all others.

use std::collections::{BTreeMap, HashMap};

use super::{SchoolId, StudentId};
use crate::base::Metres;

/// Where a journey in the table starts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Start {
    /// Where a student lives.
    Student(StudentId),
    /// A school.
    School(SchoolId),
}

/// What is known about journeys. The maps are looked up, or walked and then sorted.
#[derive(Clone, Debug)]
pub struct Journeys {
    /// The road network's factor on the great-circle distance.
    pub detour: f64,
    from_students: HashMap<StudentId, BTreeMap<SchoolId, Metres>>,
    between_schools: HashMap<(SchoolId, SchoolId), Metres>,
}

impl Journeys {
    /// Journeys with no table.
    pub fn new(detour: f64) -> Self {
        Self { detour, from_students: HashMap::new(), between_schools: HashMap::new() }
    }

    /// Adds a student's journey; false where it was there already.
    pub fn add_from_student(&mut self, from: StudentId, to: SchoolId, metres: Metres) -> bool {
        self.from_students.entry(from).or_default().insert(to, metres).is_none()
    }

    /// Adds a journey between schools in one direction; false where it was there already.
    pub fn add_between(&mut self, from: SchoolId, to: SchoolId, metres: Metres) -> bool {
        self.between_schools.insert((from, to), metres).is_none()
    }

    /// A student's journey in the table.
    pub fn known(&self, from: StudentId, to: SchoolId) -> Option<Metres> {
        self.from_students.get(&from)?.get(&to).copied()
    }

    /// The schools to which the table has a student's journey, in order.
    pub fn known_from(&self, from: StudentId) -> impl Iterator<Item = SchoolId> {
        self.from_students.get(&from).into_iter().flat_map(|known| known.keys().copied())
    }

    /// The journey between two schools in the table, the longer where both directions are given.
    pub fn known_between(&self, one: SchoolId, other: SchoolId) -> Option<Metres> {
        let there = self.between_schools.get(&(one, other));
        let back = self.between_schools.get(&(other, one));
        there.max(back).copied()
    }

    /// The whole table, in the order of its starts and ends.
    pub fn table(&self) -> Vec<(Start, SchoolId, Metres)> {
        let from_students = self.from_students.iter().flat_map(|(&from, known)| {
            known.iter().map(move |(&to, &metres)| (Start::Student(from), to, metres))
        });
        let between_schools = self.between_schools.iter();
        let mut table: Vec<_> = from_students
            .chain(between_schools.map(|(&(from, to), &metres)| (Start::School(from), to, metres)))
            .collect();
        table.sort_unstable();
        table
    }
}
