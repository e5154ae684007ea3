//! Closing the gap from below, for problems whose clusters are given.
//!
//! The duals of the linear relaxation prove a bound at once. Restricted problems of plans a little
//! above it are solved, reaching higher each time, until one has a plan below its ceiling: no plan
//! is better.

use super::driver::DecompositionSearch;
use super::programs::Outside;
use crate::solve::decomposition::bound::ascent::AscentStatus;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::duals;
use crate::solve::decomposition::bound::fixing::Fixing;
use crate::solve::mip::SolveError;

/// Steps of the ascent from the duals.
const STEPS: u32 = 120;
/// How far above the bound the first restricted problem reaches at the most, as a fraction of it,
/// and the factor to each further one.
const FIRST_ROOM: f64 = 0.0005;
const MORE_ROOM: i64 = 4;
/// Pairs of the first restricted problem at the most, and the factor to each further one.
const FIRST_PAIRS: usize = 1_200;
const MORE_PAIRS: usize = 3;

impl DecompositionSearch<'_> {
    /// Ascends from the duals of the linear relaxation; returns false if there are none.
    pub(super) fn take_duals(&mut self) -> bool {
        let Some(multipliers) = duals::multipliers(self.core, self.settings.solver, &self.budget)
        else {
            return false;
        };
        self.ascent.visit(&multipliers);
        let room = first_room(self.ascent.best().bound);
        let aim = self.ascent.best().bound + room;
        for _ in 0..STEPS {
            self.budget.spend(1);
            let aim = self.ceiling().map_or(aim, |ceiling| ceiling.min(aim));
            if self.ascent.step(Some(aim)).0 != AscentStatus::Running || self.budget.is_exhausted()
            {
                break;
            }
        }
        self.bound = self.bound.max(self.ascent.best().bound);
        true
    }

    /// Solves ever larger restricted problems above the bound, until one contains the best plan.
    pub(super) fn rise(&mut self) -> Result<(), SolveError> {
        let mut room = first_room(self.ascent.best().bound);
        let mut pairs = FIRST_PAIRS;
        while !self.is_done() && !self.is_closed {
            let (restricted, outside) = self.near(room, pairs);
            if restricted.pairs() == self.core.pairs() {
                return self.solve_whole();
            }
            let (gap, budget) = (self.settings.gap, self.budget.clone());
            self.solve_restricted(&restricted, gap, &budget, outside)?;
            self.is_closed = match outside {
                Outside::AtLeast(ceiling) => self.value().is_some_and(|value| value <= ceiling),
                // The search ends even if there is no plan at all, such as where kept clusters cannot be filled.
                Outside::Nothing => true,
                Outside::Unknown => false,
            };
            room = room.saturating_mul(MORE_ROOM);
            pairs = pairs.saturating_mul(MORE_PAIRS);
        }
        Ok(())
    }

    /// The restricted problem of plans below a ceiling, which those outside reach: above the bound by `room`, or
    /// less where a known plan makes that needless or the problem would have too many pairs. It is not
    /// lowered to a bound that is already proven, which would prove nothing.
    fn near(&self, room: i64, pairs: usize) -> (RestrictedProblem, Outside) {
        let best = self.ascent.best();
        let needed = self.ceiling().map_or(i64::MAX, |ceiling| ceiling - best.bound);
        let mut room = room.min(needed).max(1);
        let most = best.bound.saturating_add(room);
        let fixing = Fixing::new(self.core, &best.multipliers, most, &self.budget);
        loop {
            let ceiling = best.bound.saturating_add(room);
            let restricted = fixing.below(ceiling);
            let is_new = ceiling > self.bound;
            if restricted.pairs() <= pairs || room <= 1 || !is_new {
                // No plan costs as much as the highest number, which `saturating_add` stops at.
                let is_highest = ceiling == i64::MAX;
                let outside = if is_highest { Outside::Nothing } else { Outside::AtLeast(ceiling) };
                return (restricted, outside);
            }
            room /= 2;
        }
    }
}

fn first_room(bound: i64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a fraction of a bound")]
    let room = (FIRST_ROOM * bound as f64) as i64;
    room.max(1_000)
}
