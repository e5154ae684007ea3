//! How the folder of a batch keeps the plans of its runs, as `folder.json` says.

use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::exit::CommandFailure;
use crate::input::to_pretty_json;
use crate::message;
use crate::storage;

/// How plans are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum PlansKept {
    /// A file for each plan.
    All,
    /// One compressed file.
    Packed,
    /// No plans, only their figures.
    None,
}

impl PlansKept {
    /// The maximal number of runs of which each plan is a file, unless another way is asked for.
    const MOST_FILES: usize = 1_000;

    /// How the plans of a new folder are kept if nothing is asked for.
    pub const fn for_runs(runs: usize) -> Self {
        if runs > Self::MOST_FILES { Self::Packed } else { Self::All }
    }

    /// The word for it on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Packed => "packed",
            Self::None => "none",
        }
    }
}

/// The name of the file that says how a folder keeps plans.
const NAME: &str = "folder.json";
/// The format of the folder of a batch.
const FORMAT: &str = "plaatswijzer/batch-folder/1";

/// What `folder.json` says.
#[derive(Serialize, Deserialize)]
struct FolderDocument {
    format: String,
    plans: PlansKept,
}

/// How a folder keeps plans; `None` if it does not say, as folders of earlier versions, which keep each in a file.
pub fn read(folder: &Path) -> Result<Option<PlansKept>, CommandFailure> {
    let path = folder.join(NAME);
    let text = match std::fs::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let shown = path.display().to_string();
    let value: serde_json::Value = serde_json::from_slice(&text).unwrap_or_default();
    if let Some(format) = value["format"].as_str().filter(|format| *format != FORMAT) {
        let text = message!("cli-folder-version", path = shown, found = format, known = FORMAT);
        return Err(CommandFailure::usage(text));
    }
    match serde_json::from_value::<FolderDocument>(value) {
        Ok(document) => Ok(Some(document.plans)),
        Err(error) => {
            let reason = error.to_string();
            let text = message!("cli-folder-unreadable", path = shown, reason = reason);
            Err(CommandFailure::usage(text))
        }
    }
}

/// Writes how a new folder keeps plans. Of several processes that do so at the same time, the first one decides;
/// returns what it has decided.
pub fn settle(folder: &Path, plans: PlansKept) -> Result<PlansKept, CommandFailure> {
    let document = FolderDocument { format: FORMAT.to_owned(), plans };
    create_once(&folder.join(NAME), to_pretty_json(&document).as_bytes()).map_err(|error| {
        let (path, reason) = (folder.display().to_string(), storage::reason(&error));
        CommandFailure::usage(message!("cli-cannot-write-folder", path = path, reason = reason))
    })?;
    // What processes have left that were killed before.
    for entry in std::fs::read_dir(folder)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
    Ok(read(folder)?.unwrap_or(plans))
}

/// How the names of files begin that are being created.
const TEMPORARY: &str = ".new-";

/// Creates a file with its contents at once; returns whether it was not there before.
pub fn create_once(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::fs::Permissions;
        use std::os::unix::fs::PermissionsExt;
        // The umask narrows this, as for any new file.
        builder.permissions(Permissions::from_mode(0o666));
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file: NamedTempFile = builder.prefix(TEMPORARY).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(true),
        // Another process may have removed the temporary file as left behind, but only once it had made its own.
        Err(_) if path.exists() => Ok(false),
        Err(error) => Err(error.error),
    }
}
