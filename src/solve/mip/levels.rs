//! Levels one after the other: each is minimised, then held at its value.

use std::sync::Arc;

use super::exact::Incumbent;
use super::limits::{Account, Limits};
use super::ranked::minimise_ranked;
use super::{
    Answer, Ending, LevelAnswer, Outcome, Progress, Run, SolveError, Solver, Stop, Task, minimise,
    start,
};
use crate::base::IdVec;
use crate::model::formulation::{Formulation, Level, Objective, VariableId};

/// Minimises the levels of a formulation in their order (lexicographic optimisation): each level
/// is minimised among the values that keep the levels before it at what they reached.
///
/// Each level gets an even share of the time and work that is left. A level that ran out of its
/// share, or was interrupted, is held at its value for those after it; a level that was not looked
/// at has bound 0. `start` is where to begin, where something is known that the formulation admits. `watch` is told now and then how things stand, on the calling thread.
///
/// # Errors
/// When the solver is at fault; see [`SolveError`]. That nothing satisfies the rows, or that
/// nothing was found in time, is an [`Outcome`].
pub fn solve(
    formulation: &Formulation,
    solver: Solver,
    limits: &Limits,
    start: Option<&IdVec<VariableId, i64>>,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Outcome, SolveError> {
    if formulation.levels.is_empty() {
        return Err(SolveError::NoLevel);
    }
    let mut account = Account::open(limits);
    let mut program = Arc::new(formulation.clone());
    let known = start.filter(|values| formulation.admits(values)).cloned();
    let mut best = known.or_else(|| start::start(formulation));
    let mut bounds = Vec::new();
    let mut ending = Ending::Finished;
    for (position, level) in formulation.levels.iter().enumerate() {
        let to_come = u32::try_from(formulation.levels.len() - position).unwrap_or(u32::MAX);
        let start = best.filter(|values| program.admits(values)).map(|values| {
            let value = level.objective.value(|variable| values[variable]);
            Incumbent { values, value }
        });
        let run = one_level(&program, start, level, to_come, solver, &mut account, watch)?;
        ending = worse(ending, run.stop);
        let Some(found) = run.best else {
            return Ok(match run.stop {
                Stop::Infeasible => Outcome::Infeasible,
                _ => Outcome::NothingFound(ending),
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
            // A later level may have bettered one that was stopped early.
            let value = level.objective.value(|variable| values[variable]);
            LevelAnswer { goal: level.goal, value, bound: bound.min(value) }
        })
        .collect();
    Ok(Outcome::Found(Answer { values, levels, ending }))
}

/// Minimises one level, unless nothing is left to do it with or nothing to gain.
fn one_level(
    program: &Arc<Formulation>,
    start: Option<Incumbent>,
    level: &Level,
    to_come: u32,
    solver: Solver,
    account: &mut Account,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Run, SolveError> {
    // No level is ever negative.
    let is_least = start.as_ref().is_some_and(|start| start.value == 0);
    let idle = |stop| Ok(Run { best: start.clone(), bound: 0, stop, work: 0 });
    if is_least {
        return idle(Stop::Done);
    }
    if account.is_stopped() {
        return idle(Stop::Interrupted);
    }
    if account.is_empty() {
        return idle(Stop::Limit);
    }
    let allowance = account.share(to_come);
    let seconds = account.clone();
    let mut heed = |best, bound| {
        watch(&Progress { level: level.goal, seconds: seconds.seconds(), best, bound });
    };
    let mut run = match &level.objective {
        Objective::Sum(objective) => {
            let (program, objective) = (Arc::clone(program), objective.clone());
            let task = Arc::new(Task { program, objective, start });
            minimise(&task, solver, &allowance, &mut heed)?
        }
        Objective::Ranked(ranked) => {
            let ranked = (level.goal, ranked);
            minimise_ranked(program, ranked, start, solver, &allowance, &mut heed)?
        }
    };
    account.spend(run.work);
    if run.stop == Stop::Done && !run.is_within(allowance.gap) {
        // The solver has given up: nothing that it says is as good as a proof.
        run.stop = Stop::Limit;
    }
    Ok(run)
}

/// The ending of levels that ended so far, and of one more.
fn worse(before: Ending, stop: Stop) -> Ending {
    match (before, stop) {
        (Ending::Interrupted, _) | (_, Stop::Interrupted) => Ending::Interrupted,
        (Ending::Limit, _) | (_, Stop::Limit) => Ending::Limit,
        (Ending::Finished, Stop::Done | Stop::Infeasible) => Ending::Finished,
    }
}
