//! Results of a whole batch, derived from the records of its runs.

use std::collections::BTreeMap;
use std::io;
use std::process::ExitCode;
use std::sync::Arc;

use super::console::{language, note};
use super::exit::{self, CommandFailure};
use super::files;
use super::folder::{Folder, line};
use super::plan_store::WantedPlan;
use super::plans_kept::PlansKept;
use super::records::Selection;
use super::scenarios::Scenarios;
use crate::disclosure::{Audience, BatchDisclosure, batch_maps};
use crate::message;
use crate::report::{batch_page, comparison};
use crate::scenarios::batch::{self, Record, RunOutcome};
use crate::texts::{Argument, Message};

/// Rewrites a journal with some records, in this order, and the plans that are packed beside it. Records may come
/// from other folders.
pub fn rewrite_journal(
    folder: &Folder,
    journal: &str,
    selection: &Selection,
) -> Result<(), CommandFailure> {
    let records = &selection.records;
    let mut plans = Vec::new();
    for &place in selection.places.iter().filter(|_| folder.plans.kept != PlansKept::None) {
        let Record { run, plan, .. } = records.read(place)?;
        let store = &*records.journal(place).folder.plans;
        plans.extend(plan.map(|plan| WantedPlan { run, sha256: plan.sha256, store }));
    }
    folder.plans.put_in_order(journal, &plans)?;
    folder.write_with(journal, |file| {
        selection.iter().try_for_each(|record| writeln!(file, "{}", line(&record?)))
    })
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
    ended: &Selection,
    folder: &Folder,
    reader: PageAudience,
) -> Result<(), CommandFailure> {
    let audience = match reader {
        PageAudience::Planner => Audience::Planner,
        PageAudience::Public => Audience::Public,
    };
    let batch = &scenarios.batch;
    let summary = batch::summary_of(batch, Arc::new(ended.clone()))?;
    folder.write_with("summary.csv", |file| batch::write_summary_csv(batch, &summary, file))?;
    folder.write_with("summary.json", |file| summary.write_json(file))?;
    if folder.plans.kept == PlansKept::None {
        note(&message!("cli-maps-without-plans"));
    }
    let read_plan = |run: &str, sha256: &str| folder.plans.read(run, sha256).ok();
    let maps = batch_maps(batch, &scenarios.files(), &summary, &read_plan, audience);
    let page = batch_page(&BatchDisclosure::of(batch, &summary, audience)?, &maps, language());
    folder.write("report.html", page.as_bytes())?;
    let everything = BatchDisclosure::of(batch, &summary, Audience::Planner)?;
    Ok(files::print(&comparison(&everything, language()))?)
}

/// How many runs had each outcome, and why runs were refused or failed.
#[derive(Debug, Default)]
pub struct Outcomes {
    number: usize,
    of: BTreeMap<RunOutcome, usize>,
    /// Per reason, in the order of the runs: the first run that has it, and how many others.
    reasons: Vec<(String, String, usize)>,
}

impl Outcomes {
    /// The outcomes of some records.
    ///
    /// # Errors
    /// If one cannot be read.
    pub fn of(records: impl Iterator<Item = io::Result<Record>>) -> io::Result<Self> {
        let mut outcomes = Self::default();
        for record in records {
            outcomes.add(record?);
        }
        Ok(outcomes)
    }

    fn add(&mut self, record: Record) {
        self.number += 1;
        *self.of.entry(record.outcome).or_default() += 1;
        if record.outcome < RunOutcome::Refused {
            return;
        }
        let reason = record.reason.unwrap_or_default();
        match self.reasons.iter_mut().find(|(_, known, _)| *known == reason) {
            Some((_, _, more)) => *more += 1,
            None => self.reasons.push((record.run, reason, 0)),
        }
    }

    fn count(&self, outcome: RunOutcome) -> usize {
        self.of.get(&outcome).copied().unwrap_or_default()
    }

    /// Describes the outcomes on standard error and returns the exit code. A scenario without a plan is an answer,
    /// not a failure; a scenario that cannot be applied is one.
    pub fn report(&self, folder: &Folder) -> ExitCode {
        let part = |(&outcome, &count): (&RunOutcome, &usize)| match outcome {
            RunOutcome::Plan => message!("cli-runs-with-plan", count = count),
            RunOutcome::Infeasible => message!("cli-runs-infeasible", count = count),
            RunOutcome::NothingFound => message!("cli-runs-nothing-found", count = count),
            RunOutcome::Refused => message!("cli-runs-refused", count = count),
            RunOutcome::Failed => message!("cli-runs-failed", count = count),
        };
        let parts: Vec<Message> = self.of.iter().map(part).collect();
        let results = folder.path().display().to_string();
        note(&message!("cli-runs-ended", count = self.number, parts = parts, folder = results));
        for (run, reason, more) in &self.reasons {
            let run = match *more {
                0 => Argument::from(run.as_str()),
                more => message!("cli-run-and-more", run = run, count = more).into(),
            };
            note(&message!("cli-run-reason", run = run, reason = reason));
        }
        if self.count(RunOutcome::Failed) > 0 {
            ExitCode::from(exit::FAULT)
        } else if self.count(RunOutcome::Refused) > 0 {
            ExitCode::from(exit::INVALID_INPUT)
        } else {
            ExitCode::SUCCESS
        }
    }
}
