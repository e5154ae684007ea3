//! The students who move between two plans. Each student of a cohort counts.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::instance::Instance;
use crate::plan::assignment::Assignment;

/// A number of students of an entry.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct EntryCount {
    /// The entry's id.
    pub student: String,
    /// Students of the entry, at least 1.
    pub count: i64,
}

/// The numbers of students who move between two plans.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct StudentMoves {
    /// Students with a place in both plans, at different schools.
    pub moved: i64,
    /// Students who leave a school that does not withdraw.
    #[serde(rename = "others")]
    pub left_staying_school: i64,
    /// Students who lose their place.
    #[serde(rename = "fallen_out")]
    pub lost_place: i64,
    /// Students who gain a place.
    #[serde(rename = "come_in")]
    pub gained_place: i64,
    /// The students who lose their place.
    pub who: Vec<EntryCount>,
}

/// Number of students by student id and school id.
type StudentsAt<'a> = BTreeMap<&'a str, BTreeMap<&'a str, i64>>;

fn students_at<'a>(instance: &'a Instance, assignment: &Assignment) -> StudentsAt<'a> {
    let mut students = StudentsAt::new();
    for placement in &assignment.placements {
        let student = instance.students[placement.student].id.as_str();
        let school = instance.schools[placement.school].id.as_str();
        *students.entry(student).or_default().entry(school).or_default() += placement.count;
    }
    students
}

impl StudentMoves {
    /// The moves from a plan of one instance to a plan of another, matched by id. `stays` is true for the
    /// schools of the first instance that the second has too.
    pub fn between(
        before: (&Instance, &Assignment),
        after: (&Instance, &Assignment),
        stays: impl Fn(&str) -> bool,
    ) -> Self {
        let (then, now) = (students_at(before.0, before.1), students_at(after.0, after.1));
        let nowhere = BTreeMap::new();
        let mut moves = Self::default();
        for student in before.0.students.values() {
            let of = |students: &StudentsAt<'_>| -> BTreeMap<String, i64> {
                let at = students.get(student.id.as_str()).unwrap_or(&nowhere);
                at.iter().map(|(&school, &count)| (school.to_owned(), count)).collect()
            };
            moves.count(&student.id, &of(&then), &of(&now), &stays);
        }
        moves
    }

    fn count(
        &mut self,
        student: &str,
        then: &BTreeMap<String, i64>,
        now: &BTreeMap<String, i64>,
        stays: impl Fn(&str) -> bool,
    ) {
        let (before, after): (i64, i64) = (then.values().sum(), now.values().sum());
        let mut stayed = 0;
        for (school, &count) in then {
            let left = count - count.min(now.get(school).copied().unwrap_or(0));
            stayed += count - left;
            if stays(school) {
                self.left_staying_school += left;
            }
        }
        self.moved += before.min(after) - stayed;
        self.gained_place += (after - before).max(0);
        let lost_place = (before - after).max(0);
        if lost_place > 0 {
            self.lost_place += lost_place;
            self.who.push(EntryCount { student: student.to_owned(), count: lost_place });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{EntryCount, StudentMoves};

    fn at(places: &[(&str, i64)]) -> BTreeMap<String, i64> {
        places.iter().map(|&(school, count)| (school.to_owned(), count)).collect()
    }

    #[test]
    fn moves_are_counted_one_by_one() {
        let mut moves = StudentMoves::default();
        // `x` withdraws. Of five there two come to `h`, where one was; one loses its place and two move on to
        // `k`.
        let stays = |school: &str| school != "x";
        moves.count("s1", &at(&[("x", 5), ("h", 1)]), &at(&[("h", 3), ("k", 2)]), stays);
        let who = vec![EntryCount { student: "s1".to_owned(), count: 1 }];
        let expected =
            StudentMoves { moved: 4, left_staying_school: 0, lost_place: 1, gained_place: 0, who };
        assert_eq!(moves, expected);
        // To make room one leaves `h` for `k`; someone new gains a place.
        moves.count("s2", &at(&[("h", 2)]), &at(&[("h", 1), ("k", 1)]), stays);
        moves.count("s3", &at(&[]), &at(&[("k", 2)]), stays);
        assert_eq!((moves.moved, moves.left_staying_school, moves.gained_place), (5, 1, 2));
        // All who leave a school either move or lose their place: five from `x`, one from `h`.
        assert_eq!(moves.moved + moves.lost_place, 5 + moves.left_staying_school);
    }
}
