//! Answers to the questions that batches are run for, computed from the records.

mod binding;
mod break_even;
mod dominance;
mod failures;
mod sites;

use serde::Serialize;

use super::layout::Layout;
use super::scenario_summary::ScenarioSummary;
use crate::scenarios::Batch;

pub use binding::ScenarioBottleneck;
pub use break_even::{BreakEven, ThresholdPoint};
pub use dominance::{Dominance, Dominated, Measure};
pub use failures::FailedRuns;
pub use sites::{RobustSites, SiteFrequency};

/// The answers to the questions that batches are run for.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Answers {
    /// The new clusters that are opened in almost all runs.
    pub robust_sites: RobustSites,
    /// The main bottleneck of each scenario that has one.
    pub bottlenecks: Vec<ScenarioBottleneck>,
    /// The values of grid parameters from which on someone is left out.
    pub break_even: Vec<BreakEven>,
    /// The scenarios that another one beats in all measures.
    pub dominance: Dominance,
    /// The runs that have no plan.
    pub failures: Vec<FailedRuns>,
}

impl Answers {
    /// Computes the answers from the records of a batch.
    pub fn of(batch: &Batch, layout: &Layout, scenarios: &[ScenarioSummary]) -> Self {
        Self {
            robust_sites: RobustSites::of(layout.records),
            bottlenecks: binding::of(batch, layout),
            break_even: break_even::of(batch, layout),
            dominance: Dominance::of(batch, scenarios),
            failures: failures::of(batch, layout),
        }
    }
}
