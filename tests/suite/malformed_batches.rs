//! Malformed batches: every problem with its code and its place, in one run.

use std::collections::BTreeMap;

use plaatswijzer::input::errors::{Code, InputErrors};
use plaatswijzer::scenarios;
use serde_json::{Value, json};

/// Reads a batch on the village of the README, and applies all its changes.
fn problems(batch: &Value) -> InputErrors {
    let dorp = include_bytes!("../../instances/dorp.json");
    let broken = String::from_utf8(dorp.to_vec()).unwrap().replace("\"year\": 2", "\"year\": 9");
    let names =
        BTreeMap::from([("dorp.json", dorp.to_vec()), ("broken.json", broken.into_bytes())]);
    let files = |name: &str| names.get(name).cloned().ok_or_else(|| "no such file".to_owned());
    match scenarios::read(batch.to_string().as_bytes(), &files) {
        Err(errors) => errors,
        Ok(batch) => batch.validate(&files).unwrap_err(),
    }
}

/// The codes and locations of the problems.
fn found(batch: &Value) -> Vec<(Code, String)> {
    problems(batch).0.into_iter().map(|error| (error.code, error.location)).collect()
}

/// A batch of some scenarios on the village.
fn batch(scenarios: &Value) -> Value {
    json!({ "format": "plaatswijzer/batch/1", "base": "dorp.json", "scenarios": scenarios })
}

/// The problems of scenarios on the village, in short form.
#[track_caller]
fn wrong(scenarios: &Value, expected: &[(Code, &str)]) {
    let expected: Vec<(Code, String)> =
        expected.iter().map(|(code, place)| (*code, (*place).to_owned())).collect();
    assert_eq!(found(&batch(scenarios)), expected);
}

#[test]
fn the_form_of_a_batch() {
    let mut document = batch(&json!([{ "id": "a", "chnages": [] }, { "id": 5 }, {}]));
    document["draws"] = json!({ "count": 0, "changes": [{ "drop_out": { "percent": 200 } }] });
    assert_eq!(
        found(&document),
        [
            (Code::OutOfRange, "draws.changes[0].drop_out.percent".to_owned()),
            (Code::OutOfRange, "draws.count".to_owned()),
            (Code::UnknownKey, "scenarios[0].chnages".to_owned()),
            (Code::WrongType, "scenarios[1].id".to_owned()),
            (Code::MissingKey, "scenarios[2].id".to_owned()),
        ]
    );
    assert_eq!(found(&batch(&json!([])))[0].0, Code::EmptyList);
    let mut large =
        batch(&json!([{ "id": "a-{x}", "over": { "x": (0..200).collect::<Vec<_>>() } }]));
    large["draws"] = json!({ "count": 10_000 });
    assert_eq!(found(&large), [(Code::TooLarge, "draws.count".to_owned())]);
    let instance = json!({ "format": "plaatswijzer/instance/1", "name": "x" });
    assert_eq!(found(&instance), [(Code::WrongFormat, "format".to_owned())]);
}

#[test]
fn the_base() {
    let mut absent = batch(&json!([{ "id": "a" }]));
    absent["base"] = json!("absent.json");
    assert_eq!(found(&absent), [(Code::Unreadable, "base".to_owned())]);
    absent["base"] = json!("broken.json");
    let in_base = found(&absent);
    assert!(!in_base.is_empty());
    for (code, place) in in_base {
        assert_eq!(code, Code::OutOfRange);
        assert!(place.starts_with("broken.json: students["), "{place}");
    }
}

#[test]
fn ids_name_files_and_differ() {
    let ids = ["today", "Today", "so/it", "", ".hidden", "één", "end."];
    let scenarios: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
    wrong(
        &json!(scenarios),
        &[
            (Code::DuplicateId, "scenarios[1].id"),
            (Code::OutOfRange, "scenarios[2].id"),
            (Code::OutOfRange, "scenarios[3].id"),
            (Code::OutOfRange, "scenarios[4].id"),
            (Code::OutOfRange, "scenarios[5].id"),
            (Code::OutOfRange, "scenarios[6].id"),
        ],
    );
}

#[test]
fn scenarios_that_build_on_others() {
    wrong(
        &json!([{ "id": "a", "from": "b" }, { "id": "b", "from": ["a"] }]),
        &[(Code::Contradiction, "scenarios[0].from")],
    );
    wrong(
        &json!([{ "id": "a" }, { "id": "b", "from": ["a", "aa"] }, { "id": "c", "from": "d" }]),
        &[
            (Code::UnknownReference, "scenarios[1].from[1]"),
            (Code::UnknownReference, "scenarios[2].from"),
        ],
    );
}

#[test]
fn grids() {
    let change = json!([{ "drop_out": { "percent": "{x}" } }]);
    let one_id = json!([{ "id": "a", "over": { "x": [1, 2] }, "changes": change }]);
    wrong(&one_id, &[(Code::DuplicateId, "scenarios[0].id")]);
    let nothing = json!([{ "id": "a", "over": { "x": [] }, "changes": change }]);
    wrong(&nothing, &[(Code::EmptyList, "scenarios[0].over")]);
    let unknown = json!([{ "id": "a{y}", "over": { "x": [1] }, "changes": change }]);
    wrong(&unknown, &[(Code::UnknownReference, "scenarios[0].id")]);
    let wrong_type =
        json!([{ "id": "a-{x}", "over": { "x": ["few", "many"] }, "changes": change }]);
    let found = found(&batch(&wrong_type));
    assert!(
        found.contains(&(Code::WrongType, "scenarios[0].changes[0].drop_out.percent".to_owned()))
    );
    let values: Vec<i64> = (0..400).collect();
    let over = json!({ "x": values, "y": values });
    let large = json!([{ "id": "a-{x}-{y}", "over": over, "changes": change }]);
    wrong(&large, &[(Code::TooLarge, "scenarios[0].over")]);
}

#[test]
fn all_problems_of_form_and_meaning_are_told_at_once() {
    let nobody = json!([{ "admit": { "boards": ["nobody"] } }]);
    wrong(
        &json!([
            { "id": "a", "titel": "A" },
            { "id": "b", "changes": nobody },
            { "id": "c", "changes": [{ "drop_out": { "percent": 160 } }] },
            // The base after these changes is unknown.
            { "id": "d", "from": "c", "changes": nobody },
            { "id": "e", "from": "x", "changes": nobody },
        ]),
        &[
            (Code::UnknownKey, "scenarios[0].titel"),
            (Code::OutOfRange, "scenarios[2].changes[0].drop_out.percent"),
            (Code::UnknownReference, "scenarios[4].from"),
            (Code::UnknownReference, "scenarios[1].changes[0].admit.boards[0] (scenario `b`)"),
        ],
    );
}

#[test]
fn changes_tell_the_scenario_and_their_place() {
    wrong(
        &json!([
            { "id": "a", "changes": [{}, { "drop_out": { "percent": 1 }, "grow": { "percent": 1 } }] },
            { "id": "b", "changes": [{ "drop_uot": { "percent": 1 } }] },
            { "id": "c", "changes": [{ "goals": null }] },
        ]),
        &[
            (Code::MissingKey, "scenarios[0].changes[0]"),
            (Code::Contradiction, "scenarios[0].changes[1]"),
            (Code::UnknownKey, "scenarios[1].changes[0].drop_uot"),
            (Code::MissingKey, "scenarios[2].changes[0]"),
        ],
    );
    wrong(
        &json!([
            { "id": "a", "changes": [{ "extra_clusters": { "boards": ["nobody"], "each": 1 } }] },
            { "id": "b", "from": "a", "changes": [
                { "add_places": { "number": 1 } },
                { "patch": [{ "op": "add", "path": "/clusters/0/schools/-", "value": "nowhere" }] },
            ] },
        ]),
        &[
            (
                Code::UnknownReference,
                "scenarios[0].changes[0].extra_clusters.boards[0] (scenario `a`)",
            ),
            (
                Code::UnknownReference,
                "scenarios[0].changes[0].extra_clusters.boards[0] (scenario `b`)",
            ),
        ],
    );
    wrong(
        &json!([{ "id": "b", "changes": [
            { "add_places": { "number": 1 } },
            { "patch": [{ "op": "add", "path": "/clusters/0/schools/-", "value": "nowhere" }] },
            { "add_places": { "number": 1 } },
        ] }]),
        &[(
            Code::UnknownReference,
            "scenarios[0].changes[1].patch (scenario `b`), in the instance then at clusters[0].schools[2]",
        )],
    );
}
