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
pub use example::{assignment, example};
pub use twin::twin;

use serde_json::{Map, Value, json};

use crate::problem::{self, Problem};
use crate::rules::{Switch, cards};

/// The problem of a tiny instance.
#[track_caller]
pub fn tiny(document: Value) -> Problem {
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
