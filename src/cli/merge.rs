//! `merge`: joins the results of a batch that was run in parts.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use super::console::note;
use super::exit::{self, CommandFailure};
use super::folder::{Folder, journal_name};
use super::plans_kept::PlansKept;
use super::records::{ReadJournal, RecordAt, Records, Selection};
use super::results::{self, Outcomes, PageAudience};
use super::scenarios::Scenarios;
use super::{shared_batch, strategies};
use crate::message;
use crate::scenarios::Run;
use crate::scenarios::batch::{Record, RunKey};
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
    let records = Arc::new(Records::in_folders(&folders)?);
    let runs = scenarios.batch.runs();
    let keys = strategies::keys(&scenarios, &runs);
    let chosen = Chosen::of(&records, &runs, &keys)?;
    if !chosen.against.is_empty() {
        return Ok(refuse(&chosen.against));
    }
    if !chosen.missing.is_empty() {
        return Err(CommandFailure::usage(incomplete(&chosen.missing, runs.len())));
    }
    let usual = folders.first().map_or(PlansKept::All, |folder| folder.plans.kept);
    let output = Folder::prepare(&arguments.output, None, usual)?;
    let without = folders.iter().find(|folder| folder.plans.kept == PlansKept::None);
    if let Some(without) = without.filter(|_| output.plans.kept != PlansKept::None) {
        let (path, output) = (without.path().display(), arguments.output.display());
        let (path, output) = (path.to_string(), output.to_string());
        let text = message!("cli-merge-without-plans", path = path, output = output);
        return Err(CommandFailure::usage(text));
    }
    join(&scenarios, &chosen.selection, &output, arguments.audience)
}

/// Writes the results of the whole batch, and removes the journals of its parts from the output folder.
fn join(
    scenarios: &Scenarios,
    selection: &Selection,
    output: &Folder,
    audience: PageAudience,
) -> Result<ExitCode, CommandFailure> {
    if scenarios.batch.is_of_paths() {
        for (&place, record) in selection.places.iter().zip(selection.iter()) {
            let from = &selection.records.journal(place).folder;
            if from.path() != output.path() {
                strategies::copy_path(from, output, &record?.run)?;
            }
        }
    }
    results::rewrite_journal(output, &journal_name(None), selection)?;
    for journal in output.journals()?.iter().filter(|name| **name != journal_name(None)) {
        output.remove(journal)?;
    }
    shared_batch::remove_claims(output);
    results::write_results(scenarios, selection, output, audience)?;
    Ok(Outcomes::of(selection.iter())?.report(output))
}

/// The record of each run.
struct Chosen<'r> {
    selection: Selection,
    /// The runs that have none.
    missing: Vec<&'r str>,
    /// Complaints about records that cannot be joined.
    against: Vec<Message>,
}

impl<'r> Chosen<'r> {
    fn of(records: &Arc<Records>, runs: &'r [Run], keys: &[RunKey]) -> io::Result<Self> {
        let mut chosen = Self {
            selection: Selection { records: Arc::clone(records), places: Vec::new() },
            missing: Vec::new(),
            against: Vec::new(),
        };
        let mut differing = Vec::new();
        let mut reference: Option<Record> = None;
        for (run, key) in runs.iter().zip(keys) {
            let Some(record) = chosen.choose(run, key)? else {
                chosen.missing.push(&run.id);
                continue;
            };
            match &reference {
                None => reference = Some(record),
                Some(first) if first.options != record.options => {
                    let (run, first) = (&record.run, &first.run);
                    differing.push(message!("cli-merge-options-differ", run = run, first = first));
                }
                Some(_) => {}
            }
        }
        chosen.against.extend(differing);
        Ok(chosen)
    }

    /// Chooses the record of a run. Those of an earlier version of the scenario are ignored; they do no harm.
    fn choose(&mut self, run: &Run, key: &RunKey) -> io::Result<Option<Record>> {
        let records = Arc::clone(&self.selection.records);
        let mut first: Option<(RecordAt, Record)> = None;
        for &place in records.of(&run.id) {
            let record = records.read(place)?;
            match &first {
                _ if !key.matches(&record) => {}
                None => first = Some((place, record)),
                Some((at, one)) if *one != record => {
                    self.against.push(disagree(
                        (records.journal(*at), one),
                        (records.journal(place), &record),
                    ));
                }
                Some(_) => {}
            }
        }
        Ok(first.map(|(place, record)| {
            self.selection.places.push(place);
            record
        }))
    }
}

fn disagree(first: (&ReadJournal, &Record), other: (&ReadJournal, &Record)) -> Message {
    let path =
        |journal: &ReadJournal| journal.folder.path().join(&journal.name).display().to_string();
    let (run, one, other_journal) = (&first.1.run, path(first.0), path(other.0));
    if first.1.options == other.1.options {
        message!("cli-merge-other-result", run = run, first = one, other = other_journal)
    } else {
        message!("cli-merge-other-options", run = run, first = one, other = other_journal)
    }
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
