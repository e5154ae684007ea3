//! Tables, questions and results on the page, asked as a browser would ask them.
#![cfg(all(unix, feature = "serve"))]

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::running::run;
use crate::serving::{Running, folder, instance};

/// The answer to a question, as the page shows it.
fn asked(server: &Running, question: &Value) -> String {
    let sent = json!({ "revision": server.revision(), "question": question });
    let begun = server.post("/api/question", &sent);
    assert_eq!(begun.status, 200, "{}", begun.body);
    answered(server)
}

/// What the page shows once nothing is worked out any more.
fn answered(server: &Running) -> String {
    let since = Instant::now();
    loop {
        let part = server.get("/part/what-if").body;
        if !part.contains("class=\"running\"") {
            return part;
        }
        assert!(since.elapsed() < Duration::from_secs(120), "{part}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The operation of a button.
fn operation(page: &str, what: &str) -> Value {
    let at =
        page.find("data-edit=\"{&quot;changes&quot;").unwrap_or_else(|| panic!("{what}: {page}"));
    let text = page[at + 11..].split('"').next().unwrap().replace("&quot;", "\"");
    serde_json::from_str(&text).unwrap()
}

fn undo(server: &Running) {
    let undone = server.post("/api/undo", &json!({ "revision": server.revision() }));
    assert_eq!(undone.status, 200, "{}", undone.body);
}

#[test]
fn rows_of_every_table_are_added_changed_and_removed_and_undone() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let before = instance(&project);
    let rows = [
        ("boards", json!({ "id": "water", "name": "Stichting Water", "max_clusters": 1 })),
        ("schools", json!({ "id": "aak", "name": "De Aak", "board": "dorpsbestuur", "places": 3 })),
        (
            "clusters",
            json!({ "id": "zuid", "board": "dorpsbestuur", "schools": ["klimop", "zonnehoek"] }),
        ),
        (
            "students",
            json!({ "id": "jip", "programme": "voltijd", "year": 2, "wishes": ["klimop"] }),
        ),
    ];
    for (table, row) in &rows {
        let id = row["id"].as_str().unwrap();
        let form = server.get(&format!("/part/row?table={table}"));
        assert!(form.status == 200 && form.body.contains("name=\"id\""), "{}", form.body);
        assert_eq!(server.get(&format!("/part/row?table={table}&id={id}")).status, 404);
        let add = json!({ "do": "add_row", "table": table, "row": row });
        assert_eq!(server.edit(&add).status, 200, "{table}");
        let again = server.edit(&add);
        assert!(again.status == 422 && again.body.contains(id), "{}", again.body);
        let form = server.get(&format!("/part/row?table={table}&id={id}")).body;
        assert!(form.contains("data-row=") && !form.contains("name=\"id\""), "{form}");
        let page = server.get("/data").body;
        assert!(page.contains(&format!("table={table}&amp;id={id}")));
        if *table == "schools" {
            // Whoever withdraws a school reads that, and can undo it.
            assert!(page.contains("data-said=\"De Aak takes no part any more.\" data-undoable"));
        }
    }
    // What another row needs cannot be removed, and the answer says by name what is wrong.
    let remove = |table: &str, id: &str| {
        server.edit(&json!({ "do": "remove_row", "table": table, "id": id }))
    };
    let refused = remove("boards", "dorpsbestuur");
    assert!(refused.status == 422 && refused.body.contains("De Aak"), "{}", refused.body);
    let min = json!({ "do": "set_row", "table": "clusters", "row": { "id": "zuid", "board": "dorpsbestuur",
        "schools": ["klimop"], "min": 9, "max": 2 } });
    let refused = server.edit(&min);
    assert!(refused.status == 422 && refused.body.contains("zuid"), "{}", refused.body);
    for (table, row) in rows.iter().rev() {
        assert_eq!(remove(table, row["id"].as_str().unwrap()).status, 200, "{table}");
    }
    assert_eq!(instance(&project), before);
    for _ in 0..2 * rows.len() {
        undo(&server);
    }
    assert_eq!(instance(&project), before);
    assert_eq!(server.get("/part/row?table=planeten").status, 404);
}

#[test]
fn a_rule_that_is_switched_off_and_on_shows_what_that_is_worth() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let ask = |settings: &Value| {
        let changes = json!([{ "rule": { "id": "cluster_size", "settings": settings } }]);
        let sent = json!({ "revision": server.revision(), "changes": changes });
        assert_eq!(server.post("/api/what-if", &sent).status, 200);
        answered(&server)
    };
    let off = ask(&json!(false));
    assert!(off.contains("switched off") && off.contains("−3.0"), "{off}");
    assert_eq!(
        server.edit(&json!({ "do": "set_rule", "rule": "cluster_size", "settings": false })).status,
        200
    );
    let page = server.get("/rules").body;
    assert!(page.contains("it would charge 3.0"), "{page}");
    server.search(false);
    let found = server.state()["found"].clone();
    server.edit(&json!({ "do": "accept", "plan": found }));
    let on = ask(&json!({ "min": 2, "target": 3, "max": 4 }));
    assert!(on.contains("switched on"), "{on}");
}

#[test]
fn questions_are_answered_with_links_to_whom_they_name() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let drill = json!({ "ask": "drill", "by": "school" });
    let sent = json!({ "revision": server.revision(), "question": drill });
    assert_eq!(server.post("/api/question", &sent).status, 422, "there is no plan yet");
    server.search(false);
    let before = (server.state(), instance(&project));
    let answer = asked(&server, &drill);
    assert!(answer.contains("/?school=") && answer.contains("/?student="), "{answer}");
    for by in ["cluster", "board"] {
        let answer = asked(&server, &json!({ "ask": "drill", "by": by }));
        assert!(answer.contains("<table"), "{by}: {answer}");
    }
    // Without Zonnehoek, Klimop is in no cluster.
    assert!(answer.contains("hanna is fixed at Klimop, which can then"), "{answer}");
    let (instance_file, plan) = (project.join("instance.json"), project.join("plans/0001.json"));
    let said = run(&["drill", instance_file.to_str().unwrap(), plan.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains("no longer valid: hanna is fixed at klimop, which"), "{said}");
    let sites = asked(&server, &json!({ "ask": "sites" }));
    assert!(sites.contains("This ranking is exact") || sites.contains("time ran out"), "{sites}");
    assert_eq!((server.state(), instance(&project)), before, "a question changes nothing");
    let stale = json!({ "revision": 0, "question": drill });
    assert_eq!(server.post("/api/question", &stale).status, 409);
}

#[test]
fn where_no_plan_is_possible_a_proposal_makes_one_possible_and_is_undone() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let mut village: Value = serde_json::from_str(crate::serving::VILLAGE).unwrap();
    // The cluster must be used by more members than its schools have places.
    village["clusters"][0]["min"] = json!(4);
    village["clusters"][0]["target"] = json!(4);
    for school in village["schools"].as_array_mut().unwrap() {
        school["places"] = json!(1);
    }
    assert_eq!(server.edit(&json!({ "do": "load", "instance": village })).status, 200);
    let before = instance(&project);
    server.search(false);
    let status = server.get("/part/search").body;
    assert!(status.contains("No plan is possible") && status.contains("repair"), "{status}");
    let answer = asked(&server, &json!({ "ask": "repair" }));
    assert!(answer.contains("/?school=") && answer.contains("Tried out"), "{answer}");
    let proposal = operation(&answer, "a proposal");
    assert_eq!(proposal["do"], json!("repair"));
    let changed = server.edit(&proposal);
    assert_eq!(changed.status, 200, "{}", changed.body);
    let found = server.search(false);
    assert_eq!(found["is_sound"], json!(true), "{found}");
    let headline = server.get("/part/headline").body;
    let plan: Value = serde_json::from_str(&server.get("/out/plan.json").body).unwrap();
    assert!(plan["unplaced"].as_array().is_none_or(Vec::is_empty), "{headline}");
    undo(&server);
    undo(&server);
    assert_eq!(instance(&project), before);
    let twice = asked(&server, &json!({ "ask": "repair" }));
    assert_eq!(operation(&twice, "again"), proposal, "the same question has the same answer");
}

#[test]
fn reports_of_results_in_the_folder_are_shown_and_nothing_else_is() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    assert!(server.get("/what-if").body.contains("There is no document of a batch or a path"));
    for (path, text) in [
        ("groei/path.json", "{}"),
        ("groei/report.html", "<p>Groei</p>"),
        ("los/report.html", "<p>los</p>"),
    ] {
        let path = project.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let page = server.get("/what-if").body;
    assert!(page.contains("/part/result?id=groei") && !page.contains("id=los"), "{page}");
    assert!(server.get("/part/result?id=groei").body.contains("iframe"));
    let report = server.get("/results/groei");
    assert!(report.status == 200 && report.body.contains("<p>Groei</p>"));
    assert!(
        report.head.contains("sandbox allow-scripts")
            && report.head.contains("frame-ancestors 'self'"),
        "{}",
        report.head
    );
    for name in ["los", "..", "%2e%2e", "groei%2F..", "plans"] {
        assert_eq!(server.get(&format!("/results/{name}")).status, 404, "{name}");
    }
}
