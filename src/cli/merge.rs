//! `merge`: joins the journals of a batch that was run in parts.

use std::path::PathBuf;
use std::process::ExitCode;

use super::exit::{self, Failure};
use super::folder::{Folder, Found, journal_name};
use super::results::{self, LanguageChoice};
use super::scenarios::Scenarios;
use crate::scenarios::batch::{Record, questions};

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

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let scenarios = Scenarios::read(&arguments.batch)?;
    let folders = if arguments.folders.is_empty() {
        vec![Folder::existing(&arguments.output)?]
    } else {
        let folders = arguments.folders.iter();
        folders.map(|path| Folder::existing(path)).collect::<Result<_, _>>()?
    };
    let found = Found::in_folders(&folders)?;
    let runs = scenarios.batch.runs();
    let questions = questions(&scenarios.batch, &scenarios.files(), &runs);
    let (mut chosen, mut missing, mut against) = (Vec::new(), Vec::new(), Vec::new());
    for (run, question) in runs.iter().zip(&questions) {
        let of_run = found.get(&run.id).into_iter().flatten();
        // What answers an earlier version of the scenario is no answer, but does no harm either.
        let mut answers = of_run.filter(|found| question.is_answered_by(&found.record));
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
        return Err(Failure::Usage(incomplete(&missing, runs.len())));
    }
    let output = Folder::prepare(&arguments.output)?;
    join(&scenarios, &chosen, &output, arguments.lang)
}

/// Writes the results of the whole, and takes away the journals of parts in their folder.
fn join(
    scenarios: &Scenarios,
    chosen: &[&Found],
    output: &Folder,
    language: LanguageChoice,
) -> Result<ExitCode, Failure> {
    for Found { folder, record, .. } in chosen {
        if record.plan.is_some() && folder.path() != output.path() {
            output.write_plan(&record.run, &folder.plan(&record.run)?)?;
        }
    }
    let ended: Vec<Record> = chosen.iter().map(|found| found.record.clone()).collect();
    results::keep(output, &journal_name(None), &ended, Vec::new())?;
    for journal in output.journals()?.iter().filter(|name| **name != journal_name(None)) {
        output.remove(journal)?;
    }
    results::tell(scenarios, &ended, output, language)?;
    Ok(results::account(&ended, output))
}

fn disagree(first: &Found, other: &Found) -> String {
    let place = |found: &Found| found.folder.path().join(&found.journal).display().to_string();
    let why = if first.record.options == other.record.options {
        "another answer to the same question"
    } else {
        "other options"
    };
    format!("{}: {} and {} have {why}", first.record.run, place(first), place(other))
}

/// Runs that were done under other options than the first.
fn other_options(chosen: &[&Found]) -> Vec<String> {
    let Some(first) = chosen.first().map(|found| &found.record) else { return Vec::new() };
    let others = chosen.iter().filter(|other| other.record.options != first.options);
    others
        .map(|other| format!("{}: done under other options than {}", other.record.run, first.run))
        .collect()
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
