//! Plans of the local search against enumeration.

use super::instances;
use super::oracle::{least, sets};
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::primal::improve::LocalSearch;
use crate::verify::verify_assignment;

#[test]
fn a_local_search_costs_what_it_says_and_is_often_optimal() {
    let (mut plans, mut optimal) = (0, 0);
    for (seed, problem) in instances::problems(95_000, 200) {
        let core = Core::of(&problem);
        let kept = core.options.iter().filter(|(_, option)| option.kept.is_some());
        let kept: Vec<_> = kept.map(|(id, _)| id).collect();
        let days = |id| core.options[id].kept;
        if kept.windows(2).any(|pair| days(pair[0]) == days(pair[1])) {
            // One of the two forms of a kept cluster is for the packing to choose.
            continue;
        }
        let first = Multipliers::first(&core);
        let Some(improved) = LocalSearch::new(&core, &first, 200, &|| false).run(&kept) else {
            panic!("seed {seed}: nothing stopped it");
        };
        if !improved.placed.is_complete() {
            continue;
        }
        let verdict = verify_assignment(&problem, improved.placed.assignment.clone());
        if !verdict.findings.is_empty() {
            continue;
        }
        let value = verdict.assessment.total().0;
        assert_eq!(value, improved.placed.cost, "seed {seed}");
        let optimum = least(&core).expect("there is a plan");
        assert!(value >= optimum, "seed {seed}");
        plans += 1;
        optimal += u32::from(value == optimum);
    }
    assert!(plans > 100 && optimal > plans / 2, "{optimal} of {plans}");
}

#[test]
fn a_local_search_that_is_stopped_ends_at_once() {
    let (_, problem) = instances::problems(95_000, 1).next().expect("a problem");
    let core = Core::of(&problem);
    let first = Multipliers::first(&core);
    assert!(LocalSearch::new(&core, &first, 200, &|| true).run(&[]).is_none());
}

#[test]
fn a_first_plan_is_a_plan() {
    let (mut plans, mut dropped) = (0, 0);
    for (seed, problem) in instances::problems(96_000, 150) {
        let core = Core::of(&problem);
        let first = Multipliers::first(&core);
        for options in sets(&core) {
            let mut local = LocalSearch::new(&core, &first, 200, &|| false);
            let placed = local.first(&options).expect("nothing stopped it");
            if !placed.placed.is_complete() {
                continue;
            }
            let assessment = problem.assess(&problem.tally(&placed.placed.assignment));
            let breaches = assessment.breaches.iter().filter(|breach| breach.rule != "fixed");
            assert_eq!(breaches.count(), 0, "seed {seed}: {options:?}");
            plans += 1;
            dropped += u32::from(placed.options.len() < options.len());
        }
    }
    assert!(plans > 300 && dropped > 50, "{plans}, {dropped}");
}
