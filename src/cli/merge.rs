//! `merge`: joins the journals of a batch that was run in parts.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use super::exit::{self, Failure};
use super::folder::{Folder, by_run, journal_name};
use super::results::{self, LanguageChoice};
use super::scenarios::Scenarios;
use crate::batch::{Record, Standing, standings};

/// The most runs that are named one by one.
const MOST_NAMED: usize = 20;

/// Join the parts of a batch into the results of the whole.
///
/// The results are the same bytes as those of a batch that was not in parts. A run that stands in several
/// journals must say the same in all of them.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The batch; `-` is standard input.
    #[arg(value_name = "FILE")]
    batch: PathBuf,
    /// The folders with the parts; they are left as they are. Default: the output folder itself.
    #[arg(value_name = "DIR")]
    folders: Vec<PathBuf>,
    /// The folder where results go.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The language of the comparison.
    #[arg(long, value_enum, default_value_t)]
    lang: LanguageChoice,
}

/// A record and where it was found.
struct Found {
    record: Record,
    folder: Folder,
    journal: String,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let scenarios = Scenarios::read(&arguments.batch)?;
    let output = Folder::prepare(&arguments.output)?;
    let folders = if arguments.folders.is_empty() {
        vec![output.clone()]
    } else {
        let folders = arguments.folders.iter();
        folders.map(|path| Folder::existing(path)).collect::<Result<_, _>>()?
    };
    let (found, mut against) = gather(&folders)?;
    let runs = scenarios.batch.runs();
    let records: BTreeMap<String, Record> =
        found.iter().map(|(run, found)| (run.clone(), found.record.clone())).collect();
    let standings = standings(&scenarios.batch, &scenarios.files(), &runs, &records);
    let missing = runs.iter().zip(&standings).filter(|(_, standing)| **standing != Standing::Done);
    let missing: Vec<&str> = missing.map(|(run, _)| run.id.as_str()).collect();
    against.extend(other_options(&found));
    if !against.is_empty() {
        return Ok(refuse(&against));
    }
    if !missing.is_empty() {
        return Err(Failure::Usage(incomplete(&missing, runs.len())));
    }
    let ended: Vec<Record> = runs.iter().map(|run| records[&run.id].clone()).collect();
    for run in &runs {
        let Found { folder, record, .. } = &found[&run.id];
        if record.plan.is_some() && folder.path() != output.path() {
            output.write_plan(&run.id, &folder.plan(&run.id)?)?;
        }
    }
    results::keep(&output, &journal_name(None), &ended, Vec::new())?;
    for journal in output.journals()?.iter().filter(|name| **name != journal_name(None)) {
        output.remove(journal)?;
    }
    results::tell(&scenarios.batch, &ended, &output, arguments.lang)?;
    Ok(ExitCode::SUCCESS)
}

/// The records of all journals by run, and the runs on which two journals disagree.
fn gather(folders: &[Folder]) -> Result<(BTreeMap<String, Found>, Vec<String>), Failure> {
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    let mut against = Vec::new();
    for folder in folders {
        for journal in folder.journals()? {
            for record in by_run(folder.records(&journal)?).into_values() {
                if !folder.has_plan_of(&record) {
                    continue;
                }
                let new = Found { record, folder: folder.clone(), journal: journal.clone() };
                match found.get(&new.record.run) {
                    Some(first) if first.record != new.record => {
                        against.push(disagree(first, &new));
                    }
                    Some(_) => {}
                    None => {
                        found.insert(new.record.run.clone(), new);
                    }
                }
            }
        }
    }
    Ok((found, against))
}

fn disagree(first: &Found, other: &Found) -> String {
    let place = |found: &Found| found.folder.path().join(&found.journal).display().to_string();
    let why = if first.record.options != other.record.options {
        "other options"
    } else if first.record.key == other.record.key {
        "another answer to the same question"
    } else {
        "another version of the scenario or the base"
    };
    format!("{}: {} and {} have {why}", first.record.run, place(first), place(other))
}

/// Runs that were done under other options than the first.
fn other_options(found: &BTreeMap<String, Found>) -> Vec<String> {
    let Some((run, first)) = found.first_key_value() else { return Vec::new() };
    let others = found.iter().filter(|(_, other)| other.record.options != first.record.options);
    others.map(|(other, _)| format!("{other}: done under other options than {run}")).collect()
}

fn refuse(against: &[String]) -> ExitCode {
    eprintln!("error: the parts disagree; nothing was written.");
    against.iter().take(MOST_NAMED).for_each(|one| eprintln!("  {one}"));
    if against.len() > MOST_NAMED {
        eprintln!("  … and {} more", against.len() - MOST_NAMED);
    }
    eprintln!(
        "Take away the journal that is not meant, or run those parts again with equal options."
    );
    ExitCode::from(exit::DISAGREES)
}

fn incomplete(missing: &[&str], all: usize) -> String {
    let named = missing.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join(", ");
    let more = missing.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!(
        "{} of {all} runs are missing, or answer an earlier version: {named}{more}. Run their parts \
         first; `status` lists all that is missing.",
        missing.len()
    )
}
