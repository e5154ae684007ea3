//! `batch`: plans many scenarios in parallel and compares them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::console::note;
use super::exit::{self, CommandFailure};
use super::folder::{Folder, Shard, ShardChoice, journal_name};
use super::open_journal::OpenJournal;
use super::plan_store::PackCheck;
use super::plans_kept::PlansKept;
use super::progress::BatchProgress;
use super::records::{Selection, of_one_run};
use super::results::{self, Outcomes, PageAudience};
use super::scenarios::Scenarios;
use super::search::SearchArguments;
use super::shared_batch::{self, SharedOptions};
use super::strategies::{self, StrategiesInFolder};
use super::{files, interrupt, threads};
use crate::input::errors::{Code, InputErrors, nearest};
use crate::input::to_pretty_json;
use crate::message;
use crate::scenarios::Run;
use crate::scenarios::batch::{BatchWork, Ended, RunStart, run_batch};

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
    /// Run only part i of n, for instance on one of n machines, or with `auto` what other processes that use the same
    /// folder leave; `merge` joins the parts.
    #[arg(long, value_name = "i/n|auto")]
    shard: Option<ShardChoice>,
    /// How plans are kept: each in a file (all), compressed in one file (packed), or not at all (none). Default: as
    /// the folder has them; in a new one `all` up to 1,000 runs, and `packed` beyond.
    #[arg(long, value_enum, value_name = "HOW", hide_possible_values = true)]
    plans: Option<PlansKept>,
    /// Search each run as if it were the only one, instead of from the plan of the base.
    #[arg(long)]
    from_nothing: bool,
    /// Repeat runs that failed or found no plan within the limits.
    #[arg(long)]
    retry: bool,
    /// Print the instance of one run after all its changes, without planning anything.
    #[arg(long, value_name = "RUN", conflicts_with_all = ["output", "shard", "retry"])]
    instance_of: Option<String>,
    /// Print the plan of one run from the folder with the results, without planning anything.
    #[arg(long, value_name = "RUN", requires = "output", conflicts_with_all = ["instance_of", "shard", "retry", "plans"])]
    plan: Option<String>,
}

impl BatchArguments {
    fn start(&self) -> RunStart {
        if self.from_nothing { RunStart::Nothing } else { RunStart::BasePlan }
    }
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
    if let Some(id) = &arguments.plan {
        return print_plan(&scenarios, &all, id, path);
    }
    let folder = Folder::prepare(path, arguments.plans, PlansKept::for_runs(all.len()))?;
    let shard = match arguments.shard {
        Some(ShardChoice::Auto) => {
            let search = arguments.search.search(stop);
            let options = SharedOptions {
                jobs: arguments.jobs,
                retry: arguments.retry,
                audience: arguments.audience,
                start: arguments.start(),
            };
            return shared_batch::run(&scenarios, &all, &folder, &search, options);
        }
        Some(ShardChoice::Part(shard)) => Some(shard),
        None => None,
    };
    let name = journal_name(shard);
    let journal = OpenJournal::open(&folder, &name, arguments.retry)?;
    let runs: Vec<Run> = match shard {
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
    let kind = strategies::kind(&scenarios, &opened, &keep, arguments.start());
    let work = BatchWork {
        batch: &scenarios.batch,
        kind: &*kind,
        runs: &runs,
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
    finish(&scenarios, &runs, &ended, journal, shard, arguments)
}

/// Puts the journal in order, writes the results of a whole batch, and reports the outcomes.
fn finish(
    scenarios: &Scenarios,
    runs: &[Run],
    ended: &[Option<Ended>],
    journal: OpenJournal,
    shard: Option<Shard>,
    arguments: &BatchArguments,
) -> Result<ExitCode, CommandFailure> {
    let (folder, name) = (journal.folder.clone(), journal_name(shard));
    let number = journal.number;
    let records = Arc::new(journal.finish());
    let mut selection = Selection::of_ended(&records, number, runs, ended);
    let count = selection.places.len();
    // Records of runs that the batch no longer has follow, in the order of their ids: no record is discarded.
    let ids: BTreeSet<&str> = runs.iter().map(|run| run.id.as_str()).collect();
    let others = records.in_journal(number).filter(|(run, _)| !ids.contains(run));
    selection.places.extend(others.map(|(_, place)| place));
    results::rewrite_journal(&folder, &name, &selection)?;
    selection.places.truncate(count);
    if shard.is_none() {
        results::write_results(scenarios, &selection, &folder, arguments.audience)?;
    }
    Ok(Outcomes::of(selection.iter())?.report(&folder))
}

/// The run with an id that an option names.
fn known_run<'r>(runs: &'r [Run], option: &str, id: &str) -> Result<&'r Run, CommandFailure> {
    if let Some(run) = runs.iter().find(|run| run.id == id) {
        return Ok(run);
    }
    let advice = match nearest(id, runs.iter().map(|run| run.id.as_str())) {
        Some(similar) => message!("scenarios-did-you-mean", id = similar),
        None => message!("cli-unknown-run-help"),
    };
    let mut errors = InputErrors::default();
    let (found, allowed) =
        (message!("cli-unknown-run-found", id = id), message!("cli-unknown-run-allowed"));
    errors.add(Code::UnknownReference, option, found, allowed, advice);
    Err(errors.into())
}

/// Prints the plan of a run from a folder with results.
fn print_plan(
    scenarios: &Scenarios,
    runs: &[Run],
    id: &str,
    path: &Path,
) -> Result<ExitCode, CommandFailure> {
    let run = known_run(runs, "--plan", id)?;
    let folder = Folder::existing(path)?;
    let shown = path.display().to_string();
    if folder.plans.kept == PlansKept::None {
        return Err(CommandFailure::usage(message!("cli-plan-not-kept", path = shown, run = id)));
    }
    let records = of_one_run(&folder, id)?;
    let was_there = !records.is_empty();
    let keys = strategies::keys(scenarios, std::slice::from_ref(run));
    let Some(record) = records.into_iter().find(|record| keys[0].matches(record)) else {
        return Err(CommandFailure::usage(if was_there {
            message!("cli-plan-outdated", run = id)
        } else {
            message!("cli-plan-not-made", path = shown, run = id)
        }));
    };
    let Some(planned) = record.plan else {
        let reason = record.reason.unwrap_or_default();
        return Err(CommandFailure::usage(message!("cli-plan-none", run = id, reason = reason)));
    };
    folder.plans.scan(&folder.journals()?, PackCheck::Index)?;
    let plan = folder
        .plans
        .read(id, &planned.sha256)
        .map_err(|_| CommandFailure::usage(message!("cli-plan-lost", path = shown, run = id)))?;
    files::print(&String::from_utf8_lossy(&plan))?;
    Ok(ExitCode::SUCCESS)
}

fn print_instance(
    scenarios: &Scenarios,
    runs: &[Run],
    id: &str,
) -> Result<ExitCode, CommandFailure> {
    let run = known_run(runs, "--instance-of", id)?;
    let instance = scenarios.batch.instance(run, &scenarios.files())?;
    files::print(&to_pretty_json(&instance))?;
    Ok(ExitCode::SUCCESS)
}
