//! `report`: what it writes, for whom, and what it refuses.

use std::path::Path;

use serde_json::{Value, json};

use super::reading::{sheets, village_plan};
use crate::running::{code, run, stderr, stdout, write};

/// Runs `report` on the village.
fn report(rest: &[&str]) -> std::process::Output {
    let plan = village_plan();
    let first = ["report", "tests/documents/village.json", plan.to_str().unwrap()];
    run(&[&first[..], rest].concat())
}

fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names
}

#[test]
fn the_ending_says_what_is_written_and_for_whom() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let output = report(&["-o", &at("plan.xlsx"), "--lang", "nl"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let written = "plan.xlsx is geschreven. Voor planners: met persoonsgegevens";
    assert!(stderr(&output).contains(written), "{}", stderr(&output));
    let book = sheets(&std::fs::read(at("plan.xlsx")).unwrap());
    assert_eq!(book[0].0, "Samenvatting");

    let board = ["--audience", "board", "--board", "kom"];
    let output = report(&[&["-o", &at("kom.csv")][..], &board].concat());
    assert!(stderr(&output).contains("For Schoolbestuur De Kom: with its own students, by number"));
    let table = std::fs::read_to_string(at("kom.csv")).unwrap();
    assert!(table.starts_with("student,students,programme,year,school,cluster,"), "{table}");
    assert!(table.contains("anna") && !table.contains("emma"), "{table}");

    let output = report(&["-o", "-", "--format", "csv", "--table", "clusters", "--lang", "nl"]);
    assert!(stdout(&output).starts_with("\u{feff}cluster;clustercode;"), "{}", stdout(&output));
    assert!(stderr(&output).starts_with("Het rapport is geschreven. Voor planners"));
}

#[test]
fn a_name_with_a_place_in_it_takes_all_tables() {
    let folder = tempfile::tempdir().unwrap();
    let pattern = folder.path().join("village.{}.csv");
    let pattern = pattern.to_str().unwrap();
    let output = report(&["-o", pattern]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let all = names(folder.path());
    assert_eq!(all.len(), 12, "{all:?}");
    assert!(all.contains(&"village.left_out.csv".to_owned()), "{all:?}");
    assert!(all.contains(&"village.cluster-kom-1.csv".to_owned()), "{all:?}");

    let folder = tempfile::tempdir().unwrap();
    let pattern = folder.path().join("{}.csv");
    let output = report(&["-o", pattern.to_str().unwrap(), "--audience", "public"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let expected = ["boards", "clusters", "goals", "indicators", "left_out", "rules", "schools"];
    assert_eq!(names(folder.path()), expected.map(|key| format!("{key}.csv")));
}

#[test]
fn an_empty_table_has_its_titles() {
    let folder = tempfile::tempdir().unwrap();
    let one = json!({
        "format": "plaatswijzer/instance/1", "name": "Eén",
        "boards": [{ "id": "b" }], "schools": [{ "id": "h", "board": "b", "places": 1, "at": [53, 6] }],
        "clusters": [{ "id": "c", "board": "b", "schools": ["h"] }],
        "students": [{ "id": "s", "programme": "voltijd", "year": 1, "at": [53, 6] }],
        "rules": { "cluster_size": { "min": 1 } },
    });
    let instance = write(folder.path(), "one.json", one.to_string().as_bytes());
    let plan = folder.path().join("plan.json");
    let (instance, plan) = (instance.to_str().unwrap(), plan.to_str().unwrap());
    assert_eq!(code(&run(&["solve", instance, "-o", plan])), 0);
    let arguments = ["report", instance, plan, "-o", "-", "--format", "csv", "--table", "left_out"];
    let table = stdout(&run(&arguments));
    assert!(table.starts_with("student,students,") && table.lines().count() == 1, "{table}");
}

#[test]
fn what_cannot_be_written_is_usage() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (csv, xlsx, pattern) = (at("plan.csv"), at("plan.xlsx"), at("{}.csv"));
    for (rest, expected) in [
        (&["-o", &at("plan.ods")][..], "end the name in .html, .xlsx or .csv"),
        (&["-o", "-"], "--format html, xlsx or csv"),
        (&["-o", &at("nowhere/plan.xlsx")], "cannot write"),
        (&["-o", &at("nowhere/{}.csv")], "cannot write"),
        (&["-o", &xlsx, "--audience", "board"], "--audience board needs --board"),
        (&["-o", &xlsx, "--board", "kom"], "--board is for --audience board"),
        (&["-o", &xlsx, "--audience", "board", "--board", "kon"], "Did you mean `kom`?"),
        (&["-o", &xlsx, "--audience", "board", "--board", "x"], "Choose one of: kom, rand."),
        (&["-o", &xlsx, "--table", "rules"], "--table is for tables"),
        (&["-o", &pattern, "--table", "rules"], "leave out --table"),
        (
            &["-o", &csv, "--table", "schoolz"],
            "there is no table `schoolz`. Did you mean `schools`?",
        ),
        (&["-o", &csv, "--audience", "public"], "table `placements` is not for this audience"),
    ] {
        let output = report(rest);
        assert_eq!(code(&output), 2, "{rest:?}");
        assert!(stderr(&output).contains(expected), "{rest:?}: {}", stderr(&output));
        assert!(output.stdout.is_empty(), "{rest:?}");
    }
    assert_eq!(names(folder.path()), Vec::<String>::new(), "nothing is left behind");
}

#[test]
fn a_plan_that_does_not_stand_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut plan: Value = serde_json::from_slice(&std::fs::read(village_plan()).unwrap()).unwrap();
    plan["placements"][0]["school"] = "nowhere".into();
    let changed = write(folder.path(), "changed.json", plan.to_string().as_bytes());
    let target = write(folder.path(), "plan.xlsx", b"what was there");
    let village = "tests/documents/village.json";
    let output =
        run(&["report", village, changed.to_str().unwrap(), "-o", target.to_str().unwrap()]);
    assert_eq!(code(&output), 6);
    let complaint = stderr(&output);
    assert!(complaint.contains("there is no school nowhere"), "{complaint}");
    assert_eq!(std::fs::read(&target).unwrap(), b"what was there");
}
