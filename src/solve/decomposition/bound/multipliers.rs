//! The Lagrange multipliers (dual prices) on the rows that tie the options together.

use super::core::{Core, Site};
use crate::base::IdVec;
use crate::instance::{SchoolId, StudentId};
use crate::plan::Setting;

/// No multiplier lies further from 0, so that sums stay far below what an integer holds.
pub const MOST: i64 = 1_000_000_000_000;
/// What a student is worth at the start, beyond the cheapest pair, in points.
const HEADROOM: i64 = 8_000;

/// A multiplier for each relaxed row, in whole points. Any multipliers give a valid bound.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Multipliers {
    /// Per student entry, on the row that places it once: what placing one student is worth.
    pub(in crate::solve) student: IdVec<StudentId, i64>,
    /// Per school, on its places; at least 0.
    pub(in crate::solve) place: IdVec<SchoolId, i64>,
    /// On the least number of students left out ([`Core::least_left_out`]); at least 0.
    pub(in crate::solve) left_out: i64,
    /// On the cover row ([`Core::cover`]); at least 0.
    pub(in crate::solve) cover: i64,
    /// On the number of students in clusters ([`Core::share`]); from 0 to what each one short of it costs.
    pub(in crate::solve) share: i64,
}

impl Multipliers {
    /// Where an ascent starts: a student's multiplier is a little above the price of the cheapest pair, and
    /// at most what leaving the student out costs; places are free.
    pub(in crate::solve) fn first(core: &Core) -> Self {
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
            left_out: 0,
            cover: 0,
            share: 0,
        }
    }

    /// Multipliers of students and places, clamped to the range in which a bound is valid.
    pub(in crate::solve) fn new(
        mut student: IdVec<StudentId, i64>,
        mut place: IdVec<SchoolId, i64>,
    ) -> Self {
        for multiplier in student.values_mut() {
            *multiplier = (*multiplier).clamp(-MOST, MOST);
        }
        for multiplier in place.values_mut() {
            *multiplier = (*multiplier).clamp(0, MOST);
        }
        Self { student, place, left_out: 0, cover: 0, share: 0 }
    }

    /// These multipliers, with others on the rows that count whole numbers.
    #[must_use]
    pub(in crate::solve) fn with_counts(self, left_out: i64, cover: i64) -> Self {
        Self { left_out: left_out.clamp(0, MOST), cover: cover.clamp(0, MOST), ..self }
    }

    /// These multipliers, with another on the number of students in clusters.
    #[must_use]
    pub(in crate::solve) fn with_share(self, share: i64) -> Self {
        Self { share: share.clamp(0, MOST), ..self }
    }

    /// Whether there are as many multipliers as a core has student entries and schools.
    pub(in crate::solve) fn fit(&self, core: &Core) -> bool {
        self.student.len() == core.entries.len()
            && self.place.len() == core.problem.instance.schools.len()
    }

    /// What a member who is in no cluster costs less because of the cover row, rounded up, so that the
    /// bound is never too high.
    pub(in crate::solve) fn uncovered(&self, core: &Core) -> i64 {
        core.cover.map_or(0, |cover| {
            // Neither is negative, so this is the quotient rounded up.
            (self.cover + cover.remainder - 1) / cover.remainder
        })
    }
}

/// What a student at a site pays for it, besides the price of the pair: the multiplier of a place, less that of
/// being in a cluster. It is 0 in the shell, where each school is a subproblem of its own that respects its
/// places.
pub fn rent(site: &Site, multipliers: &Multipliers) -> i64 {
    match site.setting {
        Setting::Meeting(_) => multipliers.place[site.school] - multipliers.share,
        Setting::Shell => 0,
    }
}
