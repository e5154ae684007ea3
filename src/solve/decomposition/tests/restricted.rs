//! Restricted problems as integer programs, also where the solve ends early.

use std::time::Duration;

use serde_json::json;

use super::instances;
use super::oracle::least;
use crate::solve::Budget;
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::search::restricted::{RestrictedOutcome, WholeNumbers};
use crate::solve::mip::{Ending, MipSettings, Solver};
use crate::testing::tiny;

/// A solver that stops at a gap may leave auxiliary variables above what they should count.
#[test]
fn a_plan_costs_what_is_said_also_where_it_is_not_the_best() {
    let (mut plans, mut lesser) = (0, 0);
    for (seed, problem) in instances::problems(140_000, 80) {
        let core = Core::of(&problem);
        for gap in [0.05, 0.3, 0.9] {
            let settings = MipSettings { gap, ..MipSettings::exact(Solver::Microlp) };
            let solved = RestrictedProblem::all(&core).solve(
                &core,
                settings,
                &Budget::unlimited(),
                WholeNumbers::All,
                None,
                &|_, _| {},
            );
            let RestrictedOutcome::Plan { assignment, value, bound, .. } =
                solved.expect("a small program")
            else {
                assert_eq!(least(&core), None, "seed {seed}");
                continue;
            };
            let assessment = problem.assess(&problem.tally(&assignment));
            assert_eq!(assessment.breaches, [], "seed {seed}");
            assert_eq!(value, assessment.total().0, "seed {seed}, gap {gap}");
            let optimum = least(&core).expect("there is a plan");
            assert!(bound <= optimum && optimum <= value, "seed {seed}, gap {gap}");
            plans += 1;
            lesser += u32::from(value > optimum);
        }
    }
    assert!(plans > 100 && lesser > 5, "{plans}, {lesser}");
}

/// Where no time is left, a plan comes from mending the rows one by one, and a variable that counts
/// what falls short may be mended before the students are placed that make good for it.
#[test]
fn a_plan_that_was_only_mended_costs_what_is_said() {
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 2 }],
        "clusters": [{ "id": "c", "schools": ["h"], "keep": true }],
        "students": [{ "id": "s", "fixed": "h" }, { "id": "t" }],
        "rules": { "placement": { "worth_km": 7 }, "fixed": {}, "year_mix": { "min_years": 1 } },
    }));
    let core = Core::of(&problem);
    let budget = Budget::of_time(Duration::ZERO);
    let solved = RestrictedProblem::all(&core).solve(
        &core,
        MipSettings::exact(Solver::Microlp),
        &budget,
        WholeNumbers::All,
        None,
        &|_, _| {},
    );
    let Ok(RestrictedOutcome::Plan { value, bound, ending, .. }) = solved else {
        panic!("{solved:?}")
    };
    // Someone is left out, and nothing is short.
    assert_eq!((value, bound, ending), (7_000, 0, Ending::Limit));
}
