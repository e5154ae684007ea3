//! The state of a search and the order of its steps: ascent, plans, restricted problems, and
//! closing the gap.

use super::tuning::{MOST_PAIRS, NearReach, TUNING};
use crate::base::{IdVec, is_within_gap};
use crate::instance::Goal;
use crate::model::candidates::OptionId;
use crate::plan::assignment::Assignment;
use crate::solve::best_so_far::Onlooker;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::ascent::{AscentStatus, SubgradientAscent};
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::least_left_out::least_left_out;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::bound::start::Begin;
use crate::solve::mip::{MipSettings, Progress, SolveError};
use crate::verify::{Verdict, verify_assignment};

/// A search under way.
pub struct DecompositionSearch<'a> {
    pub(super) core: &'a Core<'a>,
    pub(super) settings: MipSettings,
    pub(super) budget: Budget,
    pub(super) on_progress: &'a (dyn Fn(&Progress) + Sync),
    pub(super) ascent: SubgradientAscent<'a>,
    /// How often the relaxed solutions used each option.
    pub(super) times_used: IdVec<OptionId, u32>,
    /// Restricted problems of often used options so far.
    pub(super) programs: usize,
    /// The options of the plan that the search starts from, which may break rules.
    start: Vec<OptionId>,
    onlooker: Option<Onlooker<'a>>,
    pub(super) plan: Option<(Assignment, i64)>,
    /// Only plans below this cost are wanted.
    below: Option<i64>,
    pub(super) bound: i64,
    /// The best multipliers of the earlier search, over the same core without the row on students left out.
    earlier: Option<Multipliers>,
    pub(super) has_no_plan: bool,
    /// Whether everything that a better plan may consist of has been searched, as far as the
    /// budget allowed.
    pub(super) is_closed: bool,
}

impl<'a> DecompositionSearch<'a> {
    pub(super) fn new(
        core: &'a Core,
        settings: MipSettings,
        budget: &Budget,
        begin: &Begin<'a>,
        on_progress: &'a (dyn Fn(&Progress) + Sync),
    ) -> Self {
        let mut search = Self {
            core,
            settings,
            budget: budget.clone(),
            on_progress,
            ascent: begin.ascent(core, budget),
            times_used: IdVec::filled(0, core.options.len()),
            programs: 0,
            start: Vec::new(),
            onlooker: begin.onlooker,
            plan: None,
            below: begin.below,
            bound: 0,
            earlier: None,
            has_no_plan: false,
            is_closed: false,
        };
        if let Some(plan) = begin.plan {
            search.adopt(plan.clone());
            search.start = search.options_of(plan);
        }
        search
    }

    /// Makes a first bound and plans, or finds that there is no plan.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub(super) fn begin(&mut self) -> Result<(), SolveError> {
        if self.core.is_decided() {
            self.place(&RestrictedProblem::all(self.core));
            if !self.is_done() && self.take_duals() {
                self.rise()?;
                // A gap that is still open here is one that an ascent would not close either.
                self.is_closed = true;
                return Ok(());
            }
        }
        if self.plan.is_none() && !self.start.is_empty() {
            // Also a plan that breaks rules, or has places for fewer students, says which clusters are good together.
            let (start, multipliers) =
                (std::mem::take(&mut self.start), self.multipliers().clone());
            // What the plan says of the multipliers replaces them only if it is better.
            self.ascent.visit(&multipliers);
            self.improve_from(&start, &multipliers);
        }
        self.has_no_plan = self.ascend_in_slices() == AscentStatus::Infeasible;
        if let Some(earlier) = self.earlier.take() {
            self.ascent.visit(&earlier);
        } else if self.is_open_to_programs() {
            self.solve_near(TUNING.quick)?;
            if self.is_worth_a_program() {
                self.solve_early()?;
            }
        }
        Ok(())
    }

    /// Solves a program over often used options, and ascends again if it has found a better plan.
    fn solve_early(&mut self) -> Result<(), SolveError> {
        let before = self.value();
        let (part, of) = TUNING.early_share;
        self.solve_often_used(&self.budget.share(part, of))?;
        if self.value() != before && !self.is_done() {
            // A better plan is a better target.
            self.ascent.refresh();
            self.ascend(TUNING.further_steps, TUNING.short);
        }
        Ok(())
    }

    /// Whether to look for a plan by integer programs over parts: neither branching nor the whole program comes next, and
    /// the parts are not too large either.
    fn is_open_to_programs(&self) -> bool {
        let pairs = self.core.pairs();
        let has_right_size = pairs > TUNING.small_pairs && pairs <= MOST_PAIRS;
        has_right_size && !self.has_few_options() && self.is_open()
    }

    /// Whether to look for a plan by an integer program over often used options: none is nearly good enough yet.
    fn is_worth_a_program(&self) -> bool {
        self.is_open_to_programs() && !self.is_within(TUNING.near)
    }

    /// Whether to close the gap by a tightened relaxation: where the linear relaxation is not too large.
    pub(super) fn is_worth_tightening(&self) -> bool {
        self.core.pairs() <= TUNING.tightened_pairs && self.is_open()
    }

    /// Whether so few clusters are used that branching on their schools closes the gap: there the linear relaxation, which
    /// mixes parts of many options, proves little.
    pub(super) fn has_few_clusters(&self) -> bool {
        let clusters = self.ascent.best().chosen.len();
        clusters <= TUNING.few_clusters
            && self.core.pairs() <= TUNING.few_clusters_pairs
            && self.is_open()
    }

    /// Whether the gap is still to be closed.
    fn is_open(&self) -> bool {
        !self.has_no_plan && !self.is_closed && !self.is_done()
    }

    pub(super) fn has_few_options(&self) -> bool {
        self.core.is_flow() && self.core.options.len() <= TUNING.few_options
    }

    /// The least number of students that any plan leaves out, where it is worth knowing; else 0.
    pub(super) fn least_left_out(&self) -> i64 {
        let Some((plan, _)) = self.plan() else { return 0 };
        if self.is_closed
            || self.is_done()
            || !self.is_within(TUNING.close)
            || self.core.pairs() > MOST_PAIRS
        {
            return 0;
        }
        let all: i64 = self.core.entries.values().map(|entry| entry.count).sum();
        let placed: i64 = plan.placements.iter().map(|placement| placement.count).sum();
        if all == placed {
            return 0;
        }
        let share = self.budget.share(1, TUNING.count_parts);
        least_left_out(self.core, all - placed, &share)
    }

    /// The same search over a core that bounds the number of students left out. The multiplier of that
    /// row starts near what leaving one out costs.
    ///
    /// The multipliers that proved the bound so far are evaluated again once the new ascent has ended.
    pub(super) fn with_core<'b>(self, core: &'b Core<'b>) -> DecompositionSearch<'b>
    where
        'a: 'b,
    {
        let least = core.entries.values().filter_map(|entry| entry.left_out).min().unwrap_or(0);
        let multipliers = Multipliers::first(core).with_counts(least / 4 * 3, 0);
        let ascent = SubgradientAscent::from(core, &multipliers).within(&self.budget);
        DecompositionSearch {
            core,
            settings: self.settings,
            budget: self.budget,
            on_progress: self.on_progress,
            ascent,
            times_used: self.times_used,
            programs: self.programs,
            start: self.start,
            onlooker: self.onlooker,
            plan: self.plan,
            below: self.below,
            bound: self.bound,
            earlier: Some(self.ascent.best().multipliers.clone()),
            has_no_plan: self.has_no_plan,
            is_closed: self.is_closed,
        }
    }

    /// Closes the gap between bound and plan, as far as the budget allows.
    pub(super) fn close(&mut self) -> Result<(), SolveError> {
        let pairs = self.core.pairs();
        if self.has_no_plan || self.is_closed {
            return Ok(());
        }
        if pairs > MOST_PAIRS {
            self.ascend_and_improve();
            return Ok(());
        }
        if !self.is_done() && pairs <= TUNING.small_pairs {
            return self.solve_whole();
        }
        let is_near = self.is_within(TUNING.close) || self.core.options.len() <= TUNING.few_left;
        if !self.is_done() && !self.has_few_options() && is_near {
            let (pairs, room) = (TUNING.first_pairs, Some(TUNING.first_room));
            self.solve_near(NearReach { pairs, room, work: None })?;
        }
        self.close_by_programs()
    }

    /// Closes the gap by programs over ever larger parts of what a better plan may consist of, with an ascent before each.
    fn close_by_programs(&mut self) -> Result<(), SolveError> {
        let mut pairs = TUNING.first_pairs;
        let mut ascended_to = None;
        while !self.is_done() && !self.is_closed {
            let target = self.ceiling();
            // Towards the same target an ascent that has converged would end where it is.
            if ascended_to != Some(target) {
                let status = self.ascend_again();
                ascended_to = (status == AscentStatus::Converged).then_some(target);
            }
            if self.is_worth_a_program() {
                self.solve_often_used(&self.budget.share(1, TUNING.often_used_parts))?;
            }
            if !self.is_done() {
                self.solve_near(NearReach { pairs, room: None, work: None })?;
            }
            pairs *= TUNING.more_pairs;
        }
        Ok(())
    }

    /// Ascends towards the best plan, and looks for better ones where that ends.
    fn ascend_again(&mut self) -> AscentStatus {
        self.ascent.refresh();
        // Which options poor multipliers used says little.
        self.times_used.as_mut_slice().fill(0);
        let status = self.ascend(TUNING.further_steps, 0.0);
        self.improve();
        status
    }

    /// The best known plan and its cost.
    pub(super) fn plan(&self) -> Option<(&Assignment, i64)> {
        self.plan.as_ref().filter(|_| !self.has_no_plan).map(|(plan, value)| (plan, *value))
    }

    /// The best multipliers found.
    pub(super) fn multipliers(&self) -> &Multipliers {
        &self.ascent.best().multipliers
    }

    /// Adopts a plan that keeps all rules and is better than the best known one.
    pub(super) fn adopt(&mut self, assignment: Assignment) {
        let Verdict { findings, assignment, assessment, .. } =
            verify_assignment(self.core.problem, assignment);
        let value = assessment.total().0;
        if findings.is_empty() && self.value().is_none_or(|known| value < known) {
            self.show(Some(&assignment));
            self.plan = Some((assignment, value));
        }
    }

    /// Shows a plan that keeps all rules to whoever looks on.
    pub(super) fn show(&self, assignment: Option<&Assignment>) {
        if let Some((onlooker, assignment)) = self.onlooker.zip(assignment) {
            onlooker.show(assignment);
        }
    }

    pub(super) fn value(&self) -> Option<i64> {
        self.plan.as_ref().map(|&(_, value)| value)
    }

    /// The cost below which plans are wanted: that of the best plan, or what the caller asked for.
    pub(super) fn ceiling(&self) -> Option<i64> {
        self.value().into_iter().chain(self.below).min()
    }

    /// Whether the plan is within the gap, or the budget is exhausted.
    pub(super) fn is_done(&self) -> bool {
        self.is_good_enough() || self.budget.is_exhausted()
    }

    pub(super) fn is_good_enough(&self) -> bool {
        self.is_within(self.settings.gap)
    }

    pub(super) fn is_within(&self, gap: f64) -> bool {
        self.ceiling().is_some_and(|most| is_within_gap(most, self.bound, gap))
    }

    pub(super) fn report(&self, best: Option<i64>, bound: i64) {
        let best = best.into_iter().chain(self.value()).min();
        let seconds = self.budget.elapsed().as_secs_f64();
        let bound = best.map_or(bound, |best| bound.min(best));
        (self.on_progress)(&Progress { level: Goal::Total, seconds, best, bound, better: None });
    }
}
