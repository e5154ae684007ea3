//! What a memo needs of a batch, worked out from its records.

mod binding;
mod break_even;
mod dominance;
mod failures;
mod sites;

use serde::Serialize;

use super::layout::Layout;
use super::summary::ScenarioSummary;
use crate::scenarios::Batch;

pub use binding::Binding;
pub use break_even::{BreakEven, Turn};
pub use dominance::{Dominance, Dominated, Measure};
pub use failures::Failure;
pub use sites::{RobustSites, Site};

/// What a memo needs.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Answers {
    /// The new clusters that are opened almost whatever happens.
    pub robust_sites: RobustSites,
    /// What keeps most of those left out from a place, per scenario where anything does.
    pub bottlenecks: Vec<Binding>,
    /// Where along a grid someone is first left out.
    pub break_even: Vec<BreakEven>,
    /// Which scenarios are beaten by another in all that is measured.
    pub dominance: Dominance,
    /// The runs that have no plan.
    pub failures: Vec<Failure>,
}

impl Answers {
    /// The answers in the records of a batch.
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
