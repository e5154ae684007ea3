//! Names for a family of files, in which `{}` is replaced by a number or a name.

use std::path::{Path, PathBuf};

use super::exit::CommandFailure;
use super::files::Output;

/// The placeholder in a pattern.
const PLACEHOLDER: &str = "{}";

/// A path with at least one placeholder.
#[derive(Debug)]
pub struct Pattern(String);

impl Pattern {
    /// A path as a pattern; `None` if it has no placeholder.
    pub fn of(path: &Path) -> Option<Self> {
        let name = path.to_string_lossy().into_owned();
        name.contains(PLACEHOLDER).then_some(Self(name))
    }

    /// The pattern of files in a folder whose names differ between a prefix and a suffix.
    pub fn in_folder(folder: &Path, prefix: &str, suffix: &str) -> Self {
        let name = folder.join(format!("{prefix}{PLACEHOLDER}{suffix}"));
        Self(name.to_string_lossy().into_owned())
    }

    /// Prepares the file with `name` in place of the placeholder.
    pub fn prepare(&self, name: &str) -> Result<Output, CommandFailure> {
        Output::prepare(&PathBuf::from(self.0.replace(PLACEHOLDER, name)))
    }
}
