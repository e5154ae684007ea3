//! `--message-format json`: what programs read on standard error.

use serde_json::{Value, json};

use crate::documents::folder;
use crate::running::{code, groningen, run, stderr, village, write};

/// The lines of standard error, each of which the schema admits.
fn lines(arguments: &[&str], expected_code: i32) -> Vec<Value> {
    let schema = run(&["schema", "message"]);
    let schema: Value = serde_json::from_slice(&schema.stdout).unwrap();
    let output = run(&[arguments, &["--message-format", "json"]].concat());
    let written = stderr(&output);
    assert_eq!(code(&output), expected_code, "{written}");
    let lines = written.lines().map(|line| serde_json::from_str(line).expect(line));
    let lines: Vec<Value> = lines.collect();
    for line in &lines {
        assert!(jsonschema::is_valid(&schema, line), "{line}");
    }
    lines
}

fn of_kind<'a>(lines: &'a [Value], kind: &str) -> Vec<&'a Value> {
    lines.iter().filter(|line| line["kind"] == kind).collect()
}

#[test]
fn every_problem_of_an_input_is_a_line_with_its_place() {
    let file = folder("malformed").join("five-at-once.json");
    let file = file.to_str().unwrap();
    let lines = lines(&["validate", file], 3);
    let errors = of_kind(&lines, "error");
    let in_words = stderr(&run(&["validate", file]));
    assert_eq!(errors.len(), in_words.matches("error[").count());
    for error in errors {
        for key in ["title", "location", "found", "allowed", "help"] {
            let text = error[key].as_str().unwrap();
            assert!(in_words.contains(text), "{key}: {text}");
        }
        assert!(in_words.contains(error["text"].as_str().unwrap()), "{error}");
    }
}

#[test]
fn wrong_use_is_a_line_in_either_language() {
    for lang in ["en", "nl"] {
        for wrong in [vec!["solve"], vec!["solve", "x.json", "--gap", "2"], vec!["sovle", "x"]] {
            let lines = lines(&[wrong, vec!["--lang", lang]].concat(), 2);
            assert_eq!(lines[0]["kind"], "error", "{lines:?}");
            assert_eq!(lines[0]["code"], "usage", "{lines:?}");
        }
    }
}

#[test]
fn a_search_reports_how_far_it_is() {
    let groningen = groningen();
    let lines = lines(&["solve", groningen.to_str().unwrap(), "--work-limit", "100"], 0);
    let progress = of_kind(&lines, "progress");
    let last = progress.last().expect("a line of progress");
    assert_eq!(last["goal"], "total");
    assert!(last["bound"].as_i64().unwrap() > 0 && last["seconds"].as_f64().unwrap() > 0.0);
    assert!(progress.iter().all(|line| line["text"].as_str().is_some_and(|text| !text.is_empty())));
}

#[test]
fn parts_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let batch = json!({
        "format": "plaatswijzer/batch/1",
        "base": village(),
        "scenarios": [{ "id": "one" }, { "id": "two" }],
    });
    let batch = write(folder.path(), "batch.json", &serde_json::to_vec(&batch).unwrap());
    let results = folder.path().join("results");
    let lines = lines(&["batch", batch.to_str().unwrap(), "-o", results.to_str().unwrap()], 0);
    let counts: Vec<_> =
        of_kind(&lines, "progress").iter().map(|line| line["done"].clone()).collect();
    assert_eq!(counts, [json!(1), json!(2)]);
}

#[test]
fn answers_and_verdicts_have_schemas() {
    let folder = tempfile::tempdir().unwrap();
    let (village, plan) = (village(), folder.path().join("plan.json"));
    let (village, plan) = (village.to_str().unwrap(), plan.to_str().unwrap());
    assert_eq!(code(&run(&["solve", village, "-o", plan])), 0);
    let asked = [("verify", vec![]), ("why", vec!["--all"])];
    for (command, options) in asked {
        let name = if command == "verify" { "verdict" } else { command };
        let schema: Value = serde_json::from_slice(&run(&["schema", name]).stdout).unwrap();
        let output = run(&[vec![command, village, plan, "--json"], options].concat());
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(jsonschema::is_valid(&schema, &answer), "{name}: {answer}");
    }
}
