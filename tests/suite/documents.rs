//! Reading the documents that lie beside the tests.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use plaatswijzer::input_errors::InputErrors;
use plaatswijzer::instance::document::InstanceDocument;
use plaatswijzer::instance::read::{Read, read};
use plaatswijzer::reading::schema_of;
use serde_json::Value;

/// The schema of an instance with any rule settings.
static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<InstanceDocument>);

/// A folder under `tests/`.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The bytes of the document that uses every key.
pub fn complete() -> Vec<u8> {
    std::fs::read(folder("documents").join("complete.json")).unwrap()
}

/// Reads an instance whose files lie in a folder under `tests/`, with any rule settings.
pub fn read_in(folder_name: &str, bytes: &[u8]) -> Result<Read, InputErrors> {
    let beside = folder(folder_name);
    let files = |name: &str| std::fs::read(beside.join(name)).map_err(|error| error.to_string());
    read(bytes, &SCHEMA, &|_| Ok(()), &files)
}
