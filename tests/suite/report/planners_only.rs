//! What only planners read: pairs of students, reasons, and journeys within one postcode.

use plaatswijzer::disclosure::{Audience, Disclosure};
use plaatswijzer::plan::Plan;
use plaatswijzer::report::table_as_csv;
use plaatswijzer::texts::Language;
use plaatswijzer::verify::verify;
use serde_json::{Value, json};

use super::reading::Planned;

/// Anna and Bob share a car; Carl and Dora must not meet. Anna and Bob live where De Weg is.
fn region() -> Value {
    let student = |id: &str, at: &Value| json!({ "id": id, "programme": "voltijd", "year": 1, "postcode": "9711", "at": at });
    let (near, far) = (json!([53.2, 6.5]), json!([53.25, 6.55]));
    let mut students = [
        student("anna", &near),
        student("bob", &near),
        student("carl", &far),
        student("dora", &far),
    ];
    students[0]["with"] = json!([{ "students": ["bob"], "because": "One car" }]);
    students[3]["apart"] = json!([{ "students": ["carl"], "strength": "must" }]);
    students[0]["fixed"] = json!("weg");
    students[0]["because"] = json!("Works there");
    json!({
        "format": "plaatswijzer/instance/1", "name": "Dorp", "boards": [{ "id": "b" }],
        "schools": [
            { "id": "weg", "name": "De Weg", "board": "b", "places": 4, "at": [53.2, 6.5], "postcode": "9711" },
            { "id": "wei", "name": "De Wei", "board": "b", "places": 4, "at": [53.25, 6.57] },
        ],
        "clusters": [{ "id": "c", "board": "b", "schools": ["weg", "wei"] }],
        "students": students,
        "rules": { "cluster_size": { "min": 0, "target": 4, "max": 8 } },
    })
}

fn texts(disclosure: &Disclosure) -> String {
    let tables = disclosure.all_tables();
    tables.map(|table| table_as_csv(table, Language::English)).collect()
}

#[test]
fn planners_read_pairs_reasons_and_journeys_within_the_postcode() {
    let planned = Planned::of(&region()).unwrap();
    let seen = texts(&planned.disclosure(Audience::Planner));
    for part in [
        "anna,bob,Together,one school,prefers,yes,One car",
        "carl,dora,Apart,one school,must,yes",
        "Works there",
        "within the postcode",
        "\"journeys within one postcode, counted as 0 m\",,2",
    ] {
        assert!(seen.contains(part), "{part}: {seen}");
    }
    let board = planned.board("b");
    for audience in [Audience::Public, Audience::Board(board)] {
        let seen = texts(&planned.disclosure(audience));
        for part in
            ["Together,one", "One car", "Works there", "within the postcode", "one postcode"]
        {
            assert!(!seen.contains(part), "{part}: {seen}");
        }
    }
}

#[test]
fn a_plan_states_its_pairs_and_is_held_to_them() {
    let planned = Planned::of(&region()).unwrap();
    let pairs = planned.plan.pairs.as_ref().unwrap();
    assert_eq!(pairs.iter().map(|pair| pair.met).collect::<Vec<_>>(), [Some(true); 2]);
    assert_eq!(pairs[0].because.as_deref(), Some("One car"));
    let anna = &planned.plan.placements[0];
    assert_eq!((&*anna.student, anna.because.as_deref()), ("anna", Some("Works there")));

    let verdict = |change: &dyn Fn(&mut Plan)| {
        let mut plan = planned.plan.clone();
        change(&mut plan);
        let findings = verify(&planned.problem, &plan).findings.into_iter();
        findings.map(|finding| finding.sentence.to_string()).collect::<Vec<_>>()
    };
    let untrue = ["the plan's statements about pairs do not match its placements"];
    assert_eq!(verdict(&|plan| plan.pairs.as_mut().unwrap()[1].met = Some(false)), untrue);
    assert_eq!(verdict(&|plan| drop(plan.pairs.as_mut().unwrap().pop())), untrue);
    // Reasons may change when the plan is made already.
    let none: [&str; 0] = [];
    assert_eq!(verdict(&|plan| plan.pairs.as_mut().unwrap()[0].because = None), none);
    assert_eq!(verdict(&|plan| plan.placements[0].because = Some("Else".to_owned())), none);
    assert_eq!(verdict(&|plan| plan.pairs = None), none);
}

/// A plan of before there were pairs has the hash that its instance still has.
#[test]
fn an_instance_without_pairs_keeps_its_hash() {
    let planned = Planned::village();
    assert!(verify(&planned.problem, &planned.plan).agrees());
    let stated = &planned.plan.instance.as_ref().unwrap().sha256;
    assert_eq!(*stated, planned.problem.sha256());
}
