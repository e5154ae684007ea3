//! The spreadsheets that an instance was imported from, and how they are to be read.
//!
//! Files that were dropped on the page are kept in `spreadsheets/`, where they can be opened and mended; files that lie in
//! the folder are read where they are. `import.json` keeps what was corrected of them, also for next year's files.

use std::collections::BTreeMap;
use std::fs::metadata;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::folder::{make, plain, read_if_there};
use crate::base::sha256;
use crate::spreadsheets::{Amendments, TableKind};
use crate::storage::replace;

const IMPORT: &str = "import.json";
const SPREADSHEETS: &str = "spreadsheets";
const ENDINGS: [&str; 3] = [".xlsx", ".ods", ".csv"];

/// What a sheet or a CSV file is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetKind {
    /// The name of the file.
    pub file: String,
    /// The sheet; none for a CSV file.
    pub sheet: Option<String>,
    /// The kind of table; none to leave that to plaatswijzer.
    pub table: Option<TableKind>,
}

/// The spreadsheets of a project.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sources {
    /// SHA-256 of each file as it was last read, by its path seen from the folder.
    pub files: BTreeMap<String, String>,
    /// What sheets are that were not recognised.
    pub tables: Vec<SheetKind>,
    /// What was corrected.
    pub amendments: Amendments,
}

/// The size and the time of the last change of a file.
type Stamp = (u64, Option<SystemTime>);

/// The spreadsheets of a project, watched for changes.
#[derive(Debug, Default)]
pub struct WatchedSources {
    /// The spreadsheets.
    pub sources: Sources,
    /// Files that have changed since they were read, as last looked at.
    pub changed: Vec<String>,
    /// The digest of each file when it had a stamp: a file is read only if the stamp is another.
    seen: BTreeMap<String, (Stamp, String)>,
}

impl WatchedSources {
    /// The spreadsheets of a project in a folder. What cannot be read of them is as if it had never been there.
    pub fn open(folder: &Path) -> Self {
        let bytes = read_if_there(&folder.join(IMPORT)).ok().flatten();
        let sources = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self { sources: sources.unwrap_or_default(), ..Self::default() }
    }

    /// Keeps other sources.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn keep(&mut self, folder: &Path, sources: Sources) -> io::Result<()> {
        let text = serde_json::to_string_pretty(&sources).expect("sources are plain JSON");
        self.sources = sources;
        self.changed.clear();
        replace(&folder.join(IMPORT), text.as_bytes())
    }

    /// Looks which files have changed since they were read. A file that is gone has not.
    pub fn look(&mut self, folder: &Path) {
        let mut changed = Vec::new();
        for (path, read) in &self.sources.files {
            let Ok(about) = metadata(folder.join(path)) else { continue };
            let stamp = (about.len(), about.modified().ok());
            let is_known = self.seen.get(path).is_some_and(|(known, _)| *known == stamp);
            if !is_known {
                let Ok(bytes) = spreadsheet(folder, path) else { continue };
                self.seen.insert(path.clone(), (stamp, sha256(&bytes)));
            }
            if self.seen.get(path).is_some_and(|(_, now)| now != read) {
                changed.push(name_of(path).to_owned());
            }
        }
        self.changed = changed;
    }
}

impl Sources {
    /// Adds what was said about sheets; `None` takes back what was said before.
    pub fn say(&mut self, tables: Vec<SheetKind>) {
        for new in tables {
            self.tables.retain(|old| (&old.file, &old.sheet) != (&new.file, &new.sheet));
            if new.table.is_some() {
                self.tables.push(new);
            }
        }
    }
}

/// The name of the file at a path seen from the folder.
pub fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Keeps a file that was dropped on the page, and returns its path seen from the folder.
///
/// # Errors
/// If its name is not a plain file name, or it cannot be written.
pub fn keep_dropped(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<String> {
    let name = plain(name)?;
    let within = folder.join(SPREADSHEETS);
    make(&within)?;
    replace(&within.join(name), bytes)?;
    Ok(format!("{SPREADSHEETS}/{name}"))
}

/// The bytes of a spreadsheet, by its path seen from the folder.
///
/// # Errors
/// If the path leads elsewhere, or the file cannot be read.
pub fn spreadsheet(folder: &Path, path: &str) -> io::Result<Vec<u8>> {
    let within = path.strip_prefix(SPREADSHEETS).and_then(|rest| rest.strip_prefix('/'));
    let file = match within {
        Some(name) => folder.join(SPREADSHEETS).join(plain(name)?),
        None => folder.join(plain(path)?),
    };
    read_if_there(&file)?.ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// The spreadsheets that lie in the folder itself, in order of their names.
pub fn spreadsheets_in(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    let is_spreadsheet = |name: &String| {
        let name = name.to_lowercase();
        // Spreadsheet programs lock an open file by one whose name begins like this.
        let is_lock = name.starts_with("~$") || name.starts_with(".~lock");
        !is_lock && ENDINGS.iter().any(|ending| name.ends_with(ending))
    };
    let mut names: Vec<String> = names.filter(is_spreadsheet).collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changes_is_noticed_and_one_that_is_only_touched_is_not() {
        let kept = tempfile::tempdir().unwrap();
        let folder = kept.path();
        let path = keep_dropped(folder, "s.csv", b"a;b").unwrap();
        let mut watched = WatchedSources::open(folder);
        let files = BTreeMap::from([(path, sha256(b"a;b"))]);
        watched.keep(folder, Sources { files, ..Sources::default() }).unwrap();
        watched.look(folder);
        assert_eq!(watched.changed, Vec::<String>::new());
        std::fs::write(folder.join("spreadsheets/s.csv"), b"a;b;c").unwrap();
        watched.look(folder);
        assert_eq!(watched.changed, ["s.csv"]);
        std::fs::write(folder.join("spreadsheets/s.csv"), b"a;b").unwrap();
        watched.look(folder);
        assert_eq!(watched.changed, Vec::<String>::new());
        assert_eq!(WatchedSources::open(folder).sources, watched.sources);
        assert!(spreadsheet(folder, "spreadsheets/../import.json").is_err());
        assert!(keep_dropped(folder, "../x.csv", b"").is_err());
    }
}
