//! What the tests of the rules share: tiny instances, plans in a few words, and twins.
//!
//! A tiny instance says only what matters. Everything else takes the engine's defaults, and here
//! also: the only board is `b`, schools and clusters are of it, students are of year 1 of
//! `voltijd`, and every rule that is not named is off (`placement` and `places` cannot be).

pub mod batches;
mod completion;
mod draws;
mod enumeration;
mod example;
mod twin;

pub use draws::Draws;
pub use enumeration::plans;
pub use example::{Example, RuleJudgement, assignment, example};
pub use twin::{twin, twin_of};

use serde_json::{Map, Value, json};

use crate::problem::{self, Problem};
use crate::questions::replan;
use crate::rules::{Switch, cards};

/// The problem of a tiny instance. An earlier plan may stand under the key `previous`, in a few words:
/// `s>h t>i*2 u>-` for a student at h, two of a cohort at i, and one who was left out.
#[track_caller]
pub fn tiny(mut document: Value) -> Problem {
    let previous = document.as_object_mut().and_then(|members| members.remove("previous"));
    let mut problem = tiny_without_previous(document);
    if let Some(words) = previous {
        let bytes = earlier(words.as_str().expect("words")).to_string();
        match replan::read(&problem, bytes.as_bytes()) {
            Ok((previous, _)) => problem.instance.previous_plan = Some(previous.earlier),
            Err(errors) => panic!("{errors}"),
        }
    }
    problem
}

/// An earlier plan in a few words as a document.
fn earlier(words: &str) -> Value {
    let (mut placements, mut unplaced) = (Vec::new(), Vec::new());
    for words in words.split_whitespace() {
        let (who, at) = words.split_once('>').expect("a placement has `>`");
        let (at, count) = at.split_once('*').unwrap_or((at, "1"));
        let count: i64 = count.parse().expect("a count");
        if at == "-" {
            unplaced.push(json!({ "student": who, "count": count }));
        } else {
            placements.push(json!({ "student": who, "count": count, "school": at }));
        }
    }
    json!({
        "format": "plaatswijzer/plan/1",
        "clusters": [], "placements": placements, "unplaced": unplaced,
    })
}

#[track_caller]
fn tiny_without_previous(document: Value) -> Problem {
    let bytes = completed(document).to_string();
    let no_files = |name: &str| Err(format!("there is no file {name}"));
    match problem::read(bytes.as_bytes(), &no_files) {
        Ok(read) => read.problem,
        Err(errors) => panic!("{errors}"),
    }
}

fn completed(mut document: Value) -> Value {
    let members = document.as_object_mut().expect("an instance is an object");
    fill(members, json!({ "format": "plaatswijzer/instance/1", "name": "tiny" }));
    fill(members, json!({ "boards": [{ "id": "b" }], "students": [], "rules": {} }));
    fill_each(members, "schools", &json!({ "board": "b" }));
    fill_each(members, "clusters", &json!({ "board": "b" }));
    fill_each(members, "students", &json!({ "programme": "voltijd", "year": 1 }));
    let rules = members["rules"].as_object_mut().expect("rules are an object");
    for card in cards().into_iter().filter(|card| card.switch != Switch::Always) {
        rules.entry(card.id).or_insert(json!(false));
    }
    document
}

fn fill(members: &mut Map<String, Value>, defaults: Value) {
    let Value::Object(defaults) = defaults else { panic!("defaults are an object") };
    for (key, value) in defaults {
        members.entry(key).or_insert(value);
    }
}

fn fill_each(members: &mut Map<String, Value>, list: &str, defaults: &Value) {
    for entry in members.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
        fill(entry.as_object_mut().expect("an entry is an object"), defaults.clone());
    }
}
