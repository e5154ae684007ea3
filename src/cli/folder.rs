//! The folder of a batch's results: journals, plans, and what is made of them.
//!
//! A journal has a line for each run, appended and synced when the run ends. At any moment the process
//! may be killed: a torn last line is cut off, and a run counts as done only while its plan file has the
//! bytes that its line tells.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Mutex;

use super::exit::Failure;
use super::files;
use crate::base::sha256;
use crate::input::errors::{Code, InputErrors};
use crate::scenarios::batch::{Journal, Record};

/// One of the parts that a batch is run in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shard {
    /// Which part, from 1.
    pub part: usize,
    /// Of how many.
    pub of: usize,
}

impl Shard {
    /// Whether a run, by its position, belongs to this part. Neighbours go to different parts, so that
    /// these are about equally hard.
    pub fn takes(self, position: usize) -> bool {
        position % self.of == self.part - 1
    }
}

impl FromStr for Shard {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "not a part such as 2/8: the second of eight, counted from 1".to_owned();
        let (part, of) = text.split_once('/').ok_or_else(wrong)?;
        let (part, of) = (part.parse().map_err(|_| wrong())?, of.parse().map_err(|_| wrong())?);
        if part == 0 || part > of { Err(wrong()) } else { Ok(Self { part, of }) }
    }
}

/// A folder of results.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// The journal of a batch that is not in parts.
const JOURNAL: &str = "results.jsonl";

impl Folder {
    /// A folder that is there.
    pub fn existing(path: &Path) -> Result<Self, Failure> {
        if path.is_dir() {
            return Ok(Self(path.to_path_buf()));
        }
        Err(Failure::Usage(format!(
            "{} is not a folder. Name a folder that `batch` has written to.",
            path.display()
        )))
    }

    /// A folder to write to; made where it is not there.
    pub fn prepare(path: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(path.join("plans")).map_err(|error| {
            let path = path.display();
            Failure::Usage(format!("cannot write to {path}: {error}. Choose another folder."))
        })?;
        Ok(Self(path.to_path_buf()))
    }

    /// The path of the folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The names of the journals in the folder, in order.
    pub fn journals(&self) -> Result<Vec<String>, Failure> {
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

    /// The records of a journal, in its order.
    pub fn records(&self, journal: &str) -> Result<Vec<Record>, Failure> {
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
                    "a line that `batch` has written",
                    "take the line away: its run is then done again",
                ),
            }
        }
        Ok(errors.into_result(records)?)
    }

    /// Whether the plan of a record, where it has one, is there as the record tells.
    pub fn has_plan_of(&self, record: &Record) -> bool {
        let Some(planned) = &record.plan else { return true };
        std::fs::read(self.plan_path(&record.run)).is_ok_and(|plan| sha256(&plan) == planned.sha256)
    }

    /// The bytes of a run's plan.
    pub fn plan(&self, run: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.plan_path(run))
    }

    /// Writes a run's plan.
    pub fn write_plan(&self, run: &str, plan: &[u8]) -> io::Result<()> {
        files::replace(&self.plan_path(run), plan)
    }

    /// Writes a file of the folder.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        Ok(files::replace(&self.0.join(name), bytes)?)
    }

    /// Writes a journal anew.
    pub fn write_journal(&self, journal: &str, records: &[&Record]) -> Result<(), Failure> {
        self.write(
            journal,
            records.iter().map(|record| line(record)).collect::<String>().as_bytes(),
        )
    }

    /// Removes a journal.
    pub fn remove(&self, journal: &str) -> Result<(), Failure> {
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

/// The name of the journal of a part, or of a whole batch.
pub fn journal_name(shard: Option<Shard>) -> String {
    shard.map_or_else(
        || JOURNAL.to_owned(),
        |Shard { part, of }| format!("results-{part}-of-{of}.jsonl"),
    )
}

fn line(record: &Record) -> String {
    let mut line = serde_json::to_string(record).expect("a record is plain JSON");
    line.push('\n');
    line
}

/// A text up to its last line end: what follows was being written when the process ended.
fn whole_lines(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|&byte| byte == b'\n').map_or(0, |last| last + 1);
    &text[..end]
}

/// A journal that is being written, by this process alone.
#[derive(Debug)]
pub struct OpenJournal {
    folder: Folder,
    file: Mutex<File>,
}

impl OpenJournal {
    /// Opens a journal at its end, after the last line that is whole.
    pub fn open(folder: &Folder, name: &str) -> Result<Self, Failure> {
        let path = folder.path().join(name);
        let file = OpenOptions::new().create(true).append(true).open(&path).map_err(|error| {
            Failure::Usage(format!(
                "cannot write {}: {error}. Choose a folder that may be written.",
                path.display()
            ))
        })?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::Usage(format!(
                    "{} is being written by another process. Wait for it, or choose another folder.",
                    path.display()
                )));
            }
            Err(TryLockError::Error(error)) => eprintln!(
                "warning: {} cannot be locked ({error}); let no other process write to it",
                path.display()
            ),
        }
        let text = std::fs::read(&path)?;
        file.set_len(whole_lines(&text).len() as u64)?;
        Ok(Self { folder: folder.clone(), file: Mutex::new(file) })
    }
}

impl Journal for OpenJournal {
    fn keep(&self, record: &Record, plan: Option<&str>) -> io::Result<()> {
        // The plan comes first: a line that tells of it must never be there without it.
        if let Some(plan) = plan {
            self.folder.write_plan(&record.run, plan.as_bytes())?;
        }
        let mut file = self.file.lock().expect("no thread panics with it");
        file.write_all(line(record).as_bytes())?;
        file.sync_data()
    }
}

/// A record and where it was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The record; its plan, where it has one, is there as it tells.
    pub record: Record,
    /// The folder.
    pub folder: Folder,
    /// The journal in it.
    pub journal: String,
}

impl Found {
    /// What all journals of some folders hold, by run.
    pub fn in_folders(folders: &[Folder]) -> Result<BTreeMap<String, Vec<Self>>, Failure> {
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

/// Records by run; of several of one run the last counts.
pub fn by_run(records: impl IntoIterator<Item = Record>) -> BTreeMap<String, Record> {
    records.into_iter().map(|record| (record.run.clone(), record)).collect()
}
