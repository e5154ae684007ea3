//! `batch --shard auto`: several processes share the runs of a batch through its folder.

use std::process::ExitCode;
use std::sync::Arc;

use super::console::note;
use super::exit::{self, CommandFailure};
use super::folder::{Folder, task_journal};
use super::open_journal::OpenJournal;
use super::progress::BatchProgress;
use super::records::Selection;
use super::results::{Outcomes, PageAudience};
use super::scenarios::Scenarios;
use super::shared_runs::SharedRuns;
use super::strategies::{self, StrategiesInFolder};
use super::task_lock::{TaskLock, is_any_held};
use super::threads;
use crate::base::sha256;
use crate::message;
use crate::scenarios::Run;
use crate::scenarios::batch::{BatchWork, Options, RunStart, run_shared};
use crate::solve::Search;

/// The folder of the locks and claims, within that of the results.
const TASKS: &str = "tasks";

/// What the processes must have in common besides the batch, and how this one works.
#[derive(Clone, Copy, Debug)]
pub struct SharedOptions {
    /// The number of runs in parallel.
    pub jobs: Option<u16>,
    /// Whether runs that failed are repeated.
    pub retry: bool,
    /// Audience of the pages of growth paths.
    pub audience: PageAudience,
    /// What the searches start from.
    pub start: RunStart,
}

/// Runs what other processes leave of a batch.
pub fn run(
    scenarios: &Scenarios,
    runs: &[Run],
    folder: &Folder,
    search: &Search,
    options: SharedOptions,
) -> Result<ExitCode, CommandFailure> {
    let tasks = folder.path().join(TASKS);
    std::fs::create_dir_all(&tasks)?;
    let lock = TaskLock::take(&tasks)?;
    if let Some(before) = &lock.instead_of {
        let (task, process) = (before.task, i64::from(before.process));
        note(&message!("cli-task-inherited", task = task, process = process, host = &before.host));
    }
    let journal = OpenJournal::open(folder, &task_journal(lock.owner.task), options.retry)?;
    let question = serde_json::to_string(&Options::new(search)).expect("options are plain JSON");
    let version =
        format!("{}\n{question}\n{}\n{:?}", scenarios.version, options.retry, options.start);
    let version = &sha256(version.as_bytes())[..16];
    let queue = SharedRuns::of(&tasks, version, runs.len(), &lock, &journal)?;
    let progress = BatchProgress::start(runs.len());
    let opened = scenarios.files();
    let keep = StrategiesInFolder { folder, audience: options.audience };
    let kind = strategies::kind(scenarios, &opened, &keep, options.start);
    let work = BatchWork {
        batch: &scenarios.batch,
        kind: &*kind,
        runs,
        search,
        jobs: threads::number(options.jobs),
    };
    let ended = run_shared(&work, &queue, &journal, &progress);
    progress.finish();
    let (ended, left) = (ended?, queue.left());
    let number = journal.number;
    let records = Arc::new(journal.finish());
    let outcomes = Outcomes::of(Selection::of_ended(&records, number, runs, &ended).iter())?;
    let code = outcomes.report(folder);
    if search.budget.is_interrupted() {
        let done = runs.len() - left;
        note(&message!("cli-batch-interrupted", done = done, count = runs.len()));
        return Ok(ExitCode::from(exit::INTERRUPTED));
    }
    if left > 0 {
        note(&message!("cli-tasks-left", count = left));
        return Ok(code);
    }
    // Nothing is left to share. Another process that ends at the same moment may see this lock: then both leave the
    // claims, which do no harm.
    if lock.is_alone()? {
        drop(lock);
        let _ = std::fs::remove_dir_all(&tasks);
    }
    note(&message!("cli-tasks-done"));
    Ok(code)
}

/// Removes the locks and claims from a folder whose runs have all ended, unless a process still works in it. Processes
/// that ended at the same moment, or were killed, leave them.
pub fn remove_claims(folder: &Folder) {
    let tasks = folder.path().join(TASKS);
    // They do no harm: whatever cannot be read or removed stays.
    if is_any_held(&tasks).is_ok_and(|held| !held) {
        let _ = std::fs::remove_dir_all(&tasks);
    }
}
