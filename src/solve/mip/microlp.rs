//! One minimisation by microlp, a small branch and bound in pure Rust.
//!
//! It runs on a thread of its own, so that a deadline and a stop hold, and a panic of microlp, which asserts
//! that its factorisation succeeds, becomes an error. An abandoned thread runs on until microlp
//! ends; nothing waits for it.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use good_lp::solvers::SolutionStatus;
use good_lp::{
    ResolutionError, Solution, SolverModel, WithInitialSolution, WithMipGap, WithTimeLimit,
};

use super::task::{ExactPoint, OnProgress, Run, Stop, Task};
use super::{SolveError, exact, model};
use crate::solve::budget::Budget;

/// The version that Cargo.lock holds; microlp does not state one itself.
pub(super) const VERSION: &str = "0.6.0";

/// The most variables, and the most rows, that microlp is given. On a clustered assignment it took
/// 0.3 s at 1,800 variables and rows and 7 s at 3,400, and proved nothing in 20 s at 5,900.
const MOST: usize = 2_000;

/// microlp cuts off what is better than its best by less than one in 10^9; twice that is left open
/// here, so that what it calls optimal may still be off by a point from 5 × 10^8 on.
const CUTOFF: f64 = 2e-9;

/// How often the caller looks at the clock and the stop flag.
const HEARTBEAT: Duration = Duration::from_millis(50);
/// How long microlp may take to come back after its deadline.
const AFTER_DEADLINE: Duration = Duration::from_millis(250);

/// Minimises once. The work limit means nothing to microlp.
pub(super) fn minimise(
    task: &Arc<Task>,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    let (variables, rows) = (task.program.variables.len(), task.program.rows.len());
    if variables > MOST || rows > MOST {
        return Err(SolveError::TooLargeForMicrolp { variables, rows, most: MOST });
    }
    on_progress(task.start.as_ref(), 0);
    let best = task.start.clone();
    let point = match attempt(task, budget)? {
        Ended::Point(point) => point,
        Ended::Infeasible if best.is_some() => {
            return Ok(Run { best, bound: 0, stop: Stop::Done, work: 0 });
        }
        Ended::Infeasible => {
            return Ok(Run { best: None, bound: 0, stop: Stop::Infeasible, work: 0 });
        }
        Ended::OutOfTime => return Ok(Run { best, bound: 0, stop: Stop::Limit, work: 0 }),
        Ended::Left => return Ok(Run { best, bound: 0, stop: Stop::Interrupted, work: 0 }),
    };
    let found = match exact::admitted(task, &point.values) {
        Some(found) => Some(found),
        None => repaired(task, budget, &point.values)?,
    };
    let best = [found, best].into_iter().flatten().min_by_key(|found| found.value);
    let best = best.ok_or(SolveError::Inexact)?;
    let bound = point.bound.map_or(0, |bound| exact::whole_bound(bound, &task.objective));
    let stop = if point.out_of_time { Stop::Limit } else { Stop::Done };
    Ok(Run { bound: bound.min(best.value), best: Some(best), stop, work: 0 })
}

fn repaired(
    task: &Task,
    budget: &Budget,
    values: &[f64],
) -> Result<Option<ExactPoint>, SolveError> {
    let Some(remainder) = exact::remainder(task, values) else { return Ok(None) };
    Ok(match attempt(&remainder, budget)? {
        Ended::Point(point) => exact::admitted(task, &point.values),
        Ended::Infeasible | Ended::OutOfTime | Ended::Left => None,
    })
}

/// How microlp ended.
enum Ended {
    Point(Point),
    Infeasible,
    OutOfTime,
    /// A stop was asked for before it ended.
    Left,
}

/// What microlp found.
struct Point {
    values: Vec<f64>,
    /// No point is better, the objective's constant left out; `None` where microlp does not say.
    bound: Option<f64>,
    out_of_time: bool,
}

/// Runs microlp on a thread, and waits for it until the deadline or a stop.
fn attempt(task: &Arc<Task>, budget: &Budget) -> Result<Ended, SolveError> {
    let (sender, receiver) = channel();
    let (work, limits) = (Arc::clone(task), budget.clone());
    // When the caller has left, nobody receives the result, which is fine.
    std::thread::spawn(move || sender.send(run(&work, &limits)).ok());
    loop {
        match receiver.recv_timeout(HEARTBEAT) {
            Ok(ended) => return ended,
            Err(RecvTimeoutError::Disconnected) => return Err(SolveError::Crashed),
            Err(RecvTimeoutError::Timeout) if budget.is_interrupted() => return Ok(Ended::Left),
            Err(RecvTimeoutError::Timeout) => {
                // microlp looks at its own clock between nodes only.
                let is_late = |deadline| Instant::now() >= deadline + AFTER_DEADLINE;
                if budget.deadline().is_some_and(is_late) {
                    return Ok(Ended::OutOfTime);
                }
            }
        }
    }
}

fn run(task: &Task, budget: &Budget) -> Result<Ended, SolveError> {
    let microlp = good_lp::solvers::microlp::microlp;
    let (mut problem, columns) = model::write(&task.program, &task.objective, microlp);
    if let Some(start) = &task.start {
        let values = start.values.values().map(|&value| exact::float(value));
        problem = problem.with_initial_solution(columns.iter().copied().zip(values));
    }
    if let Some(left) = budget.time_left() {
        problem = problem.with_time_limit(left.as_secs_f64());
    }
    #[expect(clippy::cast_possible_truncation, reason = "a gap needs no more than seven digits")]
    let gap = task.gap.max(0.0) as f32;
    let problem =
        problem.with_mip_gap(gap).map_err(|error| SolveError::Refused(format!("{error:?}")))?;
    match problem.solve() {
        Ok(solution) => {
            let values = columns.iter().map(|&column| solution.value(column)).collect::<Vec<_>>();
            let worth = exact::worth(task, &values) - exact::float(task.objective.constant);
            let bound = match solution.status() {
                SolutionStatus::Optimal => Some(worth - CUTOFF * worth.abs()),
                SolutionStatus::GapLimit => Some(worth - f64::from(gap) * worth.abs()),
                SolutionStatus::TimeLimit => None,
            };
            let out_of_time = matches!(solution.status(), SolutionStatus::TimeLimit);
            Ok(Ended::Point(Point { values, bound, out_of_time }))
        }
        Err(ResolutionError::Infeasible) => Ok(Ended::Infeasible),
        Err(_) if budget.is_out_of_time() => Ok(Ended::OutOfTime),
        Err(error) => Err(SolveError::Refused(error.to_string())),
    }
}
