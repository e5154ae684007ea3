//! The page's server, asked as a browser would ask it.
#![cfg(all(unix, feature = "serve"))]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::running::{code, command, run, stderr};

const VILLAGE: &str = include_str!("../../instances/dorp.json");

/// A server that is running, and a browser that it has let in.
struct Running {
    child: Child,
    host: String,
    cookie: String,
    address: String,
}

/// An answer: its status, its head, and its body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

impl Running {
    fn start(folder: &Path) -> Self {
        let mut child = command()
            .args(["serve", folder.to_str().unwrap(), "--no-browser"])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stderr.as_mut().unwrap()).read_line(&mut line).unwrap();
        let (_, address) = line.trim().split_once("http://").expect("the line names the address");
        let (host, path) = address.split_once('/').unwrap();
        let (host, address) = (host.to_owned(), format!("/{path}"));
        let mut running = Self { child, host, cookie: String::new(), address };
        let entered = running.send("GET", &running.address.clone(), &[], "");
        assert_eq!(entered.status, 303);
        let cookie =
            entered.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        running.cookie = cookie.split(';').next().unwrap().to_owned();
        running
    }

    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let mut head = format!("{method} {path} HTTP/1.1\r\nconnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "host") {
            write!(head, "host: {}\r\n", self.host).unwrap();
        }
        for (name, value) in headers {
            write!(head, "{name}: {value}\r\n").unwrap();
        }
        write!(head, "content-length: {}\r\n\r\n{body}", body.len()).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[("cookie", &self.cookie)], "")
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        let origin = format!("http://{}", self.host);
        let headers =
            [("cookie", &*self.cookie), ("origin", &*origin), ("content-type", "application/json")];
        self.send("POST", path, &headers, &body.to_string())
    }

    fn state(&self) -> Value {
        self.get("/api/state").json()
    }

    fn revision(&self) -> u64 {
        self.state()["revision"].as_u64().unwrap()
    }

    /// Does an operation at the present revision.
    fn edit(&self, operation: &Value) -> Answer {
        self.post("/api/edit", &json!({ "revision": self.revision(), "operation": operation }))
    }

    fn load_village(&self) {
        let village: Value = serde_json::from_str(VILLAGE).unwrap();
        let loaded = self.edit(&json!({ "do": "load", "instance": village }));
        assert_eq!(loaded.status, 200, "{}", loaded.body);
    }

    /// Searches to the end, and returns the state after it.
    fn search(&self, hold_clusters: bool) -> Value {
        self.search_with(&json!({ "hold_clusters": hold_clusters }))
    }

    fn search_with(&self, wish: &Value) -> Value {
        let begun = self.post("/api/search", &json!({ "revision": self.revision(), "wish": wish }));
        assert_eq!(begun.status, 200, "{}", begun.body);
        let since = Instant::now();
        loop {
            let state = self.state();
            if state["is_searching"] == json!(false) {
                return state;
            }
            assert!(since.elapsed() < Duration::from_secs(120), "the search does not end");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Ends the process as a power cut would.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("project");
    (folder, project)
}

fn instance(project: &Path) -> String {
    std::fs::read_to_string(project.join("instance.json")).unwrap()
}

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
    // The page has not seen the change yet: its edit is refused, and the change is a revision.
    std::fs::write(&file, text.replace("\"Dorp\"", "\"Anders\"")).unwrap();
    let refused = server.post("/api/edit", &hold("klimop"));
    assert_eq!(refused.status, 409, "{}", refused.body);
    assert_eq!(server.revision(), 2);
    assert!(instance(&project).contains("Anders") && !instance(&project).contains("because"));
    // What cannot be read stays, and nothing else is done until it is mended.
    std::fs::write(&file, "{ \"format\": ").unwrap();
    let edit = json!({ "revision": 2, "operation": hold("klimop")["operation"] });
    let refused = server.post("/api/edit", &edit);
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(instance(&project), "{ \"format\": ");
    assert!(server.get("/data").body.contains("cannot be used"), "the page says so");
    std::fs::write(&file, &text).unwrap();
    assert!(server.get("/data").body.contains("Dorp"));
    let edit = json!({ "revision": 3, "operation": hold("klimop")["operation"] });
    assert_eq!(server.post("/api/edit", &edit).status, 200);
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
            "limit_km",
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
