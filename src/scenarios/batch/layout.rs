//! Looks up the ended runs of a batch by scenario and draw.

use std::collections::BTreeMap;

use super::run_facts::{PlanFacts, RunFacts};
use crate::scenarios::Batch;

/// The position of the run of each scenario and draw, among those that have ended.
#[derive(Debug)]
pub struct Layout<'a> {
    /// All runs that have ended.
    pub records: &'a [RunFacts],
    /// The position of the record, per scenario and draw.
    of_scenario: Vec<Vec<Option<usize>>>,
}

impl<'a> Layout<'a> {
    /// Indexes runs, which may be in any order.
    pub fn of(batch: &Batch, records: &'a [RunFacts]) -> Self {
        let by_run: BTreeMap<&str, usize> =
            records.iter().enumerate().map(|(at, record)| (record.run.as_str(), at)).collect();
        let mut of_scenario = vec![Vec::new(); batch.scenarios.len()];
        for run in batch.runs() {
            of_scenario[run.scenario].push(by_run.get(run.id.as_str()).copied());
        }
        Self { records, of_scenario }
    }

    /// The positions of the records of a scenario, one per draw.
    pub fn draws(&self, scenario: usize) -> &[Option<usize>] {
        &self.of_scenario[scenario]
    }

    /// The records of a scenario.
    pub fn records(&self, scenario: usize) -> impl Iterator<Item = &'a RunFacts> {
        self.draws(scenario).iter().flatten().map(|&at| &self.records[at])
    }

    /// The plans of a scenario.
    pub fn plans(&self, scenario: usize) -> impl Iterator<Item = &'a PlanFacts> {
        self.records(scenario).filter_map(|record| record.plan.as_ref())
    }

    /// The number of runs of a scenario that have a plan.
    pub fn planned(&self, scenario: usize) -> i64 {
        self.plans(scenario).count() as i64
    }
}
