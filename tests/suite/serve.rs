//! The page's server, asked as a browser would ask it.
#![cfg(all(unix, feature = "serve"))]

use serde_json::{Value, json};

use crate::running::{code, run, stderr};
use crate::serving::{Running, folder, instance};

#[test]
fn from_an_empty_folder_to_a_plan_that_the_commands_read() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    assert!(server.get("/").body.contains("data-drop-files"), "the start asks for files");
    server.load_village();
    let found = server.search(false);
    assert_eq!(found["plan"], json!(1), "the first plan goes on screen: {found}");
    assert_eq!((&found["score"], &found["is_sound"]), (&json!(305_500), &json!(true)));
    let (instance_file, plan) = (project.join("instance.json"), project.join("plans/0001.json"));
    let verified = run(&["verify", instance_file.to_str().unwrap(), plan.to_str().unwrap()]);
    assert_eq!(code(&verified), 0, "{}", stderr(&verified));
    for path in ["/", "/data", "/rules", "/versions", "/out"] {
        let page = server.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.head.contains("content-security-policy: default-src 'none'"), "{}", page.head);
    }
    let students = server.get("/part/students?q=ann&sort=journey").body;
    assert!(students.contains("anna") && !students.contains("bram"), "{students}");
    let more = server.get("/part/students?rows=1200");
    assert!(more.status == 200 && more.body.contains("bram"), "{}", more.body);
    assert_eq!(server.get("/part/students?rows=many").status, 400);
    let found = server.get("/part/rows?table=schools&q=WEGWIJ&rows=1200").body;
    assert!(found.contains("Wegwijzer") && !found.contains("Regenboog"), "{found}");
    let schools = server.get("/part/schools?student=anna").body;
    assert!(schools.contains("data-place"), "{schools}");
    let exact = server.get("/part/exact?student=anna&school=regenboog").body;
    assert!(exact.contains("at the least 17.3"), "{exact}");
    let lists = server.get("/out/page.html");
    assert!(lists.status == 200 && lists.body.contains("Dorp"), "{}", lists.head);
    // A student who is held where the plan has them: the plan still fits, and can still be handed out.
    let held = json!({ "do": "hold", "students": [{ "student": "anna", "school": "wegwijzer" }] });
    assert_eq!(server.edit(&held).status, 200);
    for name in ["page.html", "page-planner.html", "plan.json"] {
        assert_eq!(server.get(&format!("/out/{name}")).status, 200, "{name}");
    }
    assert_eq!(server.get("/out/secret").status, 404);
    assert_eq!(server.get("/out/..%2Finstance.json").status, 404);
}

#[test]
fn a_student_who_is_moved_and_held_stays_and_undo_leads_back_to_the_same_bytes() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let before = instance(&project);
    let place = json!({ "revision": server.revision(), "student": "anna", "school": "regenboog",
        "hold": true, "because": "oom werkt daar" });
    let placed = server.post("/api/place", &place);
    assert_eq!(placed.status, 200, "{}", placed.body);
    let state = server.state();
    assert_eq!((&state["plan"], &state["is_sound"]), (&json!(2), &json!(true)));
    assert!(state["score"].as_i64() > Some(305_500));
    let (instance_file, plan) = (project.join("instance.json"), project.join("plans/0002.json"));
    let verified = run(&["verify", instance_file.to_str().unwrap(), plan.to_str().unwrap()]);
    assert_eq!(code(&verified), 0, "{}", stderr(&verified));
    let written: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    let anna =
        written["placements"].as_array().unwrap().iter().find(|one| one["student"] == "anna");
    assert_eq!(anna.unwrap()["because"], json!("oom werkt daar"));
    // Planned again with the clusters held, the student is still there, and nothing is better.
    let again = server.search(true);
    assert_eq!(again["score"], state["score"]);
    let undone = server.post("/api/undo", &json!({ "revision": server.revision() }));
    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(instance(&project), before);
    assert_eq!(server.state()["plan"], json!(1));
    let redone = server.post("/api/redo", &json!({ "revision": server.revision() }));
    assert_eq!((redone.status, server.state()["plan"].clone()), (200, json!(2)));
}

#[test]
fn a_late_change_moves_few() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let gone = server.edit(&json!({ "do": "remove_row", "table": "schools", "id": "wegwijzer" }));
    assert_eq!(gone.status, 200, "{}", gone.body);
    assert!(
        server.state()["score"].as_i64() > Some(305_500),
        "two students have no place any more"
    );
    assert!(!server.get("/part/headline").body.contains("proven"), "nothing is proven of it now");
    let found = server.search_with(&json!({ "few_changes": true }));
    let number = found["found"].as_u64().unwrap();
    let accepted = server.edit(&json!({ "do": "accept", "plan": number }));
    assert_eq!(accepted.status, 200, "{}", accepted.body);
    assert_eq!(server.state()["is_sound"], json!(true));
    assert!(server.get("/part/headline").body.contains("proven"));
    let plan = project.join(format!("plans/{number:04}.json"));
    let written: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    assert!(written["previous"]["changes"].as_i64().is_some(), "{}", written["previous"]);
    let instance = project.join("instance.json");
    let verified = run(&["verify", instance.to_str().unwrap(), plan.to_str().unwrap()]);
    assert_eq!(code(&verified), 0, "{}", stderr(&verified));
    assert_eq!(server.get("/out/page-planner.html").status, 200);
}

#[test]
fn a_kill_at_any_moment_loses_nothing() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let mut server = server;
    for round in 0..6 {
        let school = ["klimop", "wegwijzer"][round % 2];
        let held = json!({ "do": "hold", "students": [{ "student": "bram", "school": school }] });
        assert_eq!(server.edit(&held).status, 200);
        let (state, text) = (server.state(), instance(&project));
        server.kill();
        if round % 2 == 1 {
            // A kill between the history and the instance: the file is that of one revision before.
            let lines = std::fs::read_to_string(project.join("history.jsonl")).unwrap();
            assert!(lines.ends_with('\n'));
            let half = format!("{lines}{{\"revision\":");
            std::fs::write(project.join("history.jsonl"), half).unwrap();
        }
        server = Running::start(&project);
        assert_eq!((server.state(), instance(&project)), (without_search(state), text));
    }
    // The file of the instance is written again from the history.
    let text = instance(&project);
    server.kill();
    std::fs::remove_file(project.join("instance.json")).unwrap();
    let server = Running::start(&project);
    assert_eq!(instance(&project), text);
    // What another program changes becomes a revision that can be undone.
    let revision = server.revision();
    std::fs::write(project.join("instance.json"), text.replace("\"Dorp\"", "\"Anders\"")).unwrap();
    let taken = server.post("/api/take-other", &json!({ "revision": revision }));
    assert_eq!(taken.status, 200, "{}", taken.body);
    assert!(server.get("/data").body.contains("Anders"));
    assert_eq!(server.revision(), revision + 1);
    server.post("/api/undo", &json!({ "revision": revision + 1 }));
    assert_eq!(instance(&project), text);
}

#[test]
fn what_another_program_writes_is_never_written_over() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let file = project.join("instance.json");
    let text = instance(&project);
    let hold = |school: &str| {
        json!({ "revision": 1, "operation": { "do": "hold",
            "students": [{ "student": "anna", "school": school }] } })
    };
    // Nothing is written over it, and it is not taken until the planner says so.
    std::fs::write(&file, text.replace("\"Dorp\"", "\"Anders\"")).unwrap();
    let refused = server.post("/api/edit", &hold("klimop"));
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(server.revision(), 1);
    let page = server.get("/data").body;
    assert!(page.contains("/api/take-other") && page.contains("Dorp"), "{page}");
    let taken = server.post("/api/take-other", &json!({ "revision": 1 }));
    assert_eq!((taken.status, server.revision()), (200, 2), "{}", taken.body);
    assert!(instance(&project).contains("Anders") && !instance(&project).contains("because"));
    let nothing = server.post("/api/take-other", &json!({ "revision": 2 }));
    assert_eq!(nothing.status, 422, "{}", nothing.body);
    // What cannot be read stays, and nothing else is done until it is mended.
    std::fs::write(&file, "{ \"format\": ").unwrap();
    let edit = json!({ "revision": 2, "operation": hold("klimop")["operation"] });
    let refused = server.post("/api/edit", &edit);
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(instance(&project), "{ \"format\": ");
    assert!(server.get("/data").body.contains("wrong at line 1, column 12"), "the page says where");
    let taken = server.post("/api/take-other", &json!({ "revision": 2 }));
    assert!(taken.status == 422 && instance(&project) == "{ \"format\": ", "{}", taken.body);
    // What the page has goes on, and what the other program wrote is put aside.
    let kept = server.post("/api/keep-own", &json!({ "revision": 2 }));
    assert_eq!(kept.status, 200, "{}", kept.body);
    assert!(instance(&project).contains("Anders"));
    let aside = std::fs::read_to_string(project.join("instance.changed-1.json")).unwrap();
    assert_eq!(aside, "{ \"format\": ");
    assert_eq!(server.post("/api/edit", &edit).status, 200);
    assert!(!server.get("/data").body.contains("/api/take-other"));
    // The same in another layout is taken, and not asked about again.
    let same: Value = serde_json::from_str(&instance(&project)).unwrap();
    std::fs::write(&file, same.to_string()).unwrap();
    let taken = server.post("/api/take-other", &json!({ "revision": server.revision() }));
    assert_eq!(taken.status, 200, "{}", taken.body);
    assert!(!server.get("/data").body.contains("/api/take-other"));
}

#[test]
fn pages_hear_of_files_that_another_program_changes() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let mut events = server.events();
    let text = instance(&project);
    std::fs::write(project.join("instance.json"), text.replace("\"Dorp\"", "\"Anders\"")).unwrap();
    let since = std::time::Instant::now();
    events.wait_for("event: files");
    assert!(since.elapsed().as_secs() < 10, "{:?}", since.elapsed());
    assert_eq!(
        (server.revision(), server.get("/part/notices").body.contains("keep-own")),
        (1, true)
    );
}

/// A state after a start: no search has ended yet.
fn without_search(mut state: Value) -> Value {
    state["found"] = Value::Null;
    state
}

#[test]
fn nobody_else_comes_in_or_changes_anything() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let before = (server.state(), instance(&project));
    let origin = format!("http://{}", server.host);
    let (cookie, own, json) = (&*server.cookie, &*origin, "application/json");
    let undo = r#"{"revision":1}"#;
    let foreign = [
        (403, vec![("origin", own), ("content-type", json)]),
        (403, vec![("cookie", cookie), ("content-type", json)]),
        (403, vec![("cookie", cookie), ("origin", "http://evil.example"), ("content-type", json)]),
        (403, vec![("cookie", cookie), ("origin", "null"), ("content-type", json)]),
        (415, vec![("cookie", cookie), ("origin", own), ("content-type", "text/plain")]),
        (
            415,
            vec![
                ("cookie", cookie),
                ("origin", own),
                ("content-type", "application/x-www-form-urlencoded"),
            ],
        ),
        (
            421,
            vec![
                ("host", "evil.example"),
                ("cookie", cookie),
                ("origin", own),
                ("content-type", json),
            ],
        ),
    ];
    for (status, headers) in foreign {
        assert_eq!(server.send("POST", "/api/undo", &headers, undo).status, status, "{headers:?}");
    }
    assert_eq!(server.send("GET", "/", &[], "").status, 403);
    assert_eq!(server.send("GET", &server.address, &[], "").status, 403, "the token works once");
    assert_eq!((server.state(), instance(&project)), before);
    let second = run(&["serve", project.to_str().unwrap(), "--no-browser"]);
    assert_eq!(code(&second), 2, "{}", stderr(&second));
    assert!(stderr(&second).contains("open already"), "{}", stderr(&second));
}

#[test]
fn what_is_refused_changes_nothing_and_says_why() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let before = (server.state(), instance(&project));
    let row = json!({ "id": "x", "programme": "voltijd", "year": 7 });
    let refused = [
        (
            422,
            json!({ "do": "hold", "students": [{ "student": "nobody", "school": "klimop" }] }),
            "nobody",
        ),
        (422, json!({ "do": "set_row", "table": "students", "row": row }), "year"),
        (
            422,
            json!({ "do": "set_rule", "rule": "travel", "settings": { "limit_km": -1 } }),
            "Journey, at most (km)",
        ),
        (422, json!({ "do": "show", "plan": 9 }), "9"),
        (400, json!({ "do": "unheard" }), "unheard"),
    ];
    for (status, operation, word) in refused {
        let answer = server.edit(&operation);
        assert!(
            answer.status == status && answer.body.contains(word),
            "{operation}: {}",
            answer.body
        );
    }
    let stale = server.post("/api/undo", &json!({ "revision": 0 }));
    assert_eq!(stale.status, 409, "{}", stale.body);
    let held =
        server.post("/api/search", &json!({ "revision": 1, "wish": { "hold_clusters": true } }));
    assert_eq!(held.status, 422, "{}", held.body);
    assert_eq!((server.state(), instance(&project)), before);
}

#[test]
fn every_address_of_the_api_is_described() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let described = server.get("/api/openapi.json").json();
    let paths = described["paths"].as_object().unwrap();
    assert!(paths.len() >= 9, "{paths:?}");
    for (path, methods) in paths {
        let answer = if methods.get("get").is_some() {
            server.get(path)
        } else {
            // A body that is no such request is refused: the address is there, and reads what is described.
            server.post(path, &json!({ "unheard": true }))
        };
        assert!([200, 400].contains(&answer.status), "{path}: {}", answer.status);
        let references = methods.to_string().matches("#/components/schemas/").count();
        assert!(references > 0, "{path}");
    }
    for definition in described.to_string().split("#/components/schemas/").skip(1) {
        let name = definition.split('"').next().unwrap();
        assert!(described["components"]["schemas"].get(name).is_some(), "{name} is not described");
    }
}

#[test]
fn each_row_of_the_data_changes_what_it_names() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let page = server.get("/data").body;
    for (table, number) in [("schools", 5), ("boards", 2)] {
        let rows: Vec<&str> = page
            .split("<tr>")
            .filter(|row| row.contains(&format!("data-row=\"{table}\"")))
            .collect();
        assert_eq!(rows.len(), number, "{page}");
        for row in rows {
            let (_, document) = row.split_once("data-document=\"").unwrap();
            let (document, _) = document.split_once('"').unwrap();
            let document: Value = serde_json::from_str(&document.replace("&quot;", "\"")).unwrap();
            let id = document["id"].as_str().unwrap();
            let name = document["name"].as_str().unwrap();
            assert!(row.contains(&format!("table={table}&amp;id={id}\"")), "{row}");
            assert!(row.contains(&format!("<th scope=\"row\">{name}<")), "{row}");
        }
    }
}

#[test]
fn what_if_changes_nothing_until_it_is_kept() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let ask = |changes: &Value| {
        server.post("/api/what-if", &json!({ "revision": server.revision(), "changes": changes }))
    };
    let closes = json!([{ "close_schools": { "schools": ["wegwijzer"] } }]);
    assert_eq!(ask(&closes).status, 422, "there is no plan to compare with");
    server.search(false);
    let before = (server.state(), instance(&project));
    let unknown = ask(&json!([{ "close_schools": { "schools": ["nergens"] } }]));
    assert!(unknown.status == 422 && unknown.body.contains("nergens"), "{}", unknown.body);
    assert!(!unknown.body.contains("scenarios["), "no path of a document: {}", unknown.body);
    // Every change that the page offers is one that is understood: the names of fields are paths in it.
    let page = server.get("/what-if").body;
    for path in ["days_share.day", "wish_share.percent", "rule.settings.limit_km"] {
        assert!(page.contains(&format!("name=\"{path}\"")), "{path}: {page}");
    }
    assert_eq!(ask(&closes).status, 200);
    let since = std::time::Instant::now();
    let answer = loop {
        let part = server.get("/part/what-if").body;
        if !part.contains("Working it out") {
            break part;
        }
        assert!(since.elapsed().as_secs() < 60, "{part}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    };
    assert!(answer.contains("Take over, as a version"), "{answer}");
    assert_eq!((server.state(), instance(&project)), (before.0.clone(), before.1.clone()));
    let kept = server.post("/api/keep", &json!({ "revision": server.revision() }));
    assert_eq!(kept.status, 200, "{}", kept.body);
    assert!(!instance(&project).contains("\"id\": \"wegwijzer\""));
    let state = server.state();
    assert_eq!((&state["is_sound"], &state["plan"]), (&json!(true), &json!(2)), "{state}");
    for _ in 0..2 {
        server.post("/api/undo", &json!({ "revision": server.revision() }));
    }
    assert_eq!(instance(&project), before.1);
    assert_eq!(server.state()["plan"], json!(1));
}

#[test]
fn reports_are_shown_before_they_are_handed_out_in_a_box_without_rights() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    for name in ["page.html", "page-planner.html", "page-board-dorpsbestuur.html"] {
        let shown = server.get(&format!("/preview/{name}"));
        assert_eq!(shown.status, 200, "{name}");
        assert!(shown.head.contains("sandbox allow-scripts; default-src 'none'"), "{}", shown.head);
        assert!(!shown.head.contains("content-disposition"), "{}", shown.head);
        assert_eq!(server.get(&format!("/out/{name}")).body, shown.body);
    }
    for name in ["plan.xlsx", "instance.json", "page-board-nobody.html"] {
        assert_eq!(server.get(&format!("/preview/{name}")).status, 404, "{name}");
    }
    let list = server.get("/part/list?school=school-wegwijzer").body;
    assert!(list.contains("list-preview") && list.contains("Wegwijzer"), "{list}");
    assert_eq!(server.get("/part/list?school=school-nobody").status, 404);
}
