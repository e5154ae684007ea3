//! The funnel: for one student, how many schools each rule took away, and what became of the rest.

use std::collections::BTreeMap;

use super::Problem;
use crate::candidates::{Placing, Tally};
use crate::instance::{SchoolId, StudentId};
use crate::rules::Forming;

/// What became, in a plan, of a school that no rule refuses to a student.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Remaining {
    /// No place is left for this student.
    Full,
    /// It is in no used cluster that this student may join.
    NotUsed,
    /// It has room; placing the student would break a rule that binds a whole, or cost more.
    Room,
}

/// The schools of a region as one student meets them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Funnel {
    /// All schools.
    pub schools: i64,
    /// Schools by the first rule, in the order of the rulebook, that refuses them in every setting.
    pub refused: Vec<(&'static str, i64)>,
    /// What became of the others.
    pub remaining: BTreeMap<Remaining, i64>,
}

impl Problem {
    /// The funnel of a student in a plan. Schools that no cluster option and no shell contains are
    /// counted at rule `forming`, which decides about options.
    pub fn funnel(&self, tally: &Tally, student: StudentId) -> Funnel {
        let mut refused = BTreeMap::<usize, i64>::new();
        let mut remaining = BTreeMap::new();
        let rules = self.rulebook.rules();
        for school in self.instance.schools.ids() {
            let placings = self.settings[school]
                .iter()
                .map(|&setting| Placing::new(&self.instance, student, school, setting));
            let placings: Vec<Placing> = placings.collect();
            let first = rules.iter().position(|rule| {
                let nowhere = placings.is_empty() && rule.card().id == Forming::CARD.id;
                nowhere
                    || (!placings.is_empty()
                        && placings.iter().all(|placing| rule.admit(placing).is_err()))
            });
            match first {
                Some(rule) => *refused.entry(rule).or_insert(0) += 1,
                None => {
                    let state = self.remaining(tally, student, school);
                    *remaining.entry(state).or_insert(0) += 1;
                }
            }
        }
        let refused = refused.into_iter().map(|(rule, count)| (rules[rule].card().id, count));
        Funnel {
            schools: self.instance.schools.len() as i64,
            refused: refused.collect(),
            remaining,
        }
    }

    fn remaining(&self, tally: &Tally, student: StudentId, school: SchoolId) -> Remaining {
        let facts = &self.instance.schools[school];
        let open = tally.setting(school).is_some_and(|setting| {
            let placing = Placing::new(&self.instance, student, school, setting);
            self.admits(&self.rulebook.rules(), &placing)
        });
        let group_full = facts.places_for.iter().any(|limit| {
            limit.counts(&self.instance.students[student])
                && tally.students_counted(school, limit) >= limit.places
        });
        if !open {
            Remaining::NotUsed
        } else if tally.students_at(school) >= facts.places || group_full {
            Remaining::Full
        } else {
            Remaining::Room
        }
    }
}
