//! Pairs of students who are to be together or apart: read from both students, each pair once.

use std::collections::BTreeMap;

use super::names::{IdKind, IdRegister};
use super::problems::{Location, Problems};
use crate::base::{Id, IdVec, Kilometres, Points};
use crate::input::errors::Code;
use crate::instance::document::{InstanceDocument, PairsDocument};
use crate::instance::{MeetingPlace, PairKind, Strength, Student, StudentId, StudentPair};
use crate::message;
use crate::texts::Message;

/// A pair and where it is first stated.
type Stated = BTreeMap<(PairKind, [StudentId; 2], MeetingPlace), (StudentPair, String)>;

/// The pairs that the students state, in order.
pub fn pairs(
    document: &InstanceDocument,
    students: &IdVec<StudentId, Student>,
    names: &IdRegister,
    problems: &mut Problems,
) -> Vec<StudentPair> {
    let mut reading = Pairs { students, names, problems, stated: Stated::new() };
    let list = Location::Document.key("students");
    for (student, row) in students.ids().zip(names.roll(IdKind::Student).rows()) {
        let (written, spot) = (&document.students[row], list.index(row));
        reading.of_key(PairKind::Together, written.with.as_deref(), student, spot.key("with"));
        reading.of_key(PairKind::Apart, written.apart.as_deref(), student, spot.key("apart"));
    }
    reading.refuse_contradictions();
    reading.stated.into_values().map(|(pair, _)| pair).collect()
}

struct Pairs<'r, 'n, 'p, 'd> {
    students: &'r IdVec<StudentId, Student>,
    names: &'r IdRegister<'n>,
    problems: &'p mut Problems<'d>,
    stated: Stated,
}

impl Pairs<'_, '_, '_, '_> {
    fn of_key(
        &mut self,
        kind: PairKind,
        written: Option<&[PairsDocument]>,
        student: StudentId,
        spot: Location,
    ) {
        for (index, written) in written.unwrap_or_default().iter().enumerate() {
            self.of_entry(kind, written, student, spot.index(index));
        }
    }

    fn of_entry(
        &mut self,
        kind: PairKind,
        written: &PairsDocument,
        student: StudentId,
        spot: Location,
    ) {
        let list = spot.key("students");
        self.problems.some_distinct(Some(&written.students), list);
        let strength = written.strength.unwrap_or(Strength::Prefer);
        if let Some(price) = written.worth_km.filter(|_| strength == Strength::Must) {
            let found = message!("instance-pair-must-price", price = in_kilometres(price.points()));
            let allowed = message!("instance-pair-one-strength");
            let help = message!("instance-pair-choose-strength");
            self.problems.add(Code::Contradiction, spot.key("worth_km"), found, allowed, help);
        }
        for (index, id) in written.students.iter().enumerate() {
            let there = list.index(index);
            let other = self.names.refer(&[IdKind::Student], id, there, self.problems);
            let Some(other) = other.map(|(_, index)| StudentId::from_index(index)) else {
                continue;
            };
            if !self.may_be_paired(student, other, there) {
                continue;
            }
            let pair = StudentPair {
                kind,
                students: [student.min(other), student.max(other)],
                at: written.at.unwrap_or(MeetingPlace::School),
                strength,
                worth: written.worth_km.map(Kilometres::points),
                because: written.because.clone(),
            };
            self.take(pair, there);
        }
    }

    /// Whether two students can be a pair; if not, adds a problem.
    fn may_be_paired(&mut self, student: StudentId, other: StudentId, spot: Location) -> bool {
        if student == other {
            let found = message!("instance-pair-with-self", student = &self.students[student].id);
            let allowed = message!("instance-pair-another");
            let help = message!("instance-pair-remove-self");
            self.problems.add(Code::Contradiction, spot, found, allowed, help);
            return false;
        }
        let cohorts = [student, other].map(|id| &self.students[id]);
        let mut cohorts = cohorts.into_iter().filter(|entry| entry.count > 1);
        let Some(cohort) = cohorts.next() else { return true };
        let found = message!("instance-pair-cohort", student = &cohort.id, count = cohort.count);
        let allowed = message!("instance-pair-single");
        let help = message!("instance-pair-split-cohort");
        self.problems.add(Code::Contradiction, spot, found, allowed, help);
        false
    }

    /// Takes a pair in, unless it is known; what it is known to be worth must be the same.
    fn take(&mut self, pair: StudentPair, spot: Location) {
        let location = self.problems.written(spot);
        let Some((known, first)) = self.stated.get_mut(&(pair.kind, pair.students, pair.at)) else {
            self.stated.insert((pair.kind, pair.students, pair.at), (pair, location));
            return;
        };
        if (known.strength, known.worth) == (pair.strength, pair.worth) {
            if known.because.is_none() {
                known.because = pair.because;
            }
            return;
        }
        let found = message!("instance-pair-worth", found = worth(&pair));
        let allowed =
            message!("instance-pair-worth-allowed", first = worth(known), location = &*first);
        let help = message!("instance-pair-once");
        self.problems.add(Code::Contradiction, spot, found, allowed, help);
    }

    /// Adds a problem for every pair that must be together in a place where it must be apart.
    fn refuse_contradictions(&mut self) {
        let must = |pair: &StudentPair| pair.strength == Strength::Must;
        let together = self.stated.values();
        let together = together.filter(|(pair, _)| pair.kind == PairKind::Together && must(pair));
        for (pair, location) in together {
            // Who is at one school is in one cluster too, but not the other way round.
            let excluded = match pair.at {
                MeetingPlace::School => MeetingPlace::ALL,
                MeetingPlace::Cluster => &[MeetingPlace::Cluster],
            };
            for &at in excluded {
                let apart = self.stated.get(&(PairKind::Apart, pair.students, at));
                let Some((_, apart)) = apart.filter(|(other, _)| must(other)) else { continue };
                let [one, other] = pair.students.map(|id| &self.students[id].id);
                let found =
                    message!("instance-pair-both", one = one, other = other, location = location);
                let allowed = message!("instance-pair-not-both");
                let help = message!("instance-pair-drop-one");
                self.problems.errors.add(Code::Contradiction, apart, found, allowed, help);
            }
        }
    }
}

/// What a pair is worth, in words.
fn worth(pair: &StudentPair) -> Message {
    match (pair.strength, pair.worth) {
        (Strength::Must, _) => message!("instance-pair-must"),
        (Strength::Prefer, None) => message!("instance-pair-usual"),
        (Strength::Prefer, Some(points)) => {
            message!("instance-pair-price", price = in_kilometres(points))
        }
    }
}

/// A price as written in a file: at most three decimals.
fn in_kilometres(points: Points) -> String {
    let kilometres = points.0 as f64 / 1000.0;
    kilometres.to_string()
}
