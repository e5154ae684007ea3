//! Lots: seeded draws by which changes choose students.
//!
//! Every single student has a lot of its own for every kind of change. It depends on the seed, the
//! number of the draw, the change and the student alone; so other students and other changes do not
//! shift it, and scenarios are compared on the same students (common random numbers; Kahn and
//! Marshall, 1953).

use std::rc::Rc;

use crate::base;

/// A single student: one of an entry's cohort, whatever entry it has come to since.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Person {
    /// The student id of the base; a copy has a `+` behind its original's.
    pub origin: Rc<str>,
    /// Which of that cohort, from 0.
    pub number: u32,
}

impl Person {
    /// A further student like this one: the `round`-th, from 1.
    pub fn copy(&self, round: usize) -> Self {
        Self { origin: format!("{}+{round}", self.origin).into(), number: self.number }
    }
}

/// The lots of one draw.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lots {
    /// The seed of the batch.
    pub seed: i64,
    /// The draw, from 1; 0 where nothing is repeated.
    pub draw: i64,
}

impl Lots {
    /// The lot of a person for a kind of change; the lowest are drawn first.
    pub fn lot(&self, change: &str, person: &Person) -> u64 {
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
            Lots { seed: 7, draw }.lot(change, &Person { origin: origin.into(), number }) >> 48
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
        let copy = Person { origin: "s1".into(), number: 0 }.copy(1);
        assert_ne!(one[0], Lots { seed: 7, draw: 1 }.lot("drop_out", &copy) >> 48);
        // One of a cohort keeps its lot, however large the cohort.
        assert_eq!(one[2..], lots(1, "drop_out", "s1", 2..3));
    }
}
