//! The sieve: which options there are, and which pairs all rules admit, at what price.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Problem;
use crate::base::{Id, IdVec, Points};
use crate::candidates::{Candidates, ClusterOption, OptionId, Pair, Placing, Setting};
use crate::input_errors::{Code, InputErrors};
use crate::instance::{SchoolId, StudentId};
use crate::rules::Rule;

/// The most pairs that are kept; more would fill the memory of an ordinary machine.
pub const MOST_PAIRS: usize = 30_000_000;

impl Problem {
    /// In which settings each school could take students: a day per cluster option, or the shell.
    ///
    /// # Errors
    /// Where there are too many options.
    pub fn settings(&self) -> Result<IdVec<SchoolId, Vec<Setting>>, InputErrors> {
        Ok(self.settings_under(&self.options()?))
    }

    /// The cluster options and the pairs that all rules admit.
    ///
    /// # Errors
    /// Where there are too many options or pairs, or a student is fixed at a school that is in no
    /// option and not in the shell.
    pub fn sieve(&self) -> Result<Candidates, InputErrors> {
        let options = self.options()?;
        let settings = self.settings_under(&options);
        self.check_fixed(&settings)?;
        let pairs = self.admissible_pairs(&settings)?;
        Ok(Candidates::new(&self.instance, options, settings, pairs))
    }

    /// Whether every rule admits a placing, or the planner's word overrides those that do not.
    pub fn admits(&self, rules: &[&dyn Rule], placing: &Placing) -> bool {
        self.conventions.locked(placing.student(), placing.school_id)
            || rules.iter().all(|rule| rule.admit(placing).is_ok())
    }

    fn options(&self) -> Result<IdVec<OptionId, ClusterOption>, InputErrors> {
        Ok(self.rulebook.forming().options(&self.instance, &self.conventions)?.into())
    }

    fn settings_under(
        &self,
        options: &IdVec<OptionId, ClusterOption>,
    ) -> IdVec<SchoolId, Vec<Setting>> {
        let mut settings = IdVec::filled(BTreeSet::new(), self.instance.schools.len());
        for option in options.values() {
            for &school in &option.schools {
                settings[school].insert(Setting::Meeting(option.meeting_day));
            }
        }
        for school in self.instance.schools.ids().filter(|&id| self.instance.in_shell(id)) {
            settings[school].insert(Setting::Shell);
        }
        settings.values().map(|of_school| of_school.iter().copied().collect()).collect()
    }

    fn admissible_pairs(
        &self,
        settings: &IdVec<SchoolId, Vec<Setting>>,
    ) -> Result<IdVec<crate::candidates::PairId, Pair>, InputErrors> {
        let rules = self.rulebook.rules();
        let per_student: Vec<Vec<Pair>> = (0..self.instance.students.len())
            .into_par_iter()
            .map(|index| self.pairs_of(&rules, settings, StudentId::from_index(index)))
            .collect();
        let number: usize = per_student.iter().map(Vec::len).sum();
        if number > MOST_PAIRS {
            return Err(too_many(number));
        }
        Ok(per_student.into_iter().flatten().collect())
    }

    fn pairs_of(
        &self,
        rules: &[&dyn Rule],
        settings: &IdVec<SchoolId, Vec<Setting>>,
        student: StudentId,
    ) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (school, settings) in settings.iter() {
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

    fn check_fixed(&self, settings: &IdVec<SchoolId, Vec<Setting>>) -> Result<(), InputErrors> {
        let mut errors = InputErrors::default();
        if !self.conventions.locks {
            return Ok(());
        }
        for student in self.instance.students.values() {
            let Some(fixed) = student.fixed.filter(|&fixed| settings[fixed].is_empty()) else {
                continue;
            };
            errors.add(
                Code::FixedNowhere,
                format!("students, id `{}`, fixed", student.id),
                format!("school `{}`", self.instance.schools[fixed].id),
                "a school that is in a cluster, can form one, or stands in the shell",
                "choose another school, or let its board take part or form clusters",
            );
        }
        errors.into_result(())
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
