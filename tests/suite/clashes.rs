//! Clashes: they name rules that refuse pairs as well as rules that bind, and no rule that is not needed.

use std::collections::BTreeSet;

use plaatswijzer::problem::{Problem, read};
use plaatswijzer::rules::Rulebook;
use plaatswijzer::solve::{ClashInWords, PlaceOutcome, Search, clash_of, place};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::against_oracle;
use crate::seeds;
use crate::tiny::TINY;

const SEEDS: u64 = 400;

/// A function that switches a rule off.
type Lift = fn(&mut Rulebook);

/// Rules that refuse, and how each is switched off.
const REFUSING: [(&str, Lift); 6] = [
    ("meeting_day", |rules| rules.meeting_day = None),
    ("denomination", |rules| rules.denomination = None),
    ("travel", |rules| rules.travel = None),
    ("exclusion", |rules| rules.exclusion = None),
    ("admission", |rules| rules.admission = None),
    ("variety", |rules| rules.variety = None),
];

fn clash(problem: &Problem) -> Option<ClashInWords> {
    match place(problem, &Search::default(), &|_| {}).unwrap() {
        PlaceOutcome::Infeasible => clash_of(problem, &Search::default()).unwrap(),
        _ => None,
    }
}

fn named(clash: &ClashInWords) -> BTreeSet<&'static str> {
    clash.demands.iter().map(|demand| demand.rule).collect()
}

/// An instance with a board that must train two students, while these settings refuse all of them.
fn board(settings: &Value, student: &Value) -> Problem {
    let mut students = Vec::new();
    for id in ["anna", "bob"] {
        let mut one = json!({ "id": id, "programme": "voltijd", "year": 1, "at": [53.2, 6.5] });
        one.as_object_mut().unwrap().extend(student.as_object().unwrap().clone());
        students.push(one);
    }
    let document = json!({
        "format": "plaatswijzer/instance/1", "name": "clash",
        "boards": [{ "id": "b", "min_students": 2 }], "students": students,
        "schools": [{ "id": "h", "board": "b", "places": 4, "at": [53.3, 6.5], "denomination": ["pc"] }],
        "clusters": [{ "id": "c", "board": "b", "schools": ["h"] }],
        "rules": settings,
    });
    read(document.to_string().as_bytes(), &|_| Err("absent".to_owned())).unwrap().problem
}

#[test]
fn what_refuses_is_part_of_a_clash() {
    let size = json!({ "min": 0, "target": 2, "max": 4 });
    let worlds = [
        (json!({ "travel": { "limit_km": 5 } }), json!({}), "travel"),
        (json!({ "meeting_day": { "hard": true } }), json!({ "days": ["mon"] }), "meeting_day"),
        (
            json!({}),
            json!({ "denomination": { "wish": ["openbaar"], "strength": "must" } }),
            "denomination",
        ),
        (json!({}), json!({ "not": ["h"] }), "exclusion"),
        (json!({}), json!({ "programme": "mbo" }), "admission"),
        (json!({}), json!({ "previous": ["h"] }), "variety"),
    ];
    for (mut settings, student, rule) in worlds {
        settings["cluster_size"] = size.clone();
        let clash = clash(&board(&settings, &student)).unwrap();
        assert_eq!(named(&clash), BTreeSet::from(["board_share", rule]), "{clash:?}");
        assert!(clash.proven && clash.irreducible, "{clash:?}");
        let sentence = clash.demands.last().unwrap().sentence.to_string();
        assert!(
            sentence.ends_with("(pairs of a student and a school refused: 2 of 2)"),
            "{sentence}"
        );
    }
}

/// With every rule off that refuses and is not named, there is still no plan; with those off that are
/// named too, the demands that bind are no clash any more.
#[test]
fn rules_that_refuse_are_named_where_they_count() {
    let seen = (0..seeds::many(SEEDS)).into_par_iter().filter_map(|seed| {
        let problem = against_oracle::problem(seed, &TINY)?;
        let found = clash(&problem)?;
        let mut narrowed = problem.clone();
        for (rule, lift) in REFUSING {
            if !named(&found).contains(rule) {
                lift(&mut narrowed.rulebook);
            }
        }
        let again = clash(&narrowed);
        assert!(again.is_some(), "seed {seed}: {found:?} is not all of it");
        let mut bare = narrowed;
        let refusing = REFUSING.iter().filter(|(rule, _)| named(&found).contains(rule));
        let refusing: Vec<_> = refusing.collect();
        for (_, lift) in &refusing {
            lift(&mut bare.rulebook);
        }
        if !refusing.is_empty() && found.irreducible {
            let left = clash(&bare);
            let is_same = left.is_some_and(|left| {
                left.demands.iter().all(|demand| found.demands.contains(demand))
            });
            assert!(!is_same, "seed {seed}: {found:?} names a rule too many");
        }
        Some(refusing.len())
    });
    let seen: Vec<usize> = seen.collect();
    let with_refusals = seen.iter().filter(|&&number| number > 0).count();
    println!("{} clashes, {with_refusals} with rules that refuse", seen.len());
    assert!(seen.len() > 20 && with_refusals > 5, "{} and {with_refusals}", seen.len());
}

/// Two students whom the planner has fixed at different schools, and who must be together; or at one school
/// of one cluster, and must be apart.
#[test]
fn a_pair_that_the_planner_has_fixed_otherwise_is_named() {
    let school =
        |id: &str| json!({ "id": id, "board": "b", "places": 4, "at": [53.3, 6.5], "ikc": true });
    let student = |id: &str, at: &str| {
        json!({
            "id": id, "programme": "voltijd", "year": 1, "at": [53.2, 6.5], "fixed": at,
        })
    };
    for (key, rule, at, sentence) in [
        ("with", "together", "school", "are together at one school"),
        ("apart", "apart", "cluster", "are not in one cluster"),
    ] {
        let mut students = [student("anna", "h"), student("bob", "i"), student("carla", "h")];
        students[0][key] = json!([{ "students": ["bob"], "strength": "must", "at": at }]);
        let document = json!({
            "format": "plaatswijzer/instance/1", "name": "clash", "boards": [{ "id": "b" }],
            "schools": [school("h"), school("i")], "students": students,
            "clusters": [{ "id": "c", "board": "b", "schools": ["h", "i"] }],
            "rules": { "cluster_size": { "min": 0, "target": 2, "max": 9 } },
        });
        let read = read(document.to_string().as_bytes(), &|_| Err("absent".to_owned()));
        let clash = clash(&read.unwrap().problem).unwrap();
        assert_eq!(named(&clash), BTreeSet::from(["fixed", rule]), "{clash:?}");
        assert!(clash.proven && clash.irreducible, "{clash:?}");
        let sentences: Vec<String> =
            clash.demands.iter().map(|demand| demand.sentence.to_string()).collect();
        assert!(sentences.iter().any(|one| one.ends_with(sentence)), "{sentences:?}");
        assert!(!sentences.iter().any(|one| one.contains("carla")), "{sentences:?}");
    }
}
