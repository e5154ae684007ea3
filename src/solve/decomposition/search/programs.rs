//! Integer programs over parts of the problem: what the relaxed solutions often use, and what lies near the
//! bound.

use super::driver::DecompositionSearch;
use super::restricted::{RestrictedOutcome, WholeNumbers};
use super::tuning::{NearReach, TUNING};
use crate::model::candidates::OptionId;
use crate::plan::assignment::Assignment;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::fixing::Fixing;
use crate::solve::mip::{MipSettings, Progress, SolveError};

/// What is known about the plans outside a restricted problem.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Outside {
    /// Nothing: bounds of the restricted problem say nothing about the whole one.
    Unknown,
    /// Each costs at least this, so that up to here the bounds hold for the whole problem.
    AtLeast(i64),
    /// There are none: the restricted problem is the whole one.
    Nothing,
}

impl Outside {
    /// What a bound of the restricted problem proves about the whole one; no plan costs less than 0.
    fn proven(self, bound: i64) -> i64 {
        match self {
            Self::Unknown => 0,
            Self::AtLeast(ceiling) => bound.min(ceiling),
            Self::Nothing => bound,
        }
    }
}

impl DecompositionSearch<'_> {
    /// Solves the restricted problem of the options that the best plan uses, and of those that the relaxed
    /// solutions used most often. The first one is small enough to be solved nearly to its end; each further
    /// one is larger.
    pub(super) fn solve_often_used(&mut self, budget: &Budget) -> Result<(), SolveError> {
        let best = self.ascent.best();
        let round = self.programs;
        let most = best.chosen.len() * (TUNING.options_per_ten + round * TUNING.more_options) / 10;
        let mut options: Vec<OptionId> = self.core.options.ids().collect();
        options.retain(|&option| self.times_used[option] > 0);
        options.sort_by_key(|&option| std::cmp::Reverse(self.times_used[option]));
        options.truncate(most);
        // With what the best plan uses the program begins with a plan, and combines it with the others.
        let plan = self.plan.as_ref().map(|(plan, _)| plan);
        options.extend(plan.into_iter().flat_map(|plan| self.options_of(plan)));
        options.sort_unstable();
        options.dedup();
        let mut restricted = RestrictedProblem::cheapest(
            self.core,
            &best.multipliers,
            &options,
            TUNING.pairs_per_student + round * TUNING.more_pairs_per_student,
        );
        if let Some(plan) = plan {
            restricted.add_pairs_of(self.core, plan);
        }
        self.programs += 1;
        let first_gap = if self.is_worth_tightening() {
            TUNING.first_gap_before_relaxation
        } else {
            TUNING.first_gap
        };
        let gap = self.settings.gap.max(first_gap);
        self.solve_restricted(&restricted, gap, budget, Outside::Unknown)
    }

    /// Solves the restricted problem of plans close to the bound. It reaches as high as a number of pairs
    /// allows, and at most up to the value of the best plan. Every plan outside costs at least its ceiling, so that
    /// its bound holds for the whole problem up to there.
    pub(super) fn solve_near(&mut self, reach: NearReach) -> Result<(), SolveError> {
        let NearReach { pairs, room, work } = reach;
        let Some(known) = self.ceiling() else {
            if room.is_some() {
                return Ok(());
            }
            return self.solve_whole();
        };
        let multipliers = self.ascent.best().multipliers.clone();
        let bound = self.ascent.best().bound;
        #[expect(clippy::cast_possible_truncation, reason = "a fraction of a bound")]
        let room = room.map_or(i64::MAX, |room| (room * bound as f64) as i64);
        let mut room = room.min(known - bound);
        let fixing = Fixing::new(self.core, &multipliers, bound + room, &self.budget);
        if self.budget.is_exhausted() {
            return Ok(());
        }
        let few = if self.core.options.len() <= TUNING.few_options {
            TUNING.few_options
        } else {
            TUNING.few_left
        };
        loop {
            let restricted = fixing.below(bound + room);
            if bound + room == known && self.core.is_flow() && restricted.options.len() <= few {
                return self.branch(&restricted, &multipliers, bound, known);
            }
            if restricted.pairs() <= pairs || room < TUNING.smallest_room {
                // What can close only a small part of the gap takes time from what makes better plans.
                let is_small = room * TUNING.room_parts < known - bound;
                if work.is_none() && is_small && !self.is_within(TUNING.near) {
                    return Ok(());
                }
                self.is_closed = bound + room == known;
                let (gap, budget) = if self.is_closed {
                    (self.settings.gap, self.budget.clone())
                } else {
                    let share = self.budget.share(1, TUNING.first_parts);
                    (0.0, work.map_or(share.clone(), |most| share.with_work_at_most(most)))
                };
                let outside = Outside::AtLeast(bound + room);
                return self.solve_restricted(&restricted, gap, &budget, outside);
            }
            room /= 2;
        }
    }

    /// Solves the whole problem as one integer program, which closes the search as far as the budget goes.
    pub(super) fn solve_whole(&mut self) -> Result<(), SolveError> {
        self.is_closed = true;
        let (whole, budget) = (RestrictedProblem::all(self.core), self.budget.clone());
        self.solve_restricted(&whole, self.settings.gap, &budget, Outside::Nothing)
    }

    /// Solves a restricted problem and takes its plan, and what its bound proves about the whole problem.
    pub(super) fn solve_restricted(
        &mut self,
        restricted: &RestrictedProblem,
        gap: f64,
        budget: &Budget,
        outside: Outside,
    ) -> Result<(), SolveError> {
        let watch = |progress: &Progress, better: Option<&Assignment>| {
            self.show(better);
            self.report(progress.best, self.bound.max(outside.proven(progress.bound)));
        };
        let start = self.plan.as_ref().map(|(plan, _)| plan);
        let settings = MipSettings { gap, ..self.settings };
        // A program that proves nothing is only to find plans.
        let proves_nothing = outside == Outside::Unknown;
        let whole = if proves_nothing { WholeNumbers::Clusters } else { WholeNumbers::All };
        let solved = match restricted.solve(self.core, settings, budget, whole, start, &watch) {
            // A fault of the solver must not lose a plan that is already known.
            Err(_) if self.plan.is_some() => return Ok(()),
            solved => solved?,
        };
        match solved {
            RestrictedOutcome::Plan { assignment, value, bound, .. } => {
                self.take(assignment, value, outside.proven(bound));
            }
            RestrictedOutcome::Infeasible => match (self.ceiling(), outside) {
                // Only if there is nothing outside does this prove that there is no plan at all.
                (None, Outside::Nothing) => self.has_no_plan = true,
                (Some(most), _) => self.bound = self.bound.max(outside.proven(most)),
                (None, Outside::AtLeast(ceiling)) => self.bound = self.bound.max(ceiling),
                (None, Outside::Unknown) => {}
            },
            RestrictedOutcome::Nothing(_) => {}
        }
        Ok(())
    }

    /// Takes a plan and a bound.
    fn take(&mut self, assignment: Assignment, value: i64, bound: i64) {
        self.bound = self.bound.max(bound);
        if self.value().is_none_or(|known| value < known) {
            self.show(Some(&assignment));
            self.plan = Some((assignment, value));
        }
    }

    /// Closes the gap by a tightened relaxation, as far as its part of the budget goes.
    pub(super) fn close_tightened(&mut self) {
        let Some((plan, value)) = self.plan.clone() else { return };
        // Plans outside the part that is searched cost at least this.
        let ceiling = self.ceiling().unwrap_or(value);
        let watch = |progress: &Progress, better: Option<&Assignment>| {
            self.show(better);
            self.report(progress.best, self.bound.max(progress.bound.min(ceiling)));
        };
        let (part, of) = TUNING.tightened_share;
        let budget = self.budget.share(part, of);
        let multipliers = self.ascent.best().multipliers.clone();
        let fixing = Fixing::new(self.core, &multipliers, ceiling, &budget);
        if budget.is_exhausted() {
            return;
        }
        let better = self.with_plan(fixing.below(ceiling), &plan);
        let likely = self.with_plan(self.likely(&fixing, ceiling), &plan);
        let known = (&plan, value);
        // Where few clusters are to be decided on, what is missing is the proof: the branches of the solver find better
        // plans on the way to it.
        let settings = MipSettings { improves: !self.has_few_options(), ..self.settings };
        let solved = better.solve_tightened(self.core, &likely, settings, &budget, known, &watch);
        // A fault of the solver must not lose the plan that is known.
        if let Ok(Some(RestrictedOutcome::Plan { assignment, value, bound, .. })) = solved {
            self.take(assignment, value, bound.min(ceiling));
        }
    }

    /// What lies so near the bound that it has a given number of pairs.
    fn likely(&self, fixing: &Fixing<'_>, ceiling: i64) -> RestrictedProblem {
        let most = TUNING.likely_pairs_per_student * self.core.entries.len();
        let bound = self.ascent.best().bound;
        let mut room = (ceiling - bound).max(1);
        loop {
            let likely = fixing.below(bound + room);
            if likely.pairs() <= most || room < TUNING.smallest_room {
                return likely;
            }
            room /= 2;
        }
    }

    /// A restricted problem with a plan in it.
    fn with_plan(&self, mut restricted: RestrictedProblem, plan: &Assignment) -> RestrictedProblem {
        restricted.options.extend(self.options_of(plan));
        restricted.options.sort_unstable();
        restricted.options.dedup();
        restricted.add_pairs_of(self.core, plan);
        restricted
    }
}
