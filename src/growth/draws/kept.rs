//! What a search over draws keeps while it runs, so that another one goes on where it was killed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::sha256;
use crate::growth::{GrowthPath, PathError};
use crate::input::LARGEST_FILE_BYTES;
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::scenarios::batch::Options;
use crate::solve::Search;
use crate::storage::FilesInFolder;

/// Where the pieces of a search over draws are kept, by the names of their files in the folder of the path.
pub trait KeptPieces: Sync {
    /// The bytes of a piece; `None` where there is none.
    fn read(&self, name: &str) -> Option<Vec<u8>>;

    /// Keeps a piece in place of the one before: whole, or not at all.
    ///
    /// # Errors
    /// If it cannot be written.
    fn keep(&self, name: &str, bytes: &[u8]) -> std::io::Result<()>;

    /// Removes a piece, if it is there.
    ///
    /// # Errors
    /// If it cannot be removed.
    fn forget(&self, name: &str) -> std::io::Result<()>;
}

impl KeptPieces for FilesInFolder<'_> {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.read(name, LARGEST_FILE_BYTES)
    }

    fn keep(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.replace(name, bytes)
    }

    fn forget(&self, name: &str) -> std::io::Result<()> {
        self.remove(name)
    }
}

/// The name of the file of what decisions cost.
const JUDGED: &str = "draws/judged.json";

/// What decisions cost in an intake.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldCost {
    /// This many points.
    Points(i64),
    /// It is proven that they lead to no plan.
    Impossible,
    /// No plan was found; that there is none is not proven.
    NotFound,
}

impl HeldCost {
    /// The points, where there is a plan.
    pub fn points(self) -> Option<i64> {
        match self {
            Self::Points(points) => Some(points),
            Self::Impossible | Self::NotFound => None,
        }
    }
}

/// The file of what decisions cost in each intake.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgedCosts {
    /// What each intake belongs to.
    pub belongs_to: Vec<String>,
    /// By the digest of decisions and the number of an intake what they cost in it.
    pub costs: BTreeMap<String, BTreeMap<usize, HeldCost>>,
}

impl JudgedCosts {
    /// What is kept of the intakes that belong to the same as now.
    pub fn read(pieces: &dyn KeptPieces, belongs_to: &[String]) -> Self {
        let kept = pieces.read(JUDGED);
        let kept = kept.and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        let mut judged = kept.unwrap_or_default();
        let is_same = |intake: &usize| {
            let now = belongs_to.get(*intake);
            now.is_some() && judged.belongs_to.get(*intake) == now
        };
        for costs in judged.costs.values_mut() {
            costs.retain(|intake, _| is_same(intake));
        }
        Self { belongs_to: belongs_to.to_vec(), costs: judged.costs }
    }

    /// Keeps it.
    pub fn keep(&self, pieces: &dyn KeptPieces) -> Result<(), PathError> {
        let text = serde_json::to_string(self).expect("it is plain JSON");
        pieces.keep(JUDGED, (text + "\n").as_bytes()).map_err(PathError::NotKept)
    }
}

/// What the pieces of each intake belong to: the path, the instances of the years, the files beside the base, the
/// options of the search and the version of the program.
///
/// # Errors
/// Everything that is wrong with the instance of a year of the first intake.
pub fn belonging(
    intakes: &[GrowthPath],
    search: &Search,
    files: &Files,
) -> Result<Vec<String>, InputErrors> {
    let mut of_files = Vec::new();
    for document in intakes.first().map_or(&[][..], |expected| &expected.documents) {
        // The canonical instance has everything that the files say of it.
        let problem = intakes[0].problem(document, None, files)?;
        of_files.push(problem.sha256());
    }
    let belonging = intakes.iter().map(|path| {
        let GrowthPath { years, candidates, pace, stay, moves_up, share_worth, .. } = path;
        let decides = format!("{years:?} {candidates:?} {pace:?} {stay:?} {moves_up} {share_worth:?}");
        let question = serde_json::json!({
            "options": Options::new(search), "path": decides, "years": path.documents, "files": of_files,
        });
        sha256(question.to_string().as_bytes())
    });
    Ok(belonging.collect())
}
