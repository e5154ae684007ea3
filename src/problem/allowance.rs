//! Owners who may have more clusters than a plan uses, and whether they could form one more.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Problem;
use crate::instance::{Owner, SchoolId};
use crate::model::candidates::ClusterOption;
use crate::plan::Tally;

/// A board or network that may have more clusters than a plan uses.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnusedAllowance {
    /// The id of the board or network.
    pub owner: String,
    /// Whether some cluster can be formed or opened of its schools that are in no used cluster.
    pub possible: bool,
}

impl Problem {
    /// The owners that may have more clusters than the plan uses, in the order of boards and then networks; none
    /// where rule `forming` is off.
    pub fn unused_allowances(&self, tally: &Tally) -> Vec<UnusedAllowance> {
        let (instance, used) = (&self.instance, tally.clusters_per_owner());
        let is_free = |option: &&ClusterOption| {
            let is_used = |&school: &SchoolId| tally.cluster_at(school).is_some();
            !option.schools.iter().any(is_used)
        };
        let options = self.options.values().filter(is_free);
        let possible: BTreeSet<Owner> = options.map(|option| option.owner(instance)).collect();
        let has_more = |owner: &Owner| {
            let most = self.rulebook.forming().most_clusters(instance, *owner);
            most.is_some_and(|most| used.get(owner).copied().unwrap_or(0) < most)
        };
        let allowance = |owner: Owner| UnusedAllowance {
            owner: instance.owner_id(owner).to_owned(),
            possible: possible.contains(&owner),
        };
        instance.owners_taking_part().into_iter().filter(has_more).map(allowance).collect()
    }
}
