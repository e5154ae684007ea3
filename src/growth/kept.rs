//! What is kept of plans and paths that were found: as much as they do not follow from otherwise.

use serde::{Deserialize, Serialize};

use super::GrowthPath;
use super::found::{FoundPath, FoundYear, YearDecision, YearsSoFar};
use crate::base::sha256;
use crate::plan::Plan;

/// What is kept of a year.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptYear {
    /// The boards that enter, by their positions among those that may.
    pub entering: Vec<usize>,
    /// The bytes of the plan's file.
    pub plan: String,
    /// All students.
    pub students: i64,
    /// Those in clusters.
    pub in_clusters: i64,
    /// Whether the search for the plan ended by itself.
    pub is_settled: bool,
}

impl KeptYear {
    /// What is kept of what was decided for a year.
    pub fn of(decision: &YearDecision) -> Self {
        Self::of_found(&decision.found, decision.entering.clone())
    }

    /// What is kept of a year in which these boards enter.
    pub fn of_found(found: &FoundYear, entering: Vec<usize>) -> Self {
        let FoundYear { text, students, in_clusters, is_settled, .. } = found;
        let (students, in_clusters, is_settled) = (*students, *in_clusters, *is_settled);
        Self { entering, plan: text.clone(), students, in_clusters, is_settled }
    }

    /// What was decided for the year after some others; `None` if there is no plan in it.
    pub(super) fn restored(self, path: &GrowthPath, before: &YearsSoFar) -> Option<YearDecision> {
        let found = FoundYear {
            document: path.instance(before.years.len(), &before.decided, &self.entering),
            plan: Plan::read(self.plan.as_bytes()).ok()?,
            text: self.plan,
            students: self.students,
            in_clusters: self.in_clusters,
            is_settled: self.is_settled,
        };
        Some(YearDecision { entering: self.entering, found })
    }
}

impl FoundPath {
    /// What is kept of each year.
    pub(super) fn kept(&self) -> Vec<KeptYear> {
        let entering = |year: usize| {
            let entries = self.entries.iter().enumerate();
            entries.filter(|(_, entry)| **entry == Some(year)).map(|(board, _)| board).collect()
        };
        let years = self.years.iter().enumerate();
        years.map(|(year, found)| KeptYear::of_found(found, entering(year))).collect()
    }

    /// Eight digits that differ from those of other paths.
    pub(super) fn short_digest(&self) -> String {
        let plans: Vec<&str> = self.years.iter().map(|year| year.text.as_str()).collect();
        sha256(plans.concat().as_bytes())[..8].to_owned()
    }
}

impl GrowthPath {
    /// The path of which this was kept; `None` if it is not one of all years.
    pub(super) fn restored(&self, kept: Vec<KeptYear>) -> Option<FoundPath> {
        let mut so_far = YearsSoFar::nothing(self);
        let is_whole = kept.len() == self.years.len();
        for year in kept.into_iter().filter(|_| is_whole) {
            so_far.add(self, year.restored(self, &so_far)?);
        }
        is_whole.then(|| so_far.into_path(self))
    }
}
