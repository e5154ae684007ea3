//! The bound on the plans with each option against the best of them.

use super::oracle::{least, least_with, sets};
use super::{Draws, KINDS, Kind, instances, multipliers};
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::option_bounds::{bounds_with_each, under};
use crate::solve::decomposition::bound::start::Begin;
use crate::solve::decomposition::search;
use crate::solve::mip::{MipSettings, Solver};
use crate::solve::{Budget, SearchOutcome};

const INSTANCES: usize = 150;

#[test]
fn no_plan_with_an_option_costs_less_than_its_bound() {
    let (mut options, mut impossible, mut attained) = (0, 0, 0);
    for (seed, problem) in instances::problems(110_000, INSTANCES) {
        let core = Core::of(&problem);
        let sets = sets(&core);
        let draws = &mut Draws::new(seed);
        let best: Vec<Option<i64>> = core
            .options
            .ids()
            .map(|option| {
                let with = sets.iter().filter(|set| set.contains(&option));
                with.filter_map(|set| least_with(&core, set, None)).min()
            })
            .collect();
        for kind in KINDS {
            let bounds = under(&core, &multipliers(&core, kind, draws));
            for (&bound, &best) in bounds.of_option.values().zip(&best) {
                match (bound, best) {
                    (None, best) => assert_eq!(best, None, "seed {seed}, {kind:?}"),
                    (Some(bound), Some(best)) => {
                        assert!(bound <= best, "seed {seed}, {kind:?}: {bound} > {best}");
                        options += u32::from(kind == Kind::Climbed);
                        attained += u32::from(kind == Kind::Climbed && bound == best);
                    }
                    (Some(_), None) => impossible += 1,
                }
            }
        }
        let climbed = bounds_with_each(&problem, &Budget::unlimited(), &Begin::default());
        if let (Some(bound), Some(least)) = (climbed.bound, least(&core)) {
            assert!(bound <= least, "seed {seed}");
        }
    }
    // Bounds that are never near would be of no use.
    assert!(attained * 4 > options && options > 150, "{attained} of {options}");
    assert!(impossible > 20, "{impossible}");
}

/// Whatever prices and plan a search begins with, it finds the same; and where only better plans are
/// looked for it says when there are none.
#[test]
fn what_a_search_begins_with_makes_it_no_worse() {
    let (mut found, mut none) = (0, 0);
    let mut solvers = vec![Solver::Microlp, Solver::default()];
    solvers.dedup();
    for (seed, problem) in instances::problems(120_000, 60) {
        let core = Core::of(&problem);
        let Some(least) = least(&core) else { continue };
        let draws = &mut Draws::new(seed);
        for kind in [Kind::Random, Kind::Huge, Kind::Climbed] {
            let multipliers = multipliers(&core, kind, draws);
            let ceilings = [None, Some(least - 1), Some(least), Some(least + 1), Some(least + 900)];
            let of_solvers =
                solvers.iter().flat_map(|&solver| ceilings.map(|below| (solver, below)));
            for (solver, below) in of_solvers {
                let begin = Begin { multipliers: Some(&multipliers), below, ..Begin::default() };
                let budget = Budget::unlimited();
                let result = search(&problem, MipSettings::exact(solver), &budget, &begin, &|_| {});
                let result = result.expect("a small program");
                let words =
                    format!("seed {seed}, {kind:?}, {solver:?}, below {below:?}: {result:?}");
                if below.is_none_or(|below| least < below) {
                    let SearchOutcome::Plan(known) = &result.outcome else { panic!("{words}") };
                    assert_eq!(
                        (known.levels[0].value, known.levels[0].bound),
                        (least, least),
                        "{words}"
                    );
                    found += 1;
                } else {
                    // A plan may be given all the same, but none that is below.
                    assert!(result.bound >= below.unwrap_or(0) && result.bound <= least, "{words}");
                    assert!(result.outcome != SearchOutcome::Infeasible, "{words}");
                    none += 1;
                }
            }
        }
    }
    assert!(found > 200 && none > 100, "{found}, {none}");
}
