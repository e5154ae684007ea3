//! The journal that a process writes: a line per run, appended and synced when the run ends, after its plan.

use std::io;
use std::sync::{Mutex, RwLock};

use super::console::note;
use super::exit::CommandFailure;
use super::folder::{Folder, line};
use super::plan_store::PlanWriter;
use super::records::Records;
use crate::message;
use crate::scenarios::batch::{Journal, Record, RunOutcome, SavedRecord};
use crate::storage::{self, JournalError, JournalFile};

/// A journal that this process, and no other, appends to, and all records in its folder.
#[derive(Debug)]
pub struct OpenJournal {
    /// The folder that it is in.
    pub folder: Folder,
    file: Mutex<JournalFile>,
    plans: PlanWriter,
    records: RwLock<Records>,
    /// The number of the journal among those of the records.
    pub number: usize,
    retry: bool,
}

impl OpenJournal {
    /// Locks a journal, opens it for appending after its last whole line, and finds the records in its folder. With
    /// `retry`, runs that failed or found no plan within the limits are to be repeated.
    pub fn open(folder: &Folder, name: &str, retry: bool) -> Result<Self, CommandFailure> {
        let file = locked(folder, name)?;
        let plans = PlanWriter::open(&folder.plans, name)?;
        let mut records = Records::in_folders(std::slice::from_ref(folder))?;
        let number = records.number(folder, name)?;
        let (folder, file, records) = (folder.clone(), Mutex::new(file), RwLock::new(records));
        Ok(Self { folder, file, plans, records, number, retry })
    }

    /// Reads what other processes have written to their journals in the same folder.
    ///
    /// # Errors
    /// If a journal cannot be read.
    pub fn read_others(&self) -> Result<(), CommandFailure> {
        let mut records = self.records.write().expect("no thread panics with it");
        records.read_again(&self.folder, self.number)
    }

    /// Ends writing, and returns all records of the folder.
    pub fn finish(self) -> Records {
        self.records.into_inner().expect("no thread panics with it")
    }
}

fn locked(folder: &Folder, name: &str) -> Result<JournalFile, CommandFailure> {
    let shown = folder.path().join(name);
    let path = shown.display().to_string();
    let file = JournalFile::open(&shown).map_err(|error| match error {
        JournalError::InUse => CommandFailure::usage(message!("cli-journal-in-use", path = &path)),
        JournalError::Io(error) => {
            let reason = storage::reason(&error);
            CommandFailure::usage(message!("cli-cannot-write", path = &path, reason = reason))
        }
    })?;
    if let Some(error) = &file.unlocked {
        let reason = storage::reason(error);
        note(&message!("cli-journal-not-locked", path = path, reason = reason));
    }
    Ok(file)
}

impl Journal for OpenJournal {
    fn saved(&self, run: &str) -> io::Result<Vec<SavedRecord>> {
        let records = self.records.read().expect("no thread panics with it");
        let all = records.read_all(run)?.into_iter().enumerate();
        let again = [RunOutcome::NothingFound, RunOutcome::Failed];
        let kept = all.filter(|(_, record)| !(self.retry && again.contains(&record.outcome)));
        Ok(kept.map(|(number, record)| SavedRecord { number, record }).collect())
    }

    fn keep(&self, record: &Record, plan: Option<&str>) -> io::Result<()> {
        // The plan is written before the line about it: a crash in between leaves a plan that no line
        // mentions, which is harmless, and the run is done again.
        if let Some(plan) = plan {
            self.plans.keep(&self.folder.plans, &record.run, plan.as_bytes())?;
        }
        let line = line(record);
        let offset = self.file.lock().expect("no thread panics with it").append(&line)?;
        let mut records = self.records.write().expect("no thread panics with it");
        records.add(&record.run, self.number, offset, line.len());
        Ok(())
    }
}
