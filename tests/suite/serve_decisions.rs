//! What a planner decides of schools, clusters and boards as a whole.
#![cfg(all(unix, feature = "serve"))]

use serde_json::{Value, json};

use crate::serving::{Running, folder, instance};

/// The students who are forbidden something, by id.
fn forbidden(text: &str, at: &str) -> Vec<String> {
    let instance: Value = serde_json::from_str(text).unwrap();
    let students = instance["students"].as_array().unwrap().iter();
    let forbidden = students.filter(|student| {
        student["not"].as_array().is_some_and(|not| not.iter().any(|one| one == at))
    });
    forbidden.map(|student| student["id"].as_str().unwrap().to_owned()).collect()
}

/// The cluster that must stay in the village need not.
fn free() -> Value {
    json!({ "do": "keep", "cluster": "noord", "keep": false })
}

fn count(text: &str) -> usize {
    serde_json::from_str::<Value>(text).unwrap()["students"].as_array().unwrap().len()
}

#[test]
fn nobody_is_placed_where_everyone_is_forbidden_until_that_is_taken_back() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    assert_eq!(server.edit(&free()).status, 200);
    let own = json!({ "do": "forbid", "students": ["anna"], "at": "wegwijzer" });
    assert_eq!(server.edit(&own).status, 200);
    let before = instance(&project);
    let close = |at: &str| {
        server.edit(&json!({ "do": "close", "at": at, "because": "verbouwing, de directie" }))
    };
    for at in ["wegwijzer", "noord", "dorpsbestuur"] {
        let closed = close(at);
        assert_eq!(closed.status, 200, "{at}: {}", closed.body);
        assert_eq!(forbidden(&instance(&project), at).len(), count(&before), "{at}");
        for path in ["/part/lanes", "/data"] {
            let shown = server.get(path).body;
            let has_reason = shown.contains("Reason: verbouwing, de directie");
            assert!(has_reason && shown.contains("Nobody here"), "{at}, {path}: {shown}");
        }
        // It says nothing about one student, and cannot be taken back for one.
        let students = server.get("/part/students?only=forbidden").body;
        assert!(students.contains("anna") && !students.contains("bram"), "{students}");
        let one = server.edit(&json!({ "do": "allow", "students": ["bram"], "at": at }));
        assert_eq!(one.status, 422, "{}", one.body);
        let opened = server.edit(&json!({ "do": "reopen", "at": at }));
        assert_eq!(opened.status, 200, "{at}: {}", opened.body);
        assert_eq!(instance(&project), before, "{at}");
        assert!(!server.get("/part/lanes").body.contains("verbouwing"));
    }
    assert_eq!(server.edit(&json!({ "do": "reopen", "at": "wegwijzer" })).status, 422);
    assert_eq!(close("nergens").status, 422);
    // The next plan has nobody there, and undo leads back.
    assert_eq!(close("wegwijzer").status, 200);
    assert_eq!(server.state()["is_sound"], json!(false));
    let found = server.search(false)["found"].as_u64().unwrap();
    let plan = project.join(format!("plans/{found:04}.json"));
    assert!(!std::fs::read_to_string(plan).unwrap().contains("\"school\": \"wegwijzer\""));
    let undone = server.post("/api/undo", &json!({ "revision": server.revision() }));
    assert_eq!((undone.status, instance(&project)), (200, before));
}

#[test]
fn who_is_new_is_forbidden_it_too_and_a_removal_takes_the_decision_along() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    assert_eq!(server.edit(&free()).status, 200);
    for at in ["wegwijzer", "noord"] {
        assert_eq!(server.edit(&json!({ "do": "close", "at": at })).status, 200);
    }
    let row = json!({ "id": "nieuw", "programme": "voltijd", "year": 2, "postcode": "9401" });
    let added = server.edit(&json!({ "do": "add_row", "table": "students", "row": row }));
    assert_eq!(added.status, 200, "{}", added.body);
    assert!(forbidden(&instance(&project), "wegwijzer").contains(&"nieuw".to_owned()));
    // After a start it is still known why.
    server.kill();
    let server = Running::start(&project);
    assert!(server.get("/data").body.contains("Nobody here"));
    for (table, id) in [("clusters", "noord"), ("schools", "wegwijzer")] {
        let gone = server.edit(&json!({ "do": "remove_row", "table": table, "id": id }));
        assert_eq!(gone.status, 200, "{id}: {}", gone.body);
        assert_eq!(forbidden(&instance(&project), id), Vec::<String>::new());
    }
    assert!(!server.get("/data").body.contains("Nobody here"));
}

#[test]
fn what_another_program_opens_is_open() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let before = instance(&project);
    assert_eq!(server.edit(&json!({ "do": "close", "at": "wegwijzer" })).status, 200);
    std::fs::write(project.join("instance.json"), &before).unwrap();
    let taken = server.post("/api/take-other", &json!({ "revision": server.revision() }));
    assert_eq!(taken.status, 200, "{}", taken.body);
    assert!(!server.get("/data").body.contains("Nobody here"));
    assert_eq!(instance(&project), before);
}

#[test]
fn a_cluster_stays_for_a_reason_and_cannot_be_closed_meanwhile() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let keep = |keep: bool| json!({ "do": "keep", "cluster": "noord", "keep": keep, "because": "afspraak met het bestuur" });
    assert_eq!(server.edit(&keep(true)).status, 200);
    assert!(instance(&project).contains("\"keep\": true"));
    let shown = server.get("/data").body;
    assert!(shown.contains("Must stay") && shown.contains("afspraak met het bestuur"), "{shown}");
    assert_eq!(server.edit(&json!({ "do": "close", "at": "noord" })).status, 422);
    assert_eq!(server.edit(&keep(false)).status, 200);
    assert!(!server.get("/data").body.contains("afspraak met het bestuur"));
    assert_eq!(server.edit(&json!({ "do": "close", "at": "noord" })).status, 200);
    assert_eq!(server.edit(&keep(true)).status, 422);
}
