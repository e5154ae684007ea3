//! Which of many placings of least cost: the one in which the fewest are elsewhere than in a plan.

use super::{MISSING, Placed, Placer};
use crate::base::IdVec;
use crate::model::candidates::OptionId;
use crate::plan::assignment::Assignment;
use crate::solve::flow::ArcId;

impl Placer<'_> {
    /// A placing as cheap as the one that was found last in some options, in which the fewest are at a school, or left out,
    /// where a plan has none of their entry.
    pub fn nearest_to(&self, plan: &Assignment, options: &[OptionId], placed: Placed) -> Placed {
        let core = self.core;
        let mut away: IdVec<ArcId, i64> = IdVec::filled(0, self.simplex.network().arcs());
        for way in self.members.iter().chain(&self.others) {
            let here = (way.student, core.sites[way.site].school);
            let found =
                plan.placements.binary_search_by_key(&here, |one| (one.student, one.school));
            away[way.arc] = i64::from(found.is_err());
        }
        let mut left_out: IdVec<_, i64> = core.entries.values().map(|one| one.count).collect();
        for one in &plan.placements {
            left_out[one.student] -= one.count;
        }
        for (student, &arc) in self.left_out.iter() {
            away[arc] = i64::from(left_out[student] == 0);
        }
        let Some(flows) = self.simplex.optimal_by(&|arc| away[arc]) else { return placed };
        let missing = self.missing.unwrap_or(MISSING);
        let nearest = self.placed_by(&|arc| flows[arc], options, missing);
        // What clusters lack or have too much of may be priced otherwise than in the flow.
        if nearest.cost <= placed.cost { nearest } else { placed }
    }
}
