//! The search: climb to a good bound, solve a promising part, and close what is left.

use super::restricted::RestrictedOutcome;
use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::candidates::OptionId;
use crate::plan::assignment::Assignment;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::ascent::{AscentStatus, SubgradientAscent};
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::fixing;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::bound::start::Begin;
use crate::solve::decomposition::primal::placing;
use crate::solve::mip::{MipSettings, Progress, SolveError};
use crate::verify::{Verdict, verify_assignment};

/// A climb gets one part in so many of the time and work that are left.
pub(super) const PARTS: u32 = 4;
/// The first parts of the problem get one part in so many each.
const FIRST_PARTS: u32 = 2;
/// Steps of the first climb, at the most.
const FIRST_STEPS: u32 = 1_500;
/// The first climb ends when steps are as short as this.
const FIRST_LENGTH: f64 = 0.02;
/// Steps of a climb towards a known plan, at the most.
const FURTHER_STEPS: u32 = 1_000;
/// Options in the first part, for each that the best relaxed plan uses.
const OPTIONS_PER_USED: usize = 3;
/// Pairs of each student in the first part.
const PAIRS_PER_STUDENT: usize = 20;
/// Pairs of each student in a placing.
const PAIRS_TO_PLACE: usize = 40;
/// Placings until every cluster that is left can be filled, at the most.
const PLACINGS: usize = 8;
/// With a plan this near to the bound, what is near the bound is searched at once.
const NEARLY: f64 = 0.003;
/// How good a plan of the part that was chosen most often is good enough.
const FIRST_GAP: f64 = 0.001;
/// Pairs of the first part near the bound; each further one may have some times more.
const FIRST_PAIRS: usize = 4_000;
const MORE_PAIRS: usize = 2;
/// How far above the bound the first part goes, as a fraction of it.
const FIRST_ROOM: f64 = 0.0005;
/// A part is not made smaller than what this many points leave.
const SMALLEST_ROOM: i64 = 2;
/// Up to so many options a part is closed by branching on them, where placing is a flow.
const FEW_OPTIONS: usize = 100;
/// With more pairs than this no program is made, of whatever part.
pub(super) const MOST_PAIRS: usize = 5_000_000;
/// How often such a search climbs and places.
const CLIMBS: u32 = 6;
/// Steps between two reports.
const STEPS_PER_REPORT: u32 = 25;

/// A search under way.
pub struct Search<'a> {
    pub(super) core: &'a Core<'a>,
    pub(super) settings: MipSettings,
    pub(super) budget: Budget,
    pub(super) on_progress: &'a (dyn Fn(&Progress) + Sync),
    pub(super) ascent: SubgradientAscent<'a>,
    /// How often the owners chose each option on the way.
    times_used: IdVec<OptionId, u32>,
    pub(super) plan: Option<(Assignment, i64)>,
    /// Plans that cost this much or more are not looked for.
    below: Option<i64>,
    pub(super) bound: i64,
    pub(super) has_no_plan: bool,
    /// Whether all that a better plan may consist of has been searched, as far as time allowed.
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
            ascent: begin.ascent(core),
            times_used: IdVec::filled(0, core.options.len()),
            plan: None,
            below: begin.below,
            bound: 0,
            has_no_plan: false,
            is_closed: false,
        };
        if let Some(plan) = begin.plan {
            search.adopt(plan.clone());
        }
        search
    }

    /// Climbs, solves a promising part, and closes what is left.
    pub(super) fn run(&mut self) -> Result<(), SolveError> {
        let core = self.core;
        if core.is_decided() {
            self.place(RestrictedProblem::all(core));
            if !self.is_done() && self.take_duals() {
                return self.rise();
            }
        }
        if !self.is_done() && self.climb(FIRST_STEPS, FIRST_LENGTH) == AscentStatus::Infeasible {
            self.has_no_plan = true;
            return Ok(());
        }
        if !self.is_done() {
            self.place_chosen();
        }
        if core.pairs() > MOST_PAIRS {
            self.climb_and_place();
            return Ok(());
        }
        let has_few_options = core.is_flow() && core.options.len() <= FEW_OPTIONS;
        if !self.is_done() && !has_few_options {
            self.solve_near(FIRST_PAIRS, Some(FIRST_ROOM))?;
        }
        let mut pairs = FIRST_PAIRS;
        let mut is_first = true;
        while !self.is_done() && !self.is_closed {
            self.ascent.refresh();
            self.climb(FURTHER_STEPS, 0.0);
            if is_first && !has_few_options && !self.is_within(NEARLY) {
                self.solve_often_chosen()?;
            }
            is_first = false;
            if !self.is_done() {
                self.solve_near(pairs, None)?;
            }
            pairs *= MORE_PAIRS;
        }
        Ok(())
    }

    /// The best plan that is known, and what it costs.
    pub(super) fn plan(&self) -> Option<(&Assignment, i64)> {
        self.plan.as_ref().filter(|_| !self.has_no_plan).map(|(plan, value)| (plan, *value))
    }

    /// The best prices that are known.
    pub(super) fn multipliers(&self) -> &Multipliers {
        &self.ascent.best().multipliers
    }

    /// Climbs until steps are short, or the time for it is up.
    fn climb(&mut self, steps: u32, shortest: f64) -> AscentStatus {
        let share = self.budget.share(1, PARTS);
        for taken in 0..steps {
            share.spend(1);
            let (step, solution) = self.ascent.step(self.ceiling());
            if step == AscentStatus::Infeasible {
                return step;
            }
            for &option in &solution.chosen {
                self.times_used[option] += 1;
            }
            self.bound = self.bound.max(self.ascent.best().bound);
            if taken % STEPS_PER_REPORT == 0 {
                self.report(None, self.bound);
            }
            let is_over = step == AscentStatus::Converged || self.ascent.length() < shortest;
            if is_over || share.is_exhausted() || self.is_done() {
                break;
            }
        }
        AscentStatus::Running
    }

    /// Places students in the clusters that the best relaxed plan uses, the cheapest pairs only.
    fn place_chosen(&mut self) {
        let best = self.ascent.best();
        let restricted =
            RestrictedProblem::cheapest(self.core, &best.multipliers, &best.chosen, PAIRS_TO_PLACE);
        self.place(restricted);
    }

    /// Goes on without any program: no solver keeps its time with so many pairs.
    fn climb_and_place(&mut self) {
        for _ in 0..CLIMBS {
            if self.is_done() {
                return;
            }
            self.ascent.refresh();
            self.climb(FURTHER_STEPS, 0.0);
            self.place_chosen();
        }
    }

    /// Places students in all clusters of a part, less those that cannot be filled, and climbs on
    /// from what students and places are worth then.
    fn place(&mut self, mut restricted: RestrictedProblem) {
        let budget = self.budget.clone();
        for _ in 0..PLACINGS {
            let Some(placed) = placing::place(self.core, &restricted, &|| budget.is_exhausted())
            else {
                return;
            };
            self.ascent.visit(&placed.multipliers);
            self.bound = self.bound.max(self.ascent.best().bound);
            let before = restricted.options.len();
            let is_kept = |option: &OptionId| self.core.options[*option].kept.is_some();
            restricted.options.retain(|option| is_kept(option) || !placed.short.contains(option));
            if restricted.options.len() == before {
                self.adopt(placed.assignment);
                return;
            }
        }
    }

    /// Takes a plan over where it stands under all rules and is better than what is known.
    pub(super) fn adopt(&mut self, assignment: Assignment) {
        let Verdict { findings, assignment, assessment, .. } =
            verify_assignment(self.core.problem, assignment);
        let value = assessment.total().0;
        if findings.is_empty() && self.value().is_none_or(|known| value < known) {
            self.plan = Some((assignment, value));
        }
    }

    /// Solves the part that the climb came by most often.
    fn solve_often_chosen(&mut self) -> Result<(), SolveError> {
        let best = self.ascent.best();
        let most = best.chosen.len() * OPTIONS_PER_USED;
        let mut options: Vec<OptionId> = self.core.options.ids().collect();
        options.retain(|&option| self.times_used[option] > 0);
        options.sort_by_key(|&option| std::cmp::Reverse(self.times_used[option]));
        options.truncate(most);
        options.sort_unstable();
        let restricted =
            RestrictedProblem::cheapest(self.core, &best.multipliers, &options, PAIRS_PER_STUDENT);
        let gap = self.settings.gap.max(FIRST_GAP);
        self.solve_part(&restricted, gap, &self.budget.share(1, FIRST_PARTS), None)
    }

    /// Solves what plans that cost little more than the bound may consist of: with so many pairs, or
    /// all that a better plan may have if these are fewer. What is left out costs at least the
    /// ceiling, so that the bound holds for the whole up to there.
    fn solve_near(&mut self, pairs: usize, room: Option<f64>) -> Result<(), SolveError> {
        let Some(known) = self.ceiling() else {
            if room.is_some() {
                return Ok(());
            }
            self.is_closed = true;
            let (gap, budget) = (self.settings.gap, self.budget.clone());
            return self.solve_part(
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
        loop {
            let restricted = fixing::residual(self.core, &multipliers, bound + room);
            if bound + room == known
                && self.core.is_flow()
                && restricted.options.len() <= FEW_OPTIONS
            {
                return self.branch(&restricted, &multipliers, bound, known);
            }
            if restricted.pairs() <= pairs || room < SMALLEST_ROOM {
                self.is_closed = bound + room == known;
                let (gap, budget) = if self.is_closed {
                    (self.settings.gap, self.budget.clone())
                } else {
                    (0.0, self.budget.share(1, FIRST_PARTS))
                };
                return self.solve_part(&restricted, gap, &budget, Some(bound + room));
            }
            room /= 2;
        }
    }

    /// Solves a part. With a ceiling, no plan outside the part costs less than that.
    pub(super) fn solve_part(
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

    /// What a plan must cost less than to be of interest.
    pub(super) fn ceiling(&self) -> Option<i64> {
        self.value().into_iter().chain(self.below).min()
    }

    /// Whether the plan is good enough, or the time is up.
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
