//! What the tests of changes share.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::ChangeDocument;
use crate::input::JsonPath;
use crate::input::errors::{InputError, InputErrors};
use crate::instance::document::{InstanceDocument, StudentDocument};
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::lots::{CohortMember, Lots};

/// A small instance: partner board `b1` with cluster `c1` of `h1` and `h2`, its free school `h3`;
/// candidate board `b2` with `h4`; students `s1` (voltijd, year 1, wishes openbaar and `h1`), `s2`
/// (deeltijd, year 2, free on Monday and Thursday) and cohort `s3` of ten (voltijd, year 1).
pub fn village() -> Value {
    json!({
        "format": "plaatswijzer/instance/1", "name": "Village",
        "boards": [
            { "id": "b1", "max_clusters": 2, "max_students": 20 },
            { "id": "b2", "standing": "candidate" },
        ],
        "schools": [
            { "id": "h1", "board": "b1", "places": 5, "denomination": ["openbaar"] },
            { "id": "h2", "board": "b1", "places": 4 },
            { "id": "h3", "board": "b1", "places": 10 },
            { "id": "h4", "board": "b2", "places": 12, "denomination": ["openbaar"] },
        ],
        "clusters": [{ "id": "c1", "board": "b1", "schools": ["h1", "h2"], "keep": true }],
        "students": [
            { "id": "s1", "programme": "voltijd", "year": 1, "wishes": ["h1", "b1"],
              "denomination": { "wish": ["openbaar"] } },
            { "id": "s2", "programme": "deeltijd", "year": 2, "days": ["mon", "thu"] },
            { "id": "s3", "count": 10, "programme": "voltijd", "year": 1 },
        ],
        "travel": { "table": [
            { "from": "s1", "to": "h1", "m": 1000 }, { "from": "s3", "to": "h4", "m": 2000 },
            { "from": "h1", "to": "h3", "m": 500 },
        ] },
    })
}

/// An instance after changes, in a draw; or everything that is wrong with them.
pub fn try_changed(base: &Value, changes: &Value, draw: i64) -> Result<Value, String> {
    let plain = |draft: &ScenarioDraft| serde_json::to_value(&draft.document).expect("plain JSON");
    try_drafted(base, changes, draw, plain)
}

/// What is to be seen of a draft after changes.
fn try_drafted<T>(
    base: &Value,
    changes: &Value,
    draw: i64,
    seen: impl Fn(&ScenarioDraft) -> T,
) -> Result<T, String> {
    let base: InstanceDocument = serde_json::from_value(base.clone()).expect("a sound base");
    let no_files = |name: &str| Err(name.to_owned());
    let mut draft = ScenarioDraft::new(&base, Lots { seed: 7, draw }, &no_files);
    let changes: Vec<ChangeDocument> =
        serde_json::from_value(changes.clone()).expect("sound changes");
    for change in &changes {
        let (key, change) = change.change().expect("one change");
        let mut complaints = Complaints::new(JsonPath::default().key(key), "test");
        change.apply(&mut draft, &mut complaints);
        complaints.errors.into_result(()).map_err(|errors| described(&errors))?;
    }
    Ok(seen(&draft))
}

/// Every error with its code and location in one line, and its texts below.
fn described(errors: &InputErrors) -> String {
    let described = errors.0.iter().map(|error| {
        let InputError { code, location, found, allowed, help } = error;
        format!("error[{code}] at {location}\n  {found}\n  {allowed}\n  {help}\n")
    });
    described.collect()
}

/// The people of the village after changes.
#[track_caller]
pub fn people_after(changes: &Value) -> BTreeSet<CohortMember> {
    people_where(changes, |_| true)
}

/// The people of some entries of the village after changes; nobody is there twice.
#[track_caller]
pub fn people_where(
    changes: &Value,
    fits: impl Fn(&StudentDocument) -> bool,
) -> BTreeSet<CohortMember> {
    let people = try_drafted(&village(), changes, 1, |draft| {
        let entries = draft.document.students.iter().filter(|entry| fits(entry));
        let people: Vec<CohortMember> = entries
            .flat_map(|entry| {
                let people = draft.people(entry);
                assert_eq!(people.len() as i64, entry.student_count(), "{}", entry.id);
                people
            })
            .collect();
        people
    });
    let people = people.unwrap_or_else(|errors| panic!("{errors}"));
    let number = people.len();
    let people: BTreeSet<CohortMember> = people.into_iter().collect();
    assert_eq!(people.len(), number);
    people
}

/// The village after changes.
#[track_caller]
pub fn changed(changes: &Value) -> Value {
    try_changed(&village(), changes, 1).unwrap_or_else(|errors| panic!("{errors}"))
}

/// What is wrong with changes of the village.
#[track_caller]
pub fn refused(changes: &Value) -> String {
    try_changed(&village(), changes, 1).expect_err("the change makes no sense")
}
