//! Ascents to better multipliers, and the plans that local search makes of what the relaxed solutions use.

use super::driver::DecompositionSearch;
use super::tuning::{MOST_PAIRS, TUNING};
use crate::model::candidates::OptionId;
use crate::plan::assignment::Assignment;
use crate::solve::decomposition::bound::ascent::{AscentStatus, Best};
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::primal::improve::LocalSearch;
use crate::solve::decomposition::primal::placing;

impl DecompositionSearch<'_> {
    /// The first ascent, in slices, after each of which plans are made: the first after a few steps, and
    /// better ones as the multipliers get better.
    pub(super) fn ascend_in_slices(&mut self) -> AscentStatus {
        let share = self.budget.share(1, TUNING.slices_parts);
        let is_large = self.core.pairs() > MOST_PAIRS;
        let slices = if is_large { TUNING.slices_of_many } else { TUNING.slices };
        for &steps in slices {
            if self.is_done() || (share.is_exhausted() && self.plan.is_some()) {
                break;
            }
            match self.ascend(steps, TUNING.short) {
                AscentStatus::Infeasible => return AscentStatus::Infeasible,
                status => {
                    self.improve();
                    if status == AscentStatus::Converged {
                        break;
                    }
                }
            }
        }
        AscentStatus::Running
    }

    /// Ascends until the step size falls below `shortest`, or a share of the budget is used up.
    pub(super) fn ascend(&mut self, steps: u32, shortest: f64) -> AscentStatus {
        let share = self.budget.share(1, TUNING.ascent_parts);
        for taken in 0..steps {
            share.spend(1);
            let (status, solution) = self.ascent.step(self.ceiling());
            if status == AscentStatus::Infeasible {
                return status;
            }
            for &option in &solution.chosen {
                self.times_used[option] += 1;
            }
            self.bound = self.bound.max(self.ascent.best().bound);
            if taken % TUNING.steps_per_report == 0 {
                self.report(None, self.bound);
            }
            if status == AscentStatus::Converged || self.ascent.step_size() < shortest {
                return AscentStatus::Converged;
            }
            if share.is_exhausted() || self.is_done() {
                break;
            }
        }
        AscentStatus::Running
    }

    /// Makes plans by local search: from the options that the relaxed solution uses, and from those that
    /// the best plan uses.
    pub(super) fn improve(&mut self) {
        if self.is_done() {
            return;
        }
        let best = self.ascent.best().clone();
        if self.plan.is_none() {
            self.find_first_plan(&best);
        }
        let plan = self.plan.iter().map(|(plan, _)| self.options_of(plan));
        let starts: Vec<_> = plan.chain([best.chosen]).collect();
        for start in starts {
            self.improve_from(&start, &best.multipliers);
        }
    }

    /// Makes a plan by local search from some options, and takes the multipliers that it ends with if they are better.
    pub(super) fn improve_from(&mut self, start: &[OptionId], multipliers: &Multipliers) {
        // A search without a plan may use all the time that is left.
        let share = self.budget.share_of_time(1, if self.plan.is_some() { 6 } else { 1 });
        let stop = || share.is_exhausted();
        let mut local =
            LocalSearch::new(self.core, multipliers, TUNING.placings, &stop).within(&share);
        let Some(improved) = local.run(start) else { return };
        if !improved.placed.is_complete() {
            return;
        }
        self.adopt(improved.placed.assignment);
        if !self.is_done() {
            let multipliers = improved.placed.multipliers;
            self.ascent.visit(&multipliers.with_clearing_prices(self.core, &improved.options));
            self.bound = self.bound.max(self.ascent.best().bound);
        }
    }

    /// Makes a plan as soon as possible, before anything that takes longer and makes a better one: of what the
    /// relaxed solution uses.
    fn find_first_plan(&mut self, best: &Best) {
        let budget = self.budget.clone();
        let stop = || budget.is_exhausted();
        let mut local = LocalSearch::new(self.core, &best.multipliers, TUNING.placings, &stop);
        let first = local.first(&best.chosen);
        if let Some(first) = first.filter(|first| first.placed.is_complete()) {
            self.adopt(first.placed.assignment);
            self.report(None, self.bound);
        }
    }

    /// The options that make up the clusters of a plan.
    pub(super) fn options_of(&self, plan: &Assignment) -> Vec<OptionId> {
        let is_used = |option: &OptionId| {
            let option = &self.core.problem.options[*option];
            plan.clusters.iter().any(|cluster| {
                cluster.schools == option.schools && cluster.meeting_day == option.meeting_day
            })
        };
        self.core.options.ids().filter(is_used).collect()
    }

    /// Goes on without integer programs, for problems with so large a number of pairs that no solver keeps
    /// its time limit.
    pub(super) fn ascend_and_improve(&mut self) {
        for _ in 0..TUNING.rounds {
            if self.is_done() {
                return;
            }
            self.ascent.refresh();
            self.ascend(TUNING.further_steps, 0.0);
            self.improve();
        }
    }

    /// Places students in a restricted problem of which all options are used, and adopts the plan.
    pub(super) fn place(&mut self, restricted: &RestrictedProblem) {
        let budget = self.budget.clone();
        let placed = placing::place(self.core, restricted, &|| budget.is_exhausted());
        let Some(placed) = placed else { return };
        self.adopt(placed.assignment);
        if !self.budget.is_exhausted() {
            self.ascent.visit(&placed.multipliers);
            self.bound = self.bound.max(self.ascent.best().bound);
        }
    }
}
