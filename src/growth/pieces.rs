//! What a search keeps in the folder of the path while it runs, and what that belongs to.

use super::GrowthPath;
use crate::base::sha256;
use crate::input::LARGEST_FILE_BYTES;
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::scenarios::batch::Options;
use crate::solve::Search;
use crate::storage::FilesInFolder;

/// Where the pieces of a search are kept, by the names of their files in the folder of the path.
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

/// What the pieces of each intake belong to: the path, the instances of the years, the files beside the base, the
/// options of the search and the version of the program. The intakes have the same files.
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
        let GrowthPath { years, candidates, pace, stay, moves_up, share_worth, goals, .. } = path;
        let decides = format!(
            "{years:?} {candidates:?} {pace:?} {stay:?} {moves_up} {share_worth:?} {goals:?}"
        );
        let question = serde_json::json!({
            "options": Options::new(search), "path": decides, "years": path.documents, "files": of_files,
        });
        sha256(question.to_string().as_bytes())
    });
    Ok(belonging.collect())
}
