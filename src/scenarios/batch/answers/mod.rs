//! Answers to the questions that batches are run for, computed from the records.

mod binding;
mod break_even;
mod dominance;
mod extra_cost;
mod failures;
mod sites;
mod stopped;
mod unchanged;

use serde::Serialize;

use super::layout::Layout;
use super::scenario_summary::ScenarioSummary;
use crate::scenarios::Batch;

pub use binding::ScenarioBottleneck;
pub use break_even::{BreakEven, Sweep, SweepStep, ThresholdPoint, break_even, sweeps};
pub use dominance::{Dominance, Dominated, Measure};
pub use extra_cost::{ExtraCost, of as extra_cost};
pub use failures::FailedRuns;
pub use sites::{OpenedSites, RobustSites, SiteFrequency};
pub use stopped::{StoppedSearches, of as stopped_searches};
pub use unchanged::Unchanged;

/// The answers to the questions that batches are run for.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Answers {
    /// The scenarios of which a limit stopped searches: what follows holds for the plans that were found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stopped: Vec<StoppedSearches>,
    /// The new clusters that are opened in almost all runs.
    pub robust_sites: RobustSites,
    /// The main bottleneck of each scenario that has one.
    pub bottlenecks: Vec<ScenarioBottleneck>,
    /// The values of grid parameters from which on someone is left out.
    pub break_even: Vec<BreakEven>,
    /// The scenarios that another one beats in all measures.
    pub dominance: Dominance,
    /// What each student placed more than in the reference costs.
    pub extra_cost: Vec<ExtraCost>,
    /// The scenarios that change nothing, and why.
    pub unchanged: Vec<Unchanged>,
    /// The runs that have no plan.
    pub failures: Vec<FailedRuns>,
}

impl Answers {
    /// Computes the answers from the ended runs of a batch and the clusters that they open.
    pub fn of(
        batch: &Batch,
        layout: &Layout,
        scenarios: &[ScenarioSummary],
        sites: OpenedSites,
    ) -> Self {
        let gap =
            |run: usize| layout.records[run].plan.as_ref().map_or(0, |plan| plan.gap_thousandths);
        let stopped = stopped_searches(batch, layout, gap);
        Self {
            robust_sites: sites.robust(),
            bottlenecks: binding::of(batch, layout),
            break_even: break_even::of(batch, layout),
            dominance: Dominance::of(batch, scenarios, &stopped),
            extra_cost: extra_cost::of(scenarios),
            unchanged: unchanged::of(batch, layout),
            failures: failures::of(batch, layout),
            stopped,
        }
    }
}
