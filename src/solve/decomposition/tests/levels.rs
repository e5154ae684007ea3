//! Leaving out as few as possible, then the least sum of all points: equal to the plain search.

use super::instances;
use crate::instance::Goal;
use crate::solve::mip::Solver;
use crate::solve::{Method, Search, SearchOutcome, find, levels};

#[test]
fn as_few_as_possible_left_out_and_then_the_least_cost_as_by_the_plain_search() {
    let (mut whole, mut not_whole, mut infeasible) = (0, 0, 0);
    for (seed, mut problem) in instances::problems(150_000, 120) {
        problem.instance.goals = vec![Goal::Unplaced, Goal::Total];
        assert!(levels::fits(&problem));
        let by = |method| {
            let search = Search { method, solver: Solver::Microlp, ..Search::default() };
            find(&problem, &search, &|_| {}).expect("a small problem")
        };
        match (by(Method::Decomposition), by(Method::Plain)) {
            (SearchOutcome::Plan(found), SearchOutcome::Plan(plain)) => {
                assert_eq!(found.levels, plain.levels, "seed {seed}");
                let is_proven = found.levels.iter().all(|level| level.value == level.bound);
                assert!(is_proven, "seed {seed}");
                *(if found.levels[0].value == 0 { &mut whole } else { &mut not_whole }) += 1;
            }
            (SearchOutcome::Infeasible, SearchOutcome::Infeasible) => infeasible += 1,
            (found, plain) => panic!("seed {seed}: {found:?}, {plain:?}"),
        }
    }
    assert!(whole > 10 && not_whole > 10, "{whole}, {not_whole}, {infeasible}");
}
