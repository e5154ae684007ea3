//! Reading the documents that lie beside the tests.

use std::path::{Path, PathBuf};

use plaatswijzer::input::errors::InputErrors;
use plaatswijzer::problem::{ReadProblem, read};

/// A folder under `tests/`.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The bytes of the document that uses every key.
pub fn complete() -> Vec<u8> {
    std::fs::read(folder("documents").join("complete.json")).unwrap()
}

/// Reads an instance whose files lie in a folder under `tests/`.
pub fn read_in(folder_name: &str, bytes: &[u8]) -> Result<ReadProblem, InputErrors> {
    let beside = folder(folder_name);
    let files = |name: &str| std::fs::read(beside.join(name)).map_err(|error| error.to_string());
    read(bytes, &files)
}
