//! What it costs to use existing clusters because they must be used.

use serde::Serialize;

use super::search::Repairs;
use crate::instance::{ClusterId, Goal};
use crate::problem::{Condition, Problem};
use crate::solve::{PlaceError, Search, SearchOutcome, find};

/// Existing clusters that must be used, and what that costs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Keeping {
    /// Their ids.
    pub clusters: Vec<String>,
    /// By how many points the best plan that places everyone is dearer than without the demand; `None` where changes
    /// are needed, or where the search without the demand found no plan in its time.
    pub price: Option<i64>,
    /// Whether that is proven; else it is at most this much.
    pub is_proven: bool,
}

impl Keeping {
    /// What the clusters cost, given the answer under the demand that they are used. `problem` is the one without
    /// that demand.
    ///
    /// # Errors
    /// If solver or check are at fault.
    pub fn of(
        problem: &Problem,
        clusters: &[ClusterId],
        repairs: &Repairs,
        search: &Search,
    ) -> Result<Self, PlaceError> {
        let ids = clusters.iter().map(|&cluster| problem.instance.clusters[cluster].id.clone());
        let mut keeping = Self { clusters: ids.collect(), price: None, is_proven: false };
        // Changes are needed with the clusters, and perhaps without them too: the two plans are not comparable.
        let kept = repairs.repairs.first().filter(|first| first.changes.is_empty());
        let Some((score, bound)) = kept.and_then(|kept| kept.score.zip(kept.score_bound)) else {
            return Ok(keeping);
        };
        let free = problem.under(Condition::everyone(&problem.instance));
        let search = search.with_budget(search.budget.turn(1, 0));
        if let SearchOutcome::Plan(known) = find(&free, &search, &|_| {})?
            && let Some(level) = known.levels.iter().find(|level| level.goal == Goal::Total)
        {
            let price = score - level.bound;
            // The demand saves nothing, so that an upper bound of 0 is a proof.
            keeping.is_proven = price == 0 || (score == bound && level.value == level.bound);
            keeping.price = Some(price);
        }
        Ok(keeping)
    }
}
