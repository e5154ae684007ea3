//! `path --given`: decisions that the document does not allow are refused, all at once.

use std::path::Path;

use serde_json::{Value, json};

use crate::growth::{document, found, read, run_path};
use crate::running::{code, stderr, stdout, write};

/// A folder with a path in `out`, and its document with draws.
fn with_draws() -> tempfile::TempDir {
    let folder = found(&document(), &["--year-by-year"]);
    let mut drawn = document();
    drawn["draws"] =
        json!({ "count": 2, "seed": 7, "changes": [{ "drop_out": { "percent": 10 } }] });
    write(folder.path(), "path.json", drawn.to_string().as_bytes());
    folder
}

/// What is said of decisions, after a change to their file.
fn refused(folder: &Path, language: &str, change: impl Fn(&mut Value)) -> String {
    let mut given = read(folder, "out/path.json");
    change(&mut given);
    write(folder, "out/changed.json", given.to_string().as_bytes());
    let file = folder.join("out/changed.json");
    let output = run_path(folder, &["--lang", language, "--given", file.to_str().unwrap()]);
    assert_eq!(code(&output), 3, "{}{}", stdout(&output), stderr(&output));
    stderr(&output)
}

#[test]
fn given_entries_outside_the_document_are_refused_together() {
    let folder = with_draws();
    let entries = json!([
        { "board": "c", "year": "2027-2028", "points": 10000 },
        { "board": "nobody", "year": "2027-2028", "points": 0 },
        { "board": "c", "year": "2050-2051", "points": 10000 },
    ]);
    let change = |given: &mut Value| given["entries"] = entries.clone();
    let said = refused(folder.path(), "en", change);
    for part in [
        "entries[0].year",
        "a year from 2028-2029 to 2029-2030",
        "entries[1].board",
        "`nobody`",
        "entries[2].board",
        "entries[2].year",
        "2 entries in 2027-2028",
        "at most 1 (`entries_per_year`)",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = refused(folder.path(), "nl", change);
    assert!(said.contains("een jaar van 2028-2029 tot en met 2029-2030"), "{said}");
}

#[test]
fn given_openings_are_those_of_the_plans_or_are_refused() {
    let folder = with_draws();
    let opened = read(folder.path(), "out/path.json")["years"][0]["opened"].clone();
    assert_eq!(opened.as_array().unwrap().len(), 1, "{opened}");
    let said = refused(folder.path(), "en", |given| given["years"][0]["opened"] = json!([]));
    for part in ["years[0].opened", "no opening", "what the plan of that year opens"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = refused(folder.path(), "en", |given| {
        given["years"][0]["opened"][0]["schools"] = json!(["nowhere-at-all"]);
    });
    for part in ["years[0].opened[0].schools[0]", "`nowhere-at-all`", "what the plan"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = refused(folder.path(), "nl", |given| {
        let twice = json!([opened[0], opened[0]]);
        given["years"][0]["opened"] = twice;
    });
    for part in [
        "years[0].opened[1].schools",
        "dezelfde scholen op dezelfde dag één keer",
        "2 nieuwe clusters",
        "hoogstens 1 (`new_clusters_per_year`)",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn given_decisions_need_a_document_with_draws_and_the_refusal_says_what_to_do() {
    let folder = found(&document(), &["--year-by-year"]);
    let given = folder.path().join("out/path.json");
    for (language, words) in [
        ("en", ["--given says how the decisions of a path do in draws", "add `draws`", "`verify`"]),
        ("nl", ["--given zegt hoe de besluiten van een groeipad", "voeg `draws` toe", "`verify`"]),
    ] {
        let options = ["--lang", language, "--given", given.to_str().unwrap()];
        let output = run_path(folder.path(), &options);
        assert_eq!(code(&output), 2, "{}", stderr(&output));
        for word in words {
            assert!(stderr(&output).contains(word), "{word}: {}", stderr(&output));
        }
    }
}

#[test]
fn a_board_that_must_enter_is_missed_among_given_decisions() {
    let folder = with_draws();
    let mut must = read(folder.path(), "path.json");
    must["boards"][0]["latest"] = json!("2029-2030");
    write(folder.path(), "path.json", must.to_string().as_bytes());
    let said = refused(folder.path(), "en", |given| given["entries"] = json!([]));
    assert!(said.contains("`c` does not enter"), "{said}");
}
