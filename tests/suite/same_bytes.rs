//! The same instance and options give the same bytes, whatever the order of rows and the threads.

use serde_json::Value;

use crate::draws::Draws;
use crate::laws::shuffle_rows;
use crate::running::{code, run, stderr, village, write};
use crate::tiny::{self, SMALL};

/// The plan's bytes, by the real command; `None` where no plan exists.
fn plan_of(document: &Value, options: &[&str]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let instance = write(folder.path(), "instance.json", document.to_string().as_bytes());
    let mut arguments = vec!["solve", instance.to_str().unwrap(), "-o", "-"];
    arguments.extend(options);
    let output = run(&arguments);
    let code = code(&output);
    assert!(code == 0 || code == 4, "{code}: {}", stderr(&output));
    (code == 0).then_some(output.stdout)
}

/// Documents of several sizes, each with a plan.
fn documents() -> Vec<Value> {
    let village = serde_json::from_slice(&std::fs::read(village()).unwrap()).unwrap();
    let small = (2_000_000..).map(|seed| tiny::instance(seed, &SMALL));
    let solvable = small.filter(|document| crate::laws::optimum(document).is_some());
    std::iter::once(village).chain(solvable.take(12)).collect()
}

#[test]
fn the_order_of_rows_threads_and_runs_do_not_show() {
    for (index, document) in documents().iter().enumerate() {
        let plan = plan_of(document, &[]).unwrap();
        assert_eq!(plan_of(document, &[]).unwrap(), plan, "again: {document}");
        for threads in ["1", "2"] {
            let with_threads = plan_of(document, &["--threads", threads]).unwrap();
            assert_eq!(with_threads, plan, "{threads} threads: {document}");
        }
        let mut shuffled = document.clone();
        shuffle_rows(&mut shuffled, &mut Draws::new(index as u64));
        assert_ne!(&shuffled, document);
        assert_eq!(plan_of(&shuffled, &[]).unwrap(), plan, "shuffled: {document}");
    }
}

#[cfg(feature = "highs")] // microlp takes neither a work limit nor a region
#[test]
fn a_work_limit_stops_at_the_same_plan() {
    let folder = tempfile::tempdir().unwrap();
    let instance = folder.path().join("region.json");
    let instance = instance.to_str().unwrap();
    assert_eq!(code(&run(&["generate", "--students", "300", "-o", instance])), 0);
    let solve = |threads| {
        let output =
            run(&["solve", instance, "-o", "-", "--work-limit", "300", "--threads", threads]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        output.stdout
    };
    let plan = solve("1");
    let read: Value = serde_json::from_slice(&plan).unwrap();
    assert_eq!(read["status"], "time_limit", "the limit must be felt for this to say anything");
    assert_eq!(solve("2"), plan);
}
