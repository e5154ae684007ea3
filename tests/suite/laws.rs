//! Laws that relate the best plans of an instance and of a changed one, such as that more places never hurt.

use std::collections::{BTreeMap, BTreeSet};

use plaatswijzer::plan::Plan;
use plaatswijzer::problem::read;
use plaatswijzer::scenarios;
use plaatswijzer::solve::{PlaceOutcome, Search, place};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::draws::Draws;
use crate::oracle::values;
use crate::tiny::{self, SMALL};

const INSTANCES: u64 = if cfg!(feature = "highs") { 250 } else { 40 };

/// The best plan of a document; `None` if there is none, or the document is invalid.
pub fn solved(document: &Value) -> Option<Plan> {
    let read = read(document.to_string().as_bytes(), &|_| Err("absent".to_owned())).ok()?;
    match place(&read.problem, &Search::default(), &|_| {}) {
        Ok(PlaceOutcome::Plan { plan, .. }) => Some(*plan),
        Ok(PlaceOutcome::Infeasible) => None,
        other => panic!("{other:?}: {document}"),
    }
}

/// The values of the goal levels of the best plan.
pub fn optimum(document: &Value) -> Option<Vec<i64>> {
    solved(document).map(|plan| values(&plan))
}

/// Checks a law on many instances that have a plan.
fn law(first_seed: u64, holds: impl Fn(&mut Draws, &Value, &Plan) + Sync) {
    let held = (first_seed..first_seed + INSTANCES).into_par_iter().filter(|&seed| {
        let document = tiny::instance(seed, &SMALL);
        let plan = solved(&document);
        if let Some(plan) = &plan {
            holds(&mut Draws::new(seed), &document, plan);
        }
        plan.is_some()
    });
    let held = held.count() as u64;
    assert!(held > INSTANCES / 3, "only {held} of {INSTANCES} instances have a plan");
}

/// The rows of a list in a document.
fn rows<'a>(document: &'a mut Value, list: &str) -> &'a mut Vec<Value> {
    document[list].as_array_mut().unwrap()
}

#[test]
fn more_places_never_hurt() {
    law(3_000_000, |draws, document, plan| {
        let mut roomier = document.clone();
        let schools = rows(&mut roomier, "schools");
        let chosen = draws.some_of(&(0..schools.len()).collect::<Vec<_>>(), 1, 2);
        for school in chosen {
            let places = schools[school]["places"].as_i64().unwrap();
            schools[school]["places"] = json!(places + draws.between(1, 3));
        }
        let better = optimum(&roomier).unwrap_or_else(|| panic!("no plan with room: {document}"));
        assert!(better <= values(plan), "{better:?} after {:?}: {document}", values(plan));
    });
}

/// A document after changes of a scenario.
fn changed(document: &Value, changes: &Value) -> Value {
    let batch = json!({
        "format": scenarios::FORMAT, "base": "base.json",
        "scenarios": [{ "id": "changed", "changes": changes }],
    });
    let base = document.to_string();
    let files = |_: &str| Ok(base.clone().into_bytes());
    let batch = scenarios::read(batch.to_string().as_bytes(), &files).unwrap();
    json!(batch.instance(&batch.runs()[0], &files).unwrap())
}

#[test]
fn places_added_by_a_scenario_never_hurt() {
    law(3_600_000, |draws, document, plan| {
        let number = draws.between(1, 3);
        let roomier = changed(document, &json!([{ "add_places": { "number": number } }]));
        let better = optimum(&roomier).unwrap_or_else(|| panic!("no plan with room: {document}"));
        assert!(better <= values(plan), "{better:?} after {:?}: {document}", values(plan));
    });
}

#[test]
fn a_further_admitted_board_never_hurts() {
    law(3_700_000, |draws, document, plan| {
        // Without a minimum and without kept clusters, so that a plan need not use what is added.
        let board = json!({ "id": "further", "standing": "candidate" });
        let school = |id: &str, draws: &mut Draws| {
            let at = json!([53.0 + draws.between(0, 180) as f64 / 1000.0, 6.55]);
            json!({ "id": id, "board": "further", "places": draws.between(1, 5), "at": at })
        };
        let schools = [school("further-1", draws), school("further-2", draws)];
        let standing = draws.one_of(&["partner", "aspirant", "shell"]);
        let admitted = changed(
            document,
            &json!([
                { "add": { "boards": [board], "schools": schools } },
                { "admit": { "boards": ["further"], "standing": standing, "max_clusters": 2 } },
            ]),
        );
        let better = optimum(&admitted).unwrap_or_else(|| panic!("no plan any more: {document}"));
        assert!(better <= values(plan), "{better:?} after {:?}: {document}", values(plan));
    });
}

#[test]
fn what_nobody_used_may_be_forbidden() {
    law(3_100_000, |_, document, plan| {
        let used: BTreeSet<&str> = plan.placements.iter().map(|one| one.school.as_str()).collect();
        let mut forbidding = document.clone();
        let schools = rows(&mut forbidding, "schools").clone();
        for school in schools.iter().filter(|one| !used.contains(one["id"].as_str().unwrap())) {
            for student in rows(&mut forbidding, "students") {
                let mut not = student["not"].as_array().cloned().unwrap_or_default();
                if !not.contains(&school["id"]) {
                    not.push(school["id"].clone());
                }
                student["not"] = json!(not);
            }
        }
        assert_eq!(optimum(&forbidding), Some(values(plan)), "{document}");
    });
}

#[test]
fn a_school_that_can_take_nobody_changes_nothing() {
    law(3_200_000, |draws, document, plan| {
        let mut with_it = document.clone();
        // First and last in the order of ids, so that positions shift.
        let id = draws.one_of(&["a", "z"]);
        let board = json!({ "id": format!("{id}b"), "standing": "candidate", "max_clusters": 9 });
        let school = json!({ "id": id, "board": format!("{id}b"), "at": [53.1, 6.5], "places": 9 });
        rows(&mut with_it, "boards").push(board);
        rows(&mut with_it, "schools").push(school);
        let other = solved(&with_it).unwrap();
        assert_eq!(other.goals, plan.goals, "{document}");
        assert_eq!(
            (other.clusters, other.placements),
            (plan.clusters.clone(), plan.placements.clone())
        );
    });
}

#[test]
fn the_order_of_rows_changes_no_byte() {
    law(3_300_000, |draws, document, plan| {
        let mut shuffled = document.clone();
        shuffle_rows(&mut shuffled, draws);
        assert_eq!(solved(&shuffled).unwrap().to_json(), plan.to_json(), "{document}");
    });
}

#[test]
fn names_that_keep_their_order_change_nothing_but_names() {
    law(3_400_000, |_, document, plan| {
        let renamed = rename(document, |id| format!("x{id}"));
        let other = solved(&renamed).unwrap();
        assert_eq!(other.goals, plan.goals, "{document}");
        let places = |plan: &Plan, prefix: &str| -> Vec<(String, String, i64)> {
            let placements = plan.placements.iter();
            placements
                .map(|one| {
                    (
                        format!("{prefix}{}", one.student),
                        format!("{prefix}{}", one.school),
                        one.count,
                    )
                })
                .collect()
        };
        assert_eq!(places(&other, ""), places(plan, "x"), "{document}");
        let ids: Vec<String> = plan.clusters.iter().map(|one| format!("x{}", one.id)).collect();
        assert!(other.clusters.iter().map(|one| &one.id).eq(&ids), "{document}");
    });
}

#[test]
fn names_in_another_order_cost_the_same() {
    law(3_500_000, |draws, document, plan| {
        let mut numbers: Vec<i64> = (100..400).collect();
        draws.shuffle(&mut numbers);
        let numbers = std::cell::RefCell::new(numbers);
        let renamed = rename(document, |_| format!("r{}", numbers.borrow_mut().pop().unwrap()));
        assert_eq!(optimum(&renamed), Some(values(plan)), "{document}");
    });
}

/// The document with another id for every board, network, school, cluster and student.
fn rename(document: &Value, name: impl Fn(&str) -> String) -> Value {
    let mut names = BTreeMap::from([("n".to_owned(), name("n"))]);
    for list in ["boards", "schools", "clusters", "students"] {
        for row in document[list].as_array().unwrap() {
            let id = row["id"].as_str().unwrap();
            names.insert(id.to_owned(), name(id));
        }
    }
    let mut renamed = document.clone();
    replace(&mut renamed, &names);
    renamed
}

fn replace(value: &mut Value, names: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            if let Some(name) = names.get(text) {
                text.clone_from(name);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| replace(one, names)),
        Value::Object(members) => members.values_mut().for_each(|one| replace(one, names)),
        _ => {}
    }
}

/// Shuffles the rows of a document, and the lists in each row that are sets.
pub fn shuffle_rows(document: &mut Value, draws: &mut Draws) {
    const SETS: [&str; 9] = [
        "denomination",
        "concepts",
        "programmes",
        "years",
        "schools",
        "meeting_days",
        "days",
        "not",
        "only",
    ];
    for list in ["boards", "schools", "clusters", "students"] {
        let rows = rows(document, list);
        draws.shuffle(rows);
        for row in rows {
            for set in SETS {
                if let Some(Value::Array(set)) = row.get_mut(set) {
                    draws.shuffle(set);
                }
            }
        }
    }
    if let Some(Value::Array(table)) = document.pointer_mut("/travel/table") {
        draws.shuffle(table);
    }
}
