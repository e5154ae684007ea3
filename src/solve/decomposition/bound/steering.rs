//! One step of a subgradient method over the multipliers of a core: the direction, and the walk along it.

use super::core::Core;
use super::multipliers::{MOST, Multipliers};
use super::point::Point;
use super::relaxation::LagrangianSolution;
use crate::base::Id;

/// Parameters of a step.
struct Tuning {
    /// The factor of the direction before in the new one.
    deflection: f64,
    /// A place's multiplier moves at this pace: one step changes many students of a school at once.
    place_pace: f64,
    /// Likewise for the rows that count, each of which weighs on all students or options.
    count_pace: f64,
    /// Likewise for the row on the students in clusters, of whom there are hundreds.
    share_pace: f64,
}

const TUNING: Tuning =
    Tuning { deflection: 0.97, place_pace: 0.3, count_pace: 0.1, share_pace: 0.02 };

/// Multipliers under way, and the direction in which they move.
pub struct Steering {
    here: Point,
    direction: Point,
    is_flow: bool,
}

impl Steering {
    /// At some multipliers, without a direction.
    pub fn from(core: &Core, multipliers: &Multipliers) -> Self {
        let (here, direction) = (Point::of(multipliers), Point::zero(core));
        Self { here, direction, is_flow: core.is_flow() }
    }

    /// The multipliers, rounded to whole points.
    pub fn multipliers(&self) -> Multipliers {
        self.here.rounded()
    }

    /// Turns the direction towards the subgradient at the multipliers that a solution belongs to.
    pub fn turn(&mut self, core: &Core, solution: &LagrangianSolution) {
        let subgradient = self.subgradient(core, solution);
        self.direction.scale(TUNING.deflection);
        self.direction.add(&subgradient);
    }

    /// The squared length of the direction, as far as multipliers may move along it.
    pub fn squared_length(&self, core: &Core) -> f64 {
        let (direction, here) = (&self.direction, &self.here);
        let mut norm = 0.0;
        for id in core.entries.ids() {
            let (at, by) = (id.index(), direction.student[id.index()]);
            let most = here.left_out_price(core, id);
            let is_highest = most.is_some_and(|most| here.student[at] >= most);
            if !(is_highest && by > 0.0) {
                norm += by * by;
            }
        }
        for (&by, &from) in direction.place.iter().zip(&here.place) {
            if by > 0.0 || from > 0.0 {
                norm += TUNING.place_pace * by * by;
            }
        }
        for (by, from) in [(direction.left_out, here.left_out), (direction.cover, here.cover)] {
            if by > 0.0 || from > 0.0 {
                norm += TUNING.count_pace * by * by;
            }
        }
        let (by, from) = (direction.share, here.share);
        let is_highest = core.share.is_none_or(|share| from >= share.highest(MOST) as f64);
        if (by > 0.0 && !is_highest) || (by < 0.0 && from > 0.0) {
            norm += TUNING.share_pace * by * by;
        }
        norm
    }

    /// Steps along the direction, within the range of each multiplier.
    pub fn walk(&mut self, core: &Core, step: f64) {
        let (direction, here) = (&self.direction, &mut self.here);
        let by_count = step * TUNING.count_pace;
        here.left_out = (here.left_out + by_count * direction.left_out).max(0.0);
        here.cover = (here.cover + by_count * direction.cover).max(0.0);
        let highest = core.share.map_or(0.0, |share| share.highest(MOST) as f64);
        let by_share = step * TUNING.share_pace * direction.share;
        here.share = (here.share + by_share).clamp(0.0, highest);
        for id in core.entries.ids() {
            let most = here.left_out_price(core, id);
            let multiplier = &mut here.student[id.index()];
            *multiplier += step * direction.student[id.index()];
            if let Some(most) = most {
                *multiplier = multiplier.min(most);
            }
        }
        for (multiplier, by) in here.place.iter_mut().zip(&direction.place) {
            *multiplier = (*multiplier + step * TUNING.place_pace * by).max(0.0);
        }
    }

    /// The subgradient at the multipliers that a solution belongs to.
    ///
    /// A student whose multiplier is what leaving out costs may as well be left out: of the subgradients
    /// there, the one with unmet students left out is taken. No multiplier can rise further there.
    fn subgradient(&self, core: &Core, solution: &LagrangianSolution) -> Point {
        let mut left_out = solution.left_out as f64;
        let mut uncovered = solution.uncovered as f64;
        let student = core.entries.iter().map(|(id, entry)| {
            let unmet = solution.unmet_demand[id] as f64;
            let is_highest = self
                .here
                .left_out_price(core, id)
                .is_some_and(|most| self.here.student[id.index()] >= most - 0.5);
            if is_highest && unmet > 0.0 {
                left_out += unmet;
                uncovered += if entry.is_member { unmet } else { 0.0 };
                return 0.0;
            }
            unmet
        });
        let student = student.collect();
        // A multiplier that is 0 falls no further.
        let movable = |by: f64, from: f64| if from <= 0.0 { by.max(0.0) } else { by };
        let excess = solution.excess_capacity.values().zip(&self.here.place);
        let place = excess.map(|(&excess, &from)| movable(excess as f64, from));
        let least = core.least_left_out;
        let used = solution.chosen.len() as f64;
        Point {
            student,
            place: place.collect(),
            left_out: if least > 0 {
                movable(least as f64 - left_out, self.here.left_out)
            } else {
                0.0
            },
            // Where others share the places, the row hardly binds, and only slows the ascent.
            cover: core.cover.filter(|_| self.is_flow).map_or(0.0, |cover| {
                let short = cover.clusters as f64 - used - uncovered / cover.remainder as f64;
                movable(short, self.here.cover)
            }),
            share: core.share.map_or(0.0, |share| {
                movable((share.need - solution.in_clusters) as f64, self.here.share)
            }),
        }
    }
}
