//! A multiplier of the limit on changes never lifts the bound above what a plan within their limit costs.

use std::fmt::Write;

use serde_json::json;

use super::{Draws, KINDS, Kind, instances, multipliers};
use crate::problem::Problem;
use crate::solve::Budget;
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::relaxation::Relaxation;
use crate::solve::decomposition::search::restricted::{RestrictedOutcome, WholeNumbers};
use crate::solve::mip::{MipSettings, Solver};
use crate::testing::tiny;

const INSTANCES: u64 = 250;
const TOLLS: [i64; 4] = [0, 500, 6_000, 90_000];

/// The problem of a seed against a random earlier plan, with a limit on changes.
fn problem(seed: u64) -> Problem {
    let mut document = instances::document(seed);
    let draws = &mut Draws::new(seed ^ 0x0070_1100);
    let mut previous = String::new();
    for student in document["students"].as_array().unwrap() {
        let school = draws.one_of(&["h1", "h2", "h3", "gone", "-"]);
        let count = student["count"].as_i64().unwrap_or(1);
        let id = student["id"].as_str().unwrap();
        write!(previous, "{id}>{school}*{count} ").unwrap();
    }
    document["previous"] = json!(previous);
    document["rules"]["continuity"] =
        json!({ "worth_km": draws.between(0, 3), "max_changes": draws.between(1, 3) });
    tiny(document)
}

fn optimum(core: &Core) -> Option<i64> {
    let restricted = RestrictedProblem::all(core);
    match restricted
        .solve(
            core,
            MipSettings::exact(Solver::Microlp),
            &Budget::unlimited(),
            WholeNumbers::All,
            None,
            &|_, _| {},
        )
        .unwrap()
    {
        RestrictedOutcome::Plan { value, bound, .. } => {
            assert_eq!(value, bound);
            Some(value)
        }
        RestrictedOutcome::Infeasible => None,
        RestrictedOutcome::Nothing(ending) => panic!("{ending:?}"),
    }
}

#[test]
fn no_toll_lifts_the_bound_above_the_optimum() {
    let (mut compared, mut better) = (0, 0);
    for seed in 0..INSTANCES {
        let problem = problem(seed);
        let core = Core::of(&problem);
        let Some(least) = optimum(&core) else { continue };
        let most = problem.most_changes().unwrap();
        let draws = &mut Draws::new(seed);
        let mut climbed = Vec::new();
        for change_multiplier in TOLLS {
            let with_change_multiplier = core.with_change_multiplier(change_multiplier, most);
            // The program gets the prices without the multiplier.
            assert_eq!(
                optimum(&with_change_multiplier),
                Some(least),
                "seed {seed}, change_multiplier {change_multiplier}"
            );
            let mut relaxation = Relaxation::new(&with_change_multiplier);
            for kind in KINDS {
                let bound = relaxation
                    .evaluate(&multipliers(&with_change_multiplier, kind, draws))
                    .bound
                    .unwrap();
                assert!(
                    bound <= least,
                    "seed {seed}, change_multiplier {change_multiplier}, {kind:?}: {bound} > {least}"
                );
                compared += 1;
                if kind == Kind::Climbed {
                    climbed.push(bound);
                }
            }
        }
        better += u32::from(climbed[1..].iter().any(|&bound| bound > climbed[0]));
    }
    assert!(compared > 1_000 && better > 10, "{compared}, {better}");
}
