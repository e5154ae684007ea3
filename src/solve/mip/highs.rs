//! One minimisation by HiGHS, which is not trusted: not to end, not to keep its time, and not to be right.
//!
//! HiGHS runs on a thread of its own (`worker`), so that a deadline and a stop hold even in parts of it
//! that take no interrupt, such as presolve or a heuristic's own search. The worker sends points and bounds;
//! the calling thread rounds and checks each at once. A worker that does not come back soon after
//! its deadline is abandoned: it ends at the next place where HiGHS looks at its interrupt, and nothing
//! waits for it.
//!
//! A run that ends in an error, is silent for too long on a small program, or claims what is not proven is
//! followed by another [`Attempt`] to solve the same program. What an earlier attempt found is kept.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Instant;

use highs::HighsModelStatus;

use super::SolveError;
use super::exact::{self, STOP_WITHIN};
use super::patience::{PATIENCE, Signs};
use super::task::{ExactPoint, OnProgress, Run, Stop, Task};
use super::worker::{End, Presolve, Report, RunBudget, Signals, Worker, is_infeasible};
use crate::solve::budget::Budget;

/// Enough for the deep recursions of a presolve; only the part that is used takes memory.
const STACK_BYTES: usize = 64 << 20;

/// How a program is given to a solver.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Attempt {
    /// To HiGHS, with presolve.
    Presolved,
    /// HiGHS without presolve: an error in a reduction is the likeliest reason for HiGHS to hang, to
    /// fail, or to call a feasible program infeasible (seen in 1.14 and 1.15).
    Unreduced,
    /// To microlp, if the program is small.
    Microlp,
}

/// In the order in which they are tried.
const ATTEMPTS: &[Attempt] = &[Attempt::Presolved, Attempt::Unreduced, Attempt::Microlp];

/// The most time for microlp as a last resort.
const LAST_RESORT: std::time::Duration = std::time::Duration::from_secs(30);

/// Minimises once: the first attempt whose answer is proven; if there is none, the best that was found.
pub(super) fn minimise(
    task: &Arc<Task>,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    minimise_by(ATTEMPTS, &try_attempt, task, budget, on_progress)
}

/// Makes one attempt at a task, without spending from the budget.
type TryAttempt<'a> =
    dyn Fn(Attempt, &Arc<Task>, &RunBudget, &mut OnProgress) -> Result<Run, SolveError> + 'a;

/// What becomes of a point that is not whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum BrokenPoints {
    /// It is repaired.
    Repaired,
    /// It is passed over.
    Skipped,
}

/// See [`minimise`]; tests pass attempts that fail.
pub(super) fn minimise_by(
    attempts: &[Attempt],
    try_attempt: &TryAttempt<'_>,
    task: &Arc<Task>,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    let mut kept = Run { best: task.start.clone(), bound: 0, stop: Stop::Limit, work: 0 };
    let mut error = None;
    for &attempt in attempts {
        let work_left = budget.work_left().map(|left| left.saturating_sub(kept.work));
        let limits = RunBudget { budget: budget.clone(), work_left };
        match try_attempt(attempt, task, &limits, on_progress) {
            Ok(run) => {
                let is_proven = is_proven(&run, attempt, task.gap);
                kept = merged(kept, run);
                let is_over = budget.is_exhausted() || work_left == Some(0);
                if is_proven || is_over || kept.stop == Stop::Interrupted {
                    return Ok(kept);
                }
                // Ran out of the work that this run was given: another attempt would need as much.
                if budget.work_left().is_some_and(|left| kept.work >= left) {
                    return Ok(kept);
                }
            }
            // The whole task may be solved with all variables whole instead; see `minimise` of the room.
            Err(SolveError::Inexact) if exact::all_whole(task).is_some() => {
                return Err(SolveError::Inexact);
            }
            // That the last resort is none says nothing of the attempts before, which may just have had too little time.
            Err(SolveError::TooLargeForMicrolp { .. }) => {}
            Err(fault) => error = Some(fault),
        }
        if budget.is_exhausted() {
            break;
        }
    }
    match error {
        // Nothing was found because of a fault.
        Some(error) if kept.best.is_none() && !budget.is_exhausted() => Err(error),
        _ => {
            if budget.is_interrupted() {
                kept.stop = Stop::Interrupted;
            } else if kept.stop == Stop::Infeasible && kept.best.is_some() {
                kept.stop = Stop::Done;
            }
            Ok(kept)
        }
    }
}

/// Whether a run needs no second opinion.
fn is_proven(run: &Run, attempt: Attempt, gap: f64) -> bool {
    match run.stop {
        Stop::Done => run.best.is_some() && run.is_within(gap),
        Stop::Infeasible => attempt != Attempt::Presolved,
        Stop::Limit | Stop::Interrupted => false,
    }
}

/// The best point and bound of two runs of the same task, and how the later one stopped.
fn merged(before: Run, run: Run) -> Run {
    let best = [run.best, before.best].into_iter().flatten().min_by_key(|best| best.value);
    // A point refutes a claim that there is none, and with it the bound of the run that claimed it.
    let bound = run.bound.max(before.bound);
    let bound = best.as_ref().map_or(bound, |best| bound.min(best.value));
    let stop = match run.stop {
        Stop::Infeasible if best.is_some() => Stop::Done,
        stop => stop,
    };
    Run { best, bound, stop, work: before.work + run.work }
}

/// Makes one attempt at a task.
pub(super) fn try_attempt(
    attempt: Attempt,
    task: &Arc<Task>,
    limits: &RunBudget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    let presolve = match attempt {
        Attempt::Presolved => Presolve::Chosen,
        Attempt::Unreduced => Presolve::Off,
        Attempt::Microlp => {
            let budget = limits.budget.with_time_at_most(LAST_RESORT);
            return super::microlp::minimise(task, &budget, on_progress);
        }
    };
    by_worker(task, presolve, limits, BrokenPoints::Repaired, on_progress)
}

fn by_worker(
    task: &Arc<Task>,
    presolve: Presolve,
    limits: &RunBudget,
    broken_points: BrokenPoints,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    let (reports, receiver) = channel();
    let signals = Arc::new(Signals::default());
    let worker = Worker::new(Arc::clone(task), limits.clone(), Arc::clone(&signals), reports);
    std::thread::Builder::new()
        .name("highs".to_owned())
        .stack_size(STACK_BYTES)
        .spawn(move || worker.work(presolve))
        .map_err(|error| SolveError::Refused(error.to_string()))?;
    let mut findings = Findings {
        task,
        budget: &limits.budget,
        best: task.start.clone(),
        bound: 0,
        is_broken: false,
        work: 0,
        broken_points,
    };
    let end = findings.listen(&receiver, &signals, on_progress);
    signals.abandon();
    findings.conclude(end)
}

/// The caller's view of a run, from the worker's reports.
pub(super) struct Findings<'a> {
    pub(super) task: &'a Arc<Task>,
    pub(super) budget: &'a Budget,
    pub(super) best: Option<ExactPoint>,
    pub(super) bound: i64,
    /// Whether points of the presolved program break the program: then better ones may be lost, and no bound counts.
    pub(super) is_broken: bool,
    /// Work of repairs.
    pub(super) work: u64,
    /// What becomes of points that are not whole.
    pub(super) broken_points: BrokenPoints,
}

impl Findings<'_> {
    /// Takes the worker's reports until it ends; `None` if it was abandoned because time is up or a stop
    /// was asked for.
    fn listen(
        &mut self,
        reports: &Receiver<Report>,
        signals: &Signals,
        on_progress: &mut OnProgress,
    ) -> Result<Option<End>, SolveError> {
        let mut stopped_at = None;
        let mut signs = Signs::new(PATIENCE.silence(self.task.coefficients(), self.budget));
        loop {
            match reports.recv_timeout(PATIENCE.heartbeat) {
                Ok(Report::Point(point)) => {
                    self.consider(&point);
                    // A repair takes time of this thread, during which it saw no sign of life.
                    signs.renew();
                }
                Ok(Report::Bound(bound)) => self.raise_bound(bound),
                Ok(Report::Broken) => self.is_broken = true,
                Ok(Report::End(end)) => return end.map(Some).map_err(SolveError::Refused),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(SolveError::Crashed),
            }
            on_progress(self.best.as_ref(), self.shown_bound());
            if stopped_at.is_none() && self.budget.is_interrupted() {
                stopped_at = Some(Instant::now());
            }
            let is_over = |since: Option<Instant>, grace| {
                since.is_some_and(|since| Instant::now() >= since + grace)
            };
            if is_over(stopped_at, PATIENCE.after_stop)
                || is_over(self.budget.deadline(), PATIENCE.after_deadline)
            {
                return Ok(None);
            }
            if signs.are_missing(signals.beats()) {
                return Err(SolveError::Hanging);
            }
        }
    }

    /// Whether a point better than the start is known.
    fn has_found(&self) -> bool {
        let value =
            |point: &Option<ExactPoint>| point.as_ref().map_or(i64::MAX, |point| point.value);
        value(&self.best) < value(&self.task.start)
    }

    /// Keeps a point when it is better than the best, once it is whole.
    fn consider(&mut self, point: &[f64]) {
        let worth = exact::worth(self.task, point);
        let is_as_good = |best: &ExactPoint| worth > exact::float(best.value) - STOP_WITHIN;
        if self.best.as_ref().is_some_and(is_as_good) {
            return;
        }
        let found = exact::admitted(self.task, point).or_else(|| self.repaired(point));
        let is_better =
            |found: &ExactPoint| self.best.as_ref().is_none_or(|best| found.value < best.value);
        if let Some(found) = found.filter(is_better) {
            self.best = Some(found);
        }
    }

    /// The point with its whole variables fixed and whole values found for the others. On a thread of its
    /// own too: HiGHS takes its thread's scheduler down with every model it drops, so that no model may be
    /// solved within another's callback.
    fn repaired(&mut self, point: &[f64]) -> Option<ExactPoint> {
        let is_over = self.budget.is_interrupted() || self.budget.is_out_of_time();
        if self.broken_points == BrokenPoints::Skipped || is_over {
            return None;
        }
        let remainder = exact::remainder(self.task, point)?;
        let (budget, work_left) = (self.budget.clone(), self.budget.work_left());
        let limits = RunBudget { budget, work_left };
        let run =
            by_worker(&remainder, Presolve::Chosen, &limits, BrokenPoints::Skipped, &mut |_, _| {});
        let run = run.ok()?;
        self.work += run.work;
        ExactPoint::new(&self.task.program, &self.task.objective, run.best?.values)
    }

    fn raise_bound(&mut self, bound: f64) {
        self.bound = self.bound.max(exact::whole_bound(bound, &self.task.objective));
    }

    /// The bound, if it counts, but never above the best value.
    fn shown_bound(&self) -> i64 {
        let bound = if self.is_broken { 0 } else { self.bound };
        self.best.as_ref().map_or(bound, |best| bound.min(best.value))
    }

    /// The run, once the worker ended, was abandoned, or was at fault.
    pub(super) fn conclude(
        mut self,
        end: Result<Option<End>, SolveError>,
    ) -> Result<Run, SolveError> {
        let end = match end {
            Ok(end) => end,
            // Every point was checked, and stays; the bound of a run with a fault proves nothing.
            Err(_) if self.has_found() => {
                self.bound = 0;
                return Ok(self.run(Stop::Limit, 0));
            }
            Err(fault) => return Err(fault),
        };
        let interrupted = self.budget.is_interrupted();
        let cut_short = if interrupted { Stop::Interrupted } else { Stop::Limit };
        let Some(end) = end else {
            return Ok(self.run(cut_short, 0));
        };
        if let Some(point) = &end.point {
            self.consider(point);
        }
        self.raise_bound(end.bound);
        match end.status {
            status if is_infeasible(status) => {
                // An admitted point is stronger than HiGHS's word: the program is hard on floats, and
                // nothing is proven.
                if self.best.is_some() {
                    self.bound = 0;
                    return Ok(self.run(Stop::Done, end.work));
                }
                Ok(self.run(Stop::Infeasible, end.work))
            }
            HighsModelStatus::ReachedInterrupt | HighsModelStatus::ReachedTimeLimit => {
                let stop = if end.out_of_work { Stop::Limit } else { cut_short };
                Ok(self.run(stop, end.work))
            }
            _ if self.best.is_some() => Ok(self.run(Stop::Done, end.work)),
            HighsModelStatus::Optimal if interrupted || self.budget.is_out_of_time() => {
                Ok(self.run(cut_short, end.work))
            }
            HighsModelStatus::Optimal => Err(SolveError::Inexact),
            other => Err(SolveError::Refused(format!("{other:?}"))),
        }
    }

    fn run(self, stop: Stop, work: u64) -> Run {
        Run { bound: self.shown_bound(), best: self.best, stop, work: work + self.work }
    }
}
