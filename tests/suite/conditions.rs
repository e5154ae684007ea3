//! Questions: plans under conditions, by both searches, against the oracle.

use std::collections::{BTreeMap, BTreeSet};

use plaatswijzer::instance::{SchoolId, StudentId};
use plaatswijzer::model::candidates::ClusterOption;
use plaatswijzer::plan::assignment::UsedCluster;
use plaatswijzer::problem::{Condition, Problem};
use plaatswijzer::solve::{Incumbent, Method, Search, SearchOutcome, find};
use rayon::prelude::*;

use crate::against_oracle::problem;
use crate::draws::Draws;
use crate::oracle;
use crate::seeds;
use crate::tiny::TINY;

const SEEDS: u64 = if cfg!(feature = "highs") { 900 } else { 700 };

/// A problem under one or two random conditions, and how many conditions of each kind.
fn question(seed: u64) -> Option<(Problem, BTreeSet<&'static str>)> {
    let problem = problem(seed, &TINY)?;
    let mut draws = Draws::new(seed ^ 0x005e_ed00);
    let options: Vec<UsedCluster> = problem.options.values().map(ClusterOption::as_used).collect();
    let schools: Vec<SchoolId> = problem.instance.schools.ids().collect();
    let students: Vec<StudentId> = problem.instance.students.ids().collect();
    let mut kinds = BTreeSet::new();
    let mut conditions = Vec::new();
    for _ in 0..draws.between(1, 2) {
        let student = draws.one_of(&students);
        let count = problem.instance.students[student].count;
        let least = draws.between(1, count);
        let (kind, condition) = match draws.between(1, 5) {
            1 if !options.is_empty() => ("used", Condition::Used(draws.pick(&options).clone())),
            2 => ("placed", Condition::Placed { student, at: None, least }),
            3 | 4 => {
                let at = draws.some_of(&schools, 1, 2).into_iter().collect();
                ("placed at", Condition::Placed { student, at: Some(at), least })
            }
            _ => {
                let students = draws.some_of(&students, 0, 1);
                let students: BTreeMap<StudentId, i64> =
                    students.into_iter().map(|student| (student, 1)).collect();
                ("exactly", Condition::Exactly { school: draws.one_of(&schools), students })
            }
        };
        kinds.insert(kind);
        conditions.push(condition);
    }
    if draws.percent(30) && !options.is_empty() {
        let held = draws.pick(&options).clone();
        kinds.insert("held");
        return Some((problem.holding(&[held]).under(conditions), kinds));
    }
    Some((problem.under(conditions), kinds))
}

#[test]
fn what_a_question_asks_is_so_and_costs_the_least() {
    let compared = (0..seeds::many(SEEDS)).into_par_iter().filter_map(|seed| {
        let (problem, kinds) = question(seed)?;
        let best = oracle::best(&problem);
        for method in [Method::Decomposition, Method::Plain] {
            let search = Search { method, ..Search::default() };
            let found = find(&problem, &search, &|_| {});
            let values = match found.unwrap_or_else(|error| panic!("{seed}: {error}")) {
                SearchOutcome::Plan(Incumbent { levels, .. }) => {
                    assert!(levels.iter().all(|level| level.value == level.bound), "{seed}");
                    Some(levels.iter().map(|level| level.value).collect::<Vec<i64>>())
                }
                SearchOutcome::Infeasible => None,
                SearchOutcome::NothingFound(ending) => panic!("{seed}: {ending:?}"),
            };
            assert_eq!(values, best, "seed {seed}, {method:?}: {:?}", problem.conditions);
        }
        Some((best.is_some(), kinds))
    });
    let compared: Vec<(bool, BTreeSet<&str>)> = compared.collect();
    for kind in ["used", "placed", "placed at", "exactly", "held"] {
        let with = compared.iter().filter(|(_, kinds)| kinds.contains(kind));
        let possible = with.clone().filter(|(is_possible, _)| *is_possible).count();
        let number = with.count();
        println!("{kind}: {possible} of {number} possible");
        assert!(possible > 10 && possible + 10 < number, "{kind}: {possible} of {number}");
    }
}
