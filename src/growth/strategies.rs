//! A batch of growth paths: each run is a path, searched with all years at once.

use std::io;

use super::found::{FoundPath, FoundToday};
use super::{GrowthPath, PathError, PathMethod, PathPlan, PathSearch, WholePath, money, read};
use crate::base::sha256;
use crate::composing::figures::{PathFigures, PathYearFigures};
use crate::input::errors::InputErrors;
use crate::plan::{Indicators, Proportion, Status};
use crate::scenarios::batch::{Planned, ReadyRun, Record, RunKind, RunOutcome, reason};
use crate::scenarios::{Batch, Run, SharedFiles, StrategyFiles};
use crate::solve::Search;
use crate::verify::verify;

/// A strategy and the path that was found for it.
pub struct FoundStrategy<'a> {
    /// The run.
    pub run: &'a Run,
    /// The files of the strategy.
    pub files: &'a StrategyFiles,
    /// The path document, as read.
    pub path: &'a GrowthPath,
    /// What was found, as a file.
    pub plan: &'a PathPlan,
    /// What was found, with the plans of all years.
    pub found: &'a FoundPath,
    /// The first year before any decision, where it is known.
    pub today: Option<&'a FoundToday>,
}

/// Saves the paths that are found.
pub trait KeepStrategy: Sync {
    /// Saves a path.
    ///
    /// # Errors
    /// If it cannot be written.
    fn keep(&self, strategy: &FoundStrategy) -> io::Result<()>;
}

/// Saves nothing.
impl KeepStrategy for () {
    fn keep(&self, _: &FoundStrategy) -> io::Result<()> {
        Ok(())
    }
}

/// Runs that are growth paths.
pub struct StrategyRuns<'a> {
    /// The batch with the strategies.
    pub batch: &'a Batch,
    /// Reads the files beside the batch.
    pub files: &'a SharedFiles<'a>,
    /// Saves the paths.
    pub keep: &'a dyn KeepStrategy,
}

impl StrategyRuns<'_> {
    /// Checks every strategy, in its first draw if there are draws.
    ///
    /// # Errors
    /// All problems, each once, in the order of the scenarios.
    pub fn validate(&self) -> Result<(), InputErrors> {
        self.batch.check_each(&|run| self.read(run).map(drop))
    }

    /// A strategy with its files.
    fn read(&self, run: &Run) -> Result<(StrategyFiles, GrowthPath), InputErrors> {
        let files = self.batch.strategy(run, self.files)?;
        let path = read(files.path(), &|name| files.open(name)).map_err(|mut errors| {
            for error in &mut errors.0 {
                error.location = self.batch.in_path_of(run, &error.location);
            }
            errors
        })?;
        Ok((files, path))
    }
}

impl RunKind for StrategyRuns<'_> {
    fn ready(&self, run: &Run) -> Result<ReadyRun<'_>, InputErrors> {
        let (files, path) = self.read(run)?;
        let sha256 = files.sha256();
        let run = run.clone();
        let plan = move |search: &Search, record: &mut Record| {
            let open = |name: &str| files.open(name);
            let path = &path;
            let found = match PathSearch::quiet(path, &open, search).whole(PathMethod::Foresight) {
                Ok(found) => found,
                Err(error) => {
                    (record.outcome, record.reason) = failure(error);
                    return Ok(None);
                }
            };
            let WholePath { plan, found, today, .. } = &found;
            if !search.budget.is_interrupted() {
                let (run, files, today) = (&run, &files, today.as_ref());
                self.keep.keep(&FoundStrategy { run, files, path, plan, found, today })?;
            }
            record.outcome = RunOutcome::Plan;
            record.plan = planned(path, &open, plan, found);
            Ok(found.years.last().map(|last| last.text.clone()))
        };
        Ok(ReadyRun { sha256, plan: Box::new(plan) })
    }
}

/// Why a strategy has no path.
fn failure(error: PathError) -> (RunOutcome, Option<String>) {
    match error {
        PathError::Invalid(errors) => (RunOutcome::Refused, Some(reason::of_errors(&errors))),
        PathError::NoPlan { clash, .. } => {
            (RunOutcome::Infeasible, Some(reason::of_clash(clash.as_deref())))
        }
        PathError::NoPath { year_by_year, .. } => {
            (RunOutcome::Infeasible, failure(*year_by_year).1)
        }
        PathError::InDraw { error, .. } => failure(*error),
        PathError::NothingFound { .. }
        | PathError::NoneFound { .. }
        | PathError::NoneForAll { .. }
        | PathError::NotFoundIn { .. }
        | PathError::ImpossibleIn { .. } => {
            (RunOutcome::NothingFound, Some(reason::nothing_found()))
        }
        PathError::Search(error) => {
            (RunOutcome::Failed, Some(reason::in_one_line(&error.to_string())))
        }
        PathError::NotKept(error) => {
            (RunOutcome::Failed, Some(reason::in_one_line(&error.to_string())))
        }
    }
}

/// The figures of a path: of the plan of its last year, and over all years.
fn planned(
    path: &GrowthPath,
    files: &SharedFiles,
    plan: &PathPlan,
    found: &FoundPath,
) -> Option<Planned> {
    let (last, before) = found.years.split_last()?;
    let before = before.last().map(|year| year.text.as_bytes());
    let problem = path.problem(&last.document, before, files).ok()?;
    let assignment = verify(&problem, &last.plan).assignment;
    let planned = Planned::of(&problem, last.plan.clone(), &assignment, &last.text)?;
    // What is proven is said of the path, not of the plan of its last year.
    let status = plan.status.unwrap_or(Status::TimeLimit);
    Some(Planned { path: Some(figures(plan, found)), status, ..planned })
}

/// The figures of a path over all its years.
fn figures(plan: &PathPlan, found: &FoundPath) -> PathFigures {
    let indicators: Option<Vec<&Indicators>> =
        found.years.iter().map(|year| year.plan.indicators.as_ref()).collect();
    let of_years = indicators.iter().flatten().zip(&found.years);
    let of_years: Vec<_> = of_years.map(|(&of_plan, year)| (&year.document, of_plan)).collect();
    let euros = money(&of_years);
    let years = plan.years.iter().map(|year| PathYearFigures {
        id: year.id.clone(),
        core: Proportion::new(year.in_clusters, year.students),
        left_out: year.left_out.iter().map(|one| one.count).sum(),
        short: year.aimed_at.map(|_| year.short),
    });
    let opened = plan.years.iter().flat_map(|year| &year.opened);
    PathFigures {
        sha256: sha256(plan.to_json().as_bytes()),
        value: plan.value,
        bound: plan.bound,
        year_by_year: plan.year_by_year,
        entries: plan.entries.len() as i64,
        opened: opened.map(|cluster| cluster.schools.clone()).collect(),
        net_eur: euros.iter().flatten().last().map(|last| last.net_so_far.0),
        advance_eur: euros.iter().flatten().map(|year| year.to_come.0).max(),
        years: years.collect(),
    }
}
