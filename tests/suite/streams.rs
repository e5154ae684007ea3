//! Inputs, outputs and signals that are hard on a command: nothing is lost, and nothing panics.
#![cfg(unix)]

use std::fs::File;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::running::{code, command, run, stderr, text, village, write};

const SCHOOLS: &str =
    "schoolcode;naam;bestuur;plaatsen;breedtegraad;lengtegraad\nh1;De Weg;b1;6;53,21;6,56\n";
const STUDENTS: &str = "studentnummer;opleiding;studiejaar;breedtegraad;lengtegraad;wensen\ns1;voltijd;1;53,2;6,55;h1\n";

fn plan_in(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Runs a command; the readers of its standard output and error are gone before it starts to write.
fn without_readers(arguments: &[&str]) -> i32 {
    let mut running = command();
    running.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = running.spawn().unwrap();
    drop((running.stdout.take(), running.stderr.take()));
    running.wait().unwrap().code().unwrap_or(-1)
}

#[test]
fn an_output_that_is_an_input_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = std::fs::read(village()).unwrap();
    let instance = write(folder.path(), "d.json", &bytes);
    let link = folder.path().join("link.json");
    symlink("d.json", &link).unwrap();
    let refused = |output: &Output| {
        assert_eq!(code(output), 2, "{}", stderr(output));
        assert!(stderr(output).contains("is both an input and an output"));
    };
    for output in [&instance, &link, &folder.path().join(".").join("d.json")] {
        refused(&run(&["solve", text(&instance), "-o", text(output)]));
        refused(&run(&["export", text(&instance), "--mps", text(output)]));
    }
    let named = folder.path().join("{}.json");
    let previous = write(folder.path(), "0.json", b"{}");
    let ladder = [
        "solve",
        text(&instance),
        "--previous",
        text(&previous),
        "--ladder",
        "0",
        "-o",
        text(&named),
    ];
    refused(&run(&ladder));
    let students = write(folder.path(), "students.csv", STUDENTS.as_bytes());
    let schools = write(folder.path(), "schools.csv", SCHOOLS.as_bytes());
    let import = ["import", "--students", text(&students), "--schools", text(&schools)];
    refused(&run(&[&import[..], &["--name", "T", "-o", text(&students)]].concat()));
    assert_eq!(std::fs::read(&instance).unwrap(), bytes);
    assert_eq!(std::fs::read(&previous).unwrap(), b"{}");
    assert_eq!(std::fs::read(&students).unwrap(), STUDENTS.as_bytes());
    assert!(link.is_symlink());
}

#[test]
fn a_batch_is_not_overwritten_by_its_results() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "village.json", &std::fs::read(village()).unwrap());
    let batch = r#"{ "format": "plaatswijzer/batch/1", "base": "village.json",
                     "scenarios": [{ "id": "today" }] }"#;
    let batch = write(folder.path(), "summary.json", batch.as_bytes());
    let output = run(&["batch", text(&batch), "-o", text(folder.path())]);
    assert_eq!(code(&output), 2, "{}", stderr(&output));
    assert!(stderr(&output).contains("is both an input and an output"));
}

#[test]
fn links_are_followed_and_files_keep_their_mode() {
    let folder = tempfile::tempdir().unwrap();
    let (link, target) = (folder.path().join("link.plan"), folder.path().join("real.plan"));
    symlink("real.plan", &link).unwrap();
    for round in 0..2 {
        let output = run(&["solve", text(&village()), "-o", text(&link)]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        assert!(link.is_symlink() && !target.is_symlink(), "round {round}");
        assert_eq!(plan_in(&target)["verified"], true);
        let private = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(&target, private).unwrap();
    }
    let output = run(&["solve", text(&village()), "-o", text(&target)]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(std::fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    let circle = folder.path().join("circle");
    symlink("circle", &circle).unwrap();
    assert_eq!(code(&run(&["solve", text(&village()), "-o", text(&circle)])), 2);
}

#[test]
fn pipes_are_written_through() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || plan_in(&pipe))
    };
    let output = run(&["solve", text(&village()), "-o", text(&pipe)]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(reader.join().unwrap()["verified"], true);
    assert!(std::fs::metadata(&pipe).unwrap().file_type().is_fifo());
}

#[test]
fn readers_that_are_gone_cost_neither_result_nor_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("a.plan");
    assert_eq!(without_readers(&["solve", text(&village()), "-o", text(&plan)]), 0);
    assert_eq!(plan_in(&plan)["verified"], true);
    let mut changed = plan_in(&plan);
    changed["score"]["total"] = 1.into();
    let changed = write(folder.path(), "changed.json", changed.to_string().as_bytes());
    assert_eq!(without_readers(&["verify", text(&village()), text(&changed)]), 6);
    assert_eq!(without_readers(&["validate", "nosuch.json"]), 3);

    let students = write(folder.path(), "students.csv", STUDENTS.as_bytes());
    let schools = write(folder.path(), "schools.csv", SCHOOLS.as_bytes());
    let imported = folder.path().join("o.json");
    let import = ["import", "--students", text(&students), "--schools", text(&schools)];
    let import = [&import[..], &["--name", "T", "-o", text(&imported)]].concat();
    assert_eq!(code(&run(&import)), 0, "{}", stderr(&run(&import)));
    std::fs::remove_file(&imported).unwrap();
    assert_eq!(without_readers(&import), 0);
    assert!(imported.exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_the_summary_does_not_cost_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("a.plan");
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let mut solve = command();
    solve.args(["solve", text(&village()), "-o", text(&plan)]).stdout(full()).stderr(full());
    // The exit code says that the summary could not be written.
    assert_eq!(solve.status().unwrap().code(), Some(1));
    assert_eq!(plan_in(&plan)["verified"], true);
}

#[cfg(feature = "highs")] // microlp refuses a region large enough to interrupt
#[test]
fn a_signal_that_arrives_twice_does_not_discard_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("a.plan");
    let region = run(&["generate", "--students", "800"]).stdout;
    let region = write(folder.path(), "region.json", &region);
    for signal in ["-INT", "-TERM"] {
        let mut running = command();
        running.args(["solve", text(&region), "-o", text(&plan)]).stdout(Stdio::null());
        let running = running.stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_secs(1));
        // As GNU `timeout` does: to its child, and then to the process group.
        for _ in 0..2 {
            let id = running.id().to_string();
            assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let output = running.wait_with_output().unwrap();
        assert_eq!(code(&output), 130, "{}", stderr(&output));
        // Whether there is a plan by now depends on the machine; if the search had one, it is written.
        let found_none = stderr(&output).contains("No plan was found");
        assert!(found_none || plan.exists(), "{}", stderr(&output));
        let _ = std::fs::remove_file(&plan);
    }
}

#[test]
fn the_language_holds_for_errors_too() {
    let output = run(&["validate", "nosuch.json", "--lang", "nl"]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("1 probleem gevonden."), "{}", stderr(&output));
    let output = run(&["--lang", "nl", "batch", "nosuch.json", "-o", "nosuch"]);
    assert!(stderr(&output).contains("fout[unreadable]"), "{}", stderr(&output));
}
