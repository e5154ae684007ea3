//! The folder with the results of a batch: journals, plans, and the files derived from them.
//!
//! A journal has one line per run, appended and synced when the run ends. The process may be killed at any
//! moment: an incomplete last line is cut off, and a run counts as done only if its plan file has the
//! checksum in its line.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Mutex;

use super::console::note;
use super::exit::CommandFailure;
use super::output::register_output;
use super::system;
use crate::base::sha256;
use crate::input::errors::{Code, InputErrors};
use crate::message;
use crate::scenarios::batch::{Journal, Record};
use crate::storage::{JournalError, JournalFile, replace, whole_lines};

/// One of several disjoint parts of the runs of a batch, written as `2/8`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shard {
    /// The number of the part, from 1.
    pub part: usize,
    /// The number of parts.
    pub of: usize,
}

impl Shard {
    /// Whether the run at a position belongs to this part. Consecutive runs, which are often about equally
    /// hard, go to different parts.
    pub fn takes(self, position: usize) -> bool {
        position % self.of == self.part - 1
    }
}

impl FromStr for Shard {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || message!("cli-not-a-shard").to_string();
        let (part, of) = text.split_once('/').ok_or_else(wrong)?;
        let (part, of) = (part.parse().map_err(|_| wrong())?, of.parse().map_err(|_| wrong())?);
        if part == 0 || part > of { Err(wrong()) } else { Ok(Self { part, of }) }
    }
}

/// A folder with results of a batch.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// The name of the journal of a batch that is not run in parts.
const JOURNAL: &str = "results.jsonl";

/// The files in the folder that are written once all runs have ended.
const DERIVED: [&str; 3] = ["summary.csv", "summary.json", "report.html"];

impl Folder {
    /// An existing folder.
    pub fn existing(path: &Path) -> Result<Self, CommandFailure> {
        if path.is_dir() {
            return Ok(Self(path.to_path_buf()));
        }
        let path = path.display().to_string();
        Err(CommandFailure::usage(message!("cli-not-a-folder", path = path)))
    }

    /// A folder to write to, created if necessary. None of its files may be an input.
    pub fn prepare(path: &Path) -> Result<Self, CommandFailure> {
        std::fs::create_dir_all(path.join("plans")).map_err(|error| {
            let (path, reason) = (path.display().to_string(), system::reason(&error));
            CommandFailure::usage(message!("cli-cannot-write-folder", path = path, reason = reason))
        })?;
        for name in DERIVED {
            register_output(&path.join(name))?;
        }
        Ok(Self(path.to_path_buf()))
    }

    /// The path of the folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The names of the journals in the folder, sorted.
    pub fn journals(&self) -> Result<Vec<String>, CommandFailure> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&self.0)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if is_journal(&name) {
                names.push(name);
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    /// The records of a journal, in the order of its lines; none if there is no such journal.
    pub fn records(&self, journal: &str) -> Result<Vec<Record>, CommandFailure> {
        let path = self.0.join(journal);
        let text = match std::fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut errors = InputErrors::default();
        let mut records = Vec::new();
        for (index, line) in whole_lines(&text).split_inclusive(|&byte| byte == b'\n').enumerate() {
            match serde_json::from_slice(line) {
                Ok(record) => records.push(record),
                Err(error) => errors.add(
                    Code::BadRow,
                    format!("{}, line {}", path.display(), index + 1),
                    error.to_string(),
                    message!("cli-journal-line-allowed"),
                    message!("cli-journal-line-help"),
                ),
            }
        }
        Ok(errors.into_result(records)?)
    }

    /// Whether the plan of a record is in the folder with the checksum of the record; true for a record
    /// without a plan.
    pub fn has_plan_of(&self, record: &Record) -> bool {
        let Some(planned) = &record.plan else { return true };
        std::fs::read(self.plan_path(&record.run)).is_ok_and(|plan| sha256(&plan) == planned.sha256)
    }

    /// The bytes of the plan of a run.
    pub fn plan(&self, run: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.plan_path(run))
    }

    /// Creates or replaces the plan of a run atomically.
    pub fn write_plan(&self, run: &str, plan: &[u8]) -> io::Result<()> {
        replace(&self.plan_path(run), plan)
    }

    /// Creates or replaces a file in the folder atomically.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), CommandFailure> {
        Ok(replace(&self.0.join(name), bytes)?)
    }

    /// Creates or replaces a journal atomically.
    pub fn write_journal(&self, journal: &str, records: &[&Record]) -> Result<(), CommandFailure> {
        self.write(
            journal,
            records.iter().map(|record| line(record) + "\n").collect::<String>().as_bytes(),
        )
    }

    /// Removes a journal.
    pub fn remove(&self, journal: &str) -> Result<(), CommandFailure> {
        Ok(std::fs::remove_file(self.0.join(journal))?)
    }

    fn plan_path(&self, run: &str) -> PathBuf {
        self.0.join("plans").join(format!("{run}.json"))
    }
}

fn is_journal(name: &str) -> bool {
    let part = name.strip_prefix("results-").and_then(|rest| rest.strip_suffix(".jsonl"));
    let shard = part.map(|part| part.replacen("-of-", "/", 1).parse::<Shard>());
    name == JOURNAL || shard.is_some_and(|shard| shard.is_ok())
}

/// The name of the journal of a part, or of the whole batch if there is no part.
pub fn journal_name(shard: Option<Shard>) -> String {
    shard.map_or_else(
        || JOURNAL.to_owned(),
        |Shard { part, of }| format!("results-{part}-of-{of}.jsonl"),
    )
}

fn line(record: &Record) -> String {
    serde_json::to_string(record).expect("a record is plain JSON")
}

/// A journal that this process, and no other, appends to.
#[derive(Debug)]
pub struct OpenJournal {
    folder: Folder,
    file: Mutex<JournalFile>,
}

impl OpenJournal {
    /// Locks a journal and opens it for appending after its last complete line.
    pub fn open(folder: &Folder, name: &str) -> Result<Self, CommandFailure> {
        let shown = folder.path().join(name);
        let path = shown.display().to_string();
        let file = JournalFile::open(&shown).map_err(|error| match error {
            JournalError::InUse => {
                CommandFailure::usage(message!("cli-journal-in-use", path = &path))
            }
            JournalError::Io(error) => {
                let reason = system::reason(&error);
                CommandFailure::usage(message!("cli-cannot-write", path = &path, reason = reason))
            }
        })?;
        if let Some(error) = &file.unlocked {
            let reason = system::reason(error);
            note(&message!("cli-journal-not-locked", path = path, reason = reason));
        }
        Ok(Self { folder: folder.clone(), file: Mutex::new(file) })
    }
}

impl Journal for OpenJournal {
    fn keep(&self, record: &Record, plan: Option<&str>) -> io::Result<()> {
        // The plan is written before the line about it: a crash in between leaves a plan that no line
        // mentions, which is harmless, and the run is done again.
        if let Some(plan) = plan {
            self.folder.write_plan(&record.run, plan.as_bytes())?;
        }
        self.file.lock().expect("no thread panics with it").append(&line(record))
    }
}

/// A record, with the folder and the journal in which it was found.
#[derive(Clone, Debug)]
pub struct FoundRecord {
    /// The record. If it has a plan, the plan file has the checksum of the record.
    pub record: Record,
    /// The folder with the journal and the plan.
    pub folder: Folder,
    /// The name of the journal.
    pub journal: String,
}

impl FoundRecord {
    /// The records in all journals of some folders, by the id of the run.
    pub fn in_folders(folders: &[Folder]) -> Result<BTreeMap<String, Vec<Self>>, CommandFailure> {
        let mut found: BTreeMap<String, Vec<Self>> = BTreeMap::new();
        for folder in folders {
            for journal in folder.journals()? {
                for (run, record) in by_run(folder.records(&journal)?) {
                    if folder.has_plan_of(&record) {
                        let (folder, journal) = (folder.clone(), journal.clone());
                        found.entry(run).or_default().push(Self { record, folder, journal });
                    }
                }
            }
        }
        Ok(found)
    }
}

/// Records by the id of the run; the last of several records of a run counts.
pub fn by_run(records: impl IntoIterator<Item = Record>) -> BTreeMap<String, Record> {
    records.into_iter().map(|record| (record.run.clone(), record)).collect()
}
