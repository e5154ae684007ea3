//! The journal of a batch in the folder of its results, as the command `batch` writes it: a line per run, after its plan.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::base::sha256;
use crate::scenarios::Run;
use crate::scenarios::batch::{Ended, Journal, Record, SavedRecord};
use crate::serve::folder::{make, read_if_there};
use crate::storage::{JournalError, JournalFile, replace, whole_lines};

const JOURNAL: &str = "results.jsonl";
const PLANS: &str = "plans";
/// Written by the command where plans are not kept each in a file.
const HOW_KEPT: &str = "folder.json";

/// The journal of a folder of results.
pub struct ResultsJournal {
    folder: PathBuf,
    file: Mutex<JournalFile>,
    records: Mutex<BTreeMap<String, Vec<Record>>>,
}

impl ResultsJournal {
    /// Opens the journal in a folder, which is made if it does not exist. A record counts only if its plan is there.
    ///
    /// # Errors
    /// If another process has it open, its plans are kept otherwise, or it cannot be read or written.
    pub fn open(folder: &Path) -> Result<Self, JournalError> {
        make(folder)?;
        if let Some(text) = read_if_there(&folder.join(HOW_KEPT))? {
            let kept: serde_json::Value = serde_json::from_slice(&text).unwrap_or_default();
            if kept["plans"] != "all" {
                return Err(JournalError::Io(io::ErrorKind::Unsupported.into()));
            }
        }
        make(&folder.join(PLANS))?;
        let file = JournalFile::open(&folder.join(JOURNAL))?;
        let text = read_if_there(&folder.join(JOURNAL))?.unwrap_or_default();
        let lines = whole_lines(&text).split(|&byte| byte == b'\n');
        let mut records: BTreeMap<String, Vec<Record>> = BTreeMap::new();
        for record in lines.filter_map(|line| serde_json::from_slice::<Record>(line).ok()) {
            let is_there = record.plan.as_ref().is_none_or(|plan| {
                read_plan(folder, &record.run).is_some_and(|bytes| sha256(&bytes) == plan.sha256)
            });
            if is_there {
                records.entry(record.run.clone()).or_default().push(record);
            }
        }
        let folder = folder.to_path_buf();
        Ok(Self { folder, file: Mutex::new(file), records: Mutex::new(records) })
    }

    fn records(&self) -> MutexGuard<'_, BTreeMap<String, Vec<Record>>> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The records of runs that have ended, in the order of the runs.
    pub fn ended(&self, runs: &[Run], ended: &[Option<Ended>]) -> Vec<Record> {
        let records = self.records();
        let record = |(run, end): (&Run, &Option<Ended>)| {
            let of_run = records.get(&run.id)?;
            match (*end)? {
                Ended::Before(number) => of_run.get(number).cloned(),
                Ended::Now => of_run.last().cloned(),
            }
        };
        runs.iter().zip(ended).filter_map(record).collect()
    }

    /// The plan of a run with a SHA-256, if it is there.
    pub fn plan(&self, run: &str, wanted: &str) -> Option<Vec<u8>> {
        read_plan(&self.folder, run).filter(|bytes| sha256(bytes) == wanted)
    }
}

/// The seconds that the searches of a folder of results last had, if a run has ended in it.
pub fn seconds_in(folder: &Path) -> Option<u32> {
    let text = read_if_there(&folder.join(JOURNAL)).ok()??;
    let last = whole_lines(&text).rsplit(|&byte| byte == b'\n').find(|line| !line.is_empty())?;
    let record: Record = serde_json::from_slice(last).ok()?;
    // From the page whole seconds are chosen.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is at least 0, and `as` saturates"
    )]
    record.options.time_limit_s.map(|seconds| seconds.ceil() as u32)
}

/// The plan of a run; ids of runs are names of files.
fn read_plan(folder: &Path, run: &str) -> Option<Vec<u8>> {
    read_if_there(&folder.join(PLANS).join(format!("{run}.json"))).ok()?
}

impl Journal for ResultsJournal {
    fn saved(&self, run: &str) -> io::Result<Vec<SavedRecord>> {
        let records = self.records();
        let of_run = records.get(run).into_iter().flatten().cloned().enumerate();
        Ok(of_run.map(|(number, record)| SavedRecord { number, record }).collect())
    }

    fn keep(&self, record: &Record, plan: Option<&str>) -> io::Result<()> {
        // The plan comes before the line about it: a crash in between leaves a plan of which no line speaks.
        if let Some(plan) = plan {
            let file = self.folder.join(PLANS).join(format!("{}.json", record.run));
            replace(&file, plan.as_bytes())?;
        }
        let line = serde_json::to_string(record).expect("a record is plain JSON");
        self.file.lock().unwrap_or_else(PoisonError::into_inner).append(&line)?;
        self.records().entry(record.run.clone()).or_default().push(record.clone());
        Ok(())
    }
}
