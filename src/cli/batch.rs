//! `batch`: plans many scenarios in parallel and compares them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;

use super::console::note;
use super::exit::{self, CommandFailure};
use super::folder::{Folder, FoundRecord, OpenJournal, Shard, journal_name};
use super::progress::BatchProgress;
use super::results::{self, PageAudience};
use super::scenarios::Scenarios;
use super::search::SearchArguments;
use super::strategies::{self, StrategiesInFolder};
use super::{files, interrupt, threads};
use crate::input::errors::{Code, InputErrors, nearest};
use crate::message;
use crate::scenarios::Run;
use crate::scenarios::batch::{BatchWork, Record, RunOutcome, run_batch};

/// Plan many scenarios in parallel and compare them.
///
/// The result of each run is saved as soon as the run ends. After an interrupt, start the same command
/// again: runs that are done are not repeated. A scenario that was edited since runs again, the others do
/// not. Time and work limits hold for each run separately.
#[derive(Debug, clap::Args)]
pub struct BatchArguments {
    /// Batch document with the scenarios; `-` reads standard input.
    #[arg(value_name = "FILE")]
    batch: PathBuf,
    /// Folder for the results; created if necessary.
    #[arg(short, long, value_name = "DIR", required_unless_present = "instance_of")]
    output: Option<PathBuf>,
    /// Number of runs in parallel, each on one thread. Default: one per processor core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    #[command(flatten)]
    search: SearchArguments,
    /// Audience of `report.html`. The terminal and the summary files are for planners.
    #[arg(long, value_enum, default_value_t)]
    audience: PageAudience,
    /// Run only part i of n, for instance on one of n machines; `merge` joins the parts.
    #[arg(long, value_name = "i/n")]
    shard: Option<Shard>,
    /// Repeat runs that failed or found no plan within the limits.
    #[arg(long)]
    retry: bool,
    /// Print the instance of one run after all its changes, without planning anything.
    #[arg(long, value_name = "RUN", conflicts_with_all = ["output", "shard", "retry"])]
    instance_of: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &BatchArguments) -> Result<ExitCode, CommandFailure> {
    // Before anything is read, so that an interrupt at any moment ends the command in an orderly way.
    let stop = interrupt::flag(interrupt::Kept::FinishedRuns);
    let scenarios = Scenarios::read(&arguments.batch)?;
    let all = scenarios.batch.runs();
    if let Some(id) = &arguments.instance_of {
        return print_instance(&scenarios, &all, id);
    }
    let path = arguments.output.as_deref().unwrap_or_else(|| unreachable!("clap requires it"));
    let folder = Folder::prepare(path)?;
    let name = journal_name(arguments.shard);
    let journal = OpenJournal::open(&folder, &name)?;
    let found = FoundRecord::in_folders(std::slice::from_ref(&folder))?;
    let known = known(&found, arguments.retry);
    let runs: Vec<Run> = match arguments.shard {
        None => all,
        Some(shard) => {
            let ours = all.into_iter().enumerate().filter(|(at, _)| shard.takes(*at));
            ours.map(|(_, run)| run).collect()
        }
    };
    let search = arguments.search.search(stop);
    let progress = BatchProgress::start(runs.len());
    let opened = scenarios.files();
    let keep = StrategiesInFolder { folder: &folder, audience: arguments.audience };
    let kind = strategies::kind(&scenarios, &opened, &keep);
    let work = BatchWork {
        batch: &scenarios.batch,
        kind: &*kind,
        runs: &runs,
        known: &known,
        search: &search,
        jobs: threads::number(arguments.jobs),
    };
    let ended = run_batch(&work, &journal, &progress);
    progress.finish();
    let ended = ended?;
    let done = ended.iter().flatten().count();
    if done < runs.len() {
        note(&message!("cli-batch-interrupted", done = done, count = runs.len()));
        return Ok(ExitCode::from(exit::INTERRUPTED));
    }
    let ended: Vec<Record> = ended.into_iter().flatten().collect();
    let ids: BTreeSet<&str> = runs.iter().map(|run| run.id.as_str()).collect();
    let others = found.into_values().flatten();
    let others = others.filter(|one| one.journal == name && !ids.contains(one.record.run.as_str()));
    results::rewrite_journal(&folder, &name, &ended, others.map(|one| one.record).collect())?;
    if arguments.shard.is_none() {
        results::write_results(&scenarios, &ended, &folder, arguments.audience)?;
    }
    Ok(results::report_outcomes(&ended, &folder))
}

/// The records found by the id of the run, without those of runs that are to be repeated.
fn known(found: &BTreeMap<String, Vec<FoundRecord>>, retry: bool) -> BTreeMap<String, Vec<Record>> {
    let records = |found: &Vec<FoundRecord>| {
        let records = found.iter().map(|one| &one.record);
        records.filter(|record| !is_to_be_repeated(record, retry)).cloned().collect()
    };
    found.iter().map(|(run, found)| (run.clone(), records(found))).collect()
}

/// Whether a run is to be repeated although it has ended.
fn is_to_be_repeated(record: &Record, retry: bool) -> bool {
    retry && matches!(record.outcome, RunOutcome::NothingFound | RunOutcome::Failed)
}

fn print_instance(
    scenarios: &Scenarios,
    runs: &[Run],
    id: &str,
) -> Result<ExitCode, CommandFailure> {
    let Some(run) = runs.iter().find(|run| run.id == id) else {
        let advice = match nearest(id, runs.iter().map(|run| run.id.as_str())) {
            Some(similar) => message!("scenarios-did-you-mean", id = similar),
            None => message!("cli-unknown-run-help"),
        };
        let mut errors = InputErrors::default();
        let (found, allowed) =
            (message!("cli-unknown-run-found", id = id), message!("cli-unknown-run-allowed"));
        errors.add(Code::UnknownReference, "--instance-of", found, allowed, advice);
        return Err(errors.into());
    };
    let instance = scenarios.batch.instance(run, &scenarios.files())?;
    let mut text = serde_json::to_string_pretty(&instance).expect("an instance is plain JSON");
    text.push('\n');
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
