//! The lottery: a choice by lot among plans that are equally good.
//!
//! Every student entry draws a number; the lowest comes first. Each student's outcomes are ranked by their
//! points, the cheapest first and being left out last, and a rank costs more the lower the student's number.
//! Of the plans that are equal in all goals, the cheapest by these ranks is taken (random priorities;
//! Abdulkadiroğlu and Sönmez, Random serial dictatorship and the core from random endowments, Econometrica
//! 66, 1998). Among schools that cost a student the same, the order is drawn too. A number depends on the
//! seed and the student's id alone, not on the order of rows or on threads, and anyone who knows the seed can
//! repeat the draw.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Problem, Sieve};
use crate::base::{IdVec, lot};
use crate::instance::{Instance, SchoolId, StudentId};
use crate::model::candidates::Pair;
use crate::model::formulation::ProgramDraft;
use crate::plan::{Setting, Tally};

/// Upper limit on the value of a plan by lot: solvers stay exact up to there.
const MOST: i64 = 100_000_000;
/// Finest resolution between students who draw neighbouring numbers.
const FINEST: i64 = 64;
/// Upper limit on the steps between two ranks, which are for the drawn order of schools that cost the same.
const MOST_STEPS: i64 = 64;
/// Bits of a lot that are not shown, so that numbers are easily read out.
const BITS_NOT_SHOWN: u32 = 32;

/// The cost by lot of every outcome of every student.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lottery {
    /// The seed of the draw.
    pub seed: i64,
    numbers: IdVec<StudentId, i64>,
    stakes: IdVec<StudentId, Stake>,
}

/// The costs of a student's outcomes by lot.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Stake {
    /// In order.
    outcomes: Vec<((SchoolId, Setting), i64)>,
    left_out: i64,
}

/// A student's outcomes as ranks: outcomes of one rank are equally good.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Ranks {
    /// In order; with the rank, and the drawn place among the schools of that rank.
    outcomes: Vec<((SchoolId, Setting), i64, i64)>,
    /// The number of ranks, which is also the rank of being left out.
    left_out: i64,
    /// The most schools of one rank.
    widest: i64,
}

impl Lottery {
    /// Draws lots for the students of a problem.
    pub fn draw(problem: &Problem, seed: i64) -> Self {
        let instance = &problem.instance;
        let sieve = Sieve::new(problem);
        let students: Vec<StudentId> = instance.students.ids().collect();
        let ranks: IdVec<StudentId, Ranks> = students
            .into_par_iter()
            .map(|student| Ranks::of(instance, seed, student, &sieve.pairs_of(student)))
            .collect::<Vec<_>>()
            .into();
        let steps = steps(instance, &ranks);
        let own = |student: StudentId| lot(&key(instance, seed, student), 0);
        let numbers =
            instance.students.ids().map(|student| (own(student) >> BITS_NOT_SHOWN) as i64);
        let numbers: IdVec<StudentId, i64> = numbers.collect();
        let weights = weights(instance, seed, &numbers, &ranks, steps);
        let stakes = ranks.iter().map(|(student, ranks)| ranks.stake(weights[student], steps));
        Self { seed, stakes: stakes.collect(), numbers }
    }

    /// The number of every student, by id.
    pub fn numbers(&self, instance: &Instance) -> BTreeMap<String, i64> {
        let students = instance.students.iter();
        students.map(|(id, student)| (student.id.clone(), self.numbers[id])).collect()
    }

    /// The value of a plan by lot; lower is better.
    pub fn value(&self, tally: &Tally) -> i64 {
        let placed = tally.placings().map(|(_, placing, count)| {
            count * self.stakes[placing.student_id].at(placing.school_id, placing.setting)
        });
        let students = self.stakes.iter();
        let left_out = students.map(|(id, stake)| tally.left_out(id) * stake.left_out);
        placed.chain(left_out).sum()
    }

    /// Adds the cost of each decision by lot to a program.
    pub fn cast(&self, draft: &mut ProgramDraft) {
        for (id, pair) in draft.candidates.pairs.iter() {
            let stake = self.stakes[pair.student].at(pair.school, pair.setting);
            draft.break_ties(stake, &draft.assigned(id).into());
        }
        for (student, stake) in self.stakes.iter() {
            draft.break_ties(stake.left_out, &draft.left_out(student).into());
        }
    }
}

impl Stake {
    /// The cost of an outcome; one that the student cannot have costs as much as being left out.
    fn at(&self, school: SchoolId, setting: Setting) -> i64 {
        let found = self.outcomes.binary_search_by_key(&(school, setting), |&(outcome, _)| outcome);
        found.map_or(self.left_out, |position| self.outcomes[position].1)
    }
}

impl Ranks {
    /// The ranks of a student's pairs, which are in the order of schools and settings.
    fn of(instance: &Instance, seed: i64, student: StudentId, pairs: &[Pair]) -> Self {
        let mut schools_at = BTreeMap::<i64, BTreeSet<SchoolId>>::new();
        for pair in pairs {
            schools_at.entry(pair.price.0).or_default().insert(pair.school);
        }
        let drawn: BTreeMap<i64, (i64, Vec<SchoolId>)> = schools_at
            .into_iter()
            .zip(0..)
            .map(|((price, schools), rank)| {
                (price, (rank, shuffled(instance, seed, student, schools)))
            })
            .collect();
        let outcomes = pairs.iter().map(|pair| {
            let (rank, schools) = &drawn[&pair.price.0];
            let place = schools.iter().position(|&school| school == pair.school);
            ((pair.school, pair.setting), *rank, place.unwrap_or_default() as i64)
        });
        let widest = drawn.values().map(|(_, schools)| schools.len() as i64).max();
        Self {
            outcomes: outcomes.collect(),
            left_out: drawn.len() as i64,
            widest: widest.unwrap_or(1),
        }
    }

    /// Ranks times a weight; a rank has this many steps.
    fn stake(&self, weight: i64, steps: i64) -> Stake {
        let outcomes = self.outcomes.iter().map(|&(outcome, rank, place)| {
            let step = if self.widest > steps { place * steps / self.widest } else { place };
            (outcome, weight * (rank * steps + step))
        });
        Stake { outcomes: outcomes.collect(), left_out: weight * self.left_out * steps }
    }
}

/// Schools that cost a student the same, in the order that is drawn.
fn shuffled(
    instance: &Instance,
    seed: i64,
    student: StudentId,
    schools: BTreeSet<SchoolId>,
) -> Vec<SchoolId> {
    let mut schools: Vec<SchoolId> = schools.into_iter().collect();
    if schools.len() > 1 {
        let key = key(instance, seed, student);
        schools.sort_by_cached_key(|&school| {
            (lot(&format!("{key}\n{}", instance.schools[school].id), 0), school)
        });
    }
    schools
}

/// What a student's lot is drawn from.
fn key(instance: &Instance, seed: i64, student: StudentId) -> String {
    format!("{seed}\nlot\n{}", instance.students[student].id)
}

/// How many steps lie between two ranks: as many as schools that cost the same, where there is room.
fn steps(instance: &Instance, ranks: &IdVec<StudentId, Ranks>) -> i64 {
    let all = ranks.iter().map(|(id, ranks)| ranks.left_out * instance.students[id].count);
    let room = MOST / all.sum::<i64>().max(1);
    let widest = ranks.values().map(|ranks| ranks.widest).max().unwrap_or(1);
    widest.min(MOST_STEPS).min(room).max(1)
}

/// What one step of rank of each student weighs: the more the earlier the number, and never so much
/// that all steps together exceed what solvers are exact for. Ties are broken by id. Where
/// there is room, a further draw keeps weights from adding up to the same by chance.
fn weights(
    instance: &Instance,
    seed: i64,
    numbers: &IdVec<StudentId, i64>,
    ranks: &IdVec<StudentId, Ranks>,
    steps: i64,
) -> IdVec<StudentId, i64> {
    let mut order: Vec<StudentId> = instance.students.ids().collect();
    order.sort_by_key(|&student| Reverse((numbers[student], student)));
    let students = order.len() as i64;
    let all = |(student, ranks): (StudentId, &Ranks)| {
        ranks.left_out * steps * instance.students[student].count
    };
    let room = MOST / ranks.iter().map(all).sum::<i64>().max(1);
    let finest = (room / students.max(1)).min(FINEST);
    let mut weights = IdVec::filled(1, order.len());
    for (place, &student) in (0..).zip(&order) {
        weights[student] = if finest > 0 {
            let further = lot(&key(instance, seed, student), 1) % finest.unsigned_abs();
            1 + place * finest + further.cast_signed()
        } else {
            1 + place * room / students
        };
    }
    weights
}

#[cfg(test)]
mod tests;
