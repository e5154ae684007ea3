//! The state of a search level by level, and the search of one level.

use super::{TUNING, worth};
use crate::base::div_ceil;
use crate::instance::Goal;
use crate::plan::assignment::Assignment;
use crate::problem::{Condition, Problem, Weights};
use crate::rules::goals::{self, PlacingGoal};
use crate::solve::decomposition::{self, Begin, Multipliers};
use crate::solve::mip::{LevelAnswer, MipSettings, Progress};
use crate::solve::outcome::{Incumbent, SearchOutcome};
use crate::solve::{Budget, PlaceError, Search};

/// A goal that is held at more than 0.
pub(super) struct HeldGoal {
    goal: Goal,
    value: i64,
    /// What one unit of it costs, as a multiple of what one unit costs in the search of a level.
    factor: i64,
}

/// The levels so far.
pub(super) struct Levels<'a> {
    pub(super) problem: &'a Problem,
    pub(super) search: &'a Search,
    pub(super) on_progress: &'a (dyn Fn(&Progress) + Sync),
    /// The problem in which every goal that is held at 0 is 0.
    pub(super) admitted: Problem,
    pub(super) held: Vec<HeldGoal>,
    /// The best plan by the levels so far.
    pub(super) plan: Assignment,
    pub(super) multipliers: Option<Multipliers>,
}

impl Levels<'_> {
    /// Minimises a count, and holds it at its value. `to_come` is the number of levels before the points that
    /// are not minimised yet.
    pub(super) fn count(&mut self, goal: Goal, to_come: u32) -> Result<LevelAnswer, PlaceError> {
        let mut bound = 0;
        for _ in 0..TUNING.rounds {
            let value = self.value(goal, &self.plan);
            if bound >= value || self.search.budget.is_exhausted() {
                break;
            }
            let unit = TUNING.unit;
            let held = self.held_at(unit);
            let known = held + value * unit;
            // Any bound above one unit less proves the value, since it is whole.
            let gap = (unit - 1) as f64 / known as f64;
            let asked = self.search.gap * (value * unit) as f64 / known as f64;
            let mut weights = self.weights(false, unit);
            weights.goals.push((goal, unit));
            let problem = self.admitted.weighed(weights);
            let shown = Shown { goal, held, unit };
            let share = self.search.budget.share(1, to_come + 1);
            let found = self.run(&problem, gap.max(asked), &share, &shown, None)?;
            let Some(found) = found else { break };
            bound = bound.max(div_ceil(found.levels[0].bound - held, unit)).max(0);
            if !self.raise_what_is_not_held(&found.assignment) {
                if self.value(goal, &found.assignment) < value {
                    self.plan = found.assignment;
                }
                break;
            }
        }
        let value = self.value(goal, &self.plan);
        self.hold(goal, value);
        Ok(LevelAnswer { goal, value, bound: bound.min(value) })
    }

    /// Minimises the sum of all points, of which `bound` is proven already, and after it what chooses among equally good
    /// plans.
    pub(super) fn points(&mut self, mut bound: i64) -> Result<Vec<LevelAnswer>, PlaceError> {
        self.admitted.tie_break.clone_from(&self.problem.tie_break);
        let mut last = None;
        for _ in 0..TUNING.rounds {
            if self.search.budget.is_exhausted() {
                break;
            }
            let unit = worth(self.problem);
            let held = self.held_at(unit);
            let problem = self.admitted.weighed(self.weights(true, unit));
            let known = problem.assess(&problem.tally(&self.plan)).total().0;
            // The gap is asked of the points alone, which are at least their bound.
            let gap = self.search.gap * bound as f64 / known.max(1) as f64;
            let shown = Shown { goal: Goal::Total, held, unit: 1 };
            let multipliers = self.multipliers.take();
            let found =
                self.run(&problem, gap, &self.search.budget, &shown, multipliers.as_ref())?;
            let Some(found) = found else { break };
            bound = bound.max(found.levels[0].bound - held);
            if !self.raise_what_is_not_held(&found.assignment) {
                last = found.levels.get(1).copied();
                self.plan = found.assignment;
                break;
            }
        }
        let value = self.value(Goal::Total, &self.plan);
        let total = LevelAnswer { goal: Goal::Total, value, bound: bound.min(value) };
        let tie_break = self.problem.tie_break.as_ref().map(|tie_break| {
            let value = tie_break.value(&self.problem.tally(&self.plan));
            last.unwrap_or(LevelAnswer { goal: tie_break.goal(), value, bound: 0 })
        });
        Ok(std::iter::once(total).chain(tie_break).collect())
    }

    /// Searches from the best plan for one of a lower score; `None` where nothing was found.
    fn run(
        &mut self,
        problem: &Problem,
        gap: f64,
        budget: &Budget,
        shown: &Shown,
        multipliers: Option<&Multipliers>,
    ) -> Result<Option<Incumbent>, PlaceError> {
        let onlooker = self.search.onlooker(self.problem);
        let begin = Begin { plan: Some(&self.plan), multipliers, below: None, onlooker };
        let settings = MipSettings { gap, ..self.search.mip_settings() };
        let on_progress = |progress: &Progress| (self.on_progress)(&shown.of(progress));
        let result = decomposition::search(problem, settings, budget, &begin, &on_progress)?;
        if shown.goal == Goal::Total {
            self.multipliers = result.multipliers;
        }
        Ok(match result.outcome {
            SearchOutcome::Plan(incumbent) => Some(incumbent),
            SearchOutcome::Infeasible | SearchOutcome::NothingFound(_) => None,
        })
    }

    pub(super) fn value(&self, goal: Goal, plan: &Assignment) -> i64 {
        let tally = self.problem.tally(plan);
        goals::value(goal, &tally, &self.problem.assess(&tally))
    }

    /// Holds a goal at its value in the levels to come.
    fn hold(&mut self, goal: Goal, value: i64) {
        if value > 0 {
            for earlier in &mut self.held {
                earlier.factor *= TUNING.raise;
            }
            self.held.push(HeldGoal { goal, value, factor: 1 });
            return;
        }
        self.admitted = match goal {
            Goal::Unplaced => self.admitted.under(Condition::everyone(&self.problem.instance)),
            Goal::Clusters => self.admitted.with_options(|option| !option.is_new()),
            goal => self.admitted.under(PlacingGoal::of(goal).map(Condition::Without)),
        };
    }

    /// The prices of what is held; `unit` are the points for a factor of 1.
    pub(super) fn weights(&self, points: bool, unit: i64) -> Weights {
        let prices = self.held.iter().map(|held| (held.goal, held.factor.saturating_mul(unit)));
        Weights { points, goals: prices.collect() }
    }

    /// What is held costs, at the values that it is held at.
    pub(super) fn held_at(&self, unit: i64) -> i64 {
        self.held.iter().map(|held| held.value * held.factor.saturating_mul(unit)).sum()
    }

    /// Raises the prices of goals that a plan does not hold; whether there are any.
    pub(super) fn raise_what_is_not_held(&mut self, plan: &Assignment) -> bool {
        let mut held = std::mem::take(&mut self.held);
        let mut is_raised = false;
        for one in held.iter_mut().filter(|one| self.value(one.goal, plan) > one.value) {
            one.factor = one.factor.saturating_mul(TUNING.raise);
            is_raised = true;
        }
        self.held = held;
        is_raised
    }
}

/// How the score of a search is shown: as the value of a goal.
pub(super) struct Shown {
    goal: Goal,
    /// What the goals that are held cost.
    held: i64,
    /// What one unit of the goal costs.
    unit: i64,
}

impl Shown {
    fn of<'a>(&self, progress: &Progress<'a>) -> Progress<'a> {
        let value = |score: i64| div_ceil(score - self.held, self.unit).max(0);
        let best = progress.best.map(value);
        Progress { level: self.goal, best, bound: value(progress.bound), ..*progress }
    }
}
