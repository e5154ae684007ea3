//! One minimisation by HiGHS, on a thread of its own, so that a deadline and a stop hold even
//! while HiGHS is in a part that takes no interrupt, such as presolve or a heuristic's own search.
//!
//! The worker reports points and bounds as they come; the calling thread rounds and checks them at
//! once. When the worker does not come back soon after it was told to stop, the caller leaves with
//! the best checked point and the last bound. The worker is then abandoned: it ends by itself at
//! the next place where HiGHS looks at its interrupt, and nothing waits for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use highs::HighsModelStatus;

use crate::solve::budget::Budget;

use super::exact::{self, ExactPoint, STOP_WITHIN};
use super::worker::{End, Report, Worker};
use super::{OnProgress, Run, SolveError, Stop, Task};

/// How often the caller looks at the clock and the stop flag.
const HEARTBEAT: Duration = Duration::from_millis(50);
/// How long the worker may take to come back after its deadline.
const GRACE_AFTER_DEADLINE: Duration = Duration::from_millis(250);
/// How long the worker may take to come back after a stop.
const GRACE_AFTER_STOP: Duration = Duration::from_millis(800);
/// Enough for the deep recursions of a presolve; only the part that is used takes memory.
const STACK_BYTES: usize = 64 << 20;

/// Minimises once.
pub(super) fn minimise(
    task: &Arc<Task>,
    budget: &Budget,
    on_progress: &mut OnProgress,
) -> Result<Run, SolveError> {
    minimise_by_worker(task, budget, on_progress, true)
}

fn minimise_by_worker(
    task: &Arc<Task>,
    budget: &Budget,
    on_progress: &mut OnProgress,
    repairs: bool,
) -> Result<Run, SolveError> {
    let (reports, receiver) = channel();
    let abandoned = Arc::new(AtomicBool::new(false));
    let worker = Worker::new(Arc::clone(task), budget.clone(), Arc::clone(&abandoned), reports);
    std::thread::Builder::new()
        .name("highs".to_owned())
        .stack_size(STACK_BYTES)
        .spawn(move || worker.work())
        .map_err(|error| SolveError::Refused(error.to_string()))?;
    let mut findings = Findings { task, budget, best: task.start.clone(), bound: 0, repairs };
    let end = findings.listen(&receiver, on_progress);
    abandoned.store(true, Ordering::Relaxed);
    findings.conclude(end?)
}

/// What the caller makes of the reports.
struct Findings<'a> {
    task: &'a Arc<Task>,
    budget: &'a Budget,
    best: Option<ExactPoint>,
    bound: i64,
    /// Whether a point that is not whole is repaired, rather than passed over.
    repairs: bool,
}

impl Findings<'_> {
    /// Hears the worker out; `None` when it did not come back in time.
    fn listen(
        &mut self,
        reports: &Receiver<Report>,
        on_progress: &mut OnProgress,
    ) -> Result<Option<End>, SolveError> {
        let mut stopped_at = None;
        loop {
            match reports.recv_timeout(HEARTBEAT) {
                Ok(Report::Point(point)) => self.consider(&point),
                Ok(Report::Bound(bound)) => self.raise_bound(bound),
                Ok(Report::End(end)) => return end.map(Some).map_err(SolveError::Refused),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(SolveError::Crashed),
            }
            on_progress(self.best.as_ref().map(|best| best.value), self.shown_bound());
            if stopped_at.is_none() && self.budget.is_interrupted() {
                stopped_at = Some(Instant::now());
            }
            let is_over = |since: Option<Instant>, grace| {
                since.is_some_and(|since| Instant::now() >= since + grace)
            };
            if is_over(stopped_at, GRACE_AFTER_STOP)
                || is_over(self.budget.deadline(), GRACE_AFTER_DEADLINE)
            {
                return Ok(None);
            }
        }
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

    /// The point with its whole variables fixed and whole values found for the others. On a
    /// thread of its own too: HiGHS takes its thread's scheduler down with every model it drops,
    /// so that no model may be solved within another's callback.
    fn repaired(&self, point: &[f64]) -> Option<ExactPoint> {
        if !self.repairs || self.budget.is_interrupted() || self.budget.is_out_of_time() {
            return None;
        }
        let remainder = exact::remainder(self.task, point)?;
        let run = minimise_by_worker(&remainder, self.budget, &mut |_, _| {}, false).ok()?;
        self.budget.spend(run.work);
        ExactPoint::new(&self.task.program, &self.task.objective, run.best?.values)
    }

    fn raise_bound(&mut self, bound: f64) {
        self.bound = self.bound.max(exact::whole_bound(bound, &self.task.objective));
    }

    /// The bound, but never above the best value.
    fn shown_bound(&self) -> i64 {
        self.best.as_ref().map_or(self.bound, |best| self.bound.min(best.value))
    }

    /// What one minimisation came to, once the worker ended or was left.
    fn conclude(mut self, end: Option<End>) -> Result<Run, SolveError> {
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
            HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => {
                // An admitted point is stronger than HiGHS's word: the program is hard on floats,
                // and nothing is proven.
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
        Run { bound: self.shown_bound(), best: self.best, stop, work }
    }
}
