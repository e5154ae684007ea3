//! Plans the runs of a batch in parallel, and saves each as soon as it ends.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::base_search::BaseSearch;
use super::journal::{Journal, SavedRecord};
use super::reason;
use super::record::{Options, Planned, Record, RunOutcome};
use crate::base::sha256;
use crate::input::errors::InputErrors;
use crate::plan::Plan;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::scenarios::{Batch, Run, SharedFiles};
use crate::solve::{Nearby, PlaceError, PlaceOutcome, Search, clash_of, place_near};

/// Observes the progress of a batch.
pub trait BatchObserver: Sync {
    /// Called when a run begins.
    fn on_begin(&self, run: &Run);
    /// Called when a run has ended; `known` means that its result had been saved before.
    fn on_end(&self, record: &Record, known: bool);
}

/// Ignores all progress.
impl BatchObserver for () {
    fn on_begin(&self, _: &Run) {}
    fn on_end(&self, _: &Record, _: bool) {}
}

/// Says which run is next, for several threads, or several processes, that share the runs of a batch.
pub trait RunQueue: Sync {
    /// The position of the next run among those of the work; `None` if there is none for this process.
    ///
    /// # Errors
    /// If what other processes do cannot be read.
    fn next(&self) -> io::Result<Option<usize>>;
    /// Called when a run has ended and is saved.
    ///
    /// # Errors
    /// If that cannot be noted for other processes.
    fn ended(&self, run: usize) -> io::Result<()>;
}

/// All runs, one after the other.
#[derive(Debug)]
pub struct InOrder {
    next: AtomicUsize,
    runs: usize,
}

impl InOrder {
    /// A number of runs.
    pub const fn of(runs: usize) -> Self {
        Self { next: AtomicUsize::new(0), runs }
    }
}

impl RunQueue for InOrder {
    fn next(&self) -> io::Result<Option<usize>> {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        Ok((next < self.runs).then_some(next))
    }
    fn ended(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
}

/// Searches, writes the result into a record and returns the plan file. Fails if what it finds cannot be written.
type PlanRun<'a> = Box<dyn FnOnce(&Search, &mut Record) -> io::Result<Option<String>> + 'a>;

/// A run whose instance is known.
pub struct ReadyRun<'a> {
    /// A hash of all that it is planned from, in lowercase hexadecimal digits.
    pub sha256: String,
    /// Its search.
    pub plan: PlanRun<'a>,
}

/// What the runs of a batch are: plans for one year, or growth paths.
pub trait RunKind: Sync {
    /// Makes a run ready.
    ///
    /// # Errors
    /// All changes that cannot be applied, and what is wrong with the result.
    fn ready(&self, run: &Run) -> Result<ReadyRun<'_>, InputErrors>;

    /// A hash of the base, if searches start from its plan.
    fn base(&self) -> Option<&str> {
        None
    }
}

/// What the search of a run starts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum RunStart {
    /// The plan of the base, which is searched for once: usually several times faster.
    #[default]
    BasePlan,
    /// Nothing, as if the run were the only one.
    Nothing,
}

/// Runs that are plans for one year.
pub struct YearRuns<'a> {
    batch: &'a Batch,
    files: &'a SharedFiles<'a>,
    base: Option<BaseSearch>,
}

impl<'a> YearRuns<'a> {
    /// The runs of a batch. `files` reads the files beside it.
    pub fn new(batch: &'a Batch, files: &'a SharedFiles<'a>, start: RunStart) -> Self {
        let base = (start == RunStart::BasePlan).then(|| BaseSearch::of(batch, files));
        Self { batch, files, base }
    }
}

impl RunKind for YearRuns<'_> {
    fn ready(&self, run: &Run) -> Result<ReadyRun<'_>, InputErrors> {
        let problem = self.batch.problem(run, self.files)?;
        let sha256 = problem.sha256();
        let plan = move |search: &Search, record: &mut Record| {
            let (search, nearby) = match &self.base {
                None => (search.clone(), Nearby::default()),
                Some(base) => base.start(&problem, search),
            };
            let placed = place_near(&problem, &search, &nearby, &|_| ());
            Ok(record_outcome(&problem, &search, placed, record))
        };
        Ok(ReadyRun { sha256, plan: Box::new(plan) })
    }

    fn base(&self) -> Option<&str> {
        self.base.as_ref().and_then(BaseSearch::sha256)
    }
}

/// The runs to plan, and how to plan them.
pub struct BatchWork<'a> {
    /// The batch with the scenarios.
    pub batch: &'a Batch,
    /// What its runs are.
    pub kind: &'a dyn RunKind,
    /// The runs to plan.
    pub runs: &'a [Run],
    /// How to search; its limits hold for each run separately.
    pub search: &'a Search,
    /// The number of runs in parallel.
    pub jobs: usize,
}

/// Where the record of a run that has ended is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// The run had been saved before, with this number among the saved records of the run.
    Before(usize),
    /// It was planned and saved now.
    Now,
}

/// The result of one run.
enum RunResult {
    /// The run had been saved before.
    Known(SavedRecord),
    /// The run was planned now, with its plan file if it has one.
    New(Record, Option<String>),
    /// The run was interrupted, and counts as not begun.
    Interrupted,
}

impl RunResult {
    /// The result of a run that ends before the search: known if an equal record was saved before.
    fn again(record: Record, known: Vec<SavedRecord>) -> Self {
        let same = known.into_iter().find(|one| one.record == record);
        same.map_or(Self::New(record, None), Self::Known)
    }
}

/// Plans the runs of a batch in parallel. Returns where their records are, in the order of the runs; `None` for
/// a run that did not end because of an interrupt. The observer sees each record once, and none is kept in memory.
///
/// # Errors
/// If a record cannot be read or saved; no further run is begun then.
///
/// # Panics
/// If no threads can be created.
pub fn run_batch(
    work: &BatchWork,
    journal: &dyn Journal,
    watch: &dyn BatchObserver,
) -> io::Result<Vec<Option<Ended>>> {
    run_shared(work, &InOrder::of(work.runs.len()), journal, watch)
}

/// Like [`run_batch`], for the runs that a queue hands out; the others have not ended.
///
/// # Errors
/// If a record cannot be read or saved, or the error of the queue; no further run is begun then.
///
/// # Panics
/// If no threads can be created.
pub fn run_shared(
    work: &BatchWork,
    queue: &dyn RunQueue,
    journal: &dyn Journal,
    watch: &dyn BatchObserver,
) -> io::Result<Vec<Option<Ended>>> {
    let ended: Mutex<Vec<Option<Ended>>> = Mutex::new(vec![None; work.runs.len()]);
    let fault: Mutex<Option<io::Error>> = Mutex::new(None);
    let broken = AtomicBool::new(false);
    let budget = &work.search.budget;
    // Plans the next run; false if there is none, or if it was interrupted.
    let take_run = || -> io::Result<bool> {
        let Some(index) = queue.next()? else { return Ok(false) };
        let run = &work.runs[index];
        watch.on_begin(run);
        let Some((record, end)) = run_and_keep(work, journal, run)? else { return Ok(false) };
        watch.on_end(&record, end != Ended::Now);
        ended.lock().expect("no thread panics with it")[index] = Some(end);
        queue.ended(index).map(|()| true)
    };
    let take_runs = |_: rayon::BroadcastContext| {
        while !budget.is_interrupted() && !broken.load(Ordering::Relaxed) {
            match take_run() {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => {
                    broken.store(true, Ordering::Relaxed);
                    fault.lock().expect("no thread panics with it").get_or_insert(error);
                }
            }
        }
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(work.jobs).build();
    // One closure on each thread takes run after run. If the runs were separate tasks, a thread that waits
    // for a part of one run could steal a whole other run meanwhile, and exceed its time limit.
    pool.expect("threads can be had").broadcast(take_runs);
    match fault.into_inner().expect("all threads have ended") {
        Some(error) => Err(error),
        None => Ok(ended.into_inner().expect("all threads have ended")),
    }
}

/// Plans one run and saves it, unless an equal record was saved before; `None` if it was interrupted.
fn run_and_keep(
    work: &BatchWork,
    journal: &dyn Journal,
    run: &Run,
) -> io::Result<Option<(Record, Ended)>> {
    Ok(match run_one(work, run, journal.saved(&run.id)?)? {
        RunResult::Interrupted => None,
        RunResult::Known(SavedRecord { number, record }) => Some((record, Ended::Before(number))),
        RunResult::New(record, plan) => {
            journal.keep(&record, plan.as_deref())?;
            Some((record, Ended::Now))
        }
    })
}

/// Plans one run, unless an equal record was saved before.
///
/// # Errors
/// If what it finds cannot be written.
fn run_one(work: &BatchWork, run: &Run, known: Vec<SavedRecord>) -> io::Result<RunResult> {
    let base = work.kind.base().map(str::to_owned);
    let options = Options { base, ..Options::new(work.search) };
    let mut record = empty_record(work.batch, run, options);
    // A panic in one run must not end the others.
    let ready = match catch_unwind(AssertUnwindSafe(|| work.kind.ready(run))) {
        Ok(Ok(ready)) => ready,
        Ok(Err(errors)) => {
            (record.outcome, record.reason) =
                (RunOutcome::Refused, Some(reason::of_errors(&errors)));
            return Ok(RunResult::again(record, known));
        }
        Err(panic) => {
            record.reason = Some(reason::of_panic(panic.as_ref()));
            return Ok(RunResult::again(record, known));
        }
    };
    record.key = Some(record.options.key(&ready.sha256));
    if let Some(known) = known.into_iter().find(|known| known.record.key == record.key) {
        return Ok(RunResult::Known(known));
    }
    let search = work.search.with_budget(work.search.budget.restarted());
    let planned = catch_unwind(AssertUnwindSafe(|| (ready.plan)(&search, &mut record)));
    if work.search.budget.is_interrupted() {
        return Ok(RunResult::Interrupted);
    }
    let plan = match planned {
        Ok(plan) => plan?,
        Err(panic) => {
            record.reason = Some(reason::of_panic(panic.as_ref()));
            None
        }
    };
    Ok(RunResult::New(record, plan))
}

/// A record without a result. Its outcome is `Failed` until another one is known.
fn empty_record(batch: &Batch, run: &Run, options: Options) -> Record {
    let scenario = &batch.scenarios[run.scenario];
    Record {
        run: run.id.clone(),
        scenario: scenario.id.clone(),
        draw: run.draw,
        over: scenario.point.clone(),
        key: None,
        options,
        outcome: RunOutcome::Failed,
        reason: None,
        plan: None,
    }
}

/// Writes the result of a search into a record, and returns the plan file.
fn record_outcome(
    problem: &Problem,
    search: &Search,
    placed: Result<PlaceOutcome, PlaceError>,
    record: &mut Record,
) -> Option<String> {
    match placed {
        Ok(PlaceOutcome::Plan { plan, assignment, .. }) => {
            let text = plan.to_json();
            record.outcome = RunOutcome::Plan;
            record.plan = Planned::of(problem, *plan, &assignment, &text);
            return Some(text);
        }
        Ok(PlaceOutcome::Infeasible) => {
            record.outcome = RunOutcome::Infeasible;
            // That there is no plan holds whether or not it can be explained.
            let clash = clash_of(problem, search).unwrap_or_default();
            record.reason = Some(reason::of_clash(clash.as_ref()));
        }
        Ok(PlaceOutcome::NothingFound(_)) => {
            record.outcome = RunOutcome::NothingFound;
            record.reason = Some(reason::nothing_found());
        }
        Err(PlaceError::Input(errors)) => {
            record.outcome = RunOutcome::Refused;
            record.reason = Some(reason::of_errors(&errors));
        }
        Err(error) => {
            record.outcome = RunOutcome::Failed;
            record.reason = Some(reason::in_one_line(&error.to_string()));
        }
    }
    None
}

impl Planned {
    /// The figures of a plan for a record; plans of our own search have all of them.
    pub fn of(problem: &Problem, plan: Plan, assignment: &Assignment, text: &str) -> Option<Self> {
        let tally = problem.tally(assignment);
        let bottleneck = problem.bottleneck(&tally);
        let unused_allowances = problem.unused_allowances(&tally);
        Some(Self {
            sha256: sha256(text.as_bytes()),
            status: plan.status?,
            goals: plan.goals?,
            score: plan.score?,
            clusters: plan.clusters,
            bottleneck,
            unused_allowances,
            indicators: plan.indicators?,
            path: None,
        })
    }
}
