//! A batch that is started from the page.

use std::io;
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::journal::ResultsJournal;
use super::path::write_path;
use super::{StudyJob, not_kept};
use crate::disclosure::{Audience, BatchDisclosure, batch_maps};
use crate::growth::{FoundStrategy, KeepStrategy, StrategyRuns};
use crate::message;
use crate::report::{PathResult, batch_page};
use crate::scenarios::batch::{
    BatchObserver, BatchWork, Record, RunKind, RunOutcome, RunStart, YearRuns, run_batch,
    summary_of, write_summary_csv,
};
use crate::scenarios::{Batch, Run, beside};
use crate::serve::what_if_state::EndedStudy;
use crate::storage::{JournalError, replace, replace_with};
use crate::texts::{Language, Message};

/// Plans the runs of a batch that are not done yet, and writes the results once all are.
pub fn run(
    job: &StudyJob,
    batch: &Batch,
    results: String,
    on_progress: &(dyn Fn(Message) + Sync),
) -> Result<EndedStudy, Message> {
    let runs = batch.runs();
    let journal = ResultsJournal::open(&job.results).map_err(|error| match error {
        JournalError::InUse => message!("serve-results-in-use", name = &results),
        JournalError::Io(error) if error.kind() == io::ErrorKind::Unsupported => {
            message!("serve-results-of-command", name = &results)
        }
        JournalError::Io(error) => not_kept(&error),
    })?;
    let files = |name: &str| job.open(name);
    let keep = KeptPaths { job };
    let kind: Box<dyn RunKind> = if batch.is_of_paths() {
        Box::new(StrategyRuns { batch, files: &files, keep: &keep })
    } else {
        Box::new(YearRuns::new(batch, &files, RunStart::BasePlan))
    };
    let jobs = std::thread::available_parallelism().map_or(1, NonZero::get);
    let work = BatchWork { batch, kind: &*kind, runs: &runs, search: &job.search, jobs };
    let count = CountedRuns { done: AtomicUsize::new(0), of: runs.len(), on_progress };
    count.say(0);
    let ended = run_batch(&work, &journal, &count).map_err(|error| not_kept(&error))?;
    let records = journal.ended(&runs, &ended);
    let (done, without) = (records.len(), without_plan(&records));
    let is_whole = done == runs.len();
    if is_whole {
        write_results(job, batch, &journal, records).map_err(|error| not_kept(&error))?;
    }
    let words = match (is_whole, without) {
        (false, _) => message!("serve-study-stopped", done = done, count = runs.len()),
        (true, 0) => message!("serve-study-done", count = done),
        (true, _) => message!("serve-study-done-without", count = done, without = without),
    };
    Ok(EndedStudy { results, words, details: None, has_report: is_whole })
}

fn without_plan(records: &[Record]) -> usize {
    records.iter().filter(|record| record.outcome != RunOutcome::Plan).count()
}

/// Writes what follows from the records of all runs.
fn write_results(
    job: &StudyJob,
    batch: &Batch,
    journal: &ResultsJournal,
    records: Vec<Record>,
) -> io::Result<()> {
    let summary = summary_of(batch, Arc::new(records))?;
    let files = |name: &str| job.open(name);
    let to = |name: &str| job.results.join(name);
    replace_with(&to("summary.csv"), |file| write_summary_csv(batch, &summary, file))?;
    replace_with(&to("summary.json"), |file| summary.write_json(file))?;
    let read_plan = |run: &str, sha256: &str| journal.plan(run, sha256);
    let maps = batch_maps(batch, &files, &summary, &read_plan, Audience::Planner);
    let disclosed = BatchDisclosure::of(batch, &summary, Audience::Planner)?;
    replace(&to("report.html"), batch_page(&disclosed, &maps, job.language).as_bytes())
}

/// Counts the runs that have ended.
struct CountedRuns<'a> {
    done: AtomicUsize,
    of: usize,
    on_progress: &'a (dyn Fn(Message) + Sync),
}

impl CountedRuns<'_> {
    fn say(&self, done: usize) {
        (self.on_progress)(message!("serve-study-progress", done = done, count = self.of));
    }
}

impl BatchObserver for CountedRuns<'_> {
    fn on_begin(&self, _: &Run) {}

    fn on_end(&self, _: &Record, _: bool) {
        self.say(self.done.fetch_add(1, Ordering::Relaxed) + 1);
    }
}

/// Writes the path of each run into `paths/RUN`, together with the files of the strategy.
struct KeptPaths<'a> {
    job: &'a StudyJob,
}

impl KeepStrategy for KeptPaths<'_> {
    fn keep(&self, strategy: &FoundStrategy) -> io::Result<()> {
        let folder = self.job.results.join("paths").join(&strategy.run.id);
        let FoundStrategy { files, path, plan, found, today, .. } = *strategy;
        let known = &files.0;
        let read = |name: &str| {
            let name = beside(&path.folder, name);
            known.get(&name).cloned().ok_or_else(|| {
                message!("serve-file-missing", name = &name).in_language(Language::English)
            })
        };
        let result = PathResult { path, result: plan, found, draws: &[], today };
        write_path(&folder, &read, &result, self.job.language)?;
        known.iter().try_for_each(|(name, bytes)| replace(&folder.join(name), bytes))
    }
}
