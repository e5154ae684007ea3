//! The search over several years: by programs where the linear relaxation of all years can be solved, else ascent
//! and local search in turn, until the gap is small enough.

use super::ascent::YearsAscent;
use super::by_programs::ProgramSearch;
use super::goal::{PathGoal, PathLevel, first_year};
use super::improve::{PlacedSchedule, ScheduleSearch};
use super::model::YearsModel;
use super::outcome::{YearsOutcome, YearsProgress, YearsSearch};
use super::program::YearsProgram;
use super::schedule::Schedule;
use crate::base::is_within_gap;
use crate::plan::assignment::Assignment;
use crate::solve::decomposition::Multipliers;
use crate::solve::decomposition::bound::ascent::AscentStatus;
use crate::solve::mip::{MipSettings, SolveError};

/// With at most this many pairs in all years together, the compact program is solved whole.
const SMALL_PAIRS: usize = 6_000;
/// Steps of the ascent between two local searches.
const SLICES: [u32; 8] = [60, 60, 120, 240, 480, 960, 1_920, 3_840];

/// An ascent that has converged is taken up again in these rounds at least: its target may have been poor.
const FIRST_ROUNDS: usize = 4;

/// Searches for the best schedule. Ends when the gap between cost and bound is at most a fraction of the cost, or
/// the budget is exhausted. `starts` looks for schedules to start from; it is called at most once, beside other work,
/// and not where everything is solved at once.
///
/// # Errors
/// When the solver is at fault.
pub fn search(
    model: &YearsModel,
    starts: impl FnOnce() -> Vec<Schedule> + Send,
    how: YearsSearch,
) -> Result<YearsOutcome, SolveError> {
    if model.pairs() <= SMALL_PAIRS
        && let Some(outcome) = YearsProgram::whole(model).solve(how.settings, how.budget)?
    {
        return Ok(outcome);
    }
    match ProgramSearch::new(model, how) {
        Some(search) => search.run(starts),
        None => Ok(search_by_ascent(model, &starts(), how)),
    }
}

/// Like [`search`], by ascent and local search alone.
pub fn search_by_ascent(model: &YearsModel, starts: &[Schedule], how: YearsSearch) -> YearsOutcome {
    let YearsSearch { settings: MipSettings { gap, .. }, budget, on_progress, .. } = how;
    // A share that is aimed at is mostly out of reach at first: each student short of it counts in full.
    let first = model.years.iter().map(|year| {
        let share = year.core.share.and_then(|share| share.each).unwrap_or(0);
        Multipliers::first(&year.core).with_share(share)
    });
    let first: Vec<Multipliers> = first.collect();
    let mut ascent = YearsAscent::from(model, first.clone(), budget);
    let mut best: Option<PlacedSchedule> = None;
    let stop = || budget.is_exhausted();
    // The cheapest pairs by price: those under other multipliers would make equal schedules cost unequally.
    let mut local = ScheduleSearch::new(model, &first, &stop);
    let is_near =
        |cost: Option<i64>, bound: i64| cost.is_some_and(|cost| is_within_gap(cost, bound, gap));
    for (round, steps) in SLICES.into_iter().enumerate() {
        let ceiling = best.as_ref().map(|best| best.cost);
        let mut has_converged = false;
        for taken in 0..steps {
            budget.spend(1);
            let (status, _) = ascent.step(ceiling);
            if status == AscentStatus::Infeasible {
                return YearsOutcome::NOTHING;
            }
            if taken % 20 == 0 {
                on_progress(YearsProgress { best: ceiling, bound: ascent.best().bound });
            }
            has_converged = status == AscentStatus::Converged;
            if has_converged || budget.is_exhausted() || is_near(ceiling, ascent.best().bound) {
                break;
            }
        }
        if is_near(ceiling, ascent.best().bound) || (budget.is_exhausted() && best.is_some()) {
            break;
        }
        let relaxed = ascent.best().clone();
        let mut from = vec![local.fitting(&relaxed.opened, &relaxed.entries)];
        if round == 0 {
            from.extend(starts.iter().cloned());
        }
        from.extend(best.as_ref().map(|best| best.schedule.clone()));
        for start in from {
            local.run(start);
        }
        if let Some(found) = local.best()
            && best.as_ref().is_none_or(|best| found.cost < best.cost)
        {
            best = Some(found.clone());
        } else if has_converged && round > FIRST_ROUNDS {
            break;
        }
        ascent.refresh();
    }
    let bound = ascent.best().bound;
    let Some(best) = best else {
        return YearsOutcome { bound: Some(bound), is_exact: false, ..YearsOutcome::NOTHING };
    };
    let years = best.years.iter().map(|placed| placed.assignment.clone());
    let years: Vec<Assignment> = years.collect();
    let levels = model.goals.iter().map(|&goal| PathLevel {
        goal,
        value: value_of(model, goal, &years, best.cost),
        // Only the sum of all points is searched.
        bound: if goal == PathGoal::Total { bound } else { goal.least() },
    });
    YearsOutcome::of_levels(levels.collect(), Some((best.schedule, years)), false)
}

/// What students placed in each year are worth for a goal; `cost` is what that costs in all.
fn value_of(model: &YearsModel, goal: PathGoal, placed: &[Assignment], cost: i64) -> i64 {
    let years = model.years.iter().zip(placed);
    match goal {
        PathGoal::Total => cost,
        PathGoal::Unplaced => years
            .map(|(year, assignment)| {
                year.core.problem.instance.student_count() - assignment.placed_count()
            })
            .sum(),
        PathGoal::FirstYear => first_year(years.map(|(year, assignment)| {
            let in_clusters = year.core.problem.tally(assignment).core_students();
            year.core.share.map_or(0, |share| (share.need - in_clusters).max(0))
        })),
    }
}
