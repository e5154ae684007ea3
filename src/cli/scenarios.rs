//! Reads the batch that a command is about.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::exit::Failure;
use super::files;
use crate::scenarios::{self, Batch};

/// A batch with the files beside it.
pub struct Scenarios {
    /// The batch.
    pub batch: Batch,
    files: FilesOnce,
}

impl Scenarios {
    /// Reads a batch and its base.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        Self::parse(&files::read(path)?, path)
    }

    /// Reads the bytes of a batch, with the files beside its path.
    pub fn parse(bytes: &[u8], path: &Path) -> Result<Self, Failure> {
        let files = FilesOnce::beside(path);
        let batch = scenarios::read(bytes, &|name| files.open(name))?;
        Ok(Self { batch, files })
    }

    /// Opens files beside the batch.
    pub fn files(&self) -> impl Fn(&str) -> Result<Vec<u8>, String> + Sync {
        |name| self.files.open(name)
    }
}

/// Files that are read once, so that all runs of a batch see the same.
struct FilesOnce {
    path: PathBuf,
    read: Mutex<BTreeMap<String, Result<Vec<u8>, String>>>,
}

impl FilesOnce {
    fn beside(path: &Path) -> Self {
        Self { path: path.to_path_buf(), read: Mutex::default() }
    }

    fn open(&self, name: &str) -> Result<Vec<u8>, String> {
        let mut read = self.read.lock().expect("no thread panics with it");
        let open = || files::beside(&self.path)(name);
        read.entry(name.to_owned()).or_insert_with(open).clone()
    }
}
