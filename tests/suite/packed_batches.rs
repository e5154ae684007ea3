//! Batches that keep their plans packed in one file, or keep none.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::batches::{differences, finish, lines, strategies};
use crate::draws::Draws;
use crate::running::{code, command, run, stderr, stdout, text};
use crate::seeds::many;

const PACKED: [&str; 2] = ["--plans", "packed"];

/// A plan as the command prints it.
fn plan_of(results: &Path, id: &str) -> std::process::Output {
    run(&["batch", text(&strategies()), "-o", text(results), "--plan", id])
}

/// The runs of a folder that have a plan.
fn planned(results: &Path) -> Vec<String> {
    let records = lines(&results.join("results.jsonl"));
    let planned = records.iter().filter(|record| !record["plan"].is_null());
    planned.map(|record| record["run"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn packed_plans_are_the_bytes_of_the_files_and_make_the_same_results() {
    let temporary = tempfile::tempdir().unwrap();
    let [files, packed, none] = ["files", "packed", "none"].map(|name| temporary.path().join(name));
    finish(&strategies(), &files, &[]);
    finish(&strategies(), &packed, &PACKED);
    let runs = planned(&packed);
    let mut all = Vec::new();
    for id in &runs {
        let file = std::fs::read(files.join("plans").join(format!("{id}.json"))).unwrap();
        for folder in [&files, &packed] {
            assert_eq!(plan_of(folder, id).stdout, file, "{id}");
        }
        all.extend(file);
    }
    let mut unpacked = Vec::new();
    let file = std::fs::File::open(packed.join("plans.json.gz")).unwrap();
    flate2::read::MultiGzDecoder::new(file).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, all, "the file holds the plans in the order of the runs");
    let different = differences(&files, &packed);
    let is_of_plans = |name: &String| name.starts_with("plans") || name == "folder.json";
    assert!(different.iter().all(is_of_plans), "{different:?}");

    finish(&strategies(), &none, &["--plans", "none"]);
    let different = differences(&files, &none);
    // Without plans the page has no maps.
    assert!(
        different.iter().all(|name| is_of_plans(name) || name == "report.html"),
        "{different:?}"
    );
    let refused = plan_of(&none, &runs[0]);
    assert_eq!(code(&refused), 2);
    assert!(stderr(&refused).contains("--instance-of today-draw-1"), "{}", stderr(&refused));
}

#[test]
fn packed_parts_and_jobs_make_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    finish(&strategies(), &at("whole"), &["--plans", "packed", "--jobs", "1"]);
    finish(&strategies(), &at("jobs"), &["--plans", "packed", "--jobs", "8"]);
    assert_eq!(differences(&at("whole"), &at("jobs")), Vec::<String>::new());
    for part in ["1/3", "2/3", "3/3"] {
        finish(&strategies(), &at("together"), &["--plans", "packed", "--shard", part]);
    }
    assert!(at("together").join("plans-2-of-3.json.gz").exists());
    let merge = |from: &[&str], to: &str| {
        let from = from.iter().map(|name| at(name));
        let mut merge = command();
        merge.args(["merge", text(&strategies()), "-o", text(&at(to))]).args(from).output().unwrap()
    };
    let output = merge(&["together"], "merged");
    assert_eq!(code(&output), 3, "{}", stderr(&output));
    assert_eq!(differences(&at("whole"), &at("merged")), Vec::<String>::new());
    let output = merge(&[], "together");
    assert_eq!(code(&output), 3, "{}", stderr(&output));
    assert_eq!(differences(&at("whole"), &at("together")), Vec::<String>::new());
}

#[test]
fn killed_while_packing_it_resumes_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("whole");
    finish(&strategies(), &whole, &PACKED);
    let mut draws = Draws::new(51);
    for attempt in 0..many(12) {
        let results = folder.path().join(format!("killed-{attempt}"));
        for _ in 0..draws.between(1, 3) {
            let mut starting = command();
            starting.args(["batch", text(&strategies()), "-o", text(&results), "--jobs", "2"]);
            starting.args(PACKED).stdout(Stdio::null()).stderr(Stdio::null());
            let mut running = starting.spawn().unwrap();
            let after = u64::try_from(draws.between(1, 400)).unwrap();
            std::thread::sleep(Duration::from_millis(after));
            running.kill().unwrap();
            running.wait().unwrap();
        }
        finish(&strategies(), &results, &PACKED);
        assert_eq!(differences(&whole, &results), Vec::<String>::new(), "attempt {attempt}");
    }
}

#[test]
fn a_packed_file_cut_anywhere_is_made_whole_again() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, results) = (folder.path().join("whole"), folder.path().join("results"));
    finish(&strategies(), &whole, &PACKED);
    finish(&strategies(), &results, &PACKED);
    let pack = results.join("plans.json.gz");
    let bytes = std::fs::read(&pack).unwrap();
    let index = std::fs::read_to_string(results.join("plans.index.csv")).unwrap();
    let second: usize = index.lines().nth(2).unwrap().split(',').nth(2).unwrap().parse().unwrap();
    // Nothing left; within the first head; at the end of a plan; within a head; within a plan; one byte short.
    for cut in [0, 20, second, second + 30, second + 200, bytes.len() - 1] {
        std::fs::write(&pack, &bytes[..cut]).unwrap();
        let last = planned(&results).pop().unwrap();
        let lost = plan_of(&results, &last);
        assert_eq!(code(&lost), 2, "cut at {cut}");
        assert!(stderr(&lost).contains("damaged"), "{}", stderr(&lost));
        let status = run(&["status", text(&strategies()), text(&results)]);
        let done = stdout(&status);
        assert!(!done.starts_with("33 of 33"), "cut at {cut}: {done}");
        let resumed = run(&["batch", text(&strategies()), "-o", text(&results)]);
        assert_eq!(code(&resumed), 3);
        let is_said = stderr(&resumed).contains("no whole plan, and were cut off");
        assert_eq!(is_said, ![0, second].contains(&cut), "cut at {cut}: {}", stderr(&resumed));
        assert_eq!(differences(&whole, &results), Vec::<String>::new(), "cut at {cut}");
    }
    // A changed byte within costs one plan, and the plans behind it stay.
    let mut changed = bytes.clone();
    changed[second + 100] ^= 1;
    std::fs::write(&pack, &changed).unwrap();
    let status = run(&["status", text(&strategies()), text(&results)]);
    assert!(stderr(&status).contains("belong to no whole plan"), "{}", stderr(&status));
    // Runs with equal plans lose none, since one of them is left.
    let hash = |line: &str| line.split(',').nth(1).unwrap().to_owned();
    let lost = hash(index.lines().nth(2).unwrap());
    let is_alone = index.lines().filter(|line| hash(line) == lost).count() == 1;
    let expected = if is_alone { "32 of 33 runs done" } else { "33 of 33 runs done" };
    assert!(stdout(&status).starts_with(expected), "{}", stdout(&status));
    finish(&strategies(), &results, &[]);
    assert_eq!(differences(&whole, &results), Vec::<String>::new());
    // Without an index, or with one of another file, plans are found all the same.
    for index in [None, Some("run,sha256,offset,length\n"), Some("nonsense")] {
        let path = results.join("plans.index.csv");
        match index {
            None => std::fs::remove_file(&path).unwrap(),
            Some(text) => std::fs::write(&path, text).unwrap(),
        }
        assert_eq!(code(&plan_of(&results, "today-draw-2")), 0);
    }
}

#[test]
fn a_folder_keeps_to_its_way_and_to_its_version() {
    let temporary = tempfile::tempdir().unwrap();
    let (results, old) = (temporary.path().join("results"), temporary.path().join("old"));
    finish(&strategies(), &results, &PACKED);
    let otherwise = run(&["batch", text(&strategies()), "-o", text(&results), "--plans", "none"]);
    assert_eq!(code(&otherwise), 2);
    assert!(stderr(&otherwise).contains("keeps plans as `--plans packed`"), "{otherwise:?}");

    // A folder of an earlier version says nothing, and has a file for each plan.
    finish(&strategies(), &old, &[]);
    let before = std::fs::read(old.join("folder.json")).unwrap();
    std::fs::remove_file(old.join("folder.json")).unwrap();
    finish(&strategies(), &old, &[]);
    let otherwise = run(&["batch", text(&strategies()), "-o", text(&old), "--plans", "packed"]);
    assert!(stderr(&otherwise).contains("keeps plans as `--plans all`"), "{otherwise:?}");

    let later = String::from_utf8(before).unwrap().replace("folder/1", "folder/2");
    for (text_of_folder, expected) in [
        (later.as_str(), "has format plaatswijzer/batch-folder/2"),
        ("{}", "cannot be understood"),
        ("", "cannot be understood"),
    ] {
        std::fs::write(results.join("folder.json"), text_of_folder).unwrap();
        for arguments in [vec!["batch", "FILE", "-o", "DIR"], vec!["status", "FILE", "DIR"]] {
            let batch = strategies();
            let real = arguments.iter().map(|&one| match one {
                "FILE" => text(&batch),
                "DIR" => text(&results),
                one => one,
            });
            let output = run(&real.collect::<Vec<_>>());
            assert_eq!(code(&output), 2);
            assert!(stderr(&output).contains(expected), "{}", stderr(&output));
        }
    }
}
