//! The folder with the results of a batch: journals, plans, and the files derived from them.
//!
//! A journal has one line per run, appended and synced when the run ends. The process may be killed at any
//! moment: an incomplete last line is cut off, and a run counts as done only if its plan has the checksum in
//! its line.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use super::exit::CommandFailure;
use super::output::register_output;
use super::plan_store::PlanStore;
use super::plans_kept::{self, PlansKept};
use crate::message;
use crate::scenarios::batch::Record;
use crate::storage::{self, replace, replace_with};

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

/// The part of a batch that a process runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShardChoice {
    /// A fixed part.
    Part(Shard),
    /// What other processes in the same folder leave.
    Auto,
}

impl FromStr for ShardChoice {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        if text == "auto" { Ok(Self::Auto) } else { text.parse().map(Self::Part) }
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
pub struct Folder {
    path: PathBuf,
    /// The plans of its runs.
    pub plans: Arc<PlanStore>,
}

/// The name of the journal of a batch that is not run in parts.
const JOURNAL: &str = "results.jsonl";

/// The files in the folder that are written once all runs have ended.
const DERIVED: [&str; 3] = ["summary.csv", "summary.json", "report.html"];

impl Folder {
    /// An existing folder.
    pub fn existing(path: &Path) -> Result<Self, CommandFailure> {
        if path.is_dir() {
            return Ok(Self::at(path, plans_kept::read(path)?.unwrap_or(PlansKept::All)));
        }
        let path = path.display().to_string();
        Err(CommandFailure::usage(message!("cli-not-a-folder", path = path)))
    }

    fn at(path: &Path, kept: PlansKept) -> Self {
        Self { path: path.to_path_buf(), plans: Arc::new(PlanStore::new(path, kept)) }
    }

    /// A folder to write to, created if necessary. None of its files may be an input. How it keeps plans was decided
    /// when it was made; for a new folder it is what was asked for, or else `usual`.
    pub fn prepare(
        path: &Path,
        asked: Option<PlansKept>,
        usual: PlansKept,
    ) -> Result<Self, CommandFailure> {
        let writable = |made: io::Result<()>| {
            made.map_err(|error| {
                let (path, reason) = (path.display().to_string(), storage::reason(&error));
                let text = message!("cli-cannot-write-folder", path = path, reason = reason);
                CommandFailure::usage(text)
            })
        };
        writable(std::fs::create_dir_all(path))?;
        let kept = match plans_kept::read(path)? {
            Some(kept) => kept,
            None if journals_in(path)?.is_empty() => {
                plans_kept::settle(path, asked.unwrap_or(usual))?
            }
            // Who has written a journal since then had settled it before; else it is of a version that kept each plan in a
            // file.
            None => plans_kept::read(path)?.unwrap_or(PlansKept::All),
        };
        if let Some(asked) = asked.filter(|asked| *asked != kept) {
            let (path, asked) = (path.display().to_string(), asked.word());
            let text =
                message!("cli-plans-otherwise", path = path, asked = asked, kept = kept.word());
            return Err(CommandFailure::usage(text));
        }
        if kept == PlansKept::All {
            writable(std::fs::create_dir_all(path.join("plans")))?;
        }
        for name in DERIVED {
            register_output(&path.join(name))?;
        }
        Ok(Self::at(path, kept))
    }

    /// The path of the folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The names of the journals in the folder, sorted.
    pub fn journals(&self) -> Result<Vec<String>, CommandFailure> {
        Ok(journals_in(&self.path)?)
    }

    /// Creates or replaces a file in the folder atomically.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), CommandFailure> {
        Ok(replace(&self.path.join(name), bytes)?)
    }

    /// Like [`Self::write`], with the contents written by a function.
    pub fn write_with(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), CommandFailure> {
        Ok(replace_with(&self.path.join(name), write)?)
    }

    /// Removes a journal, with the plans that are packed beside it.
    pub fn remove(&self, journal: &str) -> Result<(), CommandFailure> {
        std::fs::remove_file(self.path.join(journal))?;
        Ok(self.plans.remove_packed(journal)?)
    }
}

fn journals_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if is_journal(&name) {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

fn is_journal(name: &str) -> bool {
    let part = name.strip_prefix("results-").and_then(|rest| rest.strip_suffix(".jsonl"));
    let shard = part.map(|part| part.replacen("-of-", "/", 1).parse::<Shard>());
    let task = part.and_then(|part| part.strip_prefix("task-"));
    let is_of_task = task.is_some_and(|task| task.parse::<usize>().is_ok());
    name == JOURNAL || is_of_task || shard.is_some_and(|shard| shard.is_ok())
}

/// The name of the journal of a part, or of the whole batch if there is no part.
pub fn journal_name(shard: Option<Shard>) -> String {
    shard.map_or_else(
        || JOURNAL.to_owned(),
        |Shard { part, of }| format!("results-{part}-of-{of}.jsonl"),
    )
}

/// The name of the journal of a task that shares the runs of a batch with others.
pub fn task_journal(task: usize) -> String {
    format!("results-task-{task}.jsonl")
}

/// The line of a record in a journal, without its end.
pub fn line(record: &Record) -> String {
    serde_json::to_string(record).expect("a record is plain JSON")
}
