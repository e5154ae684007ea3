//! A batch of growth paths on the command line: each path is written into a folder of its own.

use std::io;
use std::path::{Path, PathBuf};

use super::exit::CommandFailure;
use super::folder::Folder;
use super::path;
use super::path_input::PathInput;
use super::results::PageAudience;
use super::scenarios::Scenarios;
use crate::growth::{FoundStrategy, KeepStrategy, StrategyRuns};
use crate::report::PathResult;
use crate::scenarios::batch::{RunKey, RunKind, RunStart, YearRuns, run_keys};
use crate::scenarios::{Run, SharedFiles};
use crate::storage::replace;

/// Writes the path of each run into `paths/RUN`, as `path` does, together with the files of the strategy.
pub struct StrategiesInFolder<'a> {
    /// The folder of the batch.
    pub folder: &'a Folder,
    /// Audience of the pages.
    pub audience: PageAudience,
}

impl KeepStrategy for StrategiesInFolder<'_> {
    fn keep(&self, strategy: &FoundStrategy) -> io::Result<()> {
        self.write(strategy).map_err(|failure| match failure {
            CommandFailure::Output(error) => error,
            failure => io::Error::other(failure.to_string()),
        })
    }
}

impl StrategiesInFolder<'_> {
    fn write(&self, strategy: &FoundStrategy) -> Result<(), CommandFailure> {
        let folder = path_folder(self.folder.path(), &strategy.run.id);
        let FoundStrategy { files, path, plan, found, today, .. } = *strategy;
        let input = PathInput::of_strategy(path.clone(), files, &folder);
        let result = PathResult { path: &input.path, result: plan, found, draws: &[], today };
        path::write_strategy(&folder, &input, &result, self.audience)?;
        for (name, bytes) in &files.0 {
            replace(&folder.join(name), bytes)?;
        }
        Ok(())
    }
}

/// The folder of the path of a run.
pub fn path_folder(folder: &Path, run: &str) -> PathBuf {
    folder.join("paths").join(run)
}

/// Copies the path of a run, with all its files, from the folder of a part of a batch; nothing if there is none.
///
/// # Errors
/// If a file cannot be read or written.
pub fn copy_path(from: &Folder, to: &Folder, run: &str) -> io::Result<()> {
    let (from, to) = (path_folder(from.path(), run), path_folder(to.path(), run));
    if from.is_dir() { copy_folder(&from, &to) } else { Ok(()) }
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            replace(&target, &std::fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

/// Checks all scenarios of a batch, in their first draw if there are draws.
///
/// # Errors
/// All problems, each once.
pub fn validate(scenarios: &Scenarios) -> Result<(), CommandFailure> {
    let (batch, files) = (&scenarios.batch, scenarios.files());
    if batch.is_of_paths() {
        StrategyRuns { batch, files: &files, keep: &() }.validate()?;
    } else {
        batch.validate(&files)?;
    }
    Ok(())
}

/// Which version of each of some runs the batch describes now.
pub fn keys(scenarios: &Scenarios, runs: &[Run]) -> Vec<RunKey> {
    // Nothing is planned, so that it does not matter what searches start from.
    run_keys(&*kind(scenarios, &scenarios.files(), &(), RunStart::Nothing), runs)
}

/// What the runs of a batch are.
pub fn kind<'a>(
    scenarios: &'a Scenarios,
    files: &'a SharedFiles<'a>,
    keep: &'a dyn KeepStrategy,
    start: RunStart,
) -> Box<dyn RunKind + 'a> {
    let batch = &scenarios.batch;
    if batch.is_of_paths() {
        Box::new(StrategyRuns { batch, files, keep })
    } else {
        Box::new(YearRuns::new(batch, files, start))
    }
}
