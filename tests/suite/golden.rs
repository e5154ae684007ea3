//! Outputs as they were last agreed upon, in `tests/golden/`.
//!
//! After a change that is meant, run the tests with `UPDATE_GOLDEN=1` and read the difference.

use plaatswijzer::plan::Plan;
use plaatswijzer::problem::read;
use plaatswijzer::report::summary;
use plaatswijzer::texts::Language;
use plaatswijzer::verify::verify;

use crate::documents::folder;
use crate::running::{code, run, stderr, stdout, village};

/// Compares an output with the golden file; writes that file if `UPDATE_GOLDEN` is set.
pub fn check(name: &str, found: &str) {
    let path = folder("golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let agreed = std::fs::read_to_string(&path).unwrap_or_default();
    let differing = agreed.lines().zip(found.lines()).position(|(agreed, found)| agreed != found);
    let line = differing.unwrap_or(agreed.lines().count().min(found.lines().count()));
    assert!(
        agreed == found,
        "{name} differs from line {}:\n- {}\n+ {}\nRun with UPDATE_GOLDEN=1 if that is meant.",
        line + 1,
        agreed.lines().nth(line).unwrap_or_default(),
        found.lines().nth(line).unwrap_or_default(),
    );
}

#[cfg(feature = "highs")] // the plan names its solver
#[test]
fn the_plan_of_the_village_and_its_summary() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.json");
    let output = run(&["solve", village().to_str().unwrap(), "-o", plan.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    check("village.summary.txt", &stdout(&output));
    check("village.plan.json", &std::fs::read_to_string(plan).unwrap());
}

/// The summary of the golden plan, which needs no solver.
#[test]
fn the_summary_of_the_village_in_both_languages() {
    let bytes = std::fs::read(village()).unwrap();
    let village = read(&bytes, &|_| Err("absent".to_owned())).unwrap().problem;
    let plan = std::fs::read(folder("golden").join("village.plan.json")).unwrap();
    let plan = Plan::read(&plan).unwrap();
    let assignment = verify(&village, &plan).assignment;
    check("village.summary.txt", &summary(&village, &plan, &assignment, Language::English));
    check("village.summary.nl.txt", &summary(&village, &plan, &assignment, Language::Dutch));
}

#[test]
fn what_validation_says() {
    let output = run(&["validate", village().to_str().unwrap()]);
    assert_eq!(code(&output), 0);
    check("village.validate.txt", &stdout(&output));
    let output = run(&["validate", "tests/malformed/five-at-once.json"]);
    assert_eq!(code(&output), 3);
    check("five-at-once.validate.txt", &stderr(&output));
}

#[test]
fn the_rulebook() {
    check("rules.txt", &stdout(&run(&["rules"])));
}
