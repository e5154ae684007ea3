//! Seeded random numbers by which changes choose students.
//!
//! Each student has one random number, its lot, per kind of change. It depends only on the seed, the number
//! of the draw, the change and the student. So adding other students or changes does not shift it, and
//! scenarios are compared on the same students (common random numbers; Kahn and Marshall, 1953).

use std::rc::Rc;

use crate::base;

/// One student of a cohort. Keeps its identity when a change moves it to another student entry.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CohortMember {
    /// The id of its student entry in the base; a copy has a suffix such as `+1`.
    pub origin: Rc<str>,
    /// Its number within that cohort, from 0.
    pub number: u32,
}

impl CohortMember {
    /// The `round`-th copy of this student, counted from 1.
    pub fn copy(&self, round: usize) -> Self {
        Self { origin: format!("{}+{round}", self.origin).into(), number: self.number }
    }
}

/// The random numbers of one draw.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lots {
    /// The seed of the batch.
    pub seed: i64,
    /// The draw, from 1; 0 if the batch has no draws.
    pub draw: i64,
}

impl Lots {
    /// The lot of a student for a kind of change; students with the lowest lots are chosen first.
    pub fn lot(&self, change: &str, person: &CohortMember) -> u64 {
        let Self { seed, draw } = self;
        let key = format!("{seed}\n{draw}\n{change}\n{}", person.origin);
        base::lot(&key, person.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lots(draw: i64, change: &str, origin: &str, numbers: std::ops::Range<u32>) -> Vec<u64> {
        let lot = |number| {
            Lots { seed: 7, draw }.lot(change, &CohortMember { origin: origin.into(), number })
                >> 48
        };
        numbers.map(lot).collect()
    }

    #[test]
    fn the_lots_of_a_seed_are_settled() {
        assert_eq!(lots(1, "drop_out", "s1", 0..4), [23_428, 36_394, 48_443, 5_779]);
    }

    #[test]
    fn lots_differ_by_draw_change_student_and_copy() {
        let one = lots(1, "drop_out", "s1", 0..3);
        assert_ne!(one, lots(2, "drop_out", "s1", 0..3));
        assert_ne!(one, lots(1, "grow", "s1", 0..3));
        assert_ne!(one, lots(1, "drop_out", "s2", 0..3));
        let copy = CohortMember { origin: "s1".into(), number: 0 }.copy(1);
        assert_ne!(one[0], Lots { seed: 7, draw: 1 }.lot("drop_out", &copy) >> 48);
        // One of a cohort keeps its lot, however large the cohort.
        assert_eq!(one[2..], lots(1, "drop_out", "s1", 2..3));
    }
}
