//! The level of the longest journey: the shortest limit within which there is a plan that holds the levels before.

use super::TUNING;
use super::level::Levels;
use crate::base::{Metres, is_within_gap};
use crate::instance::Goal;
use crate::problem::Condition;
use crate::solve::decomposition::{self, Begin};
use crate::solve::mip::{LevelAnswer, MipSettings, Progress};
use crate::solve::outcome::SearchOutcome;
use crate::solve::{Budget, PlaceError};

impl Levels<'_> {
    /// Minimises the longest journey, and holds it at its value. `to_come` is the number of levels before the points that
    /// are not minimised yet.
    ///
    /// The possible values are the journeys of admissible pairs; each step halves those that are left (Garfinkel, 1971).
    pub(super) fn longest_journey(&mut self, to_come: u32) -> Result<LevelAnswer, PlaceError> {
        let goal = Goal::LongestJourney;
        let mut value = self.value(goal, &self.plan);
        let mut shorter = Vec::new();
        if value > 0 {
            shorter.push(0);
            let candidates = self.admitted.sieve()?;
            let journeys = candidates.pairs.values().filter_map(|pair| Some(pair.journey?.0));
            shorter.extend(journeys.filter(|&journey| journey < value));
            shorter.sort_unstable();
            shorter.dedup();
        }
        let budget = self.search.budget.share(1, to_come + 1);
        // The number of limits within which there is no plan, as is proven.
        let mut without = 0;
        while without < shorter.len()
            && !is_within_gap(value, shorter[without], self.search.gap)
            && !budget.is_exhausted()
        {
            let seconds = budget.elapsed().as_secs_f64();
            let (best, bound) = (Some(value), shorter[without]);
            (self.on_progress)(&Progress { level: goal, seconds, best, bound, better: None });
            let limit = shorter[usize::midpoint(without, shorter.len() - 1)];
            match self.within(limit, &budget)? {
                Some(true) => {
                    value = self.value(goal, &self.plan);
                    shorter.truncate(shorter.partition_point(|&journey| journey < value));
                }
                Some(false) => without = shorter.partition_point(|&journey| journey <= limit),
                None => break,
            }
        }
        let bound = shorter.get(without).copied().unwrap_or(value);
        self.admitted = self.admitted.under([Condition::JourneysWithin(Metres(value))]);
        Ok(LevelAnswer { goal, value, bound })
    }

    /// Whether there is a plan without a longer journey that holds the levels before, which becomes the best plan;
    /// `None` where the budget is exhausted before that is known.
    fn within(&mut self, limit: i64, budget: &Budget) -> Result<Option<bool>, PlaceError> {
        for _ in 0..TUNING.rounds {
            let held = self.held_at(TUNING.unit);
            let condition = Condition::JourneysWithin(Metres(limit));
            let problem =
                self.admitted.under([condition]).weighed(self.weights(false, TUNING.unit));
            let onlooker = self.search.onlooker(self.problem);
            let (plan, below) = (Some(&self.plan), Some(held + 1));
            let begin = Begin { plan, multipliers: None, below, onlooker };
            let settings = self.search.mip_settings();
            let settings = MipSettings { gap: 0.0, ..settings };
            let result = decomposition::search(&problem, settings, budget, &begin, &|_| {})?;
            match result.outcome {
                SearchOutcome::Infeasible => return Ok(Some(false)),
                SearchOutcome::Plan(found) if found.levels[0].value <= held => {
                    if !self.raise_what_is_not_held(&found.assignment) {
                        self.plan = found.assignment;
                        return Ok(Some(true));
                    }
                }
                _ if result.bound > held => return Ok(Some(false)),
                _ => return Ok(None),
            }
        }
        Ok(None)
    }
}
