//! The state of a search and the order of its steps: ascent, plans, restricted problems, and
//! closing the gap.

use super::restricted::RestrictedOutcome;
use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::candidates::OptionId;
use crate::plan::assignment::Assignment;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::ascent::{AscentStatus, SubgradientAscent};
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::fixing::Fixing;
use crate::solve::decomposition::bound::least_left_out::least_left_out;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::bound::start::Begin;
use crate::solve::decomposition::primal::improve::LocalSearch;
use crate::solve::decomposition::primal::placing;
use crate::solve::mip::{MipSettings, Progress, SolveError};
use crate::verify::{Verdict, verify_assignment};

/// Parameters of the search.
struct Tuning {
    /// An ascent gets one part in this many of the time and work that are left.
    ascent_parts: u32,
    /// The first restricted problems get one part in this many each.
    first_parts: u32,
    /// Steps of the slices of the first ascent, after each of which plans are made.
    slices: &'static [u32],
    /// All of these slices together get one part in this many.
    slices_parts: u32,
    /// Placings of the local search after a slice.
    placings: usize,
    /// The first ascent ends when steps are as short as this.
    short: f64,
    /// The bound on the number of students left out gets one part in this many.
    count_parts: u32,
    /// Steps of a further ascent, at the most.
    further_steps: u32,
    /// Options in the restricted problem of often used ones, for each that the relaxed solution uses.
    options_per_used: usize,
    /// Pairs of each student in that problem.
    pairs_per_student: usize,
    /// With a plan within this gap, what lies near the bound is searched at once.
    near: f64,
    /// Gap at which a plan of the first restricted problem is good enough.
    first_gap: f64,
    /// Pairs of the first restricted problem near the bound, and the factor to each further one.
    first_pairs: usize,
    more_pairs: usize,
    /// How far above the bound the first of these reaches, as a fraction of it.
    first_room: f64,
    /// Restricted problems are not cut further than what this many points leave.
    smallest_room: i64,
    /// Problems with at most this many pairs go to the integer program as a whole.
    small_pairs: usize,
    /// With at most this many options in all, or left by fixing, what is left is closed by branching on
    /// them, if placing is a flow.
    few_options: usize,
    few_left: usize,
    /// How often a search with too many pairs for any program ascends and places.
    rounds: u32,
    /// Steps between two reports.
    steps_per_report: u32,
}

const TUNING: Tuning = Tuning {
    ascent_parts: 4,
    first_parts: 2,
    slices: &[40, 60, 100, 150, 250, 400, 500],
    slices_parts: 3,
    placings: 100,
    short: 0.004,
    count_parts: 6,
    further_steps: 1_000,
    options_per_used: 3,
    pairs_per_student: 20,
    near: 0.003,
    first_gap: 0.001,
    first_pairs: 4_000,
    more_pairs: 2,
    first_room: 0.0005,
    smallest_room: 2,
    small_pairs: 1_500,
    few_options: 400,
    few_left: 100,
    rounds: 6,
    steps_per_report: 25,
};

/// With more pairs than this no integer program is made.
pub(super) const MOST_PAIRS: usize = 5_000_000;

/// A search under way.
pub struct Search<'a> {
    pub(super) core: &'a Core<'a>,
    pub(super) settings: MipSettings,
    pub(super) budget: Budget,
    pub(super) on_progress: &'a (dyn Fn(&Progress) + Sync),
    pub(super) ascent: SubgradientAscent<'a>,
    /// How often the relaxed solutions used each option.
    times_used: IdVec<OptionId, u32>,
    pub(super) plan: Option<(Assignment, i64)>,
    /// Only plans below this cost are wanted.
    below: Option<i64>,
    pub(super) bound: i64,
    /// Good multipliers of the same core without the row on students left out.
    earlier: Option<Multipliers>,
    pub(super) has_no_plan: bool,
    /// Whether everything that a better plan may consist of has been searched, as far as the
    /// budget allowed.
    pub(super) is_closed: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        core: &'a Core,
        settings: MipSettings,
        budget: &Budget,
        begin: &Begin,
        on_progress: &'a (dyn Fn(&Progress) + Sync),
    ) -> Self {
        let mut search = Self {
            core,
            settings,
            budget: budget.clone(),
            on_progress,
            ascent: begin.ascent(core, budget),
            times_used: IdVec::filled(0, core.options.len()),
            plan: None,
            below: begin.below,
            bound: 0,
            earlier: None,
            has_no_plan: false,
            is_closed: false,
        };
        if let Some(plan) = begin.plan {
            search.adopt(plan.clone());
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
                // Whatever the duals could not close, no ascent closes.
                self.is_closed = true;
                return Ok(());
            }
        }
        self.has_no_plan = self.ascend_in_slices() == AscentStatus::Infeasible;
        if let Some(earlier) = self.earlier.take() {
            self.ascent.visit(&earlier);
        }
        Ok(())
    }

    /// The least number of students that any plan leaves out, where it is worth knowing; else 0.
    pub(super) fn least_left_out(&self) -> i64 {
        let Some((plan, _)) = self.plan() else { return 0 };
        if self.is_closed || self.is_done() || self.core.pairs() > MOST_PAIRS {
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
    /// The multipliers that proved the bound so far are looked at again once the new ascent has ended.
    pub(super) fn with_core<'b>(self, core: &'b Core<'b>) -> Search<'b>
    where
        'a: 'b,
    {
        let least = core.entries.values().filter_map(|entry| entry.left_out).min().unwrap_or(0);
        let multipliers = Multipliers::first(core).with_counts(least / 4 * 3, 0);
        let ascent = SubgradientAscent::from(core, &multipliers).within(&self.budget);
        Search {
            core,
            settings: self.settings,
            budget: self.budget,
            on_progress: self.on_progress,
            ascent,
            times_used: self.times_used,
            plan: self.plan,
            below: self.below,
            bound: self.bound,
            earlier: Some(self.ascent.best().multipliers.clone()),
            has_no_plan: self.has_no_plan,
            is_closed: self.is_closed,
        }
    }

    /// The first ascent, in slices, after each of which plans are made: the first after a few steps, and
    /// better ones as the multipliers get better.
    fn ascend_in_slices(&mut self) -> AscentStatus {
        let share = self.budget.share(1, TUNING.slices_parts);
        for &steps in TUNING.slices {
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

    /// Closes the gap between bound and plan, as far as the budget allows.
    pub(super) fn close(&mut self) -> Result<(), SolveError> {
        let core = self.core;
        if self.has_no_plan || self.is_closed {
            return Ok(());
        }
        if core.pairs() > MOST_PAIRS {
            self.ascend_and_improve();
            return Ok(());
        }
        if !self.is_done() && core.pairs() <= TUNING.small_pairs {
            self.is_closed = true;
            let (gap, budget) = (self.settings.gap, self.budget.clone());
            return self.solve_restricted(
                &RestrictedProblem::all(core),
                gap,
                &budget,
                Some(i64::MAX),
            );
        }
        let has_few_options = core.is_flow() && core.options.len() <= TUNING.few_options;
        if !self.is_done() && !has_few_options {
            self.solve_near(TUNING.first_pairs, Some(TUNING.first_room))?;
        }
        let mut pairs = TUNING.first_pairs;
        let mut is_first = true;
        while !self.is_done() && !self.is_closed {
            self.ascent.refresh();
            self.ascend(TUNING.further_steps, 0.0);
            self.improve();
            if is_first && !has_few_options && !self.is_within(TUNING.near) {
                self.solve_often_used()?;
            }
            is_first = false;
            if !self.is_done() {
                self.solve_near(pairs, None)?;
            }
            pairs *= TUNING.more_pairs;
        }
        Ok(())
    }

    /// The best known plan and its cost.
    pub(super) fn plan(&self) -> Option<(&Assignment, i64)> {
        self.plan.as_ref().filter(|_| !self.has_no_plan).map(|(plan, value)| (plan, *value))
    }

    /// The best multipliers found.
    pub(super) fn multipliers(&self) -> &Multipliers {
        &self.ascent.best().multipliers
    }

    /// Ascends until the step size falls below `shortest`, or a share of the budget is used up.
    fn ascend(&mut self, steps: u32, shortest: f64) -> AscentStatus {
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
        let mut starts = vec![best.chosen];
        if let Some(options) = self.plan.as_ref().map(|(plan, _)| self.options_of(plan)) {
            starts.push(options);
        }
        for start in starts {
            // A search from nothing must end with a plan; it may use what is left of the time.
            let share = self.budget.share_of_time(1, if self.plan.is_some() { 6 } else { 1 });
            let stop = || share.is_exhausted();
            let mut local = LocalSearch::new(self.core, &best.multipliers, TUNING.placings, &stop);
            let Some(improved) = local.run(&start) else { continue };
            if !improved.placed.is_complete() {
                continue;
            }
            self.adopt(improved.placed.assignment);
            // With that many students left out the multipliers of a flow prove next to nothing.
            if self.core.pairs() <= MOST_PAIRS && !self.is_done() {
                self.ascent.visit(&improved.placed.multipliers);
                self.bound = self.bound.max(self.ascent.best().bound);
            }
        }
    }

    /// The options that make up the clusters of a plan.
    fn options_of(&self, plan: &Assignment) -> Vec<OptionId> {
        let is_used = |option: &OptionId| {
            let option = &self.core.problem.options[*option];
            plan.clusters.iter().any(|cluster| {
                cluster.schools == option.schools && cluster.meeting_day == option.meeting_day
            })
        };
        self.core.options.ids().filter(is_used).collect()
    }

    /// Goes on without any integer program: none keeps its time limit with that many pairs.
    fn ascend_and_improve(&mut self) {
        for _ in 0..TUNING.rounds {
            if self.is_done() {
                return;
            }
            self.ascent.refresh();
            self.ascend(TUNING.further_steps, 0.0);
            self.improve();
        }
    }

    /// Places students in all clusters of a restricted problem, of which all are used.
    fn place(&mut self, restricted: &RestrictedProblem) {
        let budget = self.budget.clone();
        let placed = placing::place(self.core, restricted, &|| budget.is_exhausted());
        let Some(placed) = placed else { return };
        self.adopt(placed.assignment);
        if !self.budget.is_exhausted() {
            self.ascent.visit(&placed.multipliers);
            self.bound = self.bound.max(self.ascent.best().bound);
        }
    }

    /// Adopts a plan that keeps all rules and is better than the best known one.
    pub(super) fn adopt(&mut self, assignment: Assignment) {
        let Verdict { findings, assignment, assessment, .. } =
            verify_assignment(self.core.problem, assignment);
        let value = assessment.total().0;
        if findings.is_empty() && self.value().is_none_or(|known| value < known) {
            self.plan = Some((assignment, value));
        }
    }

    /// Solves the restricted problem of the options that the relaxed solutions used most often.
    fn solve_often_used(&mut self) -> Result<(), SolveError> {
        let best = self.ascent.best();
        let most = best.chosen.len() * TUNING.options_per_used;
        let mut options: Vec<OptionId> = self.core.options.ids().collect();
        options.retain(|&option| self.times_used[option] > 0);
        options.sort_by_key(|&option| std::cmp::Reverse(self.times_used[option]));
        options.truncate(most);
        options.sort_unstable();
        let restricted = RestrictedProblem::cheapest(
            self.core,
            &best.multipliers,
            &options,
            TUNING.pairs_per_student,
        );
        let gap = self.settings.gap.max(TUNING.first_gap);
        self.solve_restricted(&restricted, gap, &self.budget.share(1, TUNING.first_parts), None)
    }

    /// Solves the restricted problem of plans close to the bound: up to a number of pairs, or up
    /// to the value of the best plan if that takes fewer. Whatever is outside costs at least its
    /// ceiling, so that its bound holds for the whole problem up to there.
    fn solve_near(&mut self, pairs: usize, room: Option<f64>) -> Result<(), SolveError> {
        let Some(known) = self.ceiling() else {
            if room.is_some() {
                return Ok(());
            }
            self.is_closed = true;
            let (gap, budget) = (self.settings.gap, self.budget.clone());
            return self.solve_restricted(
                &RestrictedProblem::all(self.core),
                gap,
                &budget,
                Some(i64::MAX),
            );
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
                self.is_closed = bound + room == known;
                let (gap, budget) = if self.is_closed {
                    (self.settings.gap, self.budget.clone())
                } else {
                    (0.0, self.budget.share(1, TUNING.first_parts))
                };
                return self.solve_restricted(&restricted, gap, &budget, Some(bound + room));
            }
            room /= 2;
        }
    }

    /// Solves a restricted problem. With a ceiling, no plan outside it costs less than that.
    pub(super) fn solve_restricted(
        &mut self,
        restricted: &RestrictedProblem,
        gap: f64,
        budget: &Budget,
        ceiling: Option<i64>,
    ) -> Result<(), SolveError> {
        let proven = |bound: i64| ceiling.map_or(0, |ceiling| bound.min(ceiling));
        let watch = |progress: &Progress| {
            self.report(progress.best, self.bound.max(proven(progress.bound)));
        };
        let start = self.plan.as_ref().map(|(plan, _)| plan);
        let settings = MipSettings { gap, ..self.settings };
        let solved = match restricted.solve(self.core, settings, budget, start, &watch) {
            // A plan that is known is not lost because a solver is at fault later on.
            Err(_) if self.plan.is_some() => return Ok(()),
            solved => solved?,
        };
        match solved {
            RestrictedOutcome::Plan { assignment, value, bound, .. } => {
                self.bound = self.bound.max(proven(bound));
                if self.value().is_none_or(|known| value < known) {
                    self.plan = Some((assignment, value));
                }
            }
            RestrictedOutcome::Infeasible => match (self.ceiling(), ceiling) {
                (Some(most), Some(ceiling)) => self.bound = self.bound.max(ceiling.min(most)),
                // A part that reaches no further than a ceiling is not all there is.
                (None, Some(i64::MAX)) => self.has_no_plan = true,
                (None, Some(ceiling)) => self.bound = self.bound.max(ceiling),
                (_, None) => {}
            },
            RestrictedOutcome::Nothing(_) => {}
        }
        Ok(())
    }

    pub(super) fn value(&self) -> Option<i64> {
        self.plan.as_ref().map(|&(_, value)| value)
    }

    /// The cost below which plans are of interest.
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

    fn is_within(&self, gap: f64) -> bool {
        self.ceiling().is_some_and(|most| is_near(most, self.bound, gap))
    }

    pub(super) fn report(&self, best: Option<i64>, bound: i64) {
        let best = best.into_iter().chain(self.value()).min();
        let seconds = self.budget.elapsed().as_secs_f64();
        let bound = best.map_or(bound, |best| bound.min(best));
        (self.on_progress)(&Progress { level: Goal::Total, seconds, best, bound });
    }
}

/// Whether a value is within a fraction of its bound.
pub(super) fn is_near(value: i64, bound: i64, gap: f64) -> bool {
    (value - bound) as f64 <= gap * value.max(1) as f64
}
