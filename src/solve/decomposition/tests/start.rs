//! Searches that start from what the search of another problem has found.

use super::instances::problems;
use crate::problem::Problem;
use crate::solve::{Nearby, Search, SearchOutcome, find_near};

const INSTANCES: usize = 120;

/// The least cost; `None` if there is no plan.
fn least(problem: &Problem, search: &Search, nearby: &Nearby) -> Option<i64> {
    match find_near(problem, search, nearby, &|_| {}).unwrap().outcome {
        SearchOutcome::Plan(incumbent) => {
            let level = &incumbent.levels[0];
            assert_eq!(level.value, level.bound);
            Some(level.value)
        }
        SearchOutcome::Infeasible => None,
        SearchOutcome::NothingFound(_) => panic!("nothing ends this search"),
    }
}

#[test]
fn the_optimum_is_the_same_whatever_a_search_starts_from() {
    let mut earlier: Option<(Problem, Search, Nearby)> = None;
    let (mut started, mut with_clusters) = (0, 0);
    for (seed, problem) in problems(170_000, INSTANCES) {
        let found = find_near(&problem, &Search::default(), &Nearby::default(), &|_| {}).unwrap();
        let from_nothing = least(&problem, &Search::default(), &Nearby::default());
        if let Some((other, search, nearby)) = &earlier {
            // Problems of other seeds have the same ids for other schools and students, and more or fewer of them.
            let plan = search.start.as_ref().map(|plan| problem.carried(other, plan));
            with_clusters +=
                usize::from(plan.as_ref().is_some_and(|plan| !plan.clusters.is_empty()));
            started += 1;
            let carried = nearby.multipliers.as_ref();
            let multipliers =
                carried.map(|known| known.carried(&other.instance, &problem.instance));
            let search = Search { start: plan, ..Search::default() };
            let nearby = Nearby { multipliers, below: None };
            assert_eq!(least(&problem, &search, &nearby), from_nothing, "seed {seed}");
        }
        if let SearchOutcome::Plan(incumbent) = found.outcome {
            let search = Search { start: Some(incumbent.assignment), ..Search::default() };
            let nearby = Nearby { multipliers: found.multipliers, below: None };
            earlier = Some((problem, search, nearby));
        }
    }
    assert!(started > INSTANCES / 2 && with_clusters > 10, "{started}, {with_clusters}");
}

#[test]
fn what_is_carried_to_the_same_problem_stays_as_it_is() {
    let mut carried = 0;
    for (seed, problem) in problems(180_000, INSTANCES / 3) {
        let found = find_near(&problem, &Search::default(), &Nearby::default(), &|_| {}).unwrap();
        if let SearchOutcome::Plan(incumbent) = &found.outcome {
            assert_eq!(
                problem.carried(&problem, &incumbent.assignment),
                incumbent.assignment,
                "seed {seed}"
            );
        }
        if let Some(multipliers) = found.multipliers {
            let instance = &problem.instance;
            assert_eq!(multipliers.carried(instance, instance), multipliers, "seed {seed}");
            carried += 1;
        }
    }
    assert!(carried > 20, "{carried}");
}
