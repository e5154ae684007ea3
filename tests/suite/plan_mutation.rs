//! Good plans in which one rule is broken: the check reports that rule and no other.

use std::collections::BTreeSet;

use plaatswijzer::instance::Day;
use plaatswijzer::plan::{Cluster, PlacementEntry, Plan};
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::questions::replan;
use plaatswijzer::rules::{Card, RuleEffect, cards};
use plaatswijzer::verify::verify;
use serde_json::{Value, json};

/// Rules that only price a whole, so that no plan can break them.
const PRICE_ONLY: [&str; 2] = ["spread", "year_mix"];

/// A rule, its settings in the region, a valid plan, and a change of the plan that breaks the rule.
struct Case {
    rule: &'static str,
    region: fn(&mut Value),
    good: fn(&mut Plan),
    broken: fn(&mut Plan),
}

fn as_it_is(_: &mut Plan) {}

/// Places the sixth student, whom the plan leaves out, in the existing cluster.
fn place_s6(plan: &mut Plan) {
    plan.placements.push(placement("s6", "h2", Some("c1")));
}

const CASES: &[Case] = &[
    Case {
        rule: "placement",
        region: |_| {},
        good: as_it_is,
        broken: |plan| plan.placements.push(placement("s1", "h2", Some("c1"))),
    },
    Case {
        rule: "places",
        region: |region| region["schools"][0]["places"] = json!(2),
        good: as_it_is,
        broken: |plan| plan.placements[2].school = "h1".to_owned(),
    },
    Case {
        rule: "places",
        region: |region| {
            region["schools"][1]["places_for"] = json!([{ "years": [3], "places": 1 }]);
        },
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "cluster_size",
        region: |region| region["clusters"][0]["max"] = json!(3),
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "cluster_size",
        region: |region| {
            region["rules"]["cluster_size"] = json!({ "min": 2, "target": 2, "max": 4 });
        },
        good: as_it_is,
        broken: |plan| drop(plan.placements.pop()),
    },
    Case {
        rule: "forming",
        region: |_| {},
        good: as_it_is,
        broken: |plan| plan.clusters[1].meeting_day = Day::Wednesday,
    },
    Case {
        rule: "forming",
        region: |region| region["clusters"][0]["keep"] = json!(true),
        good: as_it_is,
        broken: |plan| {
            plan.clusters.remove(0);
            plan.placements.drain(..3);
        },
    },
    Case {
        rule: "forming",
        region: |region| region["boards"][0]["max_clusters"] = json!(1),
        good: |plan| {
            plan.clusters.pop();
            plan.placements.truncate(3);
        },
        broken: |plan| *plan = good_plan(),
    },
    Case {
        rule: "meeting_day",
        region: |region| {
            region["rules"]["meeting_day"] = json!({ "hard": true });
            region["students"][5]["days"] = json!(["mon"]);
        },
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "denomination",
        region: |region| {
            let wish = json!({ "wish": ["openbaar"], "strength": "must" });
            region["students"][5]["denomination"] = wish;
        },
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "travel",
        region: |region| region["students"][5]["limit_km"] = json!(0.5),
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "exclusion",
        region: |region| region["students"][5]["not"] = json!(["c1"]),
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "exclusion",
        region: |region| region["students"][5]["only"] = json!(["b2", "h1"]),
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "fixed",
        region: |region| region["students"][0]["fixed"] = json!("h1"),
        good: as_it_is,
        broken: |plan| plan.placements[0].school = "h2".to_owned(),
    },
    Case {
        rule: "admission",
        region: |region| region["schools"][1]["programmes"] = json!(["voltijd"]),
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "variety",
        region: |region| region["students"][5]["previous"] = json!(["h2"]),
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "board_share",
        region: |region| region["boards"][0]["max_students"] = json!(6),
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "board_share",
        region: |region| region["boards"][1]["min_students"] = json!(1),
        good: |plan| plan.placements.push(placement("s6", "h5", None)),
        broken: |plan| drop(plan.placements.pop()),
    },
    Case {
        rule: "school_minimum",
        region: |region| {
            region["schools"][1]["min_students"] = json!(2);
            region["rules"]["school_minimum"] = json!({ "min": 1 });
        },
        good: place_s6,
        broken: |plan| drop(plan.placements.pop()),
    },
    Case {
        rule: "interprofessional",
        region: |region| {
            region["rules"]["interprofessional"] = json!({ "max_percent": 25 });
            region["students"][5]["programme"] = json!("mbo");
            region["schools"][1]["ikc"] = json!(true);
        },
        good: place_s6,
        broken: |plan| drop(plan.placements.remove(0)),
    },
    Case {
        rule: "budget",
        region: |region| {
            region["finance"] = json!({ "cluster_eur": 100, "student_eur": 10 });
            region["rules"]["budget"] = json!({ "limit_eur": 260 });
        },
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "budget",
        // A step of the grant is reached with s6, which pays for more than the student costs.
        region: |region| {
            region["finance"] = json!({
                "cluster_eur": 100, "opening_eur": 5, "student_eur": 10, "grant_base_eur": 7,
                "grant_steps": [{ "from": 1, "eur": 10 }, { "from": 7, "eur": 40 }],
            });
            region["rules"]["budget"] = json!({ "limit_eur": 228 });
        },
        good: place_s6,
        broken: |plan| drop(plan.placements.pop()),
    },
    Case {
        rule: "budget",
        // The grant counts another year: who is placed now brings nothing in.
        region: |region| {
            region["finance"] = json!({
                "cluster_eur": 100, "student_eur": 10, "grant_per_student_eur": 20,
                "grant_lag_years": 1, "grant_students": 4,
            });
            region["rules"]["budget"] = json!({ "limit_eur": 180 });
        },
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "together",
        region: |region| {
            let must = json!([{ "students": ["s6"], "strength": "must" }]);
            region["students"][0]["with"] = must;
        },
        good: |plan| plan.placements.push(placement("s6", "h1", Some("c1"))),
        broken: |plan| plan.placements.last_mut().unwrap().school = "h2".to_owned(),
    },
    Case {
        rule: "together",
        region: |region| {
            let must = json!([{ "students": ["s6"], "strength": "must", "at": "cluster" }]);
            region["students"][3]["with"] = must;
        },
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "apart",
        region: |region| {
            let must = json!([{ "students": ["s1"], "strength": "must" }]);
            region["students"][5]["apart"] = must;
        },
        good: place_s6,
        broken: |plan| plan.placements.last_mut().unwrap().school = "h1".to_owned(),
    },
    Case {
        rule: "apart",
        region: |region| {
            let must = json!([{ "students": ["s1"], "strength": "must", "at": "cluster" }]);
            region["students"][5]["apart"] = must;
        },
        good: as_it_is,
        broken: place_s6,
    },
    Case {
        rule: "continuity",
        region: |region| {
            region["previous"] = json!(good_plan());
            region["rules"]["continuity"] = json!({ "max_changes": 0 });
        },
        good: place_s6,
        broken: |plan| plan.placements[0].school = "h2".to_owned(),
    },
];

/// Two boards, an existing cluster, two schools that can form one, and a shell school.
fn region() -> Value {
    let school =
        |id: &str, board: &str| json!({ "id": id, "board": board, "at": [53.2, 6.5], "places": 3 });
    let student = |id: &str, programme: &str, year: i64| json!({ "id": id, "programme": programme, "year": year, "at": [53.21, 6.51] });
    json!({
        "format": "plaatswijzer/instance/1", "name": "Streek",
        "boards": [
            { "id": "b1", "max_clusters": 4 },
            { "id": "b2", "standing": "shell" },
        ],
        "schools": [
            school("h1", "b1"), school("h2", "b1"), school("h3", "b1"), school("h4", "b1"),
            school("h5", "b2"),
        ],
        "clusters": [{ "id": "c1", "board": "b1", "schools": ["h1", "h2"] }],
        "students": [
            student("s1", "voltijd", 1), student("s2", "voltijd", 2), student("s3", "voltijd", 3),
            student("s4", "voltijd", 1), student("s5", "voltijd", 4), student("s6", "deeltijd", 3),
            student("s7", "voltijd", 2),
        ],
        "rules": {
            "cluster_size": { "min": 1, "target": 2, "max": 4 },
            "forming": { "opening_worth_km": 1 },
        },
    })
}

fn placement(student: &str, school: &str, cluster: Option<&str>) -> PlacementEntry {
    PlacementEntry {
        student: student.to_owned(),
        count: 1,
        school: school.to_owned(),
        cluster: Some(cluster.map(str::to_owned)),
        m: None,
        charged: None,
        overridden: Vec::new(),
        because: None,
    }
}

/// A plan with clusters and placements only: three students in the existing cluster, three in a new one.
fn good_plan() -> Plan {
    let plan = json!({
        "format": "plaatswijzer/plan/1",
        "clusters": [
            { "id": "c1", "kind": "existing", "schools": ["h1", "h2"], "meeting_day": "tue" },
            { "id": "b1-1", "kind": "new", "schools": ["h3", "h4"], "meeting_day": "tue" },
        ],
        "placements": [
            { "student": "s1", "school": "h1", "cluster": "c1" },
            { "student": "s2", "school": "h1", "cluster": "c1" },
            { "student": "s3", "school": "h2", "cluster": "c1" },
            { "student": "s5", "school": "h4", "cluster": "b1-1" },
            { "student": "s7", "school": "h3", "cluster": "b1-1" },
            { "student": "s4", "school": "h3", "cluster": "b1-1" },
        ],
    });
    serde_json::from_value(plan).unwrap()
}

fn problem(region: &Value) -> Problem {
    let mut region = region.clone();
    let previous = region.as_object_mut().unwrap().remove("previous");
    let read = read(region.to_string().as_bytes(), &|_| Err("absent".to_owned()));
    let mut problem = read.unwrap_or_else(|errors| panic!("{errors}")).problem;
    if let Some(previous) = previous {
        let (previous, _) = replan::read(&problem, previous.to_string().as_bytes()).unwrap();
        problem.instance.previous_plan = Some(previous.earlier);
    }
    problem
}

fn findings(problem: &Problem, plan: &Plan) -> Vec<(&'static str, String)> {
    let findings = verify(problem, plan).findings.into_iter();
    findings.map(|finding| (finding.rule, finding.sentence.to_string())).collect()
}

#[test]
fn exactly_the_broken_rule_speaks() {
    for (number, case) in CASES.iter().enumerate() {
        let what = format!("case {number}, {}", case.rule);
        let mut region = region();
        (case.region)(&mut region);
        let problem = problem(&region);
        let mut plan = good_plan();
        (case.good)(&mut plan);
        assert_eq!(findings(&problem, &plan), [], "{what}: the good plan");
        (case.broken)(&mut plan);
        let found = findings(&problem, &plan);
        assert!(!found.is_empty(), "{what}: nobody speaks");
        assert!(found.iter().all(|(rule, _)| *rule == case.rule), "{what}: {found:?}");
    }
}

#[test]
fn every_rule_that_can_be_broken_has_its_case() {
    let breakable =
        |card: &&Card| card.has_effect(RuleEffect::Refuses) || card.has_effect(RuleEffect::Binds);
    let rules = cards().into_iter().filter(breakable).map(|card| card.id);
    let rules: BTreeSet<&str> = rules.filter(|rule| !PRICE_ONLY.contains(rule)).collect();
    assert_eq!(CASES.iter().map(|case| case.rule).collect::<BTreeSet<_>>(), rules);
}

/// What is broken, in words, and the change of a plan that breaks it.
type Break = (&'static str, fn(&mut Plan));

/// Changes that break the structure that every plan must have, whatever the rules.
const STRUCTURE: &[Break] = &[
    ("an existing cluster twice", |plan| {
        let again = plan.clusters[0].clone();
        plan.clusters.push(again);
    }),
    ("a school in two new clusters", |plan| {
        let again = Cluster { id: "b1-2".to_owned(), ..plan.clusters[1].clone() };
        plan.clusters.push(again);
    }),
    ("a school twice in a cluster", |plan| plan.clusters[1].schools.push("h3".to_owned())),
    ("an unknown existing cluster", |plan| plan.clusters[0].id = "c9".to_owned()),
    ("a new cluster with a taken id", |plan| plan.clusters[1].id = "c1".to_owned()),
    ("an unknown school in a cluster", |plan| plan.clusters[1].schools.push("h9".to_owned())),
    ("an existing cluster with other schools", |plan| drop(plan.clusters[0].schools.pop())),
    ("an existing cluster on another day", |plan| plan.clusters[0].meeting_day = Day::Friday),
    ("a placement in an unused cluster", |plan| drop(plan.clusters.remove(0))),
    ("an unknown student", |plan| plan.placements[0].student = "s9".to_owned()),
    ("an unknown school", |plan| plan.placements[0].school = "h9".to_owned()),
    ("nobody placed", |plan| plan.placements[0].count = 0),
    ("fewer than nobody placed", |plan| plan.placements[0].count = -1),
];

#[test]
fn what_is_no_plan_is_found() {
    let mut region = region();
    // A cluster that is listed twice is empty once, which would break the rule on its size.
    region["rules"]["cluster_size"] = json!(false);
    let problem = problem(&region);
    for (what, breaks) in STRUCTURE {
        let mut plan = good_plan();
        breaks(&mut plan);
        let found = findings(&problem, &plan);
        assert!(!found.is_empty(), "{what}: nobody speaks");
        assert!(found.iter().all(|(rule, _)| *rule == "structure"), "{what}: {found:?}");
    }
}
