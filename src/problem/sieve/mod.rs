//! The sieve: the pairs of a student and a school that all rules admit, with their prices.

use rayon::prelude::*;

use super::Problem;
use crate::base::{Id, IdVec, Vicinity};
use crate::input::errors::{Code, InputErrors};
use crate::instance::{SchoolId, StudentId};
use crate::message;
use crate::model::candidates::{Candidates, ClusterOption, OptionId, Pair, PairId};
use crate::plan::Placing;
use crate::rules::Tariff;

/// The most pairs that are kept; more would fill the memory of an ordinary machine.
pub const MOST_PAIRS: usize = 30_000_000;

impl Problem {
    /// The cluster options and the pairs that all rules admit.
    ///
    /// # Errors
    /// Where there are too many pairs.
    pub fn sieve(&self) -> Result<Candidates, InputErrors> {
        let pairs = self.admissible_pairs()?;
        Ok(Candidates::new(&self.instance, self.options.clone(), self.settings.clone(), pairs))
    }

    /// Candidates from some of the options and some of the admissible pairs, in any order.
    pub fn candidates_among(
        &self,
        options: IdVec<OptionId, ClusterOption>,
        mut pairs: Vec<Pair>,
    ) -> Candidates {
        pairs.sort_unstable_by_key(|pair| (pair.student, pair.school, pair.setting));
        let settings = self.settings_with(options.values());
        Candidates::new(&self.instance, options, settings, pairs.into())
    }

    /// Whether all tariffs admit a placing, or the student is fixed there, which overrides any refusal.
    pub fn admits(&self, tariffs: &[&dyn Tariff], placing: &Placing) -> bool {
        self.conventions.locked(placing.student(), placing.school_id)
            || tariffs.iter().all(|tariff| tariff.admit(placing).is_ok())
    }

    fn admissible_pairs(&self) -> Result<IdVec<PairId, Pair>, InputErrors> {
        let sieve = Sieve::new(self);
        let per_student: Vec<Vec<Pair>> = (0..self.instance.students.len())
            .into_par_iter()
            .map(|index| sieve.pairs_of(StudentId::from_index(index)))
            .collect();
        let number: usize = per_student.iter().map(Vec::len).sum();
        if number > MOST_PAIRS {
            return Err(too_many(number));
        }
        Ok(per_student.into_iter().flatten().collect())
    }
}

/// Finds the admissible pairs of one student at a time. Made once for all students.
#[derive(Debug)]
pub struct Sieve<'a> {
    problem: &'a Problem,
    tariffs: Vec<&'a dyn Tariff>,
    schools: Vicinity<SchoolId>,
}

impl<'a> Sieve<'a> {
    /// A sieve for the students of a problem.
    pub fn new(problem: &'a Problem) -> Self {
        let schools = problem.instance.schools.iter();
        let schools = schools.filter(|&(id, _)| !problem.settings[id].is_empty());
        let schools = schools.filter_map(|(id, school)| Some((id, school.at?))).collect();
        Self { problem, tariffs: problem.rulebook.tariffs(), schools }
    }

    /// The pairs of one student that all rules admit, by school, then setting.
    pub fn pairs_of(&self, student: StudentId) -> Vec<Pair> {
        let Problem { instance, settings, conditions, .. } = self.problem;
        let mut pairs = Vec::new();
        for school in self.schools_for(student) {
            // Every setting of a school has the same journey, which is expensive to compute.
            let journey = instance.journey(student, school);
            for &setting in &settings[school] {
                let placing =
                    Placing { instance, student_id: student, school_id: school, setting, journey };
                let is_allowed = conditions.iter().all(|condition| condition.allows(&placing));
                if is_allowed && self.problem.admits(&self.tariffs, &placing) {
                    let price = self.problem.price_of_pair(&self.tariffs, &placing);
                    pairs.push(Pair { student, school, setting, journey, price });
                }
            }
        }
        pairs
    }

    /// The schools at which the student may have a pair, in order. With rule `travel` on, these are
    /// the schools within reach, those whose journey is in the table, and the one where the planner
    /// fixed the student: the rule refuses all others, since the journey is too long or unknown.
    pub(super) fn schools_for(&self, id: StudentId) -> Vec<SchoolId> {
        let Problem { instance, rulebook, conventions, settings, .. } = self.problem;
        let Some(travel) = &rulebook.travel else {
            return settings.ids().filter(|&school| !settings[school].is_empty()).collect();
        };
        let student = &instance.students[id];
        let mut schools = student.at.map_or_else(Vec::new, |from| {
            self.schools.within(from, instance.detour(id), travel.limit(student))
        });
        schools.extend(instance.journeys.known_from(id));
        schools.extend(student.fixed.filter(|&fixed| conventions.locked(student, fixed)));
        schools.sort_unstable();
        schools.dedup();
        schools
    }
}

fn too_many(number: usize) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::TooLarge,
        "students",
        message!("problem-pairs", count = number),
        message!("problem-at-most", most = MOST_PAIRS),
        message!("problem-fewer-pairs"),
    );
    errors
}

#[cfg(test)]
mod tests;
