//! Batches by the real command: the same bytes however they are cut up, interrupted or killed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::documents::folder;
use crate::draws::Draws;
use crate::running::{code, command, run, stderr, stdout, text, write};
use crate::seeds::many;

/// Eleven scenarios on the village of the README, in three draws; one has no plan and one is invalid.
pub fn strategies() -> PathBuf {
    folder("documents").join("strategies.json")
}

/// Every file of a folder, with its bytes.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut contents = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = text(path.strip_prefix(folder).unwrap()).to_owned();
                contents.insert(name, std::fs::read(path).unwrap());
            }
        }
    }
    contents
}

/// Which files differ, or are in one folder only.
pub fn differences(one: &Path, other: &Path) -> Vec<String> {
    let (one, other) = (contents(one), contents(other));
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

/// Runs a batch to its end. The exit code is 3, since one of its scenarios is invalid.
pub fn finish(batch: &Path, results: &Path, options: &[&str]) {
    let output = command().args(["batch", text(batch), "-o", text(results)]).args(options).output();
    let output = output.unwrap();
    assert_eq!(code(&output), 3, "{}", stderr(&output));
}

pub fn lines(journal: &Path) -> Vec<Value> {
    let journal = std::fs::read_to_string(journal).unwrap_or_default();
    journal.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_run_has_its_row_whatever_becomes_of_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["batch", text(&strategies()), "-o", text(folder.path())]);
    assert_eq!(code(&output), 3);
    let refused = "scenarios[4].changes[0].close_schools.schools[0] (scenario `nonsense`)";
    assert!(stderr(&output).contains(refused), "{}", stderr(&output));
    let records = lines(&folder.path().join("results.jsonl"));
    let runs: Vec<&str> = records.iter().map(|one| one["run"].as_str().unwrap()).collect();
    assert_eq!(runs.len(), 33);
    assert_eq!(runs[..4], ["today-draw-1", "today-draw-2", "today-draw-3", "roomier-draw-1"]);
    assert_eq!(runs[32], "growth-80-draw-3");
    let outcomes = |scenario: &str| {
        let of_it = records.iter().filter(|one| one["scenario"] == scenario);
        of_it.map(|one| one["outcome"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(outcomes("nobody-fits"), ["infeasible"; 3]);
    assert_eq!(outcomes("nonsense"), ["refused"; 3]);
    assert_eq!(outcomes("growth-40"), ["plan"; 3]);
    for record in &records {
        assert_eq!(record["plan"].is_null(), record["outcome"] != "plan", "{record}");
        assert_eq!(record["reason"].is_null(), record["outcome"] == "plan", "{record}");
    }
}

#[test]
fn a_plan_of_a_batch_verifies_against_the_instance_of_its_run() {
    let folder = tempfile::tempdir().unwrap();
    finish(&strategies(), folder.path(), &[]);
    for id in ["roomier-draw-2", "growth-40-draw-1", "public-100-draw-3"] {
        let instance = run(&["batch", text(&strategies()), "--instance-of", id]);
        let instance = write(folder.path(), "instance.json", &instance.stdout);
        let plan = folder.path().join("plans").join(format!("{id}.json"));
        let verified = run(&["verify", text(&instance), text(&plan)]);
        assert_eq!(code(&verified), 0, "{}", stdout(&verified));
        let alone = folder.path().join("alone.json");
        assert_eq!(code(&run(&["solve", text(&instance), "-o", text(&alone)])), 0);
        assert_eq!(std::fs::read(alone).unwrap(), std::fs::read(plan).unwrap(), "{id}");
    }
    let unknown = run(&["batch", text(&strategies()), "--instance-of", "today-draw-9"]);
    assert_eq!(code(&unknown), 3);
    assert!(stderr(&unknown).contains("did you mean"), "{}", stderr(&unknown));
}

#[test]
fn jobs_do_not_show() {
    let folder = tempfile::tempdir().unwrap();
    let one = folder.path().join("1");
    finish(&strategies(), &one, &["--jobs", "1"]);
    for jobs in ["2", "8"] {
        let more = folder.path().join(jobs);
        finish(&strategies(), &more, &["--jobs", jobs]);
        assert_eq!(differences(&one, &more), Vec::<String>::new(), "{jobs} jobs");
    }
}

#[test]
fn what_a_search_starts_from_changes_no_value() {
    let temporary = tempfile::tempdir().unwrap();
    let at = |name: &str| temporary.path().join(name);
    let (from_base, from_nothing) = (at("base"), at("nothing"));
    finish(&strategies(), &from_base, &[]);
    finish(&strategies(), &from_nothing, &["--from-nothing"]);
    let records = |folder: &Path| lines(&folder.join("results.jsonl"));
    let (base, nothing) = (records(&from_base), records(&from_nothing));
    assert_eq!(base.len(), nothing.len());
    let mut plans = 0;
    for (one, other) in base.iter().zip(&nothing) {
        assert_eq!((&one["run"], &one["outcome"]), (&other["run"], &other["outcome"]));
        for key in ["status", "goals", "score"] {
            // The parts of a total may differ between plans that are equally good.
            let value = |record: &Value| match key {
                "score" => record["plan"][key]["total"].clone(),
                _ => record["plan"][key].clone(),
            };
            assert_eq!(value(one), value(other), "{key} of {}", one["run"]);
        }
        assert!(other["options"].get("base").is_none(), "{other}");
        plans += usize::from(one["options"]["base"].is_string() && !one["plan"].is_null());
    }
    assert!(plans > 20, "{plans}");
    // Records of the one way are not taken for those of the other.
    finish(&strategies(), &from_base, &["--from-nothing"]);
    assert_eq!(differences(&from_base, &from_nothing), Vec::<String>::new());
}

#[test]
fn parts_make_the_whole() {
    let temporary = tempfile::tempdir().unwrap();
    let at = |name: &str| temporary.path().join(name);
    let (whole, together) = (at("whole"), at("together"));
    finish(&strategies(), &whole, &[]);
    let parts = ["1/3", "2/3", "3/3"];
    for (index, part) in parts.iter().enumerate() {
        finish(&strategies(), &at(&format!("part-{index}")), &["--shard", part]);
    }
    let [first, second, third] = [0, 1, 2].map(|index| at(&format!("part-{index}")));
    let status = run(&["status", text(&strategies()), text(&first), text(&third)]);
    let status = stdout(&status);
    assert!(
        status.starts_with("22 of 33 runs done (18 plan, 2 infeasible, 2 refused)"),
        "{status}"
    );
    assert!(status.contains("today-draw-2 missing") && status.lines().count() == 12, "{status}");

    let merge = |from: &[&Path], to: &Path| {
        let from = from.iter().map(|path| text(path));
        let mut merge = command();
        merge.args(["merge", text(&strategies()), "-o", text(to)]).args(from).output().unwrap()
    };
    let merged = at("merged");
    let incomplete = merge(&[&first, &third], &merged);
    assert_eq!(code(&incomplete), 2, "{}", stderr(&incomplete));
    assert!(stderr(&incomplete).contains("11 of 33 runs are missing"), "{incomplete:?}");
    // The same part twice makes no difference.
    let output = merge(&[&third, &first, &second, &first], &merged);
    assert_eq!(code(&output), 3, "{}", stderr(&output));
    assert_eq!(differences(&whole, &merged), Vec::<String>::new());

    // Parts may also share one folder, and be joined in it.
    for part in parts {
        finish(&strategies(), &together, &["--shard", part]);
    }
    let output = merge(&[], &together);
    assert_eq!(code(&output), 3, "{}", stderr(&output));
    assert_eq!(differences(&whole, &together), Vec::<String>::new());
}

#[test]
fn parts_that_disagree_are_not_joined() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other, merged] = ["one", "other", "merged"].map(|name| folder.path().join(name));
    finish(&strategies(), &one, &[]);
    finish(&strategies(), &other, &[]);
    let journal = other.join("results.jsonl");
    let changed = std::fs::read_to_string(&journal).unwrap();
    std::fs::write(&journal, changed.replacen("\"travel\":", "\"travel\":1", 1)).unwrap();
    let batch = strategies();
    let arguments = ["merge", text(&batch), "-o", text(&merged), text(&one), text(&other)];
    let output = run(&arguments);
    assert_eq!(code(&output), 6);
    let complaint = stderr(&output);
    assert!(complaint.contains("today-draw-1: "), "{complaint}");
    assert!(complaint.contains("different results of the same run"), "{complaint}");
    assert!(!merged.join("results.jsonl").exists());

    // With other options the saved results do not count.
    std::fs::remove_dir_all(&other).unwrap();
    finish(&strategies(), &other, &["--gap", "0.5"]);
    let output = run(&arguments);
    assert_eq!(code(&output), 6);
    assert!(stderr(&output).contains("have different options"), "{}", stderr(&output));
}

#[test]
fn an_edited_scenario_runs_again_and_the_others_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut batch: Value = serde_json::from_slice(&std::fs::read(strategies()).unwrap()).unwrap();
    batch["base"] = json!("dorp.json");
    let dorp = Path::new(env!("CARGO_MANIFEST_DIR")).join("instances").join("dorp.json");
    std::fs::copy(dorp, folder.path().join("dorp.json")).unwrap();
    let file = write(folder.path(), "batch.json", batch.to_string().as_bytes());
    let (results, fresh) = (folder.path().join("results"), folder.path().join("fresh"));
    finish(&file, &results, &[]);
    let written = |run: &str| {
        let plan = results.join("plans").join(format!("{run}.json"));
        std::fs::metadata(plan).unwrap().modified().unwrap()
    };
    let before = (written("today-draw-1"), written("roomier-draw-1"));

    batch["scenarios"][1]["changes"][0]["add_places"]["number"] = json!(3);
    std::fs::write(&file, batch.to_string()).unwrap();
    let status = stdout(&run(&["status", text(&file), text(&results)]));
    // Growth and more clusters build on the edited scenario.
    assert!(status.starts_with("18 of 33 runs done"), "{status}");
    assert!(status.contains("roomier-draw-1 outdated"), "{status}");
    finish(&file, &results, &[]);
    assert_eq!(written("today-draw-1"), before.0, "the plan of today was written again");
    assert_ne!(written("roomier-draw-1"), before.1);
    finish(&file, &fresh, &[]);
    assert_eq!(differences(&results, &fresh), Vec::<String>::new());
}

#[test]
fn a_scenario_that_is_corrected_is_done_again_in_its_part() {
    let folder = tempfile::tempdir().unwrap();
    let (results, fresh) = (folder.path().join("results"), folder.path().join("fresh"));
    let dorp = Path::new(env!("CARGO_MANIFEST_DIR")).join("instances").join("dorp.json");
    std::fs::copy(dorp, folder.path().join("dorp.json")).unwrap();
    let batch = |schools: &str| {
        let close = json!([{ "close_schools": { "schools": [schools] } }]);
        let scenarios = json!([{ "id": "today" }, { "id": "closed", "changes": close }]);
        json!({ "format": "plaatswijzer/batch/1", "base": "dorp.json", "scenarios": scenarios,
                "draws": { "count": 4, "changes": [{ "drop_out": { "percent": 20 } }] } })
    };
    let parts = |file: &Path, expected| {
        for part in ["1/2", "2/2"] {
            let output = run(&["batch", text(file), "-o", text(&results), "--shard", part]);
            assert_eq!(code(&output), expected, "{}", stderr(&output));
        }
    };
    let file = write(folder.path(), "batch.json", batch("nowhere").to_string().as_bytes());
    parts(&file, 3);
    std::fs::write(&file, batch("klimop").to_string()).unwrap();
    parts(&file, 0);
    let status = stdout(&run(&["status", text(&file), text(&results)]));
    assert_eq!(status, "8 of 8 runs done (8 plan)\n");
    let merged = run(&["merge", text(&file), "-o", text(&results)]);
    assert_eq!(code(&merged), 0, "{}", stderr(&merged));
    assert_eq!(code(&run(&["batch", text(&file), "-o", text(&fresh)])), 0);
    assert_eq!(differences(&results, &fresh), Vec::<String>::new());
}

#[test]
fn a_journal_is_used_by_one_process_and_its_damage_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let (results, whole) = (folder.path().join("results"), folder.path().join("whole"));
    finish(&strategies(), &whole, &[]);
    finish(&strategies(), &results, &[]);
    let journal = results.join("results.jsonl");
    let mut torn = std::fs::read_to_string(&journal).unwrap();
    torn.truncate(torn.len() - 40);
    std::fs::write(&journal, &torn).unwrap();
    std::fs::remove_file(results.join("plans").join("today-draw-1.json")).unwrap();
    finish(&strategies(), &results, &[]);
    assert_eq!(differences(&whole, &results), Vec::<String>::new());

    let held = std::fs::File::open(&journal).unwrap();
    held.lock().unwrap();
    let output = run(&["batch", text(&strategies()), "-o", text(&results)]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("another process"), "{}", stderr(&output));
    drop(held);

    std::fs::write(&journal, format!("{{}}\n{torn}")).unwrap();
    let output = run(&["batch", text(&strategies()), "-o", text(&results)]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("results.jsonl, line 1"), "{}", stderr(&output));
}

/// Starts a batch and kills it after a while, if it has not ended by itself.
fn killed(results: &Path, after: Duration) -> bool {
    let mut starting = command();
    starting.args(["batch", text(&strategies()), "-o", text(results), "--jobs", "2"]);
    let mut running: Child = starting.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(after);
    let ended = running.try_wait().unwrap().is_some();
    running.kill().unwrap();
    running.wait().unwrap();
    !ended
}

#[test]
fn killed_at_fifty_moments_it_resumes_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("whole");
    let started = Instant::now();
    finish(&strategies(), &whole, &["--jobs", "2"]);
    let length = u64::try_from(started.elapsed().as_micros()).unwrap();
    let mut draws = Draws::new(50);
    let (wanted, mut kills, mut tries) = (many(50), 0, 0);
    while kills < wanted {
        tries += 1;
        assert!(tries < 20 * wanted, "the batch ends before it can be killed");
        let results = folder.path().join(format!("killed-{tries}"));
        // Several kills in a row, each at a random moment of the remaining work.
        for _ in 0..draws.between(1, 4) {
            let moment = draws.between(0, i64::try_from(length).unwrap());
            let after = Duration::from_micros(u64::try_from(moment).unwrap());
            kills += u64::from(killed(&results, after));
            let kept = lines_of_killed(&results);
            let different: BTreeSet<&String> = kept.iter().collect();
            assert_eq!(different.len(), kept.len(), "a run was done twice: {kept:?}");
        }
        finish(&strategies(), &results, &["--jobs", "2"]);
        assert_eq!(differences(&whole, &results), Vec::<String>::new(), "try {tries}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_batch_says_how_to_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, results) = (folder.path().join("whole"), folder.path().join("results"));
    finish(&strategies(), &whole, &[]);
    for signal in ["-INT", "-TERM"] {
        let mut starting = command();
        starting.args(["batch", text(&strategies()), "-o", text(&results), "--jobs", "1"]);
        let running = starting.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Once the journal exists, interrupts are caught; this one may still come after the end.
        while !results.join("results.jsonl").exists() {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(30));
        let pid = running.id().to_string();
        std::process::Command::new("kill").args([signal, &pid]).status().unwrap();
        let output = running.wait_with_output().unwrap();
        let complaint = stderr(&output);
        if code(&output) == 130 {
            assert!(complaint.contains("Start the same command again"), "{complaint}");
        } else {
            assert_eq!(code(&output), 3, "{complaint}");
        }
    }
    finish(&strategies(), &results, &[]);
    assert_eq!(differences(&whole, &results), Vec::<String>::new());
}

/// The runs in the whole lines of a journal that may end in a torn one.
fn lines_of_killed(results: &Path) -> Vec<String> {
    let journal = std::fs::read_to_string(results.join("results.jsonl")).unwrap_or_default();
    let whole = journal.rfind('\n').map_or("", |end| &journal[..end]);
    let run = |line: &str| {
        let record: Value = serde_json::from_str(line).unwrap();
        record["run"].as_str().unwrap().to_owned()
    };
    whole.lines().map(run).collect()
}

#[test]
fn the_page_of_a_batch_names_no_student() {
    let temporary = tempfile::tempdir().unwrap();
    finish(&strategies(), temporary.path(), &["--lang", "nl"]);
    let page = std::fs::read_to_string(temporary.path().join("report.html")).unwrap();
    assert!(page.contains("<html lang=\"nl\">") && page.contains("Two more places a school"));
    let base = folder("../instances").join("dorp.json");
    let base: Value = serde_json::from_slice(&std::fs::read(base).unwrap()).unwrap();
    let students = base["students"].as_array().unwrap();
    for id in students.iter().map(|student| student["id"].as_str().unwrap()) {
        let mut words = page.split(|sign: char| !sign.is_alphanumeric());
        assert!(!words.any(|word| word == id), "{id}");
    }
}
