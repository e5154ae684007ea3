//! The stages of a search for a path that are finished, kept in its folder while it runs, so that another search goes
//! on where this one was killed.
//!
//! A stage is kept once it has ended by itself or by its limits; one that was interrupted is not. What the search makes
//! of kept stages is what it would have made of them at once: also the work that they took is spent again.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::pieces::{KeptPieces, belonging};
use super::{GrowthPath, PathError};
use crate::base::sha256;
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::solve::Search;

/// The file of what a search has finished that is not at its end.
pub const UNFINISHED_FILE: &str = "unfinished.json";

/// The stages that are finished, in a folder.
pub struct PathStages<'a> {
    pieces: &'a dyn KeptPieces,
    /// What they belong to.
    belongs_to: String,
    /// By their names.
    finished: Mutex<BTreeMap<String, FinishedStage>>,
}

/// A stage that is finished.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FinishedStage {
    /// The work that it took.
    work: u64,
    /// What it ended with.
    result: Box<RawValue>,
}

/// All that are finished, as a file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UnfinishedFile {
    belongs_to: String,
    /// SHA-256 of the bytes of the stages.
    sha256: String,
    stages: Box<RawValue>,
}

impl<'a> PathStages<'a> {
    /// Those that a search has left that had the same document, files and options. `files` reads the files beside the
    /// base.
    ///
    /// # Errors
    /// Everything that is wrong with the instance of a year.
    pub fn left(
        path: &GrowthPath,
        search: &Search,
        files: &Files,
        pieces: &'a dyn KeptPieces,
    ) -> Result<Self, InputErrors> {
        let belongs_to = belonging(std::slice::from_ref(path), search, files)?.swap_remove(0);
        let finished = Mutex::new(read(pieces, &belongs_to).unwrap_or_default());
        Ok(Self { pieces, belongs_to, finished })
    }

    fn finished(&self) -> MutexGuard<'_, BTreeMap<String, FinishedStage>> {
        self.finished.lock().expect("no thread panics with it")
    }

    /// What a stage ended with, and the work that it took, if it is finished.
    pub fn result<K: DeserializeOwned>(&self, name: &str) -> Option<(K, u64)> {
        let finished = self.finished();
        let stage = finished.get(name)?;
        Some((serde_json::from_str(stage.result.get()).ok()?, stage.work))
    }

    /// Keeps what a stage ended with.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn keep(&self, name: &str, result: &impl Serialize, work: u64) -> Result<(), PathError> {
        let result = serde_json::value::to_raw_value(result).expect("it is plain JSON");
        let mut finished = self.finished();
        finished.insert(name.to_owned(), FinishedStage { work, result });
        let stages = serde_json::value::to_raw_value(&*finished).expect("it is plain JSON");
        let (belongs_to, sha256) = (self.belongs_to.clone(), sha256(stages.get().as_bytes()));
        let file = UnfinishedFile { belongs_to, sha256, stages };
        let text = serde_json::to_string(&file).expect("it is plain JSON") + "\n";
        self.pieces.keep(UNFINISHED_FILE, text.as_bytes()).map_err(PathError::NotKept)
    }
}

/// The stages in a folder, if they are whole and belong to this.
fn read(pieces: &dyn KeptPieces, belongs_to: &str) -> Option<BTreeMap<String, FinishedStage>> {
    let file: UnfinishedFile = serde_json::from_slice(&pieces.read(UNFINISHED_FILE)?).ok()?;
    let text = file.stages.get();
    let is_own = file.belongs_to == belongs_to && file.sha256 == sha256(text.as_bytes());
    is_own.then(|| serde_json::from_str(text).ok())?
}
