//! The contents of a batch and its progress, for people and scripts.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::scenarios::batch::RunState;
use crate::scenarios::{Batch, Run, Scenario};
use crate::text;
use crate::texts::Language;

/// The number of runs that are done, then a line for each other run: its id and its state.
pub fn progress_of_batch(runs: &[Run], standings: &[RunState], language: Language) -> String {
    let mut outcomes: BTreeMap<_, usize> = BTreeMap::new();
    for standing in standings {
        if let RunState::Done(outcome) = standing {
            *outcomes.entry(outcome).or_default() += 1;
        }
    }
    let done: usize = outcomes.values().sum();
    let mut text = text!(language, "batch-done", done = done, runs = runs.len());
    if !outcomes.is_empty() {
        let outcomes =
            outcomes.iter().map(|(outcome, number)| format!("{number} {}", outcome.word()));
        let _ = write!(text, " ({})", outcomes.collect::<Vec<_>>().join(", "));
    }
    text.push('\n');
    for (run, standing) in runs.iter().zip(standings) {
        let line = match standing {
            RunState::Done(_) => continue,
            RunState::Outdated => text!(language, "batch-outdated", run = &run.id),
            RunState::Missing => text!(language, "batch-missing", run = &run.id),
        };
        let _ = writeln!(text, "{line}");
    }
    text
}

/// The scenarios of a valid batch, and the number of runs.
pub fn batch_in_words(batch: &Batch, language: Language) -> String {
    let (scenarios, runs) = (batch.scenarios.len(), batch.runs().len());
    let width = batch.scenarios.iter().map(|scenario| scenario.id.len()).max().unwrap_or(0);
    let mut text = text!(language, "batch-valid", scenarios = scenarios, runs = runs) + "\n";
    for Scenario { id, title, .. } in &batch.scenarios {
        let title = if title == id { "" } else { title.as_str() };
        let line = format!("  {id:<width$}  {title}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}
