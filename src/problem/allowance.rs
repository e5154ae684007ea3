//! Owners who may have more clusters than a plan uses, and whether they could form one more.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Problem;
use super::limits::is_free;
use crate::instance::Owner;
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
        let options = self.options.values().filter(|option| is_free(tally, option));
        let possible: BTreeSet<Owner> = options.map(|option| option.owner(instance)).collect();
        let has_more =
            |owner: &Owner| self.clusters_left(&used, *owner).is_some_and(|left| left > 0);
        let allowance = |owner: Owner| UnusedAllowance {
            owner: instance.owner_id(owner).to_owned(),
            possible: possible.contains(&owner),
        };
        instance.owners_taking_part().into_iter().filter(has_more).map(allowance).collect()
    }
}
