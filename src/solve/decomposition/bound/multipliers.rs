//! Prices on the rows that tie everything together (Lagrange multipliers).

use super::core::{Core, Site};
use crate::base::IdVec;
use crate::instance::{SchoolId, StudentId};
use crate::plan::Setting;

/// No price lies further from 0, so that sums stay far below what an integer holds.
pub const MOST: i64 = 1_000_000_000_000;
/// What a student is worth, beyond the cheapest pair, before anything is known.
const HEADROOM: i64 = 8_000;

/// A price for each student and each school, in whole points. Any prices give a valid bound.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Multipliers {
    /// What placing a student is worth: what a place may cost before one looks elsewhere.
    pub(in crate::solve::decomposition) student: IdVec<StudentId, i64>,
    /// What a place at a school is worth; never negative.
    pub(in crate::solve::decomposition) place: IdVec<SchoolId, i64>,
}

impl Multipliers {
    /// Where to begin: a student is worth a little more than the cheapest pair, at most what
    /// leaving the student out costs; places are free.
    pub(in crate::solve::decomposition) fn first(core: &Core) -> Self {
        let mut cheapest: IdVec<StudentId, i64> = IdVec::filled(MOST, core.entries.len());
        for site in core.sites.values() {
            for offer in &site.offers {
                cheapest[offer.student] = cheapest[offer.student].min(offer.price);
            }
        }
        let student = core.entries.iter().map(|(id, entry)| {
            let worth = (cheapest[id] + HEADROOM).min(MOST);
            entry.left_out.map_or(worth, |left_out| left_out.min(worth))
        });
        Self {
            student: student.collect(),
            place: IdVec::filled(0, core.problem.instance.schools.len()),
        }
    }

    /// Prices of students and places, brought into the range in which a bound is valid.
    pub(in crate::solve::decomposition) fn new(
        mut student: IdVec<StudentId, i64>,
        mut place: IdVec<SchoolId, i64>,
    ) -> Self {
        for price in student.values_mut() {
            *price = (*price).clamp(-MOST, MOST);
        }
        for price in place.values_mut() {
            *price = (*price).clamp(0, MOST);
        }
        Self { student, place }
    }

    /// Whether these are prices of as many students and schools as a problem has.
    pub(in crate::solve::decomposition) fn fit(&self, core: &Core) -> bool {
        self.student.len() == core.entries.len()
            && self.place.len() == core.problem.instance.schools.len()
    }
}

/// The price of a place at a site. A school in the shell needs none: it keeps its places by itself.
pub fn rent(site: &Site, multipliers: &Multipliers) -> i64 {
    match site.setting {
        Setting::Meeting(_) => multipliers.place[site.school],
        Setting::Shell => 0,
    }
}
