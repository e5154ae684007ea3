//! The spreadsheets that an instance was imported from, and how they are to be read.
//!
//! Files that were dropped on the page are kept in `spreadsheets/`, where they can be opened and mended; files that lie in
//! the folder are read where they are. `import.json` keeps what was corrected of them, also for next year's files.
//!
//! Files that were refused wait in `dropped/`, with their corrections in `import-refused.json`, until they are mended or
//! taken back: what the instance comes from does not change meanwhile.
//!
//! A file that another one of its name replaces is kept in `replaced/`, so that an import can be undone and done again
//! with its files.

use std::collections::BTreeMap;
use std::fs::{metadata, remove_file, rename};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::folder::{make, plain, read_if_there};
use crate::base::sha256;
use crate::spreadsheets::{Amendments, TableKind};
use crate::storage::replace;

const IMPORT: &str = "import.json";
const REFUSED: &str = "import-refused.json";
const SPREADSHEETS: &str = "spreadsheets";
const DROPPED: &str = "dropped";
const REPLACED: &str = "replaced";
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
    /// Whether the sheet is not to be read at all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_read: bool,
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
    /// Those that the instance comes from.
    taken: Sources,
    /// Those that were refused, until they are mended or taken back.
    refused: Option<Sources>,
    /// Files that have changed since they were read, as last looked at.
    pub changed: Vec<String>,
    /// The digest of each file when it had a stamp: a file is read only if the stamp is another.
    seen: BTreeMap<String, (Stamp, String)>,
}

impl WatchedSources {
    /// The spreadsheets of a project in a folder. What cannot be read of them is as if it had never been there.
    pub fn open(folder: &Path) -> Self {
        let kept = |name| {
            let bytes = read_if_there(&folder.join(name)).ok().flatten()?;
            serde_json::from_slice(&bytes).ok()
        };
        let taken: Sources = kept(IMPORT).unwrap_or_default();
        // A kill may have left files of an import where they were dropped.
        let _ = put_in_place(folder, &Sources::default(), &taken, &[dropped]);
        Self { taken, refused: kept(REFUSED), ..Self::default() }
    }

    /// Those that the planner is at work on: refused ones, or else those that the instance comes from.
    pub fn present(&self) -> &Sources {
        self.refused.as_ref().unwrap_or(&self.taken)
    }

    /// Those that the instance comes from.
    pub const fn taken(&self) -> &Sources {
        &self.taken
    }

    /// The paths of the files that the instance comes from, seen from the folder.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.taken.files.keys().map(String::as_str)
    }

    /// Whether the present ones were refused.
    pub const fn are_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// The instance comes from these from now on.
    ///
    /// # Errors
    /// If something cannot be written or moved.
    pub fn take(&mut self, folder: &Path, sources: &Sources) -> io::Result<()> {
        self.restore(folder, sources.settled())?;
        self.take_back(folder)
    }

    /// The instance comes from these, of which some may still lie where they were dropped, or have been replaced since;
    /// what was refused goes on waiting.
    ///
    /// # Errors
    /// If something cannot be written or moved.
    pub fn restore(&mut self, folder: &Path, sources: Sources) -> io::Result<()> {
        put_in_place(folder, &self.taken, &sources, &[dropped, replaced])?;
        write(folder, IMPORT, &sources)?;
        self.taken = sources;
        self.changed.clear();
        Ok(())
    }

    /// Keeps sources that were refused, so that they can be mended.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn refuse(&mut self, folder: &Path, sources: Sources) -> io::Result<()> {
        write(folder, REFUSED, &sources)?;
        self.refused = Some(sources);
        self.changed.clear();
        self.tidy(folder);
        Ok(())
    }

    /// Forgets the sources that were refused.
    ///
    /// # Errors
    /// If the disk does not take it.
    pub fn take_back(&mut self, folder: &Path) -> io::Result<()> {
        if self.refused.take().is_some() {
            remove_file(folder.join(REFUSED))?;
        }
        self.changed.clear();
        self.tidy(folder);
        Ok(())
    }

    /// Removes dropped files that no sources name. One that stays harms nothing: nobody reads it.
    pub fn tidy(&self, folder: &Path) {
        let files = std::fs::read_dir(folder.join(DROPPED)).into_iter().flatten().flatten();
        for file in files {
            let path = format!("{DROPPED}/{}", file.file_name().to_string_lossy());
            let mut named = self.refused.iter().chain([&self.taken]);
            if !named.any(|sources| sources.files.contains_key(&path)) {
                let _ = remove_file(file.path());
            }
        }
        // It is removed only when it is empty.
        let _ = std::fs::remove_dir(folder.join(DROPPED));
    }

    /// Looks which files have changed since they were read. A file that is gone has not.
    pub fn look(&mut self, folder: &Path) {
        let mut changed = Vec::new();
        for (path, read) in &self.refused.as_ref().unwrap_or(&self.taken).files {
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

/// The name of a file in one of the folders of a project; `None` where it is elsewhere.
fn within<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    path.strip_prefix(folder)?.strip_prefix('/')
}

/// Where a file may come from that sources name, if it is there: by its name and its digest.
type Origin = fn(&Path, &str, &str) -> Option<PathBuf>;

/// A file that was dropped, if it is the one that was imported.
fn dropped(folder: &Path, name: &str, digest: &str) -> Option<PathBuf> {
    let path = folder.join(DROPPED).join(name);
    let bytes = read_if_there(&path).ok().flatten()?;
    (sha256(&bytes) == digest).then_some(path)
}

/// What was in the place of a file when another one replaced it.
fn replaced(folder: &Path, name: &str, digest: &str) -> Option<PathBuf> {
    Some(folder.join(REPLACED).join(digest).join(name)).filter(|path| path.exists())
}

/// Moves files to where sources name them, each from the first origin that has it. What lies there is kept under the
/// digest that the sources `before` know it by, also if it was changed since it was read: it comes back as it was.
fn put_in_place(
    folder: &Path,
    before: &Sources,
    sources: &Sources,
    origins: &[Origin],
) -> io::Result<()> {
    for (path, digest) in &sources.files {
        let Some(name) = within(path, SPREADSHEETS) else { continue };
        let place = folder.join(SPREADSHEETS).join(plain(name)?);
        let present = read_if_there(&place)?;
        if present.as_ref().is_some_and(|bytes| sha256(bytes) == *digest) {
            continue;
        }
        let found = origins.iter().find_map(|origin| origin(folder, name, digest));
        let Some(origin) = found else { continue };
        if let Some(bytes) = present {
            let known_by = before.files.get(path).cloned().unwrap_or_else(|| sha256(&bytes));
            let kept = folder.join(REPLACED).join(known_by);
            make(&kept)?;
            replace(&kept.join(name), &bytes)?;
        }
        make(&folder.join(SPREADSHEETS))?;
        rename(origin, place)?;
    }
    Ok(())
}

impl Sources {
    /// The same, where dropped files have been taken among the spreadsheets.
    pub fn settled(&self) -> Self {
        let files = self.files.iter().map(|(path, digest)| {
            let name = within(path, DROPPED);
            let path = name.map_or_else(|| path.clone(), |name| format!("{SPREADSHEETS}/{name}"));
            (path, digest.clone())
        });
        Self { files: files.collect(), ..self.clone() }
    }

    /// Adds what was said about sheets; `None` takes back what was said before.
    pub fn say(&mut self, tables: Vec<SheetKind>) {
        for new in tables {
            self.tables.retain(|old| (&old.file, &old.sheet) != (&new.file, &new.sheet));
            if new.table.is_some() || new.not_read {
                self.tables.push(new);
            }
        }
    }
}

fn write(folder: &Path, name: &str, sources: &Sources) -> io::Result<()> {
    let text = serde_json::to_string_pretty(sources).expect("sources are plain JSON");
    replace(&folder.join(name), text.as_bytes())
}

/// The name of the file at a path seen from the folder.
pub fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Keeps a file that was dropped on the page until it is taken or refused, and returns its path seen from the folder.
///
/// # Errors
/// If its name is not a plain file name, or it cannot be written.
pub fn keep_dropped(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<String> {
    let name = plain(name)?;
    let within = folder.join(DROPPED);
    make(&within)?;
    replace(&within.join(name), bytes)?;
    Ok(format!("{DROPPED}/{name}"))
}

/// The bytes of a spreadsheet, by its path seen from the folder.
///
/// # Errors
/// If the path leads elsewhere, or the file cannot be read.
pub fn spreadsheet(folder: &Path, path: &str) -> io::Result<Vec<u8>> {
    let file = match path.split_once('/') {
        Some((within @ (SPREADSHEETS | DROPPED), name)) => folder.join(within).join(plain(name)?),
        _ => folder.join(plain(path)?),
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
        watched.take(folder, &Sources { files, ..Sources::default() }).unwrap();
        watched.look(folder);
        assert_eq!(watched.changed, Vec::<String>::new());
        std::fs::write(folder.join("spreadsheets/s.csv"), b"a;b;c").unwrap();
        watched.look(folder);
        assert_eq!(watched.changed, ["s.csv"]);
        std::fs::write(folder.join("spreadsheets/s.csv"), b"a;b").unwrap();
        watched.look(folder);
        assert_eq!(watched.changed, Vec::<String>::new());
        assert_eq!(WatchedSources::open(folder).taken, watched.taken);
        assert!(spreadsheet(folder, "spreadsheets/../import.json").is_err());
        assert!(keep_dropped(folder, "../x.csv", b"").is_err());
    }

    #[test]
    fn what_was_refused_waits_beside_what_was_taken_until_it_is_taken_back() {
        let kept = tempfile::tempdir().unwrap();
        let folder = kept.path();
        let mut watched = WatchedSources::open(folder);
        let sources = |bytes: &[u8]| {
            let path = keep_dropped(folder, "s.csv", bytes).unwrap();
            Sources { files: BTreeMap::from([(path, sha256(bytes))]), ..Sources::default() }
        };
        watched.take(folder, &sources(b"a;b")).unwrap();
        let taken = watched.taken.clone();
        watched.refuse(folder, sources(b"?")).unwrap();
        let again = WatchedSources::open(folder);
        assert_eq!((&again.taken, again.are_refused()), (&taken, true));
        assert_eq!(spreadsheet(folder, "spreadsheets/s.csv").unwrap(), b"a;b");
        assert_eq!(spreadsheet(folder, "dropped/s.csv").unwrap(), b"?");
        watched.take_back(folder).unwrap();
        assert_eq!(watched.present(), &taken);
        assert!(!WatchedSources::open(folder).are_refused());
        assert!(!folder.join("dropped").exists());
        // What is mended is taken, in place of the file of the same name.
        watched.refuse(folder, sources(b"?")).unwrap();
        watched.take(folder, &sources(b"c;d")).unwrap();
        assert_eq!(spreadsheet(folder, "spreadsheets/s.csv").unwrap(), b"c;d");
        assert!(!WatchedSources::open(folder).are_refused());
    }
}
