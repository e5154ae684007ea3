//! Runs without a plan, grouped by reason.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::scenarios::Batch;
use crate::scenarios::batch::layout::Layout;
use crate::scenarios::batch::record::RunOutcome;

/// Runs of a scenario that have no plan, all for the same reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FailedRuns {
    /// The id of the scenario.
    pub scenario: String,
    /// How the runs ended.
    pub outcome: RunOutcome,
    /// The reason, if known.
    pub reason: Option<String>,
    /// The ids of the runs.
    pub runs: Vec<String>,
    /// The number of runs of the scenario that have ended, with or without a plan.
    pub of_runs: i64,
}

/// The runs without a plan, ordered by scenario (as in the batch), outcome and reason.
pub fn of(batch: &Batch, layout: &Layout) -> Vec<FailedRuns> {
    let mut failures = Vec::new();
    for (position, scenario) in batch.scenarios.iter().enumerate() {
        let mut runs = BTreeMap::<(RunOutcome, Option<&str>), Vec<String>>::new();
        for record in layout.records(position).filter(|record| record.plan.is_none()) {
            let why = (record.outcome, record.reason.as_deref());
            runs.entry(why).or_default().push(record.run.clone());
        }
        failures.extend(runs.into_iter().map(|((outcome, reason), runs)| FailedRuns {
            scenario: scenario.id.clone(),
            outcome,
            reason: reason.map(str::to_owned),
            runs,
            of_runs: layout.records(position).count() as i64,
        }));
    }
    failures
}
