//! Names of several files, in which `{}` stands for what tells them apart.

use std::path::{Path, PathBuf};

use super::exit::Failure;
use super::files::Output;

/// What stands for a number or a name.
const PLACE: &str = "{}";

/// The name of several files.
#[derive(Debug)]
pub struct Pattern(String);

impl Pattern {
    /// A name with a place in it; `None` where it has none.
    pub fn of(path: &Path) -> Option<Self> {
        let name = path.to_string_lossy().into_owned();
        name.contains(PLACE).then_some(Self(name))
    }

    /// The name of many files in a folder.
    pub fn in_folder(folder: &Path, before: &str, after: &str) -> Self {
        let name = folder.join(format!("{before}{PLACE}{after}"));
        Self(name.to_string_lossy().into_owned())
    }

    /// Prepares one of the files.
    pub fn prepare(&self, one: &str) -> Result<Output, Failure> {
        Output::prepare(&PathBuf::from(self.0.replace(PLACE, one)))
    }
}
