//! Lexicographic optimisation: each goal level is minimised in turn, then held at its value.

use std::sync::Arc;

use super::minimise::minimise;
use super::ranked::minimise_ranked;
use super::task::{ExactPoint, Run, Stop, Task};
use super::{
    Ending, LevelAnswer, MipOutcome, MipSettings, MipSolution, Progress, SolveError, start,
};
use crate::base::IdVec;
use crate::model::formulation::{Formulation, Level, Objective, VariableId};
use crate::solve::budget::Budget;

/// Minimises the levels of a formulation in their order (lexicographic optimisation): each level is
/// minimised subject to the values that the levels before it have reached.
///
/// Each level gets an even share of the time and work that are left. A level that runs out of its share,
/// or is interrupted, is held at its value for those after it; a level that was never started has bound 0.
/// `start` is a point to start from; one that the formulation does not admit is ignored. `on_progress` is
/// called now and then, on the calling thread.
///
/// # Errors
/// If the solver is at fault; see [`SolveError`]. An infeasible formulation, or running out of budget, is a
/// [`MipOutcome`].
pub fn solve(
    formulation: &Formulation,
    settings: MipSettings,
    budget: &Budget,
    start: Option<&IdVec<VariableId, i64>>,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<MipOutcome, SolveError> {
    if formulation.levels.is_empty() {
        return Err(SolveError::NoLevel);
    }
    let mut program = Arc::new(formulation.clone());
    let known = start.filter(|values| formulation.admits(values)).cloned();
    let mut best = known.or_else(|| start::start(formulation));
    let mut bounds = Vec::new();
    let mut ending = Ending::Finished;
    for (position, level) in formulation.levels.iter().enumerate() {
        // The last solution satisfies the rows that hold earlier levels, so that it warm-starts this one.
        let to_come = u32::try_from(formulation.levels.len() - position).unwrap_or(u32::MAX);
        let start = best.filter(|values| program.admits(values)).map(|values| {
            let value = level.objective.value(|variable| values[variable]);
            ExactPoint { values, value }
        });
        let run = one_level(&program, start, level, settings, budget, to_come, on_progress)?;
        ending = combined(ending, run.stop);
        let Some(found) = run.best else {
            return Ok(match run.stop {
                Stop::Infeasible => MipOutcome::Infeasible,
                _ => MipOutcome::NothingFound(ending),
            });
        };
        bounds.push(run.bound);
        if to_come > 1 {
            Arc::make_mut(&mut program).hold(level, found.value);
        }
        best = Some(found.values);
    }
    let values = best.ok_or(SolveError::NoLevel)?;
    let levels = formulation.levels.iter().zip(bounds);
    let levels = levels
        .map(|(level, bound)| {
            // Earlier levels are held as upper bounds: a later one may have improved a level that was stopped
            // early.
            let value = level.objective.value(|variable| values[variable]);
            LevelAnswer { goal: level.goal, value, bound: bound.min(value) }
        })
        .collect();
    Ok(MipOutcome::Found(MipSolution { values, levels, ending }))
}

/// Minimises one level, unless its value is 0 already or the budget is exhausted. `to_come` is the number of
/// levels that share the budget, this one included.
fn one_level(
    program: &Arc<Formulation>,
    start: Option<ExactPoint>,
    level: &Level,
    settings: MipSettings,
    budget: &Budget,
    to_come: u32,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<Run, SolveError> {
    // No level is ever negative, so that 0 is optimal.
    let is_least = start.as_ref().is_some_and(|start| start.value == 0);
    let idle = |stop| Ok(Run { best: start.clone(), bound: 0, stop, work: 0 });
    if is_least {
        return idle(Stop::Done);
    }
    if budget.is_interrupted() {
        return idle(Stop::Interrupted);
    }
    if budget.is_exhausted() {
        return idle(Stop::Limit);
    }
    let share = budget.share(1, to_come);
    let mut known = start.as_ref().map(|start| start.value);
    let mut report = |best: Option<&ExactPoint>, bound| {
        let seconds = budget.elapsed().as_secs_f64();
        let better = best.filter(|best| known.is_none_or(|known| best.value < known));
        known = better.map(|better| better.value).or(known);
        let (best, better) = (best.map(|best| best.value), better.map(|better| &better.values));
        on_progress(&Progress { level: level.goal, seconds, best, bound, better });
    };
    let mut run = match &level.objective {
        Objective::Sum(objective) => {
            let (program, objective) = (Arc::clone(program), objective.clone());
            let MipSettings { gap, improves, .. } = settings;
            let task = Arc::new(Task { program, objective, start, gap, improves });
            minimise(&task, settings.solver, &share, &mut report)?
        }
        Objective::Ranked(ranked) => {
            let goal = level.goal;
            minimise_ranked(program, goal, ranked, start, settings, &share, &mut report)?
        }
    };
    if run.stop == Stop::Done && !run.is_within(settings.gap) {
        // The solver stopped by itself without closing the gap, so that nothing is proven.
        run.stop = Stop::Limit;
    }
    Ok(run)
}

/// Combines the ending of the levels so far with that of one more: an interrupt outranks a limit.
fn combined(before: Ending, stop: Stop) -> Ending {
    match (before, stop) {
        (Ending::Interrupted, _) | (_, Stop::Interrupted) => Ending::Interrupted,
        (Ending::Limit, _) | (_, Stop::Limit) => Ending::Limit,
        (Ending::Finished, Stop::Done | Stop::Infeasible) => Ending::Finished,
    }
}
