//! A part as a program of its own, also where its solve ends early.

use super::instances;
use super::oracle::least;
use crate::decomposition::core::Core;
use crate::decomposition::part::{Part, Solved};
use crate::solve::{Limits, Solver};

/// A solver that is content with less leaves variables that only count something as they are.
#[test]
fn a_plan_costs_what_is_said_also_where_it_is_not_the_best() {
    let (mut plans, mut lesser) = (0, 0);
    for (seed, problem) in instances::problems(140_000, 80) {
        let core = Core::of(&problem);
        for gap in [0.05, 0.3, 0.9] {
            let limits = Limits { gap, ..Limits::default() };
            let solved = Part::all(&core).solve(&core, Solver::Microlp, &limits, None, &|_| {});
            let Solved::Plan { assignment, value, bound, .. } = solved.expect("a small program")
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
