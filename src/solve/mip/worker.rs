//! The thread on which HiGHS runs, and the options it runs under.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Sender;

use highs::{HighsModelStatus, HighsSolutionStatus, Model, SolvedModel};

use super::callback::{self, Event, Listener};
use super::task::Task;
use crate::solve::budget::Budget;

use super::exact::{STOP_WITHIN, float};
use super::model;

/// Violation of a row, or distance from a whole number, that HiGHS may take for none. Far below
/// its default, so that rounding leaves rows with large coefficients intact.
const FEASIBILITY_TOLERANCE: f64 = 1e-9;

/// Reports of the worker to the caller.
pub(super) enum Report {
    /// A point, in the solver's floats.
    Point(Vec<f64>),
    /// A better bound, without the objective's constant.
    Bound(f64),
    /// Presolve has left out what the program says, so that no bound of this run proves anything.
    Broken,
    /// The end of the run, or HiGHS's fault in its own words.
    End(Result<End, String>),
}

/// How HiGHS ended.
pub(super) struct End {
    pub status: HighsModelStatus,
    /// The final point, where there is one.
    pub point: Option<Vec<f64>>,
    /// No point is better, the objective's constant left out; minus infinity where nothing is
    /// known.
    pub bound: f64,
    /// Whether the work ran out.
    pub out_of_work: bool,
    /// Simplex iterations.
    pub work: u64,
}

/// The signals that caller and worker share.
#[derive(Debug, Default)]
pub(super) struct Signals {
    /// Set when nobody waits for the worker any more.
    abandoned: AtomicBool,
    /// Counts the calls that HiGHS makes: a run that hangs makes none.
    beats: AtomicU64,
}

impl Signals {
    /// Asks the worker to end; nobody waits for it.
    pub(super) fn abandon(&self) {
        self.abandoned.store(true, Ordering::Relaxed);
    }

    /// Whether nobody waits any more.
    pub(super) fn is_abandoned(&self) -> bool {
        self.abandoned.load(Ordering::Relaxed)
    }

    /// Gives a sign of life.
    pub(super) fn beat(&self) {
        self.beats.fetch_add(1, Ordering::Relaxed);
    }

    /// The number of signs of life so far.
    pub(super) fn beats(&self) -> u64 {
        self.beats.load(Ordering::Relaxed)
    }
}

/// What a run may use.
#[derive(Clone, Debug)]
pub(super) struct RunBudget {
    /// The time, and the flag that stops it.
    pub(super) budget: Budget,
    /// The work that was left when the run began: what other parts spend meanwhile must not count, or
    /// where the run stops would depend on timing.
    pub(super) work_left: Option<u64>,
}

/// Whether HiGHS makes a program smaller before it solves it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Presolve {
    /// It does where it sees fit.
    Chosen,
    /// It does not.
    Off,
}

impl Presolve {
    /// The value of the option.
    const fn word(self) -> &'static str {
        match self {
            Self::Chosen => "choose",
            Self::Off => "off",
        }
    }
}

/// A minimisation on a thread of its own.
pub(super) struct Worker {
    task: Arc<Task>,
    limits: RunBudget,
    signals: Arc<Signals>,
    reports: Sender<Report>,
    work: Cell<u64>,
    out_of_work: Cell<bool>,
    bound: Cell<f64>,
}

impl Worker {
    pub(super) fn new(
        task: Arc<Task>,
        limits: RunBudget,
        signals: Arc<Signals>,
        reports: Sender<Report>,
    ) -> Self {
        Self {
            task,
            limits,
            signals,
            reports,
            work: Cell::new(0),
            out_of_work: Cell::new(false),
            bound: Cell::new(f64::NEG_INFINITY),
        }
    }

    /// Runs HiGHS once, and reports points, bounds and the end.
    pub(super) fn work(self, presolve: Presolve) {
        let end =
            attempt(&self.task, &self.limits.budget, presolve, &|event| self.on_event(&event));
        let end = end.map(|end| End {
            work: self.work.get(),
            out_of_work: self.out_of_work.get(),
            ..end
        });
        // The caller may have left, and then nobody needs the report.
        let _ = self.reports.send(Report::End(end));
    }

    /// Passes an event on; whether HiGHS must stop.
    fn on_event(&self, event: &Event<'_>) -> bool {
        self.signals.beat();
        match *event {
            Event::Solution(point) => {
                let _ = self.reports.send(Report::Point(point.to_vec()));
            }
            Event::Search { bound, iterations } => {
                self.work.set(iterations);
                if bound.is_finite() && bound > self.bound.replace(bound.max(self.bound.get())) {
                    let _ = self.reports.send(Report::Bound(bound));
                }
            }
            Event::Simplex { iterations } => self.work.set(iterations),
            Event::InteriorPoint => {}
            Event::Broken => {
                let _ = self.reports.send(Report::Broken);
            }
        }
        let RunBudget { budget, work_left } = &self.limits;
        if work_left.is_some_and(|most| self.work.get() > most) {
            self.out_of_work.set(true);
        }
        self.out_of_work.get()
            || budget.is_interrupted()
            || self.signals.is_abandoned()
            || budget.is_out_of_time()
    }
}

/// Whether a status says that no point satisfies all rows.
pub(super) fn is_infeasible(status: HighsModelStatus) -> bool {
    matches!(status, HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible)
}

/// One run of HiGHS on this thread.
fn attempt(
    task: &Task,
    budget: &Budget,
    presolve: Presolve,
    listener: &Listener<'_>,
) -> Result<End, String> {
    let (problem, _) = model::write(&task.program, &task.objective, good_lp::solvers::highs::highs);
    let mut model = problem.try_into_inner().map_err(|error| error.to_string())?;
    // Column i is variable i: good_lp keeps the order in which variables were added.
    assert_eq!(model.num_cols(), task.program.variables.len());
    set_options(&mut model, task.gap, budget, presolve)?;
    if !task.improves {
        only_prove(&mut model)?;
    }
    if let Some(start) = &task.start {
        let values: Vec<f64> = start.values.values().map(|&value| float(value)).collect();
        model
            .try_set_solution(Some(&values), None, None, None)
            .map_err(|status| format!("start: {status:?}"))?;
    }
    let solved = callback::run(model, listener).map_err(|status| format!("{status:?}"))?;
    Ok(end(&solved, task.program.variables.values().any(|variable| variable.whole)))
}

/// HiGHS keeps one pool of threads per process and refuses runs that want another number; one
/// thread everywhere leaves the other cores to callers that solve many programs at once.
pub(super) fn set_options(
    model: &mut Model,
    gap: f64,
    budget: &Budget,
    presolve: Presolve,
) -> Result<(), String> {
    let refused = |option: &'static str| move |_| format!("option {option}");
    model.make_quiet();
    // Messages go to the callback, and nowhere else.
    model.try_set_option("output_flag", true).map_err(refused("output_flag"))?;
    model.try_set_option("log_to_console", false).map_err(refused("log_to_console"))?;
    model.try_set_option("threads", 1).map_err(refused("threads"))?;
    model.try_set_option("random_seed", 1).map_err(refused("random_seed"))?;
    model.try_set_option("parallel", "off").map_err(refused("parallel"))?;
    model.try_set_option("presolve", presolve.word()).map_err(refused("presolve"))?;
    let numbers = [
        ("mip_rel_gap", gap.max(0.0)),
        ("mip_abs_gap", STOP_WITHIN),
        ("mip_feasibility_tolerance", FEASIBILITY_TOLERANCE),
        // Parts of HiGHS that take no interrupt still look at its own clock.
        ("time_limit", budget.time_left().map_or(f64::INFINITY, |left| left.as_secs_f64())),
    ];
    for (option, value) in numbers {
        model.try_set_option(option, value).map_err(refused(option))?;
    }
    Ok(())
}

/// Leaves out the programs by which HiGHS looks for better points.
fn only_prove(model: &mut Model) -> Result<(), String> {
    let refused = |option: &'static str| move |_| format!("option {option}");
    model.try_set_option("mip_heuristic_effort", 0.0).map_err(refused("mip_heuristic_effort"))?;
    let kinds = [
        "mip_heuristic_run_rins",
        "mip_heuristic_run_rens",
        "mip_heuristic_run_root_reduced_cost",
        "mip_heuristic_run_feasibility_jump",
    ];
    for kind in kinds {
        model.try_set_option(kind, false).map_err(refused(kind))?;
    }
    Ok(())
}

fn end(solved: &SolvedModel, is_mixed: bool) -> End {
    let status = solved.status();
    let has_point = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let bound = match status {
        _ if is_infeasible(status) => f64::NEG_INFINITY,
        _ if is_mixed => solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY),
        HighsModelStatus::Optimal => solved.objective_value(),
        _ => f64::NEG_INFINITY,
    };
    End {
        status,
        point: has_point.then(|| solved.get_solution().columns().to_vec()),
        bound,
        out_of_work: false,
        work: 0,
    }
}
