//! The Lagrange multipliers (dual prices) on the rows that tie the options together.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::core::{Core, Site, StudentEntry};
use crate::base::IdVec;
use crate::instance::{Instance, SchoolId, Student, StudentId};
use crate::model::candidates::OptionId;
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

    /// Where an ascent starts if places are few: a student's multiplier is what leaving most students out costs, or the
    /// own price where that is less, and the places of a school are so dear that no more students would pay for them
    /// than there are. Students who are dearer get places everywhere, and must not make all places dear.
    pub(in crate::solve) fn of_few_places(core: &Core) -> Self {
        let first = Self::first(core);
        let most = usual_left_out(core).unwrap_or(MOST);
        let student: IdVec<StudentId, i64> = core
            .entries
            .iter()
            .map(|(id, entry)| entry.left_out.map_or(first.student[id], |price| price.min(most)))
            .collect();
        Self { student, ..first }.with_clearing_prices(core, &[])
    }

    /// These multipliers, where the places of schools in none of some options are so dear that no more students would
    /// pay for them than there are: a placing says nothing about what is closed.
    #[must_use]
    pub(in crate::solve) fn with_clearing_prices(
        mut self,
        core: &Core,
        options: &[OptionId],
    ) -> Self {
        let mut is_open = IdVec::<SchoolId, bool>::filled(false, self.place.len());
        for &site in options.iter().flat_map(|&option| &core.options[option].sites) {
            is_open[core.sites[site].school] = true;
        }
        let sites = core.sites.values().as_slice().par_iter();
        let closed = sites.filter(|site| !is_open[site.school] && site.setting != Setting::Shell);
        let prices: Vec<(SchoolId, i64)> =
            closed.map(|site| (site.school, clearing_price(core, site, &self.student))).collect();
        for (school, price) in prices {
            self.place[school] = self.place[school].max(price);
        }
        self
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

    /// The multipliers of one instance in the terms of another, by the ids of students and schools. A new student gets
    /// that of a student of the same home, or else the middle one of all; the places of a new school are free.
    #[must_use]
    pub fn carried(&self, from: &Instance, to: &Instance) -> Self {
        let home = |student: &Student| {
            student.at.map(|at| (at.latitude.to_bits(), at.longitude.to_bits()))
        };
        let mut of_student = BTreeMap::new();
        let mut of_home = BTreeMap::new();
        for (id, student) in from.students.iter() {
            of_student.insert(student.id.as_str(), self.student[id]);
            of_home.entry(home(student)).or_insert(self.student[id]);
        }
        of_home.remove(&None);
        let mut all: Vec<i64> = self.student.values().copied().collect();
        all.sort_unstable();
        let middle = all.get(all.len() / 2).copied().unwrap_or(0);
        let student = to.students.values().map(|student| {
            let known = of_student.get(student.id.as_str()).or_else(|| of_home.get(&home(student)));
            known.copied().unwrap_or(middle)
        });
        let schools = from.schools.iter();
        let of_school: BTreeMap<&str, i64> =
            schools.map(|(id, school)| (school.id.as_str(), self.place[id])).collect();
        let place = to
            .schools
            .values()
            .map(|school| of_school.get(school.id.as_str()).copied().unwrap_or(0));
        Self { student: student.collect(), place: place.collect(), ..*self }
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

/// The price of leaving out that half of the students have at most; `None` where nobody can be left out.
fn usual_left_out(core: &Core) -> Option<i64> {
    let priced = |entry: &StudentEntry| Some((entry.left_out?, entry.count));
    let mut prices: Vec<(i64, i64)> = core.entries.values().filter_map(priced).collect();
    prices.sort_unstable();
    let half = prices.iter().map(|&(_, count)| count).sum::<i64>().div_euclid(2);
    let mut passed = 0;
    let is_usual = |&&(_, count): &&(i64, i64)| {
        passed += count;
        passed > half
    };
    prices.iter().find(is_usual).map(|&(price, _)| price)
}

/// What the first student would pay for a place at a site for whom there is none, if those who pay most were first.
fn clearing_price(core: &Core, site: &Site, student: &IdVec<StudentId, i64>) -> i64 {
    let mut paying: Vec<(i64, i64)> = Vec::new();
    for offer in &site.offers {
        let pays = student[offer.student] - offer.price;
        if pays > 0 {
            paying.push((-pays, core.entries[offer.student].count));
        }
    }
    paying.sort_unstable();
    let mut left = core.problem.instance.schools[site.school].places;
    let first_without = paying.iter().find(|&&(_, count)| {
        left -= count;
        left < 0
    });
    first_without.map_or(0, |&(pays, _)| -pays)
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
