//! `path` from the command line: what it writes, what `verify` says of it, and what it refuses.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};

use crate::draws::Draws;
use crate::outputs::files;
use crate::running::{code, command, run, stderr, stdout, write};
use crate::seeds::many;

/// Two partner boards and a candidate, with more students than the first two can place well.
pub fn base() -> Value {
    let schools: Vec<Value> = (0..8)
        .map(|number| {
            let board = ["a", "a", "b", "b", "c", "c", "a", "b"][number];
            let east = 6.5 + 0.004 * number as f64;
            json!({ "id": format!("h{number}"), "board": board, "at": [53.2, east], "places": 4 })
        })
        .collect();
    let students: Vec<Value> = (0..14)
        .map(|number| {
            let at = [53.19 + 0.003 * f64::from(number), 6.5 + 0.002 * f64::from(number)];
            json!({ "id": format!("s{number}"), "programme": "voltijd", "year": 1 + number % 4, "at": at })
        })
        .collect();
    json!({
        "format": "plaatswijzer/instance/1", "name": "growth", "schools": schools, "students": students,
        "boards": [
            { "id": "a", "name": "Bestuur A", "max_clusters": 1 }, { "id": "b", "max_clusters": 1 },
            { "id": "c", "name": "Bestuur C", "standing": "candidate", "max_clusters": 1 },
        ],
        "rules": {
            "cluster_size": { "min": 2, "target": 5, "max": 7 }, "forming": { "opening_worth_km": 8 },
            "placement": { "worth_km": 50 },
        },
        "finance": { "grant_per_student_eur": 1250, "cluster_eur": 4000 },
    })
}

pub fn document() -> Value {
    json!({
        "format": "plaatswijzer/path/1", "base": "base.json",
        "years": [
            { "id": "2027-2028", "share_percent": 60 },
            { "id": "2028-2029", "share_percent": 90, "changes": [{ "grow": { "percent": 20 } }] },
            { "id": "2029-2030", "share_percent": 100, "weight": 2 },
        ],
        "boards": [{ "id": "c", "earliest": "2028-2029", "entry_worth_km": 10 }],
        "pace": { "new_clusters_per_year": 1, "entries_per_year": 1 },
        "share_worth_km": 30,
    })
}

/// A folder with the base, the document, and the path that is found.
pub fn found(document: &Value, extra: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base().to_string().as_bytes());
    write(folder.path(), "path.json", document.to_string().as_bytes());
    let output = run_path(folder.path(), extra);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    folder
}

pub fn run_path(folder: &Path, extra: &[&str]) -> std::process::Output {
    let (file, out) = (folder.join("path.json"), folder.join("out"));
    let arguments = ["path", file.to_str().unwrap(), "-o", out.to_str().unwrap()];
    run(&[&arguments, extra].concat())
}

fn verify(folder: &Path) -> std::process::Output {
    run(&[
        "verify",
        folder.join("path.json").to_str().unwrap(),
        folder.join("out/path.json").to_str().unwrap(),
    ])
}

pub fn read(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
}

#[test]
fn a_path_is_a_folder_of_ordinary_plans() {
    let folder = found(&document(), &[]);
    let folder = folder.path();
    let path = read(folder, "out/path.json");
    assert_eq!(path["value"], path["bound"], "a small path is proven");
    assert!(path["year_by_year"].as_i64() >= path["value"].as_i64());
    let verdict = verify(folder);
    assert_eq!(code(&verdict), 0, "{}", stdout(&verdict));
    for year in ["2027-2028", "2028-2029", "2029-2030"] {
        let instance = folder.join(format!("out/instances/{year}.json"));
        let plan = folder.join(format!("out/plans/{year}.json"));
        let verdict = run(&["verify", instance.to_str().unwrap(), plan.to_str().unwrap()]);
        assert_eq!(code(&verdict), 0, "{year}: {}", stdout(&verdict));
        let (file, out) = (folder.join("path.json"), folder.join("out"));
        let printed = run(&[
            "path",
            file.to_str().unwrap(),
            "-o",
            out.to_str().unwrap(),
            "--instance-of",
            year,
        ]);
        assert_eq!(stdout(&printed).into_bytes(), std::fs::read(&instance).unwrap(), "{year}");
    }
    let calendar = std::fs::read_to_string(folder.join("out/calendar.csv")).unwrap();
    assert!(calendar.starts_with("year,event,id,schools,meeting_day,until,decide_before\n"));
    let opened: usize = path["years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|year| year["opened"].as_array().unwrap().len())
        .sum();
    assert!(opened > 0 && calendar.matches(",open,").count() == opened, "{calendar}");
    let figures = std::fs::read_to_string(folder.join("out/figures.csv")).unwrap();
    assert_eq!(figures.lines().count(), 4);
    let page = std::fs::read_to_string(folder.join("out/report.html")).unwrap();
    assert!(page.contains("2029-2030") && page.contains("1 April"), "{page}");
}

#[test]
fn the_same_path_gives_the_same_bytes() {
    let bytes = |threads: &str| {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "base.json", base().to_string().as_bytes());
        write(folder.path(), "path.json", document().to_string().as_bytes());
        let (file, out) = (folder.path().join("path.json"), folder.path().join("out"));
        let mut command = command();
        command.env("RAYON_NUM_THREADS", threads).arg("path").arg(file).arg("-o").arg(&out);
        assert_eq!(code(&command.output().unwrap()), 0);
        ["path.json", "calendar.csv", "figures.csv", "report.html"]
            .map(|name| std::fs::read(out.join(name)).unwrap())
    };
    assert_eq!(bytes("1"), bytes("3"));
}

#[test]
fn a_search_that_was_killed_goes_on_to_the_same_bytes_and_leaves_nothing_of_it() {
    let folder = found(&document(), &[]);
    let folder = folder.path();
    let out = folder.join("out");
    let whole = files(&out);
    assert!(!whole.contains_key("unfinished.json"));
    let mut draws = Draws::new(53);
    let mut unfinished = 0;
    for after in (0..many(3)).map(|_| draws.between(100, 1_500)) {
        std::fs::remove_dir_all(&out).unwrap();
        let mut command = command();
        command.arg("path").arg(folder.join("path.json")).arg("-o").arg(&out);
        let mut running = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(after.unsigned_abs()));
        running.kill().unwrap();
        running.wait().unwrap();
        unfinished += usize::from(out.join("unfinished.json").exists());
        assert_eq!(code(&run_path(folder, &[])), 0);
        assert!(files(&out) == whole, "killed after {after} ms");
    }
    println!("{unfinished} kills after a stage was finished");
}

#[test]
fn the_first_year_by_itself_is_an_ordinary_solve() {
    let mut plain = document();
    for year in plain["years"].as_array_mut().unwrap() {
        year.as_object_mut().unwrap().remove("share_percent");
    }
    plain.as_object_mut().unwrap().remove("pace");
    plain.as_object_mut().unwrap().remove("boards");
    let folder = found(&plain, &["--year-by-year"]);
    let folder = folder.path();
    for year in ["2027-2028", "2028-2029", "2029-2030"] {
        let (instance, plan) =
            (folder.join(format!("out/instances/{year}.json")), folder.join("solved.json"));
        let solved = run(&["solve", instance.to_str().unwrap(), "-o", plan.to_str().unwrap()]);
        assert_eq!(code(&solved), 0);
        let ours = read(folder, &format!("out/plans/{year}.json"));
        assert_eq!(ours, read(folder, "solved.json"), "{year}");
    }
}

#[test]
fn every_false_statement_about_a_path_is_found() {
    let folder = found(&document(), &[]);
    let folder = folder.path();
    let right = read(folder, "out/path.json");
    let refused = |what: &str, wrong: &Value| {
        write(folder, "out/path.json", wrong.to_string().as_bytes());
        let verdict = verify(folder);
        assert_eq!(code(&verdict), 6, "{what}: {}", stdout(&verdict));
    };
    let change = |pointer: &str, value: Value| {
        let mut wrong = right.clone();
        *wrong.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        refused(pointer, &wrong);
    };
    change("/value", json!(right["value"].as_i64().unwrap() + 1));
    change("/bound", json!(right["value"].as_i64().unwrap() + 1));
    change("/gap", json!(0.5));
    change("/status", json!("gap"));
    for key in ["total", "students", "in_clusters", "aimed_at", "short", "clusters", "weight"] {
        let pointer = format!("/years/1/{key}");
        let value = right.pointer(&pointer).unwrap().as_i64().unwrap();
        change(&pointer, json!(value + 1));
    }
    change("/years/2/sha256", json!("0".repeat(64)));
    change("/years/2/id", json!("2040-2041"));
    change("/years/1/left_out", json!([{ "student": "s1", "count": 1 }]));
    change("/years/1/closed", json!(["x-1"]));
    change("/years/1/entered", json!(["b"]));
    change("/years/0/opened", json!([]));
    change("/entries", json!([{ "board": "c", "year": "2027-2028", "points": 10_000 }]));
    change("/entries", json!([{ "board": "a", "year": "2028-2029", "points": 0 }]));
    // A plan of another year in its place.
    write(folder, "out/path.json", right.to_string().as_bytes());
    let other = std::fs::read(folder.join("out/plans/2029-2030.json")).unwrap();
    let own = std::fs::read(folder.join("out/plans/2027-2028.json")).unwrap();
    write(folder, "out/plans/2027-2028.json", &other);
    assert_eq!(code(&verify(folder)), 6);
    write(folder, "out/plans/2027-2028.json", &own);
    assert_eq!(code(&verify(folder)), 0, "put back, it is right again");
}

#[test]
fn goals_before_the_cost_are_met_first_and_checked() {
    let mut levels = document();
    levels["goals"] = json!(["unplaced", "first_year"]);
    let folder = found(&levels, &[]);
    let folder = folder.path();
    let right = read(folder, "out/path.json");
    let goals: Vec<&str> = right["levels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|level| {
            assert_eq!(level["value"], level["bound"]);
            level["goal"].as_str().unwrap()
        })
        .collect();
    assert_eq!(goals, ["unplaced", "first_year", "total"]);
    assert_eq!(right["levels"][2]["value"], right["value"]);
    assert_eq!(code(&verify(folder)), 0);
    let plain = found(&document(), &[]);
    let plain = read(plain.path(), "out/path.json");
    assert!(plain["levels"].is_null() && plain["value"].as_i64() <= right["value"].as_i64());
    for (pointer, value) in [
        ("/levels/0/value", json!(17)),
        ("/levels/0/bound", json!(17)),
        ("/levels/1/goal", json!("total")),
        ("/levels/2/bound", json!(1)),
        ("/levels", json!([])),
        ("/levels", Value::Null),
    ] {
        let mut wrong = right.clone();
        *wrong.pointer_mut(pointer).unwrap() = value;
        write(folder, "out/path.json", wrong.to_string().as_bytes());
        assert_ne!(code(&verify(folder)), 0, "{pointer}");
    }
}

#[test]
fn all_problems_of_a_path_are_listed_at_once() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base().to_string().as_bytes());
    let wrong = json!({
        "format": "plaatswijzer/path/1", "base": "base.json",
        "years": [
            { "id": "2028-2029" },
            { "id": "2027-2028", "changes": [{ "close_schools": { "schools": ["h99"] } }] },
            { "id": "20/30" },
        ],
        "boards": [{ "id": "cc" }, { "id": "b" }, { "id": "c", "latest": "2028-2029" }],
        "pace": { "entries_per_year": 0 }, "goals": ["total", "unplaced", "unplaced"], "draws": { "count": 2 },
    });
    let file = write(folder.path(), "path.json", wrong.to_string().as_bytes());
    let output = run(&["validate", file.to_str().unwrap()]);
    assert_eq!(code(&output), 3);
    let listed = stderr(&output);
    for place in [
        "years[1].id",
        "years[2].id",
        "years[1].changes[0].close_schools.schools[0]",
        "boards[0].id",
        "boards[1].id",
        "in 2028-2029 1 board must enter, and only 0 may",
        "goals[2]",
        "goals\n",
    ] {
        assert!(listed.contains(place), "{place}: {listed}");
    }
    let wrong = json!({
        "format": "plaatswijzer/path/1", "base": "base.json",
        "years": [{ "id": "2027-2028" }, { "id": "2028-2029" }],
        "boards": [
            { "id": "c", "earliest": "2028-2029", "latest": "2027-2028" }, { "id": "c" },
            { "id": "a" }, { "id": "zz" }, { "id": "b", "earliest": "2030" },
        ],
        "pace": { "entries_per_year": 0 },
    });
    let file = write(folder.path(), "path.json", wrong.to_string().as_bytes());
    let output = run(&["validate", file.to_str().unwrap()]);
    assert_eq!(code(&output), 3);
    let listed = stderr(&output);
    for place in
        ["boards[0].latest", "boards[1].id", "boards[2].id", "boards[3].id", "boards[4].earliest"]
    {
        assert!(listed.contains(place), "{place}: {listed}");
    }
}

/// All students have a place with the schools of board c, which the path would have if it were written right.
#[test]
fn a_board_that_is_wrong_does_not_make_places_seem_to_be_missing() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base().to_string().as_bytes());
    let listed = |board: Value, grow: i64| {
        let path = json!({
            "format": "plaatswijzer/path/1", "base": "base.json",
            "years": [
                { "id": "2027-2028" },
                { "id": "2028-2029", "share_percent": 100,
                    "changes": [{ "grow": { "percent": grow } }] },
            ],
            "boards": [board],
        });
        let file = write(folder.path(), "path.json", path.to_string().as_bytes());
        let output = run(&["validate", file.to_str().unwrap()]);
        (code(&output), stderr(&output))
    };
    assert_eq!(listed(json!({ "id": "c" }), 100).0, 0);
    let (refused, problems) = listed(json!({ "board": "c" }), 100);
    assert!(refused == 3 && problems.contains("boards[0].id"), "{problems}");
    assert!(!problems.contains("share_percent"), "{problems}");
    // With twice as many students they are missing.
    let (refused, problems) = listed(json!({ "id": "c" }), 200);
    assert!(refused == 3 && problems.contains("years[1].share_percent"), "{problems}");
}

#[test]
fn a_limit_in_euros_needs_prices_in_euros() {
    let folder = tempfile::tempdir().unwrap();
    let mut free = base();
    free.as_object_mut().unwrap().remove("finance");
    write(folder.path(), "base.json", free.to_string().as_bytes());
    let mut limited = document();
    limited["years"][1]["limit_eur"] = json!(0);
    let file = write(folder.path(), "path.json", limited.to_string().as_bytes());
    let output = run(&["validate", file.to_str().unwrap()]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("years[1].limit_eur"), "{}", stderr(&output));
}

#[test]
fn where_no_path_exists_the_demands_that_clash_are_named() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base().to_string().as_bytes());
    let mut demanding = document();
    demanding.as_object_mut().unwrap().remove("share_worth_km");
    demanding["years"][1]["changes"] = json!([{ "grow": { "percent": 100 } }]);
    write(folder.path(), "path.json", demanding.to_string().as_bytes());
    let output = run_path(folder.path(), &[]);
    assert_eq!(code(&output), 4, "{}", stderr(&output));
    let said = stderr(&output);
    assert!(said.contains("no path exists"), "{said}");
    assert!(said.contains("students are in clusters"), "{said}");
    assert!(!folder.path().join("out/path.json").exists());
    // Where the search may not work it proves nothing, and does not say that it does.
    let output = run_path(folder.path(), &["--work-limit", "0"]);
    assert_eq!(code(&output), 5, "{}", stderr(&output));
}
