//! Results of a whole batch, derived from the records of its runs.

use std::process::ExitCode;

use super::console::{language, note};
use super::exit::{self, CommandFailure};
use super::files;
use super::folder::Folder;
use super::maps;
use super::scenarios::Scenarios;
use crate::disclosure::{Audience, BatchDisclosure};
use crate::message;
use crate::report::{batch_page, comparison};
use crate::scenarios::batch::{self, Record, RunOutcome};
use crate::texts::{Argument, Message};

/// Rewrites a journal in the order of the runs. Records of runs that the batch no longer has follow, in the
/// order of their ids: no record is discarded.
pub fn rewrite_journal(
    folder: &Folder,
    journal: &str,
    ended: &[Record],
    mut others: Vec<Record>,
) -> Result<(), CommandFailure> {
    others.sort_by(|one, other| one.run.cmp(&other.run));
    let records: Vec<&Record> = ended.iter().chain(&others).collect();
    folder.write_journal(journal, &records)
}

/// The audience of the page of a batch.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub enum PageAudience {
    /// Planners: everything.
    Planner,
    /// The public: no groups smaller than five, and no reasons that may name a student.
    #[default]
    Public,
}

/// Writes `summary.csv`, `summary.json` and `report.html`, and prints the comparison of the scenarios, which is for
/// planners.
pub fn write_results(
    scenarios: &Scenarios,
    ended: &[Record],
    folder: &Folder,
    reader: PageAudience,
) -> Result<(), CommandFailure> {
    let audience = match reader {
        PageAudience::Planner => Audience::Planner,
        PageAudience::Public => Audience::Public,
    };
    let batch = &scenarios.batch;
    let summary = batch::summary(batch, ended.to_vec());
    folder.write("summary.csv", batch::summary_csv(batch, &summary).as_bytes())?;
    folder.write("summary.json", summary.to_json().as_bytes())?;
    let maps = maps::of(scenarios, &summary, folder, audience);
    let page = batch_page(&BatchDisclosure::of(batch, &summary, audience), &maps, language());
    folder.write("report.html", page.as_bytes())?;
    let everything = BatchDisclosure::of(batch, &summary, Audience::Planner);
    Ok(files::print(&comparison(&everything, language()))?)
}

/// Counts the outcomes of the runs on standard error and returns the exit code. A scenario without a plan
/// is an answer, not a failure; a scenario that cannot be applied is one.
pub fn report_outcomes(ended: &[Record], folder: &Folder) -> ExitCode {
    let count = |outcome| ended.iter().filter(|record| record.outcome == outcome).count();
    let parts = [
        (RunOutcome::Plan, message!("cli-runs-with-plan", count = count(RunOutcome::Plan))),
        (
            RunOutcome::Infeasible,
            message!("cli-runs-infeasible", count = count(RunOutcome::Infeasible)),
        ),
        (
            RunOutcome::NothingFound,
            message!("cli-runs-nothing-found", count = count(RunOutcome::NothingFound)),
        ),
        (RunOutcome::Refused, message!("cli-runs-refused", count = count(RunOutcome::Refused))),
        (RunOutcome::Failed, message!("cli-runs-failed", count = count(RunOutcome::Failed))),
    ];
    let parts = parts.into_iter().filter(|(outcome, _)| count(*outcome) > 0);
    let parts: Vec<Message> = parts.map(|(_, message)| message).collect();
    let results = folder.path().display().to_string();
    note(&message!("cli-runs-ended", count = ended.len(), parts = parts, folder = results));
    reasons(ended).iter().for_each(note);
    if count(RunOutcome::Failed) > 0 {
        ExitCode::from(exit::FAULT)
    } else if count(RunOutcome::Refused) > 0 {
        ExitCode::from(exit::INVALID_INPUT)
    } else {
        ExitCode::SUCCESS
    }
}

/// Why runs were refused or failed, each reason once with the first run that has it.
fn reasons(ended: &[Record]) -> Vec<Message> {
    let mut runs: Vec<(&str, &str, usize)> = Vec::new();
    for record in ended.iter().filter(|record| record.outcome >= RunOutcome::Refused) {
        let reason = record.reason.as_deref().unwrap_or_default();
        match runs.iter_mut().find(|(_, known, _)| *known == reason) {
            Some((_, _, more)) => *more += 1,
            None => runs.push((&record.run, reason, 0)),
        }
    }
    let in_words = |(run, reason, more): (&str, &str, usize)| {
        let run = match more {
            0 => Argument::from(run),
            more => message!("cli-run-and-more", run = run, count = more).into(),
        };
        message!("cli-run-reason", run = run, reason = reason)
    };
    runs.into_iter().map(in_words).collect()
}
