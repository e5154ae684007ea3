//! How far a batch is, for people and scripts.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::batch::{Record, Standing};
use crate::scenario::Run;

/// What is done in a first line, then a line for each run that is not: its id, and why.
pub fn progress_of_batch(
    runs: &[Run],
    standings: &[Standing],
    records: &BTreeMap<String, Record>,
) -> String {
    let done = standings.iter().filter(|&&standing| standing == Standing::Done).count();
    let mut outcomes: BTreeMap<_, usize> = BTreeMap::new();
    for (run, _) in runs.iter().zip(standings).filter(|(_, one)| **one == Standing::Done) {
        *outcomes.entry(records[&run.id].outcome).or_default() += 1;
    }
    let outcomes: Vec<String> =
        outcomes.iter().map(|(outcome, number)| format!("{number} {}", outcome.word())).collect();
    let outcomes =
        if outcomes.is_empty() { String::new() } else { format!(" ({})", outcomes.join(", ")) };
    let mut text = format!("{done} of {} runs done{outcomes}\n", runs.len());
    for (run, standing) in runs.iter().zip(standings) {
        let _ = match standing {
            Standing::Done => Ok(()),
            Standing::Outdated => writeln!(text, "{} outdated", run.id),
            Standing::Missing => writeln!(text, "{} missing", run.id),
        };
    }
    text
}
