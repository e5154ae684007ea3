//! Which of many placings of least cost: the one in which the fewest are elsewhere than in a plan.

use super::{MISSING, Placed, Placer};
use crate::base::IdVec;
use crate::instance::StudentId;
use crate::model::candidates::OptionId;
use crate::plan::assignment::{Assignment, Placement};
use crate::solve::flow::ArcId;

/// What counts as elsewhere than in a plan, for the network of a [`Placer`].
pub struct AwayFrom<'a> {
    plan: &'a Assignment,
    /// For each arc 1 if it has students at a school, or left out, where the plan has none of their entry, else 0.
    arcs: IdVec<ArcId, i64>,
}

impl AwayFrom<'_> {
    fn has(&self, placement: &Placement) -> bool {
        let place = (placement.student, placement.school);
        let placements = &self.plan.placements;
        placements.binary_search_by_key(&place, |one| (one.student, one.school)).is_ok()
    }
}

impl Placer<'_> {
    /// What counts as elsewhere than in a plan.
    pub fn away_from<'p>(&self, plan: &'p Assignment) -> AwayFrom<'p> {
        let core = self.core;
        let mut away = AwayFrom { plan, arcs: IdVec::filled(0, self.simplex.network().arcs()) };
        for way in &self.ways {
            let (student, school) = (way.student, core.sites[way.site].school);
            let is_away = !away.has(&Placement { student, school, count: 1 });
            away.arcs[way.arc] = i64::from(is_away);
        }
        let mut left_out: IdVec<StudentId, i64> =
            core.entries.values().map(|entry| entry.count).collect();
        for one in &plan.placements {
            left_out[one.student] -= one.count;
        }
        for (student, &arc) in self.left_out.iter() {
            away.arcs[arc] = i64::from(left_out[student] == 0);
        }
        away
    }

    /// A placing as cheap as the one that was found last in some options, with the fewest students elsewhere than in a
    /// plan.
    pub fn nearest(&self, away: &AwayFrom, options: &[OptionId], placed: Placed) -> Placed {
        let placements = placed.assignment.placements.iter();
        let elsewhere: i64 = placements.filter(|one| !away.has(one)).map(|one| one.count).sum();
        let left_out: i64 =
            self.left_out.values().map(|&arc| away.arcs[arc] * self.simplex.flow(arc)).sum();
        // Whoever is demanded elsewhere moves in any case.
        if elsewhere + left_out <= 1 {
            return placed;
        }
        let Some(flows) = self.simplex.optimal_by(&away.arcs) else { return placed };
        let missing = self.missing.unwrap_or(MISSING);
        let nearest = self.placed_by(&flows, options, missing);
        // What clusters lack or have too much of may be priced otherwise than in the flow.
        if nearest.cost <= placed.cost { nearest } else { placed }
    }
}
