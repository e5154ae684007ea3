//! Searches that a limit stopped before what was found was proven as good as the batch asked for.

use serde::Serialize;

use crate::base::Decimal;
use crate::plan::Status;
use crate::scenarios::batch::layout::Layout;
use crate::scenarios::{Batch, Scenario};

/// The runs of a scenario whose search was stopped, although they have a plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct StoppedSearches {
    /// The id of the scenario.
    pub scenario: String,
    /// The number of runs that were stopped.
    pub runs: i64,
    /// The number of runs of the scenario that have a plan.
    pub of_runs: i64,
    /// By how much the plan of any of them could at most be better, in percent.
    pub gap_percent: Decimal,
}

/// The scenarios with stopped searches, in the order of the batch; `gap` is that of the run at a position, in thousandths of
/// a percent.
pub fn of(batch: &Batch, layout: &Layout, gap: impl Fn(usize) -> i64) -> Vec<StoppedSearches> {
    let stopped = |(at, scenario): (usize, &Scenario)| {
        let runs = layout.draws(at).iter().flatten();
        let is_stopped = |run: &&usize| {
            let plan = layout.records[**run].plan.as_ref();
            plan.is_some_and(|plan| plan.status == Status::TimeLimit)
        };
        let gaps: Vec<i64> = runs.filter(is_stopped).map(|&run| gap(run)).collect();
        Some(StoppedSearches {
            scenario: scenario.id.clone(),
            runs: gaps.len() as i64,
            of_runs: layout.planned(at),
            gap_percent: Decimal { scaled: gaps.into_iter().max()?, decimals: 3 },
        })
    };
    batch.scenarios.iter().enumerate().filter_map(stopped).collect()
}
