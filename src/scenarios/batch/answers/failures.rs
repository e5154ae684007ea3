//! Runs without a plan.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::scenarios::Batch;
use crate::scenarios::batch::layout::Layout;
use crate::scenarios::batch::record::Outcome;

/// Runs of a scenario that have no plan, all for the same reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Failure {
    /// The scenario's id.
    pub scenario: String,
    /// What came of them.
    pub outcome: Outcome,
    /// Why, where it is said.
    pub reason: Option<String>,
    /// The ids of the runs.
    pub runs: Vec<String>,
    /// How many of the scenario's runs have ended, with a plan or without.
    pub of_runs: i64,
}

/// The runs without a plan, by scenario in the order of the batch, then outcome and reason.
pub fn of(batch: &Batch, layout: &Layout) -> Vec<Failure> {
    let mut failures = Vec::new();
    for (position, scenario) in batch.scenarios.iter().enumerate() {
        let mut runs = BTreeMap::<(Outcome, Option<&str>), Vec<String>>::new();
        for record in layout.records(position).filter(|record| record.plan.is_none()) {
            let why = (record.outcome, record.reason.as_deref());
            runs.entry(why).or_default().push(record.run.clone());
        }
        failures.extend(runs.into_iter().map(|((outcome, reason), runs)| Failure {
            scenario: scenario.id.clone(),
            outcome,
            reason: reason.map(str::to_owned),
            runs,
            of_runs: layout.records(position).count() as i64,
        }));
    }
    failures
}
