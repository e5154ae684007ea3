//! Files that a document names, relative to its own folder.

use std::path::Path;

/// The path, relative to the batch, of a file that is named relative to the folder of the base.
pub fn beside(folder: &str, name: &str) -> String {
    Path::new(folder).join(name).to_string_lossy().into_owned()
}
