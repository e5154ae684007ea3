//! Processes that share the runs of a batch through its folder (`--shard auto`).

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use crate::batches::{differences, finish, lines, strategies};
use crate::running::{code, command, run, stderr, text};

fn start(results: &Path) -> Child {
    let mut task = command();
    task.args(["batch", text(&strategies()), "-o", text(results), "--shard", "auto"]);
    task.args(["--jobs", "1", "--plans", "packed"]);
    task.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn alone(results: &Path) -> Output {
    start(results).wait_with_output().unwrap()
}

/// The journals of the tasks.
fn journals(results: &Path) -> Vec<PathBuf> {
    let names = std::fs::read_dir(results).unwrap().map(|entry| entry.unwrap().path());
    names.filter(|path| path.extension().is_some_and(|end| end == "jsonl")).collect()
}

/// Joins the results in their own folder.
fn merge(results: &Path) {
    let output = run(&["merge", text(&strategies()), "-o", text(results)]);
    assert_eq!(code(&output), 3, "{}", stderr(&output));
}

/// Kills a task once its journal has some lines and it is at work on a run.
fn killed(results: &Path) {
    let mut task = start(results);
    let started = Instant::now();
    let journal = results.join("results-task-1.jsonl");
    while !std::fs::read_to_string(&journal).is_ok_and(|text| text.lines().count() > 4) {
        assert!(started.elapsed() < Duration::from_secs(60), "no run ends");
        std::thread::sleep(Duration::from_millis(1));
    }
    task.kill().unwrap();
    task.wait().unwrap();
    assert!(results.join("tasks").join("task-1.lock").exists(), "it ended before it was killed");
}

#[test]
fn tasks_at_the_same_time_do_each_run_once_and_make_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, shared) = (folder.path().join("whole"), folder.path().join("shared"));
    finish(&strategies(), &whole, &["--plans", "packed"]);
    let tasks = [(); 3].map(|()| start(&shared));
    for task in tasks {
        let output = task.wait_with_output().unwrap();
        // Whoever did the scenario that makes no sense says so.
        assert!([0, 3].contains(&code(&output)), "{}", stderr(&output));
    }
    let counts: Vec<usize> = journals(&shared).iter().map(|path| lines(path).len()).collect();
    assert_eq!(counts.iter().sum::<usize>(), 33, "{counts:?}");
    merge(&shared);
    assert_eq!(differences(&whole, &shared), Vec::<String>::new());
}

#[test]
fn a_killed_task_is_taken_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, shared) = (folder.path().join("whole"), folder.path().join("shared"));
    finish(&strategies(), &whole, &["--plans", "packed"]);
    killed(&shared);
    let output = alone(&shared);
    assert_eq!(code(&output), 3);
    let said = stderr(&output);
    assert!(said.contains("Task 1 goes on"), "{said}");
    assert!(said.contains("All runs of the batch are done"), "{said}");
    assert_eq!(lines(&shared.join("results-task-1.jsonl")).len(), 33, "no run was done twice");
    merge(&shared);
    assert_eq!(differences(&whole, &shared), Vec::<String>::new());
}

/// As if a task that was killed had been on another host.
fn moved_elsewhere(tasks: &Path) {
    let mut claimed = vec![tasks.join("task-1.lock")];
    for folder in std::fs::read_dir(tasks).unwrap().map(|entry| entry.unwrap().path()) {
        if folder.is_dir() {
            claimed.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    for path in &claimed {
        let text = std::fs::read_to_string(path).unwrap();
        // Marks that a part is done are empty.
        let Some(host) = text.split("\"host\":\"").nth(1) else { continue };
        let host = host.split('"').next().unwrap();
        let text = text.replace(&format!("\"host\":\"{host}\""), "\"host\":\"elsewhere\"");
        std::fs::write(path, text).unwrap();
    }
}

/// Results of a task that was killed on another host while it was at work, and whatever another task could do since.
fn killed_elsewhere(folder: &Path) -> PathBuf {
    for attempt in 0..20 {
        let shared = folder.join(format!("shared-{attempt}"));
        killed(&shared);
        moved_elsewhere(&shared.join("tasks"));
        let output = alone(&shared);
        assert!(!stderr(&output).contains("sign of life"), "{}", stderr(&output));
        // Between two runs it has claimed nothing that is not done.
        if stderr(&output).contains("Other processes have claimed") {
            return shared;
        }
    }
    panic!("no task was killed at work");
}

#[test]
fn a_lock_of_another_host_holds_until_it_has_been_silent_for_five_minutes() {
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("whole");
    finish(&strategies(), &whole, &["--plans", "packed"]);
    let shared = killed_elsewhere(folder.path());
    let tasks = shared.join("tasks");
    let lock = File::options().write(true).open(tasks.join("task-1.lock")).unwrap();
    lock.set_modified(SystemTime::now() - Duration::from_secs(301)).unwrap();
    drop(lock);
    let output = alone(&shared);
    let said = stderr(&output);
    assert!(
        said.contains("on elsewhere (task 1) has given no sign of life for 5 minutes"),
        "{said}"
    );
    assert!(said.contains("All runs of the batch are done"), "{said}");
    merge(&shared);
    assert_eq!(differences(&whole, &shared), Vec::<String>::new());
}

#[test]
fn a_shard_is_auto_or_a_part() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["batch", text(&strategies()), "-o", text(folder.path()), "--shard", "some"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("neither `auto` nor a part"), "{}", stderr(&output));
}
