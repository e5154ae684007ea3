//! Packings that take too long to search: the bound is lower by a slack, and still a bound.

use serde_json::{Value, json};

use super::Draws;
use super::oracle::schools;
use crate::base::Id;
use crate::model::candidates::OptionId;
use crate::problem::Problem;
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::packing::Packer;
use crate::testing::tiny;

const SCHOOLS: usize = 11;
const MOST: usize = 5;

/// Every two and every three of some schools may form a cluster.
fn crowded() -> Problem {
    let id = |index: usize| format!("h{index:02}");
    let schools: Vec<Value> =
        (0..SCHOOLS).map(|index| json!({ "id": id(index), "places": 3 })).collect();
    let pairs = (0..SCHOOLS).flat_map(|from| (0..from).map(move |to| (from, to)));
    let table: Vec<Value> =
        pairs.map(|(from, to)| json!({ "from": id(from), "to": id(to), "m": 1 })).collect();
    tiny(json!({
        "boards": [{ "id": "b", "max_clusters": MOST }],
        "schools": schools, "travel": { "table": table },
        "rules": { "forming": { "max_schools": 3, "alone_places": 9 } },
    }))
}

/// The least worth of at most `most` disjoint options that avoid some schools: round by round, for
/// every set of schools, the best options within it.
fn least(core: &Core, values: &[i64], most: usize, avoided: usize) -> i64 {
    let set = |option: OptionId| -> usize {
        schools(core, option).iter().map(|school| 1 << school.index()).sum()
    };
    let sets: Vec<usize> = core.options.ids().map(set).collect();
    let mut best = vec![0; 1 << SCHOOLS];
    for _ in 0..most {
        let mut next = best.clone();
        for (all, next) in next.iter_mut().enumerate() {
            let within = sets.iter().zip(values).filter(|(set, _)| all & **set == **set);
            for (set, value) in within {
                *next = (*next).min(best[all ^ set] + value);
            }
        }
        best = next;
    }
    best[((1 << SCHOOLS) - 1) ^ avoided]
}

#[test]
fn a_search_that_settles_for_a_slack_still_bounds_every_packing() {
    let problem = crowded();
    let core = Core::of(&problem);
    let owner = core.owners.ids().next().expect("a board");
    let mut settled = 0;
    for seed in 0..4 {
        let draws = &mut Draws::new(seed);
        let width = draws.one_of(&[100, 1_000]);
        // What contains one of four schools is worth twice as much, so that five good options can
        // be hoped for to the end, where there are four at most.
        let value = |option: OptionId| {
            let is_good = schools(&core, option).iter().any(|school| school.index() < 4);
            -draws.between(0, width) - if is_good { 6_000 } else { 3_000 }
        };
        let values: Vec<i64> = core.options.ids().map(value).collect();
        let given: Vec<Option<i64>> = values.iter().copied().map(Some).collect();
        let packer = Packer::new(&core, owner, &given).expect("nothing is kept");
        let packing = packer.best();
        let least_of_all = least(&core, &values, MOST, 0);
        let worth: i64 = packing.options.iter().map(|option| values[option.index()]).sum();
        assert!(packing.bound <= least_of_all && least_of_all <= worth);
        settled += u32::from(packing.bound < worth);

        let one_less = packer.one_less();
        assert!(one_less <= least(&core, &values, MOST - 1, 0));
        let option = draws.one_of(&core.options.ids().collect::<Vec<_>>());
        let avoided = schools(&core, option).iter().map(|school| 1 << school.index()).sum();
        let with = values[option.index()] + least(&core, &values, MOST - 1, avoided);
        assert!(packer.bound_with(option, values[option.index()]).expect("one fits") <= with);
        assert!(packer.quick_bound_with(option, values[option.index()], one_less) <= with);
    }
    assert!(settled > 0, "no search took long enough to say anything of a slack");
}
