//! A growth path that is started from the page.

use std::io;
use std::path::Path;

use super::{StudyJob, not_kept};
use crate::disclosure::PathReader;
use crate::growth::{
    DrawsObjective, GrowthPath, KeptPieces, PathError, PathMethod, PathProgress, PathSearch,
    PathStages, UNFINISHED_FILE, WholePath,
};
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::message;
use crate::report::{PathResult, path_reach};
use crate::scenarios::beside;
use crate::serve::folder::make;
use crate::serve::what_if_state::EndedStudy;
use crate::solve::mip::Ending;
use crate::storage::FilesInFolder;
use crate::texts::{Argument, Language, Message};

/// Searches the best path, and writes it.
pub fn run(
    job: &StudyJob,
    path: &GrowthPath,
    results: String,
    on_progress: &(dyn Fn(Message) + Sync),
) -> Result<EndedStudy, Message> {
    make(&job.results).map_err(|error| not_kept(&error))?;
    let files = |name: &str| job.open(name);
    let say = |progress: &PathProgress| on_progress(progress.in_words());
    let beside_base = |name: &str| job.open(&beside(&path.folder, name));
    let pieces = &pieces_in(&job.results);
    let left = PathStages::left(path, &job.search, &beside_base, pieces);
    let stages = Some(&left.map_err(|errors| why(errors.into()))?);
    let search = PathSearch { path, files: &files, search: &job.search, on_progress: &say, stages };
    let found = search.whole(match path.draws {
        Some(_) => PathMethod::Draws { robust: DrawsObjective::default(), given: None, pieces },
        None => PathMethod::Foresight,
    });
    let WholePath { plan, found, draws, today } = match found {
        Ok(found) => found,
        Err(PathError::NoPath { reach, .. }) => {
            let details = Some(path_reach(path, &reach, job.language));
            let words = message!("growth-no-path");
            return Ok(EndedStudy { results, words, details, has_report: false });
        }
        Err(error) => return Err(why(error)),
    };
    let today = today.as_ref();
    let whole = PathResult { path, result: &plan, found: &found, draws: &draws, today };
    write_path(&job.results, &beside_base, &whole, job.language)
        .map_err(|error| not_kept(&error))?;
    if !job.search.budget.is_interrupted() {
        pieces.forget(UNFINISHED_FILE).map_err(|error| not_kept(&error))?;
    }
    let words = message!("serve-study-path-done", count = path.years.len());
    Ok(EndedStudy { results, words, details: None, has_report: true })
}

/// Writes the files of a path into a folder.
pub fn write_path(
    folder: &Path,
    files: &Files,
    result: &PathResult,
    language: Language,
) -> io::Result<()> {
    let pieces = pieces_in(folder);
    let written: Result<(), NotWritten> =
        result.write(files, PathReader::Planner, language, &pieces);
    written.map_err(|error| match error {
        NotWritten::Read(errors) => io::Error::other(errors),
        NotWritten::Disk(error) => error,
    })
}

/// Why files of a path were not written.
enum NotWritten {
    Read(InputErrors),
    Disk(io::Error),
}

impl From<InputErrors> for NotWritten {
    fn from(errors: InputErrors) -> Self {
        Self::Read(errors)
    }
}

impl From<io::Error> for NotWritten {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

/// The files in the folder of a path, which only the owner of the project may open.
const fn pieces_in(folder: &Path) -> FilesInFolder<'_> {
    FilesInFolder { folder, make }
}

/// Why there is no path.
fn why(error: PathError) -> Message {
    match error {
        PathError::Invalid(errors) => {
            message!("serve-instance-unreadable", reason = errors.message())
        }
        PathError::Search(error) => message!("serve-search-failed", reason = error.to_string()),
        PathError::NoPlan { year, .. } => message!("serve-study-no-plan", year = year),
        PathError::NoPath { .. } => message!("growth-no-path"),
        PathError::NoneFound { .. } | PathError::NotFoundIn { .. } => {
            message!("serve-study-none-found")
        }
        PathError::InDraw { draw, error } => {
            message!("serve-study-in-draw", draw = draw, reason = Argument::from(why(*error)))
        }
        PathError::NoneForAll { ending: Ending::Interrupted } => {
            message!("growth-draws-interrupted")
        }
        PathError::NoneForAll { .. } | PathError::ImpossibleIn { .. } => {
            message!("growth-none-for-all")
        }
        PathError::NotKept(error) => not_kept(&error),
        PathError::NothingFound { year, ending: Ending::Interrupted } => {
            message!("growth-interrupted", year = year)
        }
        PathError::NothingFound { year, .. } => message!("growth-nothing-found", year = year),
    }
}
