//! `merge`: joins the results of a batch that was run in parts.

use std::path::PathBuf;
use std::process::ExitCode;

use super::console::note;
use super::exit::{self, CommandFailure};
use super::folder::{Folder, FoundRecord, journal_name};
use super::results::{self, PageAudience};
use super::scenarios::Scenarios;
use super::strategies;
use crate::message;
use crate::scenarios::batch::{Record, run_keys};
use crate::texts::{Argument, Message};

/// The maximal number of runs that a message names.
const MAX_NAMED: usize = 20;

/// Join the results of a batch that was run in parts.
///
/// The results are byte for byte those of a batch that was run as a whole. If several journals have
/// results of the same run, these must be equal.
#[derive(Debug, clap::Args)]
pub struct MergeArguments {
    /// Batch document with the scenarios; `-` reads standard input.
    #[arg(value_name = "FILE")]
    batch: PathBuf,
    /// Folders with the results of the parts; they are not changed. Default: the output folder itself.
    #[arg(value_name = "DIR")]
    folders: Vec<PathBuf>,
    /// Folder for the results of the whole batch; created if necessary.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Audience of `report.html`. The terminal and the summary files are for planners.
    #[arg(long, value_enum, default_value_t)]
    audience: PageAudience,
}

/// Runs the command.
pub fn run(arguments: &MergeArguments) -> Result<ExitCode, CommandFailure> {
    let scenarios = Scenarios::read(&arguments.batch)?;
    let folders = if arguments.folders.is_empty() {
        vec![Folder::existing(&arguments.output)?]
    } else {
        let folders = arguments.folders.iter();
        folders.map(|path| Folder::existing(path)).collect::<Result<_, _>>()?
    };
    let found = FoundRecord::in_folders(&folders)?;
    let runs = scenarios.batch.runs();
    let keys = run_keys(&*strategies::kind(&scenarios, &scenarios.files(), &()), &runs);
    let (mut chosen, mut missing, mut against) = (Vec::new(), Vec::new(), Vec::new());
    for (run, key) in runs.iter().zip(&keys) {
        let of_run = found.get(&run.id).into_iter().flatten();
        // Results of an earlier version of the scenario are ignored; they do no harm.
        let mut answers = of_run.filter(|found| key.matches(&found.record));
        let Some(first) = answers.next() else {
            missing.push(run.id.as_str());
            continue;
        };
        let others = answers.filter(|other| other.record != first.record);
        against.extend(others.map(|other| disagree(first, other)));
        chosen.push(first);
    }
    against.extend(other_options(&chosen));
    if !against.is_empty() {
        return Ok(refuse(&against));
    }
    if !missing.is_empty() {
        return Err(CommandFailure::usage(incomplete(&missing, runs.len())));
    }
    let output = Folder::prepare(&arguments.output)?;
    join(&scenarios, &chosen, &output, arguments.audience)
}

/// Writes the results of the whole batch, and removes the journals of its parts from the output folder.
fn join(
    scenarios: &Scenarios,
    chosen: &[&FoundRecord],
    output: &Folder,
    audience: PageAudience,
) -> Result<ExitCode, CommandFailure> {
    for FoundRecord { folder, record, .. } in chosen {
        if record.plan.is_some() && folder.path() != output.path() {
            output.write_plan(&record.run, &folder.plan(&record.run)?)?;
            strategies::copy_path(folder, output, &record.run)?;
        }
    }
    let ended: Vec<Record> = chosen.iter().map(|found| found.record.clone()).collect();
    results::rewrite_journal(output, &journal_name(None), &ended, Vec::new())?;
    for journal in output.journals()?.iter().filter(|name| **name != journal_name(None)) {
        output.remove(journal)?;
    }
    results::write_results(scenarios, &ended, output, audience)?;
    Ok(results::report_outcomes(&ended, output))
}

fn disagree(first: &FoundRecord, other: &FoundRecord) -> Message {
    let journal =
        |found: &FoundRecord| found.folder.path().join(&found.journal).display().to_string();
    let (run, one, other_journal) = (&first.record.run, journal(first), journal(other));
    if first.record.options == other.record.options {
        message!("cli-merge-other-result", run = run, first = one, other = other_journal)
    } else {
        message!("cli-merge-other-options", run = run, first = one, other = other_journal)
    }
}

/// Complaints about the runs whose options differ from those of the first run.
fn other_options(chosen: &[&FoundRecord]) -> Vec<Message> {
    let Some(first) = chosen.first().map(|found| &found.record) else { return Vec::new() };
    let others = chosen.iter().filter(|other| other.record.options != first.options);
    let complaint = |other: &&FoundRecord| {
        message!("cli-merge-options-differ", run = &other.record.run, first = &first.run)
    };
    others.map(complaint).collect()
}

fn refuse(against: &[Message]) -> ExitCode {
    note(&message!("cli-merge-refused"));
    for complaint in against.iter().take(MAX_NAMED) {
        note(&message!("cli-item", text = complaint));
    }
    if against.len() > MAX_NAMED {
        note(&message!("cli-and-more", count = against.len() - MAX_NAMED));
    }
    note(&message!("cli-merge-help"));
    ExitCode::from(exit::DISAGREES)
}

fn incomplete(missing: &[&str], all: usize) -> Message {
    let mut named: Vec<Argument> = missing.iter().take(MAX_NAMED).map(|&run| run.into()).collect();
    if missing.len() > MAX_NAMED {
        named.push(message!("cli-more", count = missing.len() - MAX_NAMED).into());
    }
    message!("cli-merge-incomplete", count = missing.len(), all = all, runs = named)
}
