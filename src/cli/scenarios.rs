//! Reads the batch that a command is about, with the files that it names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::exit::CommandFailure;
use super::files;
use crate::base::sha256;
use crate::scenarios::{self, Batch};

/// A batch, and access to the files in its folder.
pub struct Scenarios {
    /// The scenarios and their base.
    pub batch: Batch,
    /// SHA-256 of the batch and the files that were read with it.
    pub version: String,
    files: FilesOnce,
}

impl Scenarios {
    /// Reads a batch and the base instance that it names.
    pub fn read(path: &Path) -> Result<Self, CommandFailure> {
        Self::parse(&files::read(path)?, path)
    }

    /// Parses the bytes of a batch; files that it names are looked up in the folder of `path`.
    pub fn parse(bytes: &[u8], path: &Path) -> Result<Self, CommandFailure> {
        let files = FilesOnce::beside(path);
        let batch = scenarios::read(bytes, &|name| files.open(name))?;
        let version = files.version(bytes);
        Ok(Self { batch, version, files })
    }

    /// A function that reads files in the folder of the batch.
    pub fn files(&self) -> impl Fn(&str) -> Result<Vec<u8>, String> + Sync {
        |name| self.files.open(name)
    }
}

/// Reads each file once, so that all runs of a batch see the same contents.
pub struct FilesOnce {
    path: PathBuf,
    read: Mutex<BTreeMap<String, Result<Vec<u8>, String>>>,
}

impl FilesOnce {
    /// Reads files beside a document.
    pub fn beside(path: &Path) -> Self {
        Self { path: path.to_path_buf(), read: Mutex::default() }
    }

    /// Like [`Self::beside`], with some files that are known already.
    pub fn with_known(path: &Path, known: impl Iterator<Item = (String, Vec<u8>)>) -> Self {
        let read = known.map(|(name, bytes)| (name, Ok(bytes))).collect();
        Self { path: path.to_path_buf(), read: Mutex::new(read) }
    }

    /// SHA-256 of a document and the files that were read beside it.
    fn version(&self, document: &[u8]) -> String {
        let read = self.read.lock().expect("no thread panics with it");
        let hash =
            |bytes: &Result<Vec<u8>, String>| bytes.as_deref().map(sha256).unwrap_or_default();
        let files = read.iter().map(|(name, bytes)| format!("{name}\n{}\n", hash(bytes)));
        sha256(format!("{}\n{}", sha256(document), files.collect::<String>()).as_bytes())
    }

    /// The bytes of a file.
    pub fn open(&self, name: &str) -> Result<Vec<u8>, String> {
        let mut read = self.read.lock().expect("no thread panics with it");
        let open = || files::beside(&self.path)(name);
        read.entry(name.to_owned()).or_insert_with(open).clone()
    }
}
