//! A batch, and how far it is, for people and scripts.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::scenarios::batch::RunState;
use crate::scenarios::{Batch, Run, Scenario};

/// What is done in a first line, then a line for each run that is not: its id, and why.
pub fn progress_of_batch(runs: &[Run], standings: &[RunState]) -> String {
    let mut outcomes: BTreeMap<_, usize> = BTreeMap::new();
    for standing in standings {
        if let RunState::Done(outcome) = standing {
            *outcomes.entry(outcome).or_default() += 1;
        }
    }
    let done: usize = outcomes.values().sum();
    let outcomes: Vec<String> =
        outcomes.iter().map(|(outcome, number)| format!("{number} {}", outcome.word())).collect();
    let outcomes =
        if outcomes.is_empty() { String::new() } else { format!(" ({})", outcomes.join(", ")) };
    let mut text = format!("{done} of {} runs done{outcomes}\n", runs.len());
    for (run, standing) in runs.iter().zip(standings) {
        let _ = match standing {
            RunState::Done(_) => Ok(()),
            RunState::Outdated => writeln!(text, "{} outdated", run.id),
            RunState::Missing => writeln!(text, "{} missing", run.id),
        };
    }
    text
}

/// What a valid batch asks for.
pub fn batch_in_words(batch: &Batch) -> String {
    let (scenarios, runs) = (batch.scenarios.len(), batch.runs().len());
    let (scenario, run) = (
        if scenarios == 1 { "scenario" } else { "scenarios" },
        if runs == 1 { "run" } else { "runs" },
    );
    let width = batch.scenarios.iter().map(|scenario| scenario.id.len()).max().unwrap_or(0);
    let mut text = format!("The batch is valid: {scenarios} {scenario}, {runs} {run}.\n");
    for Scenario { id, title, .. } in &batch.scenarios {
        let title = if title == id { "" } else { title.as_str() };
        let line = format!("  {id:<width$}  {title}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}
