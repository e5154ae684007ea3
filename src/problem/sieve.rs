//! The sieve: which options there are, and which pairs all rules admit, at what price.

use rayon::prelude::*;

use super::{Problem, settings_under};
use crate::base::{Id, IdVec, Points};
use crate::candidates::{Candidates, ClusterOption, OptionId, Pair, PairId, Placing};
use crate::input_errors::{Code, InputErrors};
use crate::instance::StudentId;
use crate::rules::Rule;

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
        let settings = settings_under(&self.instance, options.values());
        Candidates::new(&self.instance, options, settings, pairs.into())
    }

    /// Whether every rule admits a placing, or the planner's word overrides those that do not.
    pub fn admits(&self, rules: &[&dyn Rule], placing: &Placing) -> bool {
        self.conventions.locked(placing.student(), placing.school_id)
            || rules.iter().all(|rule| rule.admit(placing).is_ok())
    }

    fn admissible_pairs(&self) -> Result<IdVec<PairId, Pair>, InputErrors> {
        let rules = self.rulebook.rules();
        let per_student: Vec<Vec<Pair>> = (0..self.instance.students.len())
            .into_par_iter()
            .map(|index| self.pairs_of(&rules, StudentId::from_index(index)))
            .collect();
        let number: usize = per_student.iter().map(Vec::len).sum();
        if number > MOST_PAIRS {
            return Err(too_many(number));
        }
        Ok(per_student.into_iter().flatten().collect())
    }

    /// The pairs of one student that all rules admit, by school, then setting.
    pub fn pairs_of(&self, rules: &[&dyn Rule], student: StudentId) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (school, settings) in self.settings.iter() {
            for &setting in settings {
                let placing = Placing::new(&self.instance, student, school, setting);
                if self.admits(rules, &placing) {
                    let price: Points = rules.iter().map(|rule| rule.price(&placing)).sum();
                    let journey = placing.journey;
                    pairs.push(Pair { student, school, setting, journey, price });
                }
            }
        }
        pairs
    }
}

fn too_many(number: usize) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::TooLarge,
        "students",
        format!("{number} possible student–school pairs"),
        format!("at most {MOST_PAIRS}"),
        "lower rules.travel.limit_km, or split the region",
    );
    errors
}
