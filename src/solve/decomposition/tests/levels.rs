//! Goals in levels: equal to the plain search.

use serde_json::{Value, json};

use super::instances;
use crate::instance::Goal;
use crate::problem::Problem;
use crate::solve::mip::Solver;
use crate::solve::{Budget, Method, Search, SearchOutcome, find, levels};
use crate::testing::tiny;

/// More cluster options than this make the plain search slow.
const MOST_OPTIONS: usize = 14;

const GOALS: [&[Goal]; 10] = [
    &[Goal::Unplaced, Goal::Total],
    &[Goal::MeetingDay, Goal::Total],
    &[Goal::Unplaced, Goal::MeetingDay, Goal::Total],
    &[Goal::Clusters, Goal::Total],
    &[Goal::Unplaced, Goal::Clusters, Goal::Total],
    &[Goal::Unplaced, Goal::Denomination, Goal::Total],
    &[Goal::Denomination, Goal::Unplaced, Goal::MeetingDay, Goal::Total],
    &[Goal::Unplaced, Goal::LongestJourney, Goal::Total],
    &[Goal::MeetingDay, Goal::Unplaced, Goal::LongestJourney, Goal::Clusters, Goal::Total],
    &[Goal::Unplaced, Goal::Clusters, Goal::MeetingDay, Goal::Denomination, Goal::Total],
];

/// Which goals the problem of a seed has.
fn which(seed: u64) -> usize {
    usize::try_from(seed % 1_000).expect("a small number") % GOALS.len()
}

/// The problem of a seed, with wishes for a denomination, under some of the goals.
fn problem(seed: u64) -> Problem {
    let mut document = instances::document(seed);
    let denominations = ["openbaar", "pc"];
    for (index, school) in entries(&mut document, "schools").iter_mut().enumerate() {
        school["denomination"] = json!([denominations[index % 2]]);
    }
    for (index, student) in entries(&mut document, "students").iter_mut().enumerate() {
        if index % 3 > 0 {
            student["denomination"] = json!({ "wish": [denominations[index % 2]] });
        }
    }
    let mut problem = tiny(document);
    problem.instance.goals = GOALS[which(seed)].to_vec();
    problem
}

fn entries<'a>(document: &'a mut Value, of: &str) -> &'a mut Vec<Value> {
    document[of].as_array_mut().expect("a list")
}

#[test]
fn levels_are_equal_to_those_of_the_plain_search() {
    let (mut above_zero, mut infeasible) = ([0; GOALS.len()], 0);
    for seed in 150_000..150_300 {
        let problem = problem(seed);
        if problem.options.len() > MOST_OPTIONS {
            continue;
        }
        assert!(levels::fits(&problem));
        let by = |method| {
            let search = Search { method, solver: Solver::Microlp, ..Search::default() };
            find(&problem, &search, &|_| {}).expect("a small problem")
        };
        match (by(Method::Decomposition), by(Method::Plain)) {
            (SearchOutcome::Plan(found), SearchOutcome::Plan(plain)) => {
                let goals = &problem.instance.goals;
                assert_eq!(found.levels, plain.levels, "seed {seed} with {goals:?}");
                let is_proven = found.levels.iter().all(|level| level.value == level.bound);
                assert!(is_proven, "seed {seed}");
                let counts = &found.levels[..found.levels.len() - 1];
                if counts.iter().any(|level| level.value > 0) {
                    above_zero[which(seed)] += 1;
                }
            }
            (SearchOutcome::Infeasible, SearchOutcome::Infeasible) => infeasible += 1,
            (found, plain) => panic!("seed {seed}: {found:?}, {plain:?}"),
        }
    }
    // Without the goal of leaving out few, leaving out makes most counts 0.
    let mut some =
        GOALS.iter().zip(above_zero).filter(|(goals, _)| goals.contains(&Goal::Unplaced));
    assert!(some.all(|(_, number)| number > 10), "{above_zero:?}, {infeasible}");
}

#[test]
fn levels_that_are_stopped_early_claim_nothing_wrong() {
    let mut unproven = 0;
    for seed in 151_000..151_200 {
        let problem = problem(seed);
        if problem.options.len() > MOST_OPTIONS {
            continue;
        }
        let found = |budget| {
            let search = Search { solver: Solver::Microlp, budget, ..Search::default() };
            // The values of all levels are counted again in the plan, also where a later level improved an earlier one.
            match find(&problem, &search, &|_| {}).expect("a small problem") {
                SearchOutcome::Plan(found) => Some(found.levels),
                SearchOutcome::Infeasible | SearchOutcome::NothingFound(_) => None,
            }
        };
        let Some(best) = found(Budget::unlimited()) else { continue };
        for work in [1, 4, 16, 64] {
            let Some(levels) = found(Budget::of_work(work)) else { continue };
            let is_proven = levels.iter().all(|level| level.value == level.bound);
            unproven += usize::from(!is_proven);
            for (level, best) in levels.iter().zip(&best) {
                let known = (level.bound, best.value, level.value);
                assert!(known.0 <= known.1 && known.1 <= known.2, "seed {seed}, {work}: {known:?}");
                if level.value > best.value {
                    break;
                }
            }
        }
    }
    assert!(unproven > 10, "{unproven}");
}
