//! What is the same in all draws: which clusters are used in each year, and which boards enter when.

use serde::{Deserialize, Serialize};

use crate::base::sha256;
use crate::growth::decisions::sorted;
use crate::growth::{GrowthPath, PathPlan};
use crate::input::errors::InputErrors;
use crate::instance::Day;
use crate::plan::Plan;

/// A set of schools, by id and in order, with a day.
pub type ClusterKey = (Vec<String>, Day);

/// What is the same in all draws.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonPath {
    /// The clusters in use in each year, in order.
    pub clusters: Vec<Vec<ClusterKey>>,
    /// When each board enters; `None` where it does not.
    pub entries: Vec<Option<usize>>,
}

impl CommonPath {
    /// What some plans of all years have decided.
    pub fn of(plans: &[&Plan], entries: &[Option<usize>]) -> Self {
        let clusters = plans.iter().map(|plan| clusters_of(plan)).collect();
        Self { clusters, entries: entries.to_vec() }
    }

    /// What a path has decided whose plans have these texts.
    ///
    /// # Errors
    /// If the text of a plan is none.
    pub fn read(
        path: &GrowthPath,
        found: &PathPlan,
        texts: &[Vec<u8>],
    ) -> Result<Self, InputErrors> {
        let plans = texts.iter().map(|text| Plan::read(text)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self::of(&plans.iter().collect::<Vec<_>>(), &entries_of(path, found)))
    }

    /// The boards that enter in a year.
    pub fn entering(&self, year: usize) -> Vec<usize> {
        (0..self.entries.len()).filter(|&board| self.entries[board] == Some(year)).collect()
    }

    /// SHA-256 of it, by which it is known in files.
    ///
    /// # Panics
    /// Never: it holds nothing that JSON cannot represent.
    pub fn digest(&self) -> String {
        sha256(&serde_json::to_vec(self).expect("it is plain JSON"))
    }
}

/// The clusters that a plan uses, in order.
pub fn clusters_of(plan: &Plan) -> Vec<ClusterKey> {
    let clusters = plan.clusters.iter();
    let mut clusters: Vec<ClusterKey> =
        clusters.map(|cluster| (sorted(&cluster.schools), cluster.meeting_day)).collect();
    clusters.sort_unstable();
    clusters
}

/// When each board enters on a path.
fn entries_of(path: &GrowthPath, found: &PathPlan) -> Vec<Option<usize>> {
    let mut entries = vec![None; path.candidates.len()];
    for year in 0..path.years.len() {
        for board in path.entering(found, year) {
            entries[board] = Some(year);
        }
    }
    entries
}
