//! Plans the scenarios of a batch in parallel and prints what each costs:
//! `cargo run --example compare_scenarios`.

#![allow(clippy::print_stdout, reason = "printing is what the example does")]

use std::error::Error;

use plaatswijzer::{BatchWork, MemoryJournal, RunStart, Search, YearRuns, read_batch, run_batch};

/// Two scenarios on the bundled village: with its rules, and without the one about meeting days.
const BATCH: &str = r#"{
  "format": "plaatswijzer/batch/1",
  "base": "dorp.json",
  "scenarios": [
    { "id": "today" },
    { "id": "any-day", "changes": [ { "rule": { "id": "meeting_day", "settings": false } } ] }
  ]
}"#;

/// Prints a line per scenario.
///
/// # Errors
/// Where the batch or its base cannot be read.
pub fn main() -> Result<(), Box<dyn Error>> {
    for (scenario, points) in totals()? {
        println!("{scenario}: {points} points");
    }
    Ok(())
}

/// The score of each scenario, in points.
///
/// # Errors
/// Where the batch or its base cannot be read.
pub fn totals() -> Result<Vec<(String, i64)>, Box<dyn Error>> {
    let beside =
        |name: &str| std::fs::read(format!("instances/{name}")).map_err(|error| error.to_string());
    let batch = read_batch(BATCH.as_bytes(), &beside)?;
    let runs = batch.runs();
    let work = BatchWork {
        batch: &batch,
        kind: &YearRuns::new(&batch, &beside, RunStart::default()),
        runs: &runs,
        search: &Search::default(),
        jobs: 2,
    };
    // The journal and the observer are where records go as soon as a run ends; this one keeps them in memory.
    let journal = MemoryJournal::default();
    run_batch(&work, &journal, &())?;
    let records = journal.records(&runs).into_iter();
    let plans = records.filter_map(|record| Some((record.run, record.plan?)));
    Ok(plans.map(|(run, plan)| (run, plan.score.total.0)).collect())
}
