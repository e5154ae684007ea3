//! Prices on the rows that tie everything together (Lagrange multipliers).

use super::core::Core;
use crate::base::IdVec;
use crate::instance::{SchoolId, StudentId};

/// No price lies further from 0, so that sums stay far below what an integer holds.
pub const MOST: i64 = 1_000_000_000_000;
/// What a student is worth, beyond the cheapest pair, before anything is known.
const HEADROOM: i64 = 8_000;

/// A price for each student and each school, in whole points. Any prices give a valid bound.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prices {
    /// What placing a student is worth: what a place may cost before one looks elsewhere.
    pub(super) student: IdVec<StudentId, i64>,
    /// What a place at a school is worth; never negative.
    pub(super) place: IdVec<SchoolId, i64>,
}

impl Prices {
    /// Where to begin: a student is worth a little more than the cheapest pair, at most what
    /// leaving the student out costs; places are free.
    pub(super) fn first(core: &Core) -> Self {
        let mut cheapest: IdVec<StudentId, i64> = IdVec::filled(MOST, core.people.len());
        for site in core.sites.values() {
            for offer in &site.offers {
                cheapest[offer.student] = cheapest[offer.student].min(offer.price);
            }
        }
        let student = core.people.iter().map(|(id, person)| {
            let worth = (cheapest[id] + HEADROOM).min(MOST);
            person.left_out.map_or(worth, |left_out| left_out.min(worth))
        });
        Self {
            student: student.collect(),
            place: IdVec::filled(0, core.problem.instance.schools.len()),
        }
    }

    /// Prices of students and places, brought into the range in which a bound is valid.
    pub(super) fn new(mut student: IdVec<StudentId, i64>, mut place: IdVec<SchoolId, i64>) -> Self {
        for price in student.values_mut() {
            *price = (*price).clamp(-MOST, MOST);
        }
        for price in place.values_mut() {
            *price = (*price).clamp(0, MOST);
        }
        Self { student, place }
    }

    /// Whether these are prices of as many students and schools as a problem has.
    pub(super) fn fit(&self, core: &Core) -> bool {
        self.student.len() == core.people.len()
            && self.place.len() == core.problem.instance.schools.len()
    }
}
