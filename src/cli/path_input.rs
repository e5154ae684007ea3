//! A path document on the command line, and the plans of a path that was found.

use std::path::Path;

use super::exit::CommandFailure;
use super::files;
use super::scenarios::FilesOnce;
use crate::growth::{GrowthPath, PathPlan};
use crate::scenarios::StrategyFiles;

/// A path document, and access to the files beside it.
pub struct PathInput {
    /// The path.
    pub path: GrowthPath,
    /// The files beside the document.
    pub files: FilesOnce,
}

impl PathInput {
    /// Reads a path document.
    pub fn read(path: &Path) -> Result<Self, CommandFailure> {
        Self::parse(&files::read(path)?, path)
    }

    /// Parses the bytes of a path document; files that it names are looked up in the folder of `path`.
    pub fn parse(bytes: &[u8], path: &Path) -> Result<Self, CommandFailure> {
        let files = FilesOnce::beside(path);
        let path = crate::growth::read(bytes, &|name| files.open(name))?;
        Ok(Self { path, files })
    }

    /// The path of a strategy, whose files will lie in a folder.
    pub fn of_strategy(path: GrowthPath, files: &StrategyFiles, folder: &Path) -> Self {
        let known = files.0.iter().map(|(name, bytes)| (name.clone(), bytes.clone()));
        let files = FilesOnce::with_known(&folder.join(StrategyFiles::PATH), known);
        Self { path, files }
    }

    /// A function that reads files in the folder of the base.
    pub fn beside_base(&self) -> impl Fn(&str) -> Result<Vec<u8>, String> + Sync {
        |name| self.files.open(&crate::scenarios::beside(&self.path.folder, name))
    }
}

/// The texts of the plans of a path that was found, which lie beside its file.
pub fn plans_beside(file: &Path, found: &PathPlan) -> Result<Vec<Vec<u8>>, CommandFailure> {
    let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
    found.years.iter().map(|year| files::read(&folder.join(&year.plan))).collect()
}

/// The text of the plan of the first year before any decision, where the file of a path names one.
pub fn today_beside(file: &Path, found: &PathPlan) -> Result<Option<Vec<u8>>, CommandFailure> {
    let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
    found.today.as_ref().map(|today| files::read(&folder.join(&today.plan))).transpose()
}
