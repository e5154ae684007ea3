//! What the page says of the last search: nothing about data or a plan that have changed since.
#![cfg(all(unix, feature = "serve"))]

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::running::{code, run, stderr};
use crate::serving::{Running, folder};

#[test]
fn what_the_last_search_said_goes_once_the_data_or_the_plan_have_changed() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let said = || server.get("/part/search").body;
    let undo = || server.post("/api/undo", &json!({ "revision": server.revision() })).status;
    assert!(said().contains("no plan is better"), "{}", said());
    let named = json!({ "do": "describe", "plan": 1, "name": "eerste" });
    assert_eq!(server.edit(&named).status, 200);
    assert!(said().contains("no plan is better"), "a name changes nothing of it: {}", said());
    assert_eq!(undo(), 200);
    let held = json!({ "do": "hold", "students": [{ "student": "anna", "school": "wegwijzer" }] });
    assert_eq!(server.edit(&held).status, 200);
    assert_eq!(said(), "", "it was about other data");
    assert_eq!(undo(), 200);
    // The next plan waits, as another one is on screen: it stays within reach, without a claim.
    server.search(false);
    assert!(said().contains("no plan is better") && said().contains("data-edit"), "{}", said());
    assert_eq!(server.edit(&held).status, 200);
    let waits = |said: &str| said.contains("found earlier") && said.contains("data-edit");
    assert!(waits(&said()), "{}", said());
    // Without the edit, and without the first plan, it still does.
    assert_eq!((undo(), undo()), (200, 200));
    assert!(server.state()["plan"].is_null(), "{}", server.state());
    assert!(waits(&said()), "{}", said());
    assert_eq!(server.edit(&json!({ "do": "accept", "plan": 2 })).status, 200);
    assert_eq!(said(), "", "it is on screen by now");
}

#[test]
fn a_better_plan_is_shown_when_the_planner_asks_and_the_search_goes_on() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let drawn = run(&["generate", "--students", "150"]);
    let region: Value = serde_json::from_slice(&drawn.stdout).unwrap();
    assert_eq!(server.edit(&json!({ "do": "load", "instance": region })).status, 200);
    let take = || server.post("/api/take-better", &json!({ "revision": server.revision() }));
    assert_eq!(take().status, 422, "nothing is searched yet");
    let wish = json!({ "revision": 1, "wish": { "seconds": 300 } });
    assert_eq!(server.post("/api/search", &wish).status, 200);
    let since = Instant::now();
    let wait = |seen: &dyn Fn(&Value) -> bool| loop {
        let state = server.state();
        if seen(&state) {
            break state;
        }
        assert!(since.elapsed() < Duration::from_secs(240), "{state}");
        std::thread::sleep(Duration::from_millis(50));
    };
    let before = wait(&|state| state["has_better"] == json!(true));
    assert!(before["plan"].is_null(), "nothing jumps: {before}");
    let said = server.get("/part/search").body;
    assert!(said.contains("A plan is there already") && said.contains("take-better"), "{said}");
    let stale = server.post("/api/take-better", &json!({ "revision": 0 }));
    assert_eq!(stale.status, 409, "{}", stale.body);
    let taken = take();
    assert_eq!(taken.status, 200, "{}", taken.body);
    let state = server.state();
    assert_eq!((&state["plan"], &state["is_sound"]), (&json!(1), &json!(true)), "{state}");
    assert_eq!(state["is_searching"], json!(true), "it goes on: {state}");
    let (file, plan) = (project.join("instance.json"), project.join("plans/0001.json"));
    let verified = run(&["verify", file.to_str().unwrap(), plan.to_str().unwrap()]);
    assert_eq!(code(&verified), 0, "{}", stderr(&verified));
    assert!(server.get("/versions").body.contains("Version 1"));
    // What the search ends with is no worse, and waits.
    let revision = json!({ "revision": server.revision() });
    assert_eq!(server.post("/api/stop", &revision).status, 200);
    let ended = wait(&|state| state["is_searching"] == json!(false));
    assert_eq!((&ended["plan"], &ended["found"]), (&json!(1), &json!(2)), "{ended}");
    assert_eq!(server.edit(&json!({ "do": "accept", "plan": 2 })).status, 200);
    assert!(server.state()["score"].as_i64() <= state["score"].as_i64());
}

#[test]
fn prices_beside_a_plan_that_changes_little_agree_with_its_proof() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let dear = json!({ "do": "set_rule", "rule": "continuity", "settings": { "worth_km": 100 } });
    assert_eq!(server.edit(&dear).status, 200);
    let changes_little = || {
        let found = server.search_with(&json!({ "few_changes": true }))["found"].clone();
        assert_eq!(server.edit(&json!({ "do": "accept", "plan": found })).status, 200);
        let file = project.join(format!("plans/{:04}.json", found.as_u64().unwrap()));
        serde_json::from_slice::<Value>(&std::fs::read(file).unwrap()).unwrap()
    };
    let at = |plan: &Value, student: &str| {
        let placements = plan["placements"].as_array().unwrap();
        placements.iter().find(|one| one["student"] == student).unwrap()["school"].clone()
    };
    let held = json!({ "do": "hold", "students": [{ "student": "anna", "school": "wegwijzer" }] });
    assert_eq!(server.edit(&held).status, 200);
    changes_little();
    let release = json!({ "do": "release", "students": ["anna"] });
    assert_eq!(server.edit(&release).status, 200);
    let plan = changes_little();
    assert_eq!(at(&plan, "anna"), "wegwijzer", "going back is a change");
    let headline = server.get("/part/headline").body;
    assert!(headline.contains("every change from the earlier plan counts"), "{headline}");
    let village: Value = serde_json::from_str(&crate::serving::instance(&project)).unwrap();
    for student in village["students"].as_array().unwrap() {
        let id = student["id"].as_str().unwrap();
        let schools = server.get(&format!("/part/schools?student={id}"));
        assert_eq!(schools.status, 200, "{id}");
        assert!(!schools.body.contains("saves"), "no plan is better: {id}: {}", schools.body);
    }
    // A plan made by hand from it is compared with the same earlier plan.
    let placing = json!({ "revision": server.revision(), "student": "anna", "school": "regenboog", "hold": false });
    let placed = server.post("/api/place", &placing);
    assert_eq!(placed.status, 200, "{}", placed.body);
    let number = server.state()["plan"].as_u64().unwrap();
    let file = project.join(format!("plans/{number:04}.json"));
    let placed: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert_eq!(placed["previous"]["sha256"], plan["previous"]["sha256"]);
}
