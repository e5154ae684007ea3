//! Goals in levels by decomposition: counts of students or clusters first, the sum of all points last.
//!
//! Each level is a search for the least sum of a problem whose points are others ([`Weights`]). A goal that has
//! reached 0 is held there by what the problem admits; one that has reached more is held by a price on each unit, which
//! is raised until the best plan pays for no more units than before. Such a price is a Lagrange multiplier on the row
//! that holds the goal: what is proven under it holds for all plans in which the goal is held (Geoffrion, 1974).

use super::decomposition::{self, Begin, Multipliers};
use super::mip::{Ending, LevelAnswer, MipSettings, Progress};
use super::outcome::{Incumbent, SearchOutcome, SearchResult};
use super::plain;
use super::search::Search;
use super::{Budget, PlaceError};
use crate::base::{div_ceil, is_within_gap};
use crate::instance::Goal;
use crate::plan::assignment::Assignment;
use crate::problem::{Condition, Problem, Weights};
use crate::rules::goals;

/// Parameters of the search.
struct Tuning {
    /// The search for a first plan, by all goals at once, gets one part in this many of the budget.
    first_parts: u32,
    /// It ends within this gap.
    first_gap: f64,
    /// What one unit of a goal costs where only counts matter: large, so that bounds in whole points can express
    /// fractions of one.
    unit: i64,
    /// By what the price of a goal is multiplied for each goal after it, and where it was too low.
    raise: i64,
    /// Upper limit on the searches of one level, each with higher prices.
    rounds: u32,
}

const TUNING: Tuning =
    Tuning { first_parts: 4, first_gap: 0.01, unit: 10_000, raise: 4, rounds: 5 };

/// Whether these are the goals of a problem.
pub fn fits(problem: &Problem) -> bool {
    match problem.instance.goals.split_last() {
        Some((Goal::Total, counts)) => {
            !counts.is_empty() && counts.iter().all(|goal| goal.is_count())
        }
        _ => false,
    }
}

/// Searches for the best plan by these goals.
///
/// # Errors
/// If there are more pairs than the engine takes, or the solver is at fault.
pub fn search(
    problem: &Problem,
    search: &Search,
    multipliers: Option<&Multipliers>,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, PlaceError> {
    let counts: Vec<Goal> =
        problem.instance.goals.iter().copied().filter(|goal| goal.is_count()).collect();
    let first = first_plan(problem, &counts, search, multipliers, on_progress)?;
    let SearchOutcome::Plan(Incumbent { assignment, .. }) = first.outcome else {
        return match first.outcome {
            SearchOutcome::NothingFound(_) => {
                let outcome = plain::search(problem, search, on_progress)?;
                Ok(SearchResult { outcome, bound: 0, multipliers: None })
            }
            outcome => Ok(SearchResult { outcome, bound: 0, multipliers: None }),
        };
    };
    let mut levels = Levels {
        problem,
        search,
        on_progress,
        admitted: Problem { tie_break: None, ..problem.clone() },
        held: Vec::new(),
        plan: assignment,
        multipliers: first.multipliers,
    };
    let mut answers = Vec::new();
    for (position, &goal) in counts.iter().enumerate() {
        answers.push(levels.count(goal, counts.len() - position)?);
    }
    answers.extend(levels.points(first.bound)?);
    let is_proven = answers.iter().all(|one| is_within_gap(one.value, one.bound, search.gap));
    let ending = match () {
        () if search.budget.is_interrupted() => Ending::Interrupted,
        () if is_proven => Ending::Finished,
        () => Ending::Limit,
    };
    let incumbent = Incumbent { assignment: levels.plan, levels: answers, ending };
    let outcome = SearchOutcome::Plan(incumbent);
    Ok(SearchResult { outcome, bound: 0, multipliers: levels.multipliers })
}

/// Searches for a plan that is nearly the best by all goals at once.
fn first_plan(
    problem: &Problem,
    counts: &[Goal],
    search: &Search,
    multipliers: Option<&Multipliers>,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, PlaceError> {
    let mut price = worth(problem);
    let mut prices = Vec::new();
    for &goal in counts.iter().rev() {
        prices.push((goal, price));
        price = price.saturating_mul(TUNING.raise);
    }
    let mut all = problem.weighed(Weights { points: true, goals: prices });
    all.tie_break = None;
    let begin = Begin { plan: search.start.as_ref(), multipliers, below: None };
    let exact = search.mip_settings();
    let settings = MipSettings { gap: exact.gap.max(TUNING.first_gap), ..exact };
    let share = search.budget.share(1, TUNING.first_parts);
    // The score of all goals at once is that of no level, so that only the time says something.
    let silent = |progress: &Progress| {
        on_progress(&Progress { level: counts[0], best: None, bound: 0, ..*progress });
    };
    Ok(decomposition::search(&all, settings, &share, &begin, &silent)?)
}

/// What one unit of a goal costs in points at first: as much as leaving out the student for whom that is dearest.
fn worth(problem: &Problem) -> i64 {
    let students = problem.instance.students.ids();
    let dearest = students.map(|student| problem.price_of_leaving_out(student).0).max();
    dearest.unwrap_or(0).max(TUNING.unit)
}

/// A goal that is held at more than 0.
struct HeldGoal {
    goal: Goal,
    value: i64,
    /// What one unit of it costs, as a multiple of what one unit costs in the search of a level.
    factor: i64,
}

/// The levels so far.
struct Levels<'a> {
    problem: &'a Problem,
    search: &'a Search,
    on_progress: &'a (dyn Fn(&Progress) + Sync),
    /// The problem in which every goal that is held at 0 is 0.
    admitted: Problem,
    held: Vec<HeldGoal>,
    /// The best plan by the levels so far.
    plan: Assignment,
    multipliers: Option<Multipliers>,
}

impl Levels<'_> {
    /// Minimises a count, and holds it at its value. `to_come` is the number of counts that are not minimised yet.
    fn count(&mut self, goal: Goal, to_come: usize) -> Result<LevelAnswer, PlaceError> {
        let mut bound = 0;
        let parts = u32::try_from(to_come + 1).unwrap_or(u32::MAX);
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
            let share = self.search.budget.share(1, parts);
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

    /// Minimises the sum of all points, and after it what chooses among equally good plans. `first` is the bound of the
    /// first search, by all goals at once.
    fn points(&mut self, first: i64) -> Result<Vec<LevelAnswer>, PlaceError> {
        self.admitted.tie_break.clone_from(&self.problem.tie_break);
        let mut bound = 0;
        let mut last = None;
        for _ in 0..TUNING.rounds {
            if self.search.budget.is_exhausted() {
                break;
            }
            let unit = worth(self.problem);
            let held = self.held_at(unit);
            let problem = self.admitted.weighed(self.weights(true, unit));
            let known = problem.assess(&problem.tally(&self.plan)).total().0;
            // The gap is asked of the points alone, which are at least what the first search proves of them.
            let points = (first - held).max(bound).max(0);
            let gap = self.search.gap * points as f64 / known.max(1) as f64;
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
        let total = LevelAnswer { goal: Goal::Total, value, bound: bound.clamp(0, value.max(0)) };
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
        let begin = Begin { plan: Some(&self.plan), multipliers, below: None };
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

    fn value(&self, goal: Goal, plan: &Assignment) -> i64 {
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
            _ => self.admitted.under([Condition::Without(goal)]),
        };
    }

    /// The prices of what is held, at so many points for a factor of 1.
    fn weights(&self, points: bool, unit: i64) -> Weights {
        let prices = self.held.iter().map(|held| (held.goal, held.factor.saturating_mul(unit)));
        Weights { points, goals: prices.collect() }
    }

    /// What is held costs, at the values that it is held at.
    fn held_at(&self, unit: i64) -> i64 {
        self.held.iter().map(|held| held.value * held.factor.saturating_mul(unit)).sum()
    }

    /// Raises the prices of goals that a plan does not hold; whether there are any.
    fn raise_what_is_not_held(&mut self, plan: &Assignment) -> bool {
        let above: Vec<bool> =
            self.held.iter().map(|held| self.value(held.goal, plan) > held.value).collect();
        for (held, _) in self.held.iter_mut().zip(&above).filter(|(_, is_above)| **is_above) {
            held.factor = held.factor.saturating_mul(TUNING.raise);
        }
        above.contains(&true)
    }
}

/// How the score of a search is shown: as the value of a goal.
struct Shown {
    goal: Goal,
    /// What the goals that are held cost.
    held: i64,
    /// What one unit of the goal costs.
    unit: i64,
}

impl Shown {
    fn of(&self, progress: &Progress) -> Progress {
        let value = |score: i64| div_ceil(score - self.held, self.unit).max(0);
        let best = progress.best.map(value);
        Progress { level: self.goal, best, bound: value(progress.bound), ..*progress }
    }
}
