//! What a project survives: kills at any moment, a disk that is full, a folder that cannot be written; and its API held
//! against its description.
#![cfg(all(unix, feature = "serve"))]

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use crate::running::{code, command, run, stderr};
use crate::seeds::many;
use crate::serving::{Running, folder, instance};

fn hold(school: &str) -> Value {
    json!({ "do": "hold", "students": [{ "student": "bram", "school": school }] })
}

#[test]
fn fifty_kills_in_the_midst_of_edits_lose_nothing_that_was_acknowledged() {
    for _ in 0..many(1) {
        fifty_kills();
    }
}

fn fifty_kills() {
    let (_kept, project) = folder();
    let mut server = Running::start(&project);
    server.load_village();
    let village = instance(&project);
    let acknowledged = AtomicU64::new(server.revision());
    for round in 0..50_u64 {
        std::thread::scope(|scope| {
            let edits = scope.spawn(|| {
                for number in 0..1000 {
                    let school = ["klimop", "wegwijzer"][number % 2];
                    let revision = acknowledged.load(Ordering::SeqCst);
                    let sent = json!({ "revision": revision, "operation": hold(school) });
                    // A server that was killed answers nothing.
                    let Some(answer) = server.try_post("/api/edit", &sent) else { break };
                    if answer.status == 200 {
                        acknowledged.store(revision + 1, Ordering::SeqCst);
                    }
                }
            });
            std::thread::sleep(Duration::from_millis(20 + round * 7 % 90));
            server.end();
            edits.join().unwrap();
        });
        server.kill();
        server = Running::start(&project);
        let revision = server.revision();
        let least = acknowledged.load(Ordering::SeqCst);
        // The last edit may have been kept without having been acknowledged.
        assert!((least..=least + 1).contains(&revision), "{round}: {revision}, {least}");
        acknowledged.store(revision, Ordering::SeqCst);
    }
    assert!(server.revision() > 50, "{}", server.revision());
    // Every edit can be undone, back to the village and to nothing.
    let mut last = instance(&project);
    loop {
        let undone = server.post("/api/undo", &json!({ "revision": server.revision() }));
        if undone.status != 200 || !project.join("instance.json").exists() {
            break;
        }
        last = instance(&project);
    }
    assert_eq!(last, village);
}

#[test]
fn a_full_disk_refuses_an_edit_and_keeps_everything_before_it() {
    let (_kept, project) = folder();
    let binary = env!("CARGO_BIN_EXE_plaatswijzer");
    // No file may be longer than 32 KiB: writing beyond that fails, as on a full disk.
    let limited = format!(
        "trap '' XFSZ; ulimit -f 64; exec {binary} serve {} --no-browser",
        project.display()
    );
    let server = Running::started(std::process::Command::new("sh").args(["-c", &limited]));
    server.load_village();
    let mut refused = None;
    for number in 0..2000 {
        let before = (server.state(), instance(&project));
        let answer = server.edit(&hold(["klimop", "wegwijzer"][number % 2]));
        if answer.status != 200 {
            assert_eq!((server.state(), instance(&project)), before, "nothing has changed");
            refused = Some((answer, before));
            break;
        }
    }
    let (answer, before) = refused.expect("the file of the history reaches its limit");
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert!(answer.body.contains("the disk did not take it"), "{}", answer.body);
    server.kill();
    let server = Running::start(&project);
    assert_eq!((server.state(), instance(&project)), before);
    assert_eq!(server.edit(&hold("regenboog")).status, 200, "there is room again");
}

#[test]
fn what_another_program_writes_after_a_failed_write_is_not_written_over() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    // While there is a folder in the place of its temporary file, the instance cannot be written.
    let in_the_way = project.join(".instance.json.part");
    std::fs::create_dir(&in_the_way).unwrap();
    assert_eq!(server.edit(&hold("klimop")).status, 200);
    assert!(server.get("/part/notices").body.contains("instance.json could not be written"));
    std::fs::remove_dir(&in_the_way).unwrap();
    let theirs = instance(&project).replace("\"Dorp\"", "\"Anders\"");
    std::fs::write(project.join("instance.json"), &theirs).unwrap();
    // An edit of which the instance knows nothing would write the instance as well.
    let describe = json!({ "do": "describe", "plan": 1, "name": "eerste" });
    let refused = server.edit(&describe);
    assert_eq!(instance(&project), theirs);
    assert_eq!(refused.status, 422, "{}", refused.body);
    let kept = server.post("/api/keep-own", &json!({ "revision": server.revision() }));
    assert_eq!(kept.status, 200, "{}", kept.body);
    assert_eq!(server.edit(&describe).status, 200);
    assert!(instance(&project).contains("\"fixed\": \"klimop\""));
    assert!(!server.get("/part/notices").body.contains("could not be written"));
}

#[test]
fn several_failed_writes_and_a_start_leave_nothing_to_decide() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let before = instance(&project);
    let in_the_way = project.join(".instance.json.part");
    std::fs::create_dir(&in_the_way).unwrap();
    for school in ["klimop", "wegwijzer", "klimop"] {
        assert_eq!(server.edit(&hold(school)).status, 200);
    }
    server.kill();
    std::fs::remove_dir(&in_the_way).unwrap();
    assert_eq!(instance(&project), before, "the disk took nothing");
    let server = Running::start(&project);
    let notices = server.get("/part/notices").body;
    assert!(!notices.contains("/api/take-other"), "{notices}");
    assert!(instance(&project).contains("\"fixed\": \"klimop\""));
    assert_eq!(server.edit(&hold("wegwijzer")).status, 200);
    server.kill();
    // A version of some time ago that another program puts back is not taken for a write that failed.
    std::fs::write(project.join("instance.json"), &before).unwrap();
    let server = Running::start(&project);
    assert!(server.get("/part/notices").body.contains("/api/take-other"));
    assert_eq!(instance(&project), before);
}

#[test]
fn a_folder_that_cannot_be_written_is_refused_with_advice() {
    // Not even the system's administrator writes here.
    let refused = run(&["serve", "/sys/kernel", "--no-browser"]);
    assert_eq!(code(&refused), 2, "{}", stderr(&refused));
    assert!(
        stderr(&refused).contains("Choose a folder in which you may write"),
        "{}",
        stderr(&refused)
    );
    let file = command().args(["serve", "/dev/null/project", "--no-browser"]).output().unwrap();
    assert_eq!(code(&file), 2, "{}", stderr(&file));
}

#[test]
fn undo_names_what_it_undoes_and_a_proof_outlives_a_hold() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let proven = |server: &Running| server.get("/part/headline").body.contains("that is proven");
    assert!(proven(&server));
    // Held where the plan has her, the plan is still the best; held elsewhere it is no plan any more.
    let there = json!({ "do": "hold", "students": [{ "student": "anna", "school": school_of(&project, "anna") }] });
    assert_eq!(server.edit(&there).status, 200);
    assert!(proven(&server));
    assert!(server.get("/").body.contains("holding anna"));
    server.kill();
    let server = Running::start(&project);
    assert!(proven(&server), "also after a start");
    // What is known of the plan is kept from edit to edit, and while another plan is on screen it is looked up again.
    let again = json!({ "do": "hold", "students": [{ "student": "bram", "school": school_of(&project, "bram") }] });
    assert_eq!(server.edit(&again).status, 200);
    assert!(proven(&server), "also after a second hold");
    server.post("/api/undo", &json!({ "revision": server.revision() }));
    assert!(proven(&server));
    let worth = json!({ "do": "set_rule", "rule": "spread", "settings": { "worth_km": 1 } });
    assert_eq!(server.edit(&worth).status, 200);
    assert!(!proven(&server), "with other prices nothing is proven");
    server.post("/api/undo", &json!({ "revision": server.revision() }));
    assert!(proven(&server));
    let page = server.get("/").body;
    assert!(page.contains("holding anna") && page.contains("setting of"), "{page}");
}

fn school_of(project: &Path, student: &str) -> String {
    let plan: Value =
        serde_json::from_slice(&std::fs::read(project.join("plans/0001.json")).unwrap()).unwrap();
    let placements = plan["placements"].as_array().unwrap();
    let placed = placements.iter().find(|one| one["student"] == student).unwrap();
    placed["school"].as_str().unwrap().to_owned()
}

/// The schema of a part of the description, with its definitions.
fn validator(described: &Value, schema: &Value) -> jsonschema::Validator {
    let mut whole = schema.clone();
    whole["components"] = described["components"].clone();
    jsonschema::validator_for(&whole).unwrap()
}

/// Bodies near a right one: each without one key, with one key more, and with each value replaced.
fn spoiled(body: &Value) -> Vec<Value> {
    let mut bodies = vec![json!(null), json!([]), json!("text"), json!({ "unheard": 1 })];
    let pointers = pointers(body, "");
    for pointer in pointers.iter().filter(|pointer| !pointer.is_empty()) {
        for other in [
            json!(null),
            json!(-1),
            json!(1.5),
            json!("x"),
            json!([1]),
            json!({ "unheard": 1 }),
            json!(true),
        ] {
            let mut spoiled = body.clone();
            *spoiled.pointer_mut(pointer).unwrap() = other;
            bodies.push(spoiled);
        }
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let mut without = body.clone();
        if let Some(object) = without.pointer_mut(parent).and_then(Value::as_object_mut) {
            object.remove(key);
            bodies.push(without);
        }
    }
    bodies
}

fn pointers(value: &Value, at: &str) -> Vec<String> {
    let mut all = vec![at.to_owned()];
    match value {
        Value::Object(object) => {
            all.extend(
                object.iter().flat_map(|(key, value)| pointers(value, &format!("{at}/{key}"))),
            );
        }
        Value::Array(list) => {
            let items = list.iter().enumerate();
            all.extend(items.flat_map(|(index, value)| pointers(value, &format!("{at}/{index}"))));
        }
        _ => {}
    }
    all
}

#[test]
fn the_api_takes_what_its_description_allows_and_answers_as_it_says() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let described = server.get("/api/openapi.json").json();
    let cell =
        json!({ "file": "f.csv", "sheet": "s", "row": 2, "column": 1, "was": "a", "text": "b" });
    let bodies = [
        (
            "/api/edit",
            json!({ "revision": 0, "operation": { "do": "hold", "students": [
            { "student": "anna", "school": "klimop" }], "because": "why" } }),
        ),
        (
            "/api/edit",
            json!({ "revision": 0, "operation": { "do": "describe", "plan": 1, "name": "n" } }),
        ),
        (
            "/api/edit",
            json!({ "revision": 0, "operation": { "do": "set_row", "table": "schools",
            "row": { "id": "x" } } }),
        ),
        ("/api/undo", json!({ "revision": 0 })),
        ("/api/redo", json!({ "revision": 0 })),
        ("/api/stop", json!({ "revision": 0 })),
        (
            "/api/place",
            json!({ "revision": 0, "student": "anna", "school": "klimop", "hold": true }),
        ),
        (
            "/api/search",
            json!({ "revision": 0, "wish": { "hold_clusters": true, "seconds": 1,
            "good_enough_thousandths": 1 } }),
        ),
        ("/api/files", json!({ "revision": 0, "files": [{ "name": "a.csv", "base64": "YQ==" }] })),
        (
            "/api/mend",
            json!({ "revision": 0, "amendments": { "cells": [cell] }, "tables": [
            { "file": "f.csv", "sheet": null, "table": "students" }] }),
        ),
        ("/api/what-if", json!({ "revision": 0, "changes": [{ "drop_out": { "percent": 10 } }] })),
        (
            "/api/edit",
            json!({ "revision": 0, "operation": { "do": "add_row", "table": "boards", "row": { "id": "x" } } }),
        ),
        (
            "/api/edit",
            json!({ "revision": 0, "operation": { "do": "repair", "changes": [
            { "kind": "place", "id": "klimop", "amount": 1 }] } }),
        ),
        ("/api/question", json!({ "revision": 0, "question": { "ask": "drill", "by": "school" } })),
        ("/api/question", json!({ "revision": 0, "question": { "ask": "sites" }, "seconds": 1 })),
        ("/api/question", json!({ "revision": 0, "question": { "ask": "ladder" } })),
        ("/api/open", json!({ "revision": 0, "project": 0 })),
        ("/api/take-rung", json!({ "revision": 0, "rung": 1 })),
        (
            "/api/study",
            json!({ "revision": 0, "study": { "start": "document", "name": "x.json" }, "seconds": 1 }),
        ),
        (
            "/api/study",
            json!({ "revision": 0, "study": { "start": "variants", "vary": [
            { "called": "x", "change": { "grow": { "percent": "{}" } }, "values": [1] }],
            "draws": { "count": 2, "percent": 6 } } }),
        ),
        ("/api/take-other", json!({ "revision": 0 })),
        ("/api/keep-own", json!({ "revision": 0 })),
        ("/api/keep", json!({ "revision": 0 })),
        ("/api/take-back", json!({ "revision": 0 })),
    ];
    let mut tried = 0;
    for (path, body) in bodies {
        let operation = &described["paths"][path]["post"];
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        let wanted = validator(&described, schema);
        assert!(wanted.is_valid(&body), "{path}: {body}");
        for sent in spoiled(&body).into_iter().chain([body]) {
            let answer = server.post(path, &sent);
            let is_read = answer.status != 400;
            assert_eq!(is_read, wanted.is_valid(&sent), "{path}: {sent}: {}", answer.body);
            let stated = &operation["responses"][answer.status.to_string()];
            let stated = &stated["content"]["application/json"]["schema"];
            assert!(stated.is_object(), "{path}: {} is not described", answer.status);
            let said = answer.json();
            assert!(validator(&described, stated).is_valid(&said), "{path}: {said}");
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
    let figures = &described["paths"]["/api/state"]["get"]["responses"]["200"];
    let figures = &figures["content"]["application/json"]["schema"];
    assert!(validator(&described, figures).is_valid(&server.state()));
}
