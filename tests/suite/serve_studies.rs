//! Batches and growth paths that are started from the page, against what the commands make of the same documents.
#![cfg(all(unix, feature = "serve"))]

use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::running::{code, run, stderr};
use crate::serving::{Answer, Running, folder, instance};

fn start(server: &Running, study: &Value) -> Answer {
    server.post("/api/study", &json!({ "revision": server.revision(), "study": study }))
}

/// What the page shows once nothing is worked out any more.
fn ended(server: &Running) -> String {
    let since = Instant::now();
    loop {
        let part = server.get("/part/what-if").body;
        if !part.contains("class=\"running\"") {
            return part;
        }
        assert!(since.elapsed() < Duration::from_secs(240), "{part}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn started(server: &Running, study: &Value) -> (String, String) {
    let begun = start(server, study);
    assert_eq!(begun.status, 200, "{}", begun.body);
    (begun.json()["name"].as_str().unwrap().to_owned(), ended(server))
}

fn variants(values: &Value) -> Value {
    json!({ "start": "variants", "vary": [{ "called": "More places",
        "change": { "add_places": { "number": "{}" } }, "values": values }] })
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Runs the command that the page shows, into a folder of its own.
fn command(project: &Path, command: &str, name: &str, output: &str) {
    let (document, output) = (project.join(name), project.join(output));
    let done = run(&[
        command,
        document.to_str().unwrap(),
        "-o",
        output.to_str().unwrap(),
        "--audience",
        "planner",
        "--time-limit",
        "120",
    ]);
    assert_eq!(code(&done), 0, "{}", stderr(&done));
}

#[test]
fn a_batch_from_the_page_is_what_the_command_makes_and_is_not_made_twice() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let before = (server.state(), instance(&project));
    let (name, part) = started(&server, &variants(&json!([1, 2])));
    assert_eq!(name, "variants.json");
    assert!(part.contains("All 3 plans are made") && part.contains("iframe"), "{part}");
    assert_eq!((server.state(), instance(&project)), before, "the project is as it was");
    let results = project.join("variants-results");
    command(&project, "batch", &name, "by-command");
    for file in ["summary.json", "summary.csv", "report.html", "plans/now.json"] {
        assert_eq!(
            text(&results.join(file)),
            text(&project.join("by-command").join(file)),
            "{file}"
        );
    }
    let shown = server.get("/results/variants-results");
    assert!(shown.status == 200 && shown.body.contains("More places: 2"), "{}", shown.body);
    let list = server.get("/part/studies").body;
    let wanted =
        "plaatswijzer batch variants.json -o variants-results --audience planner --time-limit";
    assert!(list.contains(wanted), "{list}");
    // Started again, nothing is planned again; the command goes on in the same folder.
    let journal = text(&results.join("results.jsonl"));
    started(&server, &json!({ "start": "document", "name": name }));
    assert_eq!(text(&results.join("results.jsonl")), journal);
    command(&project, "batch", &name, "variants-results");
    let lines = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(&text(&results.join("results.jsonl"))), lines(&journal));
    // With a limit of its own that is the one that the page goes on with, and that its command names.
    let begun = server.post(
        "/api/study",
        &json!({ "revision": server.revision(), "study": { "start": "document", "name": name }, "seconds": 45 }),
    );
    assert_eq!(begun.status, 200, "{}", begun.body);
    ended(&server);
    let list = server.get("/part/studies").body;
    assert!(list.contains("--time-limit <span data-seconds=\"\">45</span>"), "{list}");
    assert!(list.contains("&quot;seconds&quot;:45"), "{list}");
    // A second one of the form has a document of its own.
    assert_eq!(started(&server, &variants(&json!([3]))).0, "variants-2.json");
}

#[test]
fn a_path_from_the_page_is_what_the_command_makes() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let (name, part) = started(
        &server,
        &json!({ "start": "growth", "first_year": 2027, "years": 2, "share_from": 50, "share_to": 60,
            "grow_percent": 0, "with_candidates": true }),
    );
    assert_eq!(name, "growth.json");
    assert!(part.contains("best path over 2 years") && part.contains("iframe"), "{part}");
    command(&project, "path", &name, "by-command");
    // A search that a time limit may end says so in its plans: what was decided, and at what price, is compared.
    let decided = |folder: &str| {
        let mut path: Value =
            serde_json::from_str(&text(&project.join(folder).join("path.json"))).unwrap();
        for year in path["years"].as_array_mut().unwrap() {
            assert!(year["sha256"].take().is_string());
        }
        (path, text(&project.join(folder).join("calendar.csv")))
    };
    assert_eq!(decided("growth-results"), decided("by-command"));
    let (document, found) = (project.join(&name), project.join("growth-results/path.json"));
    let checked = run(&["verify", document.to_str().unwrap(), found.to_str().unwrap()]);
    assert_eq!(code(&checked), 0, "{}", stderr(&checked));
}

#[test]
fn what_cannot_be_started_is_refused_and_leaves_nothing_behind() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let nothing = start(&server, &variants(&json!([1])));
    assert_eq!(nothing.status, 422, "there is no instance yet");
    server.load_village();
    let files = || std::fs::read_dir(&project).unwrap().count();
    let before = files();
    let wrong = json!({ "start": "variants", "vary": [{ "called": "x",
        "change": { "extra_clusters": { "boards": ["nowhere"], "each": "{}" } }, "values": [1] }] });
    let many = json!({ "start": "variants", "vary": [
        { "called": "a", "change": { "grow": { "percent": "{}" } }, "values": (0..20).collect::<Vec<_>>() },
        { "called": "b", "change": { "drop_out": { "percent": "{}" } }, "values": (0..20).collect::<Vec<_>>() },
        { "called": "c", "change": { "add_places": { "number": "{}" } }, "values": (0..20).collect::<Vec<_>>() } ] });
    for (study, words) in [
        (variants(&json!([])), "Choose one to"),
        (many, "with the command plaatswijzer batch"),
        (json!({ "start": "document", "name": "../x.json" }), "is not in the folder"),
        (json!({ "start": "document", "name": "instance.json" }), "is not a document"),
        (json!({ "start": "document", "name": "history.jsonl" }), "is not a document"),
        (
            json!({ "start": "growth", "first_year": 2027, "years": 1, "share_from": 1, "share_to": 1,
            "grow_percent": 0, "with_candidates": false }),
            "Two to ten years",
        ),
    ] {
        let refused = start(&server, &study);
        assert!(refused.status == 422 && refused.body.contains(words), "{study}: {}", refused.body);
    }
    assert_eq!(files(), before);
    // What makes no sense in one variant is in the report, and costs the others nothing.
    let (_, part) = started(&server, &wrong);
    assert!(part.contains("of which 1 without a plan"), "{part}");
    let stale =
        server.post("/api/study", &json!({ "revision": 0, "study": variants(&json!([1])) }));
    assert_eq!(stale.status, 409);
}

#[test]
fn a_batch_is_stopped_and_goes_on_and_only_one_search_runs_at_a_time() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let many = variants(&json!((1..=20).collect::<Vec<_>>()));
    let begun = start(&server, &many);
    assert_eq!(begun.status, 200, "{}", begun.body);
    let second = start(&server, &variants(&json!([1])));
    let search = server.post("/api/search", &json!({ "revision": server.revision() }));
    // The small batch may be over already; then nothing can be refused.
    let is_over = !server.get("/part/what-if").body.contains("class=\"running\"");
    assert!(is_over || (second.status, search.status) == (422, 422), "{}", second.body);
    server.post("/api/stop", &json!({ "revision": server.revision() }));
    let part = ended(&server);
    if part.contains("Stopped:") {
        assert!(!project.join("variants-results/report.html").exists(), "{part}");
    }
    let (_, part) = started(&server, &json!({ "start": "document", "name": "variants.json" }));
    assert!(part.contains("All 21 plans are made"), "{part}");
}

#[test]
fn a_dropped_document_is_kept_beside_the_project_and_takes_the_place_of_nothing() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let before = instance(&project);
    let drop = |name: &str, document: &Value| {
        let files = json!([{ "name": name, "base64": STANDARD.encode(document.to_string()) }]);
        server.post("/api/files", &json!({ "revision": server.revision(), "files": files }))
    };
    let batch = json!({ "format": "plaatswijzer/batch/1", "base": "instance.json", "scenarios": [{ "id": "a" }] });
    let kept = drop("instance.json", &batch);
    assert!(kept.status == 200 && kept.json()["study"] == "document.json", "{}", kept.body);
    assert_eq!(instance(&project), before);
    let (_, part) = started(&server, &json!({ "start": "document", "name": "document.json" }));
    assert!(part.contains("1 plan was made"), "{part}");
    // A base elsewhere cannot be read from the page.
    let outside = json!({ "format": "plaatswijzer/batch/1", "base": "../secret.json", "scenarios": [{ "id": "a" }] });
    std::fs::write(project.parent().unwrap().join("secret.json"), &before).unwrap();
    assert_eq!(drop("outside.json", &outside).status, 200);
    let refused = start(&server, &json!({ "start": "document", "name": "outside.json" }));
    assert!(refused.status == 422 && refused.body.contains("secret.json"), "{}", refused.body);
}

#[test]
fn the_ladder_offers_a_plan_for_each_number_of_moves_of_which_one_is_taken() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let ask = |status| {
        let sent = json!({ "revision": server.revision(), "question": { "ask": "ladder" } });
        let begun = server.post("/api/question", &sent);
        assert_eq!(begun.status, status, "{}", begun.body);
        ended(&server)
    };
    ask(422);
    server.search(false);
    let held = json!({ "do": "hold", "students": [{ "student": "anna", "school": "regenboog" }] });
    assert_eq!(server.edit(&held).status, 200);
    let answer = ask(200);
    assert!(
        answer.contains("/api/take-rung") && answer.contains("no plan is possible"),
        "{answer}"
    );
    let at = answer.find("data-sent=\"").expect("a plan can be taken") + 11;
    let rung = answer[at..].split('"').next().unwrap().replace("&quot;", "\"");
    let rung = serde_json::from_str::<Value>(&rung).unwrap()["rung"].clone();
    let take = |rung: &Value| {
        server.post("/api/take-rung", &json!({ "revision": server.revision(), "rung": rung }))
    };
    assert_eq!(take(&json!(99)).status, 422);
    let taken = take(&rung);
    assert_eq!(taken.status, 200, "{}", taken.body);
    let state = server.state();
    assert!(state["is_sound"] == json!(true) && state["plan"] == json!(2), "{state}");
    assert_eq!(take(&rung).status, 422, "the answer is of before");
    let compared = server.get("/part/compare?from=1&to=2").body;
    assert!(compared.contains("/?student=anna"), "{compared}");
}

#[test]
fn a_workbook_and_an_instance_open_as_projects_beside_them() {
    let (kept, _) = folder();
    let (instance_file, workbook) = (kept.path().join("dorp.json"), kept.path().join("boek.xlsx"));
    std::fs::write(&instance_file, crate::serving::VILLAGE).unwrap();
    let made = run(&[
        "import",
        "--template",
        "--from",
        instance_file.to_str().unwrap(),
        "-o",
        workbook.to_str().unwrap(),
    ]);
    assert_eq!(code(&made), 0, "{}", stderr(&made));
    for file in [&workbook, &instance_file] {
        let server = Running::start(file);
        assert_eq!(server.revision(), 1);
        assert!(server.get("/").body.contains("anna"));
        server.kill();
        assert!(file.with_extension("").join("instance.json").exists());
        assert_eq!(Running::start(file).revision(), 1, "a project that is there stays");
    }
    // One that cannot be understood is mended on the page.
    let wrong = kept.path().join("wrong.csv");
    std::fs::write(&wrong, "studentnummer;opleiding;leerjaar\n1;voltijd;veel\n").unwrap();
    let server = Running::start(&wrong);
    assert!(server.get("/data").body.contains("veel"), "{}", server.get("/data").body);
}

#[test]
fn projects_that_were_opened_before_are_offered_on_the_first_screen_and_open_beside_it() {
    let (kept, project) = folder();
    let state = kept.path().join("state");
    let open = |folder: &Path| {
        let mut command = command_of_the_page(folder);
        Running::started(command.env("XDG_STATE_HOME", &state))
    };
    let first = open(&project);
    assert!(!first.get("/").body.contains("/api/open"));
    first.load_village();
    first.kill();
    let server = open(&kept.path().join("other"));
    let page = server.get("/").body;
    assert!(page.contains("/api/open") && page.contains("project"), "{page}");
    let choose =
        |project: usize| server.post("/api/open", &json!({ "revision": 0, "project": project }));
    assert_eq!(choose(7).status, 422);
    let opened = choose(0);
    assert_eq!(opened.status, 200, "{}", opened.body);
    let address = opened.json()["address"].as_str().unwrap().to_owned();
    let page = Running::visit(&address);
    assert!(page.contains("anna"), "{page}");
    let again = choose(0);
    assert!(again.status == 422 && again.body.contains("open already"), "{}", again.body);
}

fn command_of_the_page(folder: &Path) -> std::process::Command {
    let mut command = crate::running::command();
    command.args(["serve", folder.to_str().unwrap(), "--no-browser"]);
    command
}
