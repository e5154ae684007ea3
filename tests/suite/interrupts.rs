//! Stopping a long search: by Ctrl-C and by the clock, with the best plan so far.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::running::{code, command, run, stderr, stdout, write};

/// On a machine that is busy with other tests, one attempt may take too long, but hardly three in a row.
const TRIES: usize = 3;

/// A region that takes much longer to solve than a test may, and in which leaving everybody out is
/// a plan, so that there is one at once.
fn region(folder: &Path) -> String {
    let drawn = run(&["generate", "--preset", "single-schools", "--students", "1400"]);
    let path = write(folder, "region.json", stdout(&drawn).as_bytes());
    path.to_str().unwrap().to_owned()
}

/// Checks that a stopped search wrote a valid plan that states how the search ended.
fn check_plan(region: &str, plan: &Path) {
    let verified = run(&["verify", region, plan.to_str().unwrap()]);
    assert_eq!(code(&verified), 0, "{}{}", stdout(&verified), stderr(&verified));
    let plan: Value = serde_json::from_slice(&std::fs::read(plan).unwrap()).unwrap();
    assert_eq!((&plan["status"], &plan["verified"]), (&json!("time_limit"), &json!(true)));
    let level = &plan["goals"][0];
    assert!(level["bound"].as_i64() < level["value"].as_i64(), "the bound is honest: {level}");
}

/// Repeats an attempt until one takes no longer than it may; fails after [`TRIES`].
fn within(most: Duration, mut attempt: impl FnMut() -> Duration) {
    let tries: Vec<Duration> =
        (0..TRIES).map(|_| attempt()).take_while(|took| *took > most).collect();
    assert!(tries.len() < TRIES, "took {tries:?}, each more than {most:?}");
}

fn interrupted(region: &str, plan: &Path, after: Duration) -> (Output, Duration) {
    let mut running = command();
    running.args(["solve", region, "-o", plan.to_str().unwrap()]);
    let running = running.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(after);
    let asked = Instant::now();
    let sent = Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
    assert!(sent.success(), "the search ended before it could be interrupted");
    let output = running.wait_with_output().unwrap();
    (output, asked.elapsed())
}

#[test]
fn an_interrupt_stops_within_two_seconds_with_a_plan() {
    let folder = tempfile::tempdir().unwrap();
    let region = region(folder.path());
    let plan = folder.path().join("plan.json");
    within(Duration::from_secs(2), || {
        let (output, took) = interrupted(&region, &plan, Duration::from_secs(4));
        assert_eq!(code(&output), 130, "{}", stderr(&output));
        check_plan(&region, &plan);
        took
    });
}

#[test]
fn a_time_limit_holds_within_a_second() {
    let folder = tempfile::tempdir().unwrap();
    let region = region(folder.path());
    let plan = folder.path().join("plan.json");
    let target = plan.to_str().unwrap();
    within(Duration::from_secs(3), || {
        let started = Instant::now();
        let output = run(&["solve", &region, "-o", target, "--time-limit", "2"]);
        let took = started.elapsed();
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        check_plan(&region, &plan);
        took
    });
}

#[test]
fn no_time_at_all_is_out_of_time() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("plan.json");
    let instance = crate::running::groningen();
    let arguments = ["solve", instance.to_str().unwrap(), "--time-limit", "0", "-o"];
    let output = command().args(arguments).arg(&target).output().unwrap();
    assert_eq!(code(&output), 5, "{}", stderr(&output));
    assert!(stderr(&output).contains("none is ruled out") && !target.exists());
}
