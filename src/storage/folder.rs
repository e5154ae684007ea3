//! Files in a folder, by their names in it.

use std::io;
use std::path::Path;

use super::replace::replace;

/// A folder, in which files are read, replaced and removed.
#[derive(Clone, Copy, Debug)]
pub struct FilesInFolder<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// Makes a folder that does not exist, and those above it.
    pub make: fn(&Path) -> io::Result<()>,
}

impl FilesInFolder<'_> {
    /// The bytes of a file; `None` where there is none, or it is larger than `largest` bytes.
    pub fn read(&self, name: &str, largest: usize) -> Option<Vec<u8>> {
        let file = self.folder.join(name);
        let about = std::fs::metadata(&file).ok()?;
        (about.len() <= largest as u64).then(|| std::fs::read(file).ok())?
    }

    /// Creates or replaces a file, whole or not at all, and the folder that it is in.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn replace(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let file = self.folder.join(name);
        file.parent().map_or(Ok(()), self.make)?;
        replace(&file, bytes)
    }

    /// Removes a file, if it is there.
    ///
    /// # Errors
    /// If it cannot be removed.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        match std::fs::remove_file(self.folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}
