//! A network that is kept from one set of clusters to the next, against one of its own for each.

use super::instances;
use super::oracle::sets;
use crate::solve::decomposition::bound::core::{Core, RestrictedProblem};
use crate::solve::decomposition::primal::placing::{Placer, place};
use crate::solve::decomposition::primal::slots::Slots;

#[test]
fn a_kept_network_places_members_as_well_as_a_new_one() {
    let (mut placed, mut complete) = (0, 0);
    for (seed, problem) in instances::problems(98_000, 600) {
        let core = Core::of(&problem);
        if core.entries.values().any(|entry| !entry.is_member) {
            continue;
        }
        let all = RestrictedProblem::all(&core);
        let slots = Slots::of_all(&core).expect("a tiny network");
        let mut kept = Placer::new(&core, slots, &all.offers);
        for options in sets(&core) {
            let restricted = RestrictedProblem { options: options.clone(), ..all.clone() };
            let anew = place(&core, &restricted, &|| false).expect("nobody says stop");
            let again = kept.place(&options, &|| false).expect("a slot for each");
            assert_eq!(again.is_complete(), anew.is_complete(), "seed {seed}: {options:?}");
            if anew.is_complete() {
                assert_eq!(again.cost, anew.cost, "seed {seed}: {options:?}");
                complete += 1;
            }
            placed += 1;
        }
    }
    assert!(placed > 250 && complete > 150, "{placed}, {complete}");
}

/// With a low price of missing members, others are not held: a placing counts whoever is short or has too
/// many as short, and what is complete keeps all rules and costs what it says.
#[test]
fn a_placing_at_a_price_is_complete_only_if_it_is_a_plan() {
    let (mut complete, mut short) = (0, 0);
    for (seed, problem) in instances::problems(99_000, 200) {
        let core = Core::of(&problem);
        let slots = Slots::of_all(&core).expect("a tiny network");
        let all = RestrictedProblem::all(&core);
        let mut kept = Placer::new(&core, slots, &all.offers);
        kept.set_price_of_missing(20_000);
        for options in sets(&core) {
            let placed = kept.place(&options, &|| false).expect("a slot for each");
            if !placed.is_complete() {
                short += 1;
                continue;
            }
            let assessment = problem.assess(&problem.tally(&placed.assignment));
            let breaches = assessment.breaches.iter().filter(|breach| breach.rule != "fixed");
            assert_eq!(breaches.count(), 0, "seed {seed}: {options:?}");
            if assessment.breaches.is_empty() {
                assert_eq!(assessment.total().0, placed.cost, "seed {seed}: {options:?}");
            }
            complete += 1;
        }
    }
    assert!(complete > 500 && short > 100, "{complete}, {short}");
}
