//! The real command: exit codes, streams, and output that is whole or not there at all.

use serde_json::{Value, json};

use crate::documents::folder;
use crate::running::{code, command, groningen, run, stderr, stdout, text, village, write};

/// The village as a document, to change.
fn village_document() -> Value {
    serde_json::from_slice(&std::fs::read(village()).unwrap()).unwrap()
}

/// The village with a demand that no plan can meet: a board must have more students than there are.
fn impossible() -> Value {
    let mut document = village_document();
    document["boards"][0]["min_students"] = json!(50);
    document["boards"][0]["max_students"] = json!(60);
    document
}

/// The village with the sum of all points as its only goal.
fn points_only() -> Value {
    let mut document = village_document();
    document["goals"] = json!(["total"]);
    document
}

#[test]
fn a_solved_plan_verifies_and_a_changed_one_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let (instance, plan) = (village(), folder.path().join("plan.json"));
    let solved = run(&["solve", text(&instance), "-o", text(&plan)]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    assert!(stdout(&solved).starts_with("Plan for Het dorp van de toetsen, 2027-2028\n"));

    let verified = run(&["verify", text(&instance), text(&plan), "--json"]);
    assert_eq!(code(&verified), 0);
    let verdict: Value = serde_json::from_str(&stdout(&verified)).unwrap();
    assert_eq!((&verdict["agrees"], &verdict["findings"]), (&json!(true), &json!([])));

    let mut changed: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    assert_eq!(verdict["score"]["total"], changed["score"]["total"]);
    changed["score"]["total"] = json!(1);
    let changed = write(folder.path(), "changed.json", changed.to_string().as_bytes());
    let verified = run(&["verify", text(&instance), text(&changed), "--json"]);
    assert_eq!(code(&verified), 6);
    let verdict: Value = serde_json::from_str(&stdout(&verified)).unwrap();
    assert_eq!(
        (&verdict["agrees"], &verdict["findings"][0]["rule"]),
        (&json!(false), &json!("claims"))
    );
    let in_words = stdout(&run(&["verify", text(&instance), text(&changed)]));
    assert!(in_words.starts_with("The plan is not valid: 1 finding.\n  claims:"), "{in_words}");
}

#[test]
fn a_plan_of_another_instance_is_recognised() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.json");
    let village = village();
    assert_eq!(code(&run(&["solve", text(&village), "-o", text(&plan)])), 0);
    let mut other = village_document();
    other["schools"][0]["places"] = json!(1);
    let other = write(folder.path(), "other.json", other.to_string().as_bytes());
    let message =
        |instance: &std::path::Path| stderr(&run(&["verify", text(instance), text(&plan)]));
    assert!(message(&other).contains("made for another instance"), "{}", message(&other));
    assert!(!message(&village).contains("another instance"), "{}", message(&village));
}

#[test]
fn streams_stand_for_files() {
    let through = |arguments: &[&str], file: &std::path::Path| {
        let input = std::fs::File::open(file).unwrap();
        let output = command().args(arguments).stdin(input).output().unwrap();
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        output
    };
    let solved = through(&["solve", "-", "-o", "-"], &village());
    let plan: Value = serde_json::from_str(&stdout(&solved)).unwrap();
    assert_eq!(plan["status"], "optimal");
    assert!(stderr(&solved).contains("Plan for Het dorp van de toetsen"));
    let folder = tempfile::tempdir().unwrap();
    let plan = write(folder.path(), "plan.json", &solved.stdout);
    through(&["verify", "-", text(&plan)], &village());
    through(&["verify", text(&village()), "-"], &plan);
    through(&["validate", "-"], &village());
    let program = through(&["export", "-", "--mps", "-"], &village());
    assert!(
        stdout(&program).contains("\nROWS\n") && stdout(&program).trim_end().ends_with("ENDATA")
    );
    assert_eq!(code(&run(&["verify", "-", "-"])), 2);
}

#[test]
fn what_cannot_be_carried_out_is_usage() {
    for arguments in [
        &["place"][..],
        &["solve"],
        &["solve", "x.json", "--gap", "2"],
        &["solve", "x.json", "--time-limit", "-1"],
        &["solve", "x.json", "--threads", "0"],
        &["rules", "travl"],
        &["man", "place"],
        &["generate", "--preset", "given-clusters", "--students", "11"],
        &["generate", "--preset", "single-schools", "--students", "0"],
        &["generate", "--preset", "single-schools", "--schools", "x.csv"],
    ] {
        let output = run(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_place_that_cannot_be_written_is_found_before_the_work() {
    let temporary = tempfile::tempdir().unwrap();
    let nowhere = temporary.path().join("no such folder").join("plan.json");
    // The instance does not exist either: that this is not reported shows which check comes first.
    for target in [text(&nowhere), text(temporary.path())] {
        let output = run(&["solve", "no such instance.json", "-o", target]);
        assert_eq!(code(&output), 2);
        assert!(stderr(&output).contains("cannot write"), "{}", stderr(&output));
    }
    assert_eq!(code(&run(&["export", "no such instance.json", "--mps", text(&nowhere)])), 2);
    assert_eq!(code(&run(&["generate", "-o", text(&nowhere)])), 2);
}

#[test]
fn a_failure_leaves_the_target_as_it_was() {
    let temporary = tempfile::tempdir().unwrap();
    let target = write(temporary.path(), "plan.json", b"what was there");
    let impossible =
        write(temporary.path(), "impossible.json", impossible().to_string().as_bytes());
    let wrong = folder("malformed").join("five-at-once.json");
    for (instance, expected) in [(&impossible, 4), (&wrong, 3)] {
        let output = run(&["solve", text(instance), "-o", text(&target)]);
        assert_eq!(code(&output), expected, "{}", stderr(&output));
        assert_eq!(std::fs::read(&target).unwrap(), b"what was there");
    }
    let left: Vec<_> = std::fs::read_dir(temporary.path())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn invalid_input_says_so() {
    for command in ["validate", "solve"] {
        let output = run(&[command, text(&folder("malformed").join("five-at-once.json"))]);
        assert_eq!(code(&output), 3);
        assert!(stderr(&output).ends_with("5 problems found.\n"), "{}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
    let output = run(&["verify", text(&village()), text(&village())]);
    assert_eq!(code(&output), 3, "{}", stderr(&output));
    assert!(stderr(&output).contains("wrong-format"));
    assert_eq!(code(&run(&["validate", "no such file.json"])), 3);
}

#[test]
fn rules_that_clash_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let impossible = write(folder.path(), "impossible.json", impossible().to_string().as_bytes());
    let output = run(&["solve", text(&impossible)]);
    assert_eq!(code(&output), 4);
    let words = stderr(&output);
    assert!(words.starts_with("No plan exists under the rules."), "{words}");
    assert!(words.contains("board_share — kom trains at least 50 students"), "{words}");
    assert!(output.stdout.is_empty());
}

#[test]
fn schemas_hold_for_documents() {
    let schema = |document| -> Value {
        let output = run(&["schema", document]);
        assert_eq!(code(&output), 0);
        serde_json::from_str(&stdout(&output)).unwrap()
    };
    let (instance, plan) = (schema("instance"), schema("plan"));
    assert!(jsonschema::meta::is_valid(&instance) && jsonschema::meta::is_valid(&plan));
    let groningen: Value = serde_json::from_slice(&std::fs::read(groningen()).unwrap()).unwrap();
    assert!(jsonschema::is_valid(&instance, &groningen));
    assert!(jsonschema::is_valid(&instance, &village_document()));
    let mut unknown = village_document();
    unknown["rules"]["travel"] = json!({ "limit": 3 });
    assert!(!jsonschema::is_valid(&instance, &unknown));

    let solved = run(&["solve", text(&village()), "-o", "-"]);
    let mut made: Value = serde_json::from_str(&stdout(&solved)).unwrap();
    assert!(jsonschema::is_valid(&plan, &made));
    made["clusters"][0]["meeting_day"] = json!("sun");
    assert!(!jsonschema::is_valid(&plan, &made));
}

#[test]
fn the_command_explains_itself() {
    for (arguments, expected) in [
        (&["rules"][..], "cluster_size"),
        (&["rules", "--format", "markdown", "travel"], "| `travel` |"),
        (&["rules", "--format", "json"], "\"id\": \"budget\""),
        (&["completions", "bash"], "_plaatswijzer"),
        (&["man"], ".TH"),
        (&["man", "solve"], "work\\-limit"),
        (&["--help"], "Exit codes"),
        (&["--version"], env!("CARGO_PKG_VERSION")),
    ] {
        let output = run(arguments);
        assert_eq!(code(&output), 0, "{arguments:?}");
        assert!(stdout(&output).contains(expected), "{arguments:?}: {}", stdout(&output));
    }
}

#[test]
fn presets_in_a_square_grow_with_their_students() {
    for (preset, students, schools) in [("given-clusters", "30", 2), ("single-schools", "70", 6)] {
        let output = run(&["generate", "--preset", preset, "--students", students]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        let document: Value = serde_json::from_str(&stdout(&output)).unwrap();
        assert_eq!(document["students"].as_array().unwrap().len().to_string(), students);
        assert_eq!(document["schools"].as_array().unwrap().len(), schools);
    }
    let output = run(&["generate", "--preset", "given-clusters", "--students", "11"]);
    assert!(stderr(&output).contains("give --students 12 or more"), "{}", stderr(&output));
}

#[test]
fn an_exported_program_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("village.mps");
    let output = run(&["export", text(&village()), "--mps", text(&program)]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let program = std::fs::read_to_string(program).unwrap();
    assert!(program.contains("\nCOLUMNS\n") && program.trim_end().ends_with("ENDATA"));
    assert!(program.contains("places.most[toren"), "rows are named by rule and subject");
}

#[test]
fn sites_are_ranked_the_same_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("sites.csv");
    let instance = write(folder.path(), "points.json", points_only().to_string().as_bytes());
    let on = |threads: &str| run(&["sites", text(&instance), "--json", "--threads", threads]);
    let (one, two) = (on("1"), on("2"));
    assert_eq!(code(&one), 0, "{}", stderr(&one));
    assert_eq!(stdout(&one), stdout(&two));
    let answer: Value = serde_json::from_str(&stdout(&one)).unwrap();
    assert_eq!(answer["format"], "plaatswijzer/sites/1");
    assert_eq!(answer["base"]["status"], "optimal");
    assert_eq!(answer["owners"][0]["proven"], true);
    assert!(!answer["places"]["ranking"].as_array().unwrap().is_empty());

    let words = run(&["sites", text(&instance), "--csv", text(&table), "--free"]);
    assert_eq!(code(&words), 0, "{}", stderr(&words));
    assert!(
        stdout(&words).starts_with("Where one more cluster should come: "),
        "{}",
        stdout(&words)
    );
    let table = std::fs::read_to_string(&table).unwrap();
    assert!(table.starts_with("kind,owner,rank,schools,") && table.contains("\nplace,"), "{table}");

    let unknown = run(&["sites", text(&instance), "--board", "nobody"]);
    assert_eq!(code(&unknown), 2);
    assert!(stderr(&unknown).contains("Choose one of: "), "{}", stderr(&unknown));
    let refused = run(&["sites", text(&village())]);
    assert_eq!(code(&refused), 3);
    assert!(stderr(&refused).contains("leave `goals` out"), "{}", stderr(&refused));
    let mut impossible = impossible();
    impossible["goals"] = json!(["total"]);
    let impossible = write(folder.path(), "impossible.json", impossible.to_string().as_bytes());
    assert_eq!(code(&run(&["sites", text(&impossible)])), 4);
}

#[test]
fn a_plan_is_drilled_the_same_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let instance = write(folder.path(), "points.json", points_only().to_string().as_bytes());
    let plan = folder.path().join("plan.json");
    assert_eq!(code(&run(&["solve", text(&instance), "-o", text(&plan)])), 0);
    for by in ["school", "board", "cluster"] {
        let drill = |threads: &str| {
            run(&[
                "drill",
                text(&instance),
                text(&plan),
                "--by",
                by,
                "--json",
                "--threads",
                threads,
            ])
        };
        let (one, two) = (drill("1"), drill("2"));
        assert_eq!(code(&one), 0, "{}", stderr(&one));
        assert_eq!(stdout(&one), stdout(&two));
        let answer: Value = serde_json::from_str(&stdout(&one)).unwrap();
        assert_eq!((&answer["by"], &answer["free"]), (&json!(by), &json!(false)));
        assert!(!answer["withdrawals"].as_array().unwrap().is_empty());
        let words = run(&["drill", text(&instance), text(&plan), "--by", by, "--free"]);
        assert!(stdout(&words).starts_with("If a "), "{}", stdout(&words));
    }
    let rows = stdout(&run(&["drill", text(&instance), text(&plan), "--csv", "-"]));
    assert!(rows.starts_with("rank,id,name,students,outcome,fallen_out_students,"), "{rows}");

    let mut changed: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    changed["placements"][0]["school"] = json!("nowhere");
    let changed = write(folder.path(), "changed.json", changed.to_string().as_bytes());
    let refused = run(&["drill", text(&instance), text(&changed)]);
    assert_eq!(code(&refused), 6);
    assert!(stderr(&refused).contains("there is no school nowhere"), "{}", stderr(&refused));
    assert!(refused.stdout.is_empty());
    let unread = run(&["drill", text(&instance), text(&instance)]);
    assert_eq!(code(&unread), 3, "{}", stderr(&unread));
}
