//! The engine against a brute-force oracle, on thousands of tiny instances over all rules.

use std::collections::BTreeSet;

use plaatswijzer::input::errors::Code;
use plaatswijzer::plan::Status;
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::rules::cards;
use plaatswijzer::solve::mip::Ending;
use plaatswijzer::solve::{PlaceOutcome, Search, clash_of, place};
use rayon::prelude::*;

use crate::oracle::{self, values};
use crate::seeds;
use crate::tiny::{self, TINY};

const INSTANCES: u64 = 4000;

/// Rules that charge something in the optimum of some of these instances.
const CHARGING: [&str; 14] = [
    "placement",
    "cluster_size",
    "forming",
    "meeting_day",
    "denomination",
    "travel",
    "wishes",
    "concept",
    "variety",
    "spread",
    "year_mix",
    "shell",
    "together",
    "apart",
];

/// Rules that are part of a clash in some of these instances.
const CLASHING: [&str; 10] = [
    "places",
    "cluster_size",
    "forming",
    "exclusion",
    "fixed",
    "admission",
    "board_share",
    "school_minimum",
    "interprofessional",
    "budget",
];

/// Rules that take effect on the optimum in another way, and where that is compared: rule, reason.
const ELSEWHERE: [(&str, &str); 1] =
    [("continuity", "needs an earlier plan: replanning.rs compares such plans with the oracle")];

/// The outcome of one instance, for the assertions about all of them.
enum Outcome {
    /// The instance is invalid, such as one with students fixed where nobody can be placed.
    Unread,
    /// Both found the same optimum; with the rules that charged something.
    Optimal(BTreeSet<String>),
    /// Both found that there is no plan; with the rules that are reported to clash.
    Infeasible(BTreeSet<String>),
}

#[test]
fn the_engine_finds_what_the_oracle_finds() {
    let all = seeds::many(INSTANCES);
    let outcomes: Vec<Outcome> = (0..all).into_par_iter().map(compare).collect();
    let (mut unread, mut optimal, mut infeasible) = (0, 0, 0);
    let (mut charged, mut clashing) = (BTreeSet::new(), BTreeSet::new());
    for outcome in outcomes {
        match outcome {
            Outcome::Unread => unread += 1,
            Outcome::Optimal(rules) => {
                optimal += 1;
                charged.extend(rules);
            }
            Outcome::Infeasible(rules) => {
                infeasible += 1;
                clashing.extend(rules);
            }
        }
    }
    println!("{optimal} optimal, {infeasible} infeasible, {unread} unread");
    println!("charged: {charged:?}\nclashing: {clashing:?}");
    assert!(optimal > all / 2 && infeasible > all / 20 && unread < all / 5);
    // If a rule never took effect, the instances would not test it.
    for rule in CHARGING {
        assert!(charged.contains(rule), "{rule} never charges anything");
    }
    for rule in CLASHING {
        assert!(clashing.contains(rule), "{rule} is never part of a clash");
    }
}

#[test]
fn every_rule_is_compared_with_the_oracle() {
    let listed: BTreeSet<&str> =
        CHARGING.into_iter().chain(CLASHING).chain(ELSEWHERE.map(|(rule, _)| rule)).collect();
    let advice = "draw the rule in tiny_rules.rs and add it to a list above";
    assert_eq!(listed, cards().into_iter().map(|card| card.id).collect(), "{advice}");
}

fn compare(seed: u64) -> Outcome {
    let document = tiny::instance(seed, &TINY);
    let problem = match read(document.to_string().as_bytes(), &|_| Err("absent".to_owned())) {
        Ok(read) => read.problem,
        Err(errors) => {
            assert_eq!(errors.codes(), BTreeSet::from([Code::FixedNowhere]), "{seed}: {errors}");
            return Outcome::Unread;
        }
    };
    let best = oracle::best(&problem);
    let placed = place(&problem, &Search::default(), &|_| {});
    match (best, placed.unwrap_or_else(|error| panic!("{seed}: {error}"))) {
        (Some(best), PlaceOutcome::Plan { plan, ending, .. }) => {
            assert_eq!(values(&plan), best, "seed {seed}: {document}");
            assert_eq!((plan.status, ending), (Some(Status::Optimal), Ending::Finished), "{seed}");
            assert_eq!(plan.verified, Some(true));
            Outcome::Optimal(plan.score.unwrap().rules.into_keys().collect())
        }
        (None, PlaceOutcome::Infeasible) => {
            let clash = clash_of(&problem, &Search::default()).unwrap().expect("demands clash");
            assert!(!clash.breach.is_empty(), "seed {seed}: nothing need give way: {clash:?}");
            assert!(!clash.demands.is_empty(), "seed {seed}");
            assert!(clash.breach.iter().all(|(_, by)| *by > 0), "seed {seed}: {clash:?}");
            Outcome::Infeasible(clash.demands.iter().map(|one| one.rule.to_owned()).collect())
        }
        (best, placed) => panic!("seed {seed}: oracle {best:?}, engine {placed:?}: {document}"),
    }
}

/// The problem of a seed; `None` if the instance is invalid.
pub fn problem(seed: u64, extent: &tiny::Extent) -> Option<Problem> {
    let document = tiny::instance(seed, extent);
    let read = read(document.to_string().as_bytes(), &|_| Err("absent".to_owned()));
    read.ok().map(|read| read.problem)
}
