//! What is made of the records of a whole batch.

use std::process::ExitCode;

use super::exit::{self, Failure};
use super::files;
use super::folder::Folder;
use super::maps;
use super::scenarios::Scenarios;
use crate::report::{batch_page, comparison};
use crate::scenarios::batch::{self, Outcome, Record};
use crate::texts::Language;

/// The languages of a comparison.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub enum LanguageChoice {
    /// Dutch.
    Nl,
    /// English.
    #[default]
    En,
}

impl From<LanguageChoice> for Language {
    fn from(choice: LanguageChoice) -> Self {
        match choice {
            LanguageChoice::Nl => Self::Dutch,
            LanguageChoice::En => Self::English,
        }
    }
}

/// Writes a journal anew, in the order of the runs. Records of runs that the batch no longer has stand
/// behind, in the order of their ids: nothing is thrown away.
pub fn keep(
    folder: &Folder,
    journal: &str,
    ended: &[Record],
    mut others: Vec<Record>,
) -> Result<(), Failure> {
    others.sort_by(|one, other| one.run.cmp(&other.run));
    let records: Vec<&Record> = ended.iter().chain(&others).collect();
    folder.write_journal(journal, &records)
}

/// Writes the summaries and the page, and prints the comparison.
pub fn tell(
    scenarios: &Scenarios,
    ended: &[Record],
    folder: &Folder,
    language: LanguageChoice,
) -> Result<(), Failure> {
    let batch = &scenarios.batch;
    let summary = batch::summary(batch, ended.to_vec());
    folder.write("summary.csv", batch::summary_csv(batch, &summary).as_bytes())?;
    folder.write("summary.json", summary.to_json().as_bytes())?;
    let maps = maps::of(scenarios, &summary, folder);
    let page = batch_page(batch, &summary, &maps, language.into());
    folder.write("report.html", page.as_bytes())?;
    files::print(&comparison(batch, &summary, language.into()))
}

/// Says what came of the runs, and gives the exit code: no plan is an answer, nonsense is not.
pub fn account(ended: &[Record], folder: &Folder) -> ExitCode {
    let count = |outcome| ended.iter().filter(|record| record.outcome == outcome).count();
    let parts = [
        (count(Outcome::Plan), "with a plan"),
        (count(Outcome::Infeasible), "with none under the rules"),
        (count(Outcome::NothingFound), "with none found in time"),
        (count(Outcome::Refused), "refused, since the scenario makes no sense"),
        (count(Outcome::Failed), "failed by a fault of plaatswijzer"),
    ];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts = parts.map(|(number, what)| format!("{number} {what}")).collect::<Vec<_>>();
    let runs = if ended.len() == 1 { "run" } else { "runs" };
    let results = folder.path().display();
    eprintln!("{} {runs}: {}. Results: {results}", ended.len(), parts.join(", "));
    for reason in reasons(ended) {
        eprintln!("{reason}");
    }
    if count(Outcome::Failed) > 0 {
        ExitCode::from(exit::FAULT)
    } else if count(Outcome::Refused) > 0 {
        ExitCode::from(exit::INVALID_INPUT)
    } else {
        ExitCode::SUCCESS
    }
}

/// Why runs were refused or failed, each reason once with the first run that has it.
fn reasons(ended: &[Record]) -> Vec<String> {
    let mut runs: Vec<(&str, &str, usize)> = Vec::new();
    for record in ended.iter().filter(|record| record.outcome >= Outcome::Refused) {
        let reason = record.reason.as_deref().unwrap_or_default();
        match runs.iter_mut().find(|(_, known, _)| *known == reason) {
            Some((_, _, more)) => *more += 1,
            None => runs.push((&record.run, reason, 0)),
        }
    }
    let in_words = |(run, reason, more): (&str, &str, usize)| match more {
        0 => format!("{run}: {reason}"),
        more => format!("{run} and {more} more: {reason}"),
    };
    runs.into_iter().map(in_words).collect()
}
