//! Carries out the runs of a batch side by side, and keeps each as soon as it ends.

use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::reason;
use super::record::{Options, Outcome, Planned, Record};
use crate::base::sha256;
use crate::plan::Plan;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::scenarios::{Batch, Run, SharedFiles};
use crate::solve::{PlaceError, PlaceOutcome, Search, clash_of, place};

/// Keeps what has ended, so that it need not be done again.
pub trait Journal: Sync {
    /// Keeps a record with the bytes of its plan, and returns once both would outlive a crash.
    ///
    /// # Errors
    /// Where they cannot be written.
    fn keep(&self, record: &Record, plan: Option<&str>) -> io::Result<()>;
}

/// Keeps nothing.
impl Journal for () {
    fn keep(&self, _: &Record, _: Option<&str>) -> io::Result<()> {
        Ok(())
    }
}

/// Is told how a batch goes.
pub trait Watch: Sync {
    /// A run begins.
    fn begins(&self, run: &Run);
    /// A run has ended; `known` where it had been done before.
    fn ends(&self, record: &Record, known: bool);
}

/// Hears nothing.
impl Watch for () {
    fn begins(&self, _: &Run) {}
    fn ends(&self, _: &Record, _: bool) {}
}

/// What is to be carried out, and how.
pub struct Work<'a> {
    /// The batch.
    pub batch: &'a Batch,
    /// The files beside it.
    pub files: &'a SharedFiles<'a>,
    /// Which of its runs.
    pub runs: &'a [Run],
    /// What is known already, by run; of several records of one run that which answers it now counts.
    pub known: &'a BTreeMap<String, Vec<Record>>,
    /// How each run is searched; its limits hold for each run alone.
    pub search: &'a Search,
    /// How many runs go on at the same time.
    pub jobs: usize,
}

/// What came of one run now.
enum Came {
    /// It was known.
    Known(Record),
    /// It has been done, with its plan file where it has one.
    New(Record, Option<String>),
    /// It was interrupted: as if it had never begun.
    Interrupted,
}

impl Came {
    /// A run that ends before it is searched: known where it ended so before.
    fn again(record: Record, known: &[Record]) -> Self {
        if known.contains(&record) { Self::Known(record) } else { Self::New(record, None) }
    }
}

/// Carries out runs; their records stand in the order of the runs, whatever ended first. `None` stands for
/// a run that an interrupt has prevented.
///
/// # Errors
/// Where a record cannot be kept; the runs under way are then given up.
///
/// # Panics
/// Where no threads can be had.
pub fn carry_out(
    work: &Work,
    journal: &dyn Journal,
    watch: &dyn Watch,
) -> io::Result<Vec<Option<Record>>> {
    let ended: Mutex<Vec<Option<Record>>> = Mutex::new(vec![None; work.runs.len()]);
    let fault: Mutex<Option<io::Error>> = Mutex::new(None);
    let broken = AtomicBool::new(false);
    let next = AtomicUsize::new(0);
    let budget = &work.search.budget;
    let take_runs = |_: rayon::BroadcastContext| {
        while !budget.is_interrupted() && !broken.load(Ordering::Relaxed) {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(run) = work.runs.get(index) else { return };
            watch.begins(run);
            let (record, plan, known) = match one(work, run) {
                Came::Interrupted => return,
                Came::Known(record) => (record, None, true),
                Came::New(record, plan) => (record, plan, false),
            };
            if !known && let Err(error) = journal.keep(&record, plan.as_deref()) {
                broken.store(true, Ordering::Relaxed);
                fault.lock().expect("no thread panics with it").get_or_insert(error);
                return;
            }
            watch.ends(&record, known);
            ended.lock().expect("no thread panics with it")[index] = Some(record);
        }
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(work.jobs).build();
    // One closure on each thread takes run after run. Were the runs tasks of their own, a thread that
    // waits for a part of one run could be given a whole other one meanwhile, and outwait its time limit.
    pool.expect("threads can be had").broadcast(take_runs);
    match fault.into_inner().expect("all threads have ended") {
        Some(error) => Err(error),
        None => Ok(ended.into_inner().expect("all threads have ended")),
    }
}

fn one(work: &Work, run: &Run) -> Came {
    let options = Options::new(work.search);
    let mut record = blank(work.batch, run, options);
    let known = work.known.get(&run.id).map_or(&[][..], Vec::as_slice);
    // A fault in one run must not take the others with it.
    let read = catch_unwind(AssertUnwindSafe(|| work.batch.problem(run, work.files)));
    let problem = match read {
        Ok(Ok(problem)) => problem,
        Ok(Err(errors)) => {
            (record.outcome, record.reason) = (Outcome::Refused, Some(reason::of_errors(&errors)));
            return Came::again(record, known);
        }
        Err(panic) => {
            record.reason = Some(reason::of_panic(panic.as_ref()));
            return Came::again(record, known);
        }
    };
    record.key = Some(record.options.key(&problem.sha256()));
    if let Some(known) = known.iter().find(|known| known.key == record.key) {
        return Came::Known(known.clone());
    }
    let search = work.search.with_budget(work.search.budget.restarted());
    let placed = catch_unwind(AssertUnwindSafe(|| place(&problem, &search, &|_| ())));
    if work.search.budget.is_interrupted() {
        return Came::Interrupted;
    }
    let plan = match placed {
        Ok(placed) => judge(&problem, &search, placed, &mut record),
        Err(panic) => {
            record.reason = Some(reason::of_panic(panic.as_ref()));
            None
        }
    };
    Came::New(record, plan)
}

/// A record of which all is known but what came of the run: until that is known, it has failed.
fn blank(batch: &Batch, run: &Run, options: Options) -> Record {
    let scenario = &batch.scenarios[run.scenario];
    Record {
        run: run.id.clone(),
        scenario: scenario.id.clone(),
        draw: run.draw,
        over: scenario.point.clone(),
        key: None,
        options,
        outcome: Outcome::Failed,
        reason: None,
        plan: None,
    }
}

/// Writes into a record what came of a search, and gives the plan file.
fn judge(
    problem: &Problem,
    search: &Search,
    placed: Result<PlaceOutcome, PlaceError>,
    record: &mut Record,
) -> Option<String> {
    match placed {
        Ok(PlaceOutcome::Plan { plan, assignment, .. }) => {
            let text = plan.to_json();
            record.outcome = Outcome::Plan;
            record.plan = planned(problem, *plan, &assignment, &text);
            return Some(text);
        }
        Ok(PlaceOutcome::Infeasible) => {
            record.outcome = Outcome::Infeasible;
            // That there is no plan holds whether or not it can be explained.
            let clash = clash_of(problem, search).unwrap_or_default();
            record.reason = Some(reason::of_clash(clash.as_ref()));
        }
        Ok(PlaceOutcome::NothingFound(_)) => {
            record.outcome = Outcome::NothingFound;
            record.reason = Some(reason::NOTHING_FOUND.to_owned());
        }
        Err(PlaceError::Input(errors)) => {
            record.outcome = Outcome::Refused;
            record.reason = Some(reason::of_errors(&errors));
        }
        Err(error) => {
            record.outcome = Outcome::Failed;
            record.reason = Some(reason::in_one_line(&error.to_string()));
        }
    }
    None
}

/// What a record says of a plan; the engine's own plans say all of it.
fn planned(problem: &Problem, plan: Plan, assignment: &Assignment, text: &str) -> Option<Planned> {
    let bottleneck = problem.bottleneck(&problem.tally(assignment));
    Some(Planned {
        sha256: sha256(text.as_bytes()),
        status: plan.status?,
        goals: plan.goals?,
        score: plan.score?,
        clusters: plan.clusters,
        bottleneck,
        indicators: plan.indicators?,
    })
}
