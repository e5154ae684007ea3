//! Placing students in chosen clusters by a flow, against the best division of the students.

use serde_json::json;

use super::instances;
use super::oracle::{least_with, sets};
use crate::model::candidates::OptionId;
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::bound::relaxation::Relaxation;
use crate::solve::decomposition::primal::placing::{Placed, Placer, place};
use crate::solve::decomposition::primal::slots::Slots;
use crate::testing::tiny;

const INSTANCES: usize = 400;

/// Shows the placing in each set of options that may be used together, with the least that a plan
/// with these costs, and whether anyone is no member.
fn each(first_seed: u64, mut see: impl FnMut(&Core, &[OptionId], &Placed, Option<i64>)) {
    for (_, problem) in instances::problems(first_seed, INSTANCES) {
        let core = Core::of(&problem);
        for set in sets(&core) {
            let restricted =
                RestrictedProblem { options: set.clone(), ..RestrictedProblem::all(&core) };
            let placed = place(&core, &restricted, &|| false).expect("nobody says stop");
            see(&core, &set, &placed, least_with(&core, &set, None));
        }
    }
}

/// What a placing costs by all rules, and which rules it breaks.
fn judged(core: &Core, placed: &Placed) -> (i64, Vec<&'static str>) {
    let assessment = core.problem.assess(&core.problem.tally(&placed.assignment));
    (assessment.total().0, assessment.breaches.iter().map(|breach| breach.rule).collect())
}

fn has_members_only(core: &Core) -> bool {
    core.entries.values().all(|entry| entry.is_member)
}

#[test]
fn among_members_the_flow_is_the_best_plan() {
    let (mut best, mut short) = (0, 0);
    each(100_000, |core, set, placed, least| {
        if !has_members_only(core) {
            return;
        }
        let (value, breaches) = judged(core, placed);
        if let Some(least) = least {
            assert_eq!((value, &*breaches), (least, &[][..]), "{set:?}");
            assert_eq!(placed.short, []);
            best += 1;
        } else {
            assert_ne!(breaches, Vec::<&str>::new(), "{set:?}: no plan is clean");
            short += u32::from(!placed.short.is_empty());
        }
    });
    assert!(best > 50 && short > 10, "{best}, {short}");
}

#[test]
fn a_placing_that_is_not_short_is_a_plan() {
    let (mut plans, mut mixed, mut best) = (0, 0, 0);
    each(110_000, |core, set, placed, least| {
        let (value, mut breaches) = judged(core, placed);
        if !placed.short.is_empty() {
            assert!(breaches.contains(&"cluster_size"), "{set:?}");
            return;
        }
        // Someone who must be at a school that cannot take them all is nobody's plan.
        breaches.retain(|&rule| rule != "fixed");
        assert_eq!(breaches, Vec::<&str>::new(), "{set:?}");
        if let Some(least) = least.filter(|_| judged(core, placed).1.is_empty()) {
            assert!(value >= least, "{set:?}: {value} < {least}");
            plans += 1;
            mixed += u32::from(!has_members_only(core));
            best += u32::from(value == least);
        }
    });
    assert!(plans > 500 && mixed > 200 && best > plans / 2, "{plans}, {mixed}, {best}");
}

#[test]
fn what_students_and_places_are_worth_in_a_placing_gives_a_bound() {
    let (mut seen, mut tight) = (0, 0);
    each(120_000, |core, set, placed, least| {
        let bound = Relaxation::new(core).evaluate(&placed.multipliers).bound;
        if let (Some(least), Some(bound)) = (least, bound) {
            assert!(bound <= least, "{set:?}: {bound} > {least}");
            seen += 1;
            tight += u32::from(bound == least);
        }
    });
    assert!(seen > 500 && tight > 20, "{seen}, {tight}");
}

/// A network that begins with hardly any pairs and lets others in places members as well as one with all of them.
#[test]
fn a_growing_network_finds_what_one_with_all_pairs_finds() {
    let (mut compared, mut grown) = (0, 0);
    for (seed, problem) in instances::problems(140_000, INSTANCES) {
        let core = Core::of(&problem);
        if !has_members_only(&core) {
            continue;
        }
        for set in sets(&core) {
            let all = RestrictedProblem { options: set.clone(), ..RestrictedProblem::all(&core) };
            let few = RestrictedProblem::cheapest(&core, &Multipliers::first(&core), &set, 1);
            let of_all = place(&core, &all, &|| false).expect("nobody says stop");
            let mut growing =
                Placer::new(&core, Slots::of_options(&core, &set), &few.offers).growing();
            let found = growing.place(&set, &|| false).expect("nobody says stop");
            assert_eq!((found.cost, &found.short), (of_all.cost, &of_all.short), "{seed}, {set:?}");
            let begun = place(&core, &few, &|| false).expect("nobody says stop");
            compared += 1;
            grown += u32::from(begun.cost > found.cost);
        }
    }
    assert!(compared > 200 && grown > 40, "{compared}, {grown}");
}

/// A cluster with eight places, six members and two others is short of members as long as the others are there.
#[test]
fn others_make_way_for_members_and_take_what_is_free() {
    let table = |ids: &[(&str, i64)]| -> Vec<serde_json::Value> {
        let rows = ids.iter().map(|(id, m)| json!({ "from": id, "to": "h", "m": m }));
        rows.collect()
    };
    let problem = |places: i64, most: i64| {
        tiny(json!({
            "schools": [{ "id": "h", "places": places }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [
                { "id": "near" }, { "id": "far" },
                { "id": "y", "year": 4 }, { "id": "z", "year": 4 },
            ],
            "travel": { "table": table(&[("near", 900), ("far", 1_900), ("y", 100), ("z", 200)]) },
            "rules": {
                "placement": { "worth_km": 19 }, "travel": {},
                "cluster_size": { "min": 2, "target": 2, "max": most, "worth_km": 0 },
            },
        }))
    };
    // Two places for two members who live farther away than the others, then for all.
    for (places, others) in [(2, 0), (3, 1), (4, 2)] {
        let problem = problem(places, 2);
        let core = Core::of(&problem);
        let placed = place(&core, &RestrictedProblem::all(&core), &|| false);
        let placed = placed.expect("nobody says stop");
        assert_eq!(placed.short, [], "{places}");
        assert_eq!(placed.assignment.placed_count(), 2 + others, "{places}");
        let (value, breaches) = judged(&core, &placed);
        assert_eq!((value, breaches), (placed.cost, Vec::new()), "{places}");
    }
}

#[test]
fn a_placing_ends_when_told_to() {
    for (_, problem) in instances::problems(130_000, 20) {
        let core = Core::of(&problem);
        let restricted = RestrictedProblem {
            options: sets(&core).pop().unwrap_or_default(),
            ..RestrictedProblem::all(&core)
        };
        assert_eq!(place(&core, &restricted, &|| true), None);
    }
}

/// Were those who are no members counted once they are held, some would count twice, and the cluster
/// would be taken for short.
#[test]
fn others_who_are_held_count_once() {
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 4 }],
        "clusters": [{ "id": "c", "schools": ["h"], "keep": true }],
        "students": [
            { "id": "member", "unplaced_worth_km": 30 }, { "id": "two", "year": 4, "count": 2 },
            { "id": "near", "year": 4 }, { "id": "far", "year": 4 },
        ],
        "travel": { "table": [
            { "from": "member", "to": "h", "m": 9_000 }, { "from": "two", "to": "h", "m": 8_500 },
            { "from": "near", "to": "h", "m": 2_000 }, { "from": "far", "to": "h", "m": 4_500 },
        ] },
        "rules": {
            "placement": { "worth_km": 19 }, "travel": {},
            "cluster_size": { "min": 1, "target": 3, "max": 3, "worth_km": 0 },
        },
    }));
    let core = Core::of(&problem);
    let placed = place(&core, &RestrictedProblem::all(&core), &|| false).expect("nobody says stop");
    assert_eq!(placed.short, []);
    // One of the two is left out.
    let cost = 9_000 + 8_500 + 2_000 + 4_500 + 19_000;
    assert_eq!(judged(&core, &placed), (cost, Vec::new()));
}
