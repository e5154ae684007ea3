//! `batch`: many scenarios in parallel.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;

use super::exit::{self, Failure};
use super::folder::{Folder, Found, OpenJournal, Shard, journal_name};
use super::progress::BatchProgress;
use super::results::{self, LanguageChoice};
use super::scenarios::Scenarios;
use super::search::SearchArguments;
use super::{files, interrupt};
use crate::input::errors::{Code, InputErrors, nearest};
use crate::scenarios::Run;
use crate::scenarios::batch::{Outcome, Record, Work, carry_out};

/// Plan many scenarios in parallel, and compare them.
///
/// Each run is kept as soon as it ends. Start the same command again after an interrupt: what is done is
/// not done again. A scenario that was edited runs again, the others do not.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The batch; `-` is standard input.
    #[arg(value_name = "FILE")]
    batch: PathBuf,
    /// The folder where results go.
    #[arg(short, long, value_name = "DIR", required_unless_present = "instance_of")]
    output: Option<PathBuf>,
    /// How many runs go on at the same time, each on one thread. Default: as many as there are cores.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    #[command(flatten)]
    search: SearchArguments,
    /// Do only the i-th of n parts of the runs, into a journal of its own; `merge` joins them.
    #[arg(long, value_name = "i/n")]
    shard: Option<Shard>,
    /// Do runs again that found no plan in time or failed.
    #[arg(long)]
    retry: bool,
    /// The language of the comparison.
    #[arg(long, value_enum, default_value_t)]
    lang: LanguageChoice,
    /// Plan nothing: print the instance of one run, after all its changes.
    #[arg(long, value_name = "RUN", conflicts_with_all = ["output", "shard", "retry"])]
    instance_of: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    // From the first moment on, so that an interrupt always ends in order.
    let stop = interrupt::flag(interrupt::KEEPING_DONE);
    let scenarios = Scenarios::read(&arguments.batch)?;
    let all = scenarios.batch.runs();
    if let Some(id) = &arguments.instance_of {
        return print_instance(&scenarios, &all, id);
    }
    let path = arguments.output.as_deref().unwrap_or_else(|| unreachable!("clap asks for it"));
    let folder = Folder::prepare(path)?;
    let name = journal_name(arguments.shard);
    let journal = OpenJournal::open(&folder, &name)?;
    let found = Found::in_folders(std::slice::from_ref(&folder))?;
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
    let work = Work {
        batch: &scenarios.batch,
        files: &opened,
        runs: &runs,
        known: &known,
        search: &search,
        jobs: arguments.jobs.map_or_else(cores, usize::from),
    };
    let ended = carry_out(&work, &journal, &progress);
    progress.finish();
    let ended = ended?;
    let done = ended.iter().flatten().count();
    if done < runs.len() {
        eprintln!(
            "Interrupted: {done} of {} runs are done and kept. Start the same command again to go on.",
            runs.len()
        );
        return Ok(ExitCode::from(exit::INTERRUPTED));
    }
    let ended: Vec<Record> = ended.into_iter().flatten().collect();
    let ids: BTreeSet<&str> = runs.iter().map(|run| run.id.as_str()).collect();
    let others = found.into_values().flatten();
    let others = others.filter(|one| one.journal == name && !ids.contains(one.record.run.as_str()));
    results::keep(&folder, &name, &ended, others.map(|one| one.record).collect())?;
    if arguments.shard.is_none() {
        results::tell(&scenarios, &ended, &folder, arguments.lang)?;
    }
    Ok(results::account(&ended, &folder))
}

/// The records that are known, by run, less those that are to be done again.
fn known(found: &BTreeMap<String, Vec<Found>>, retry: bool) -> BTreeMap<String, Vec<Record>> {
    let records = |found: &Vec<Found>| {
        let records = found.iter().map(|one| &one.record);
        records.filter(|record| !again(record, retry)).cloned().collect()
    };
    found.iter().map(|(run, found)| (run.clone(), records(found))).collect()
}

/// Whether a run is to be done again although it has ended.
fn again(record: &Record, retry: bool) -> bool {
    retry && matches!(record.outcome, Outcome::NothingFound | Outcome::Failed)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn print_instance(scenarios: &Scenarios, runs: &[Run], id: &str) -> Result<ExitCode, Failure> {
    let Some(run) = runs.iter().find(|run| run.id == id) else {
        let advice = match nearest(id, runs.iter().map(|run| run.id.as_str())) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "name a scenario, or a draw of one, such as `today-draw-1`".to_owned(),
        };
        let mut errors = InputErrors::default();
        let found = format!("run `{id}`, which the batch does not have");
        errors.add(Code::UnknownReference, "--instance-of", found, "a run of the batch", advice);
        return Err(errors.into());
    };
    let instance = scenarios.batch.instance(run, &scenarios.files())?;
    let mut text = serde_json::to_string_pretty(&instance).expect("an instance is plain JSON");
    text.push('\n');
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
