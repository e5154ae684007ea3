//! Limits of a problem held against a plan, as several questions about a plan need them.

use std::collections::BTreeMap;

use super::Problem;
use crate::instance::{Owner, SchoolId};
use crate::model::candidates::ClusterOption;
use crate::plan::Tally;

impl Problem {
    /// How many more clusters an owner may have than a plan uses, of which `used` are the numbers per owner: 0 or
    /// less where the limit is reached; `None` where there is no limit.
    pub(super) fn clusters_left(&self, used: &BTreeMap<Owner, i64>, owner: Owner) -> Option<i64> {
        let most = self.rulebook.forming().most_clusters(&self.instance, owner)?;
        Some(most - used.get(&owner).copied().unwrap_or(0))
    }

    /// The places of some schools together.
    pub(super) fn places_of(&self, schools: &[SchoolId]) -> i64 {
        schools.iter().map(|&school| self.instance.schools[school].places).sum()
    }
}

/// Whether a plan uses no school of a cluster option.
pub(super) fn is_free(tally: &Tally, option: &ClusterOption) -> bool {
    !option.schools.iter().any(|&school| tally.cluster_at(school).is_some())
}
