//! The records of the runs in the journals of some folders. In memory are only their places: a record is read when
//! it is needed.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex};

use super::exit::CommandFailure;
use super::folder::Folder;
use super::plan_store::PackCheck;
use crate::input::errors::{Code, InputErrors};
use crate::message;
use crate::scenarios::Run;
use crate::scenarios::batch::{Ended, Record, RunRecords};
use crate::storage::each_line;

/// The place of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecordAt {
    /// The number of the journal among those of [`Records`].
    pub journal: usize,
    offset: u64,
    length: usize,
}

/// A journal that records are read from.
#[derive(Debug)]
pub struct ReadJournal {
    /// The folder with the journal and the plans.
    pub folder: Folder,
    /// The name of the journal.
    pub name: String,
    file: Mutex<File>,
}

/// The records of some folders, by the id of the run. If a record has a plan, the plan is in its folder with the
/// checksum of the record, unless the folder keeps no plans. Of several records of a run in one journal, the last
/// counts.
#[derive(Debug, Default)]
pub struct Records {
    journals: Vec<ReadJournal>,
    of_runs: BTreeMap<String, Vec<RecordAt>>,
}

impl Records {
    /// Finds the records in all journals of some folders.
    ///
    /// # Errors
    /// If a file cannot be read; all lines that are no records.
    pub fn in_folders(folders: &[Folder]) -> Result<Self, CommandFailure> {
        let mut records = Self::default();
        let mut errors = InputErrors::default();
        for folder in folders {
            let journals = folder.journals()?;
            folder.plans.scan(&journals, PackCheck::Whole)?;
            for name in journals {
                let number = records.number(folder, &name)?;
                records.read_journal(number, &mut errors)?;
            }
        }
        Ok(errors.into_result(records)?)
    }

    /// Reads the journals of a folder again, but for one, since other processes write them. The places of the records
    /// of a run keep their numbers.
    ///
    /// # Errors
    /// As [`Records::in_folders`].
    pub fn read_again(&mut self, folder: &Folder, but: usize) -> Result<(), CommandFailure> {
        let mut errors = InputErrors::default();
        let journals = folder.journals()?;
        folder.plans.scan(&journals, PackCheck::Whole)?;
        for name in journals {
            let number = self.number(folder, &name)?;
            if number != but {
                self.read_journal(number, &mut errors)?;
            }
        }
        Ok(errors.into_result(())?)
    }

    fn read_journal(
        &mut self,
        number: usize,
        errors: &mut InputErrors,
    ) -> Result<(), CommandFailure> {
        let journal = &self.journals[number];
        let mut last = BTreeMap::new();
        let mut lines = 0;
        let file = journal.file.lock().expect("no thread panics with it");
        each_line(&file, |line, offset| {
            lines += 1;
            match serde_json::from_slice::<Record>(line) {
                Ok(record) => {
                    let sha256 = record.plan.map(|plan| plan.sha256);
                    last.insert(record.run, (offset, line.len(), sha256));
                }
                Err(error) => errors.add(
                    Code::BadRow,
                    format!(
                        "{}, line {lines}",
                        journal.folder.path().join(&journal.name).display()
                    ),
                    error.to_string(),
                    message!("cli-journal-line-allowed"),
                    message!("cli-journal-line-help"),
                ),
            }
            Ok::<(), CommandFailure>(())
        })?;
        drop(file);
        let plans = Arc::clone(&journal.folder.plans);
        for (run, (offset, length, sha256)) in last {
            if sha256.is_none_or(|sha256| plans.has(&run, &sha256)) {
                self.add(&run, number, offset, length);
            }
        }
        Ok(())
    }

    /// The number of a journal of a folder; it is opened if it is not among those that were read.
    pub fn number(&mut self, folder: &Folder, name: &str) -> Result<usize, CommandFailure> {
        let mut journals = self.journals.iter();
        let found = journals.position(|one| one.name == name && one.folder.path() == folder.path());
        if let Some(found) = found {
            return Ok(found);
        }
        self.journals.push(ReadJournal::open(folder, name)?);
        Ok(self.journals.len() - 1)
    }

    /// Adds a record that was written at an offset of a journal; it replaces that of the same run and journal.
    pub fn add(&mut self, run: &str, journal: usize, offset: u64, length: usize) {
        let place = RecordAt { journal, offset, length };
        let places = self.of_runs.entry(run.to_owned()).or_default();
        match places.iter_mut().find(|one| one.journal == journal) {
            Some(one) => *one = place,
            None => places.push(place),
        }
    }

    /// The places of the records of a run, at most one per journal.
    pub fn of(&self, run: &str) -> &[RecordAt] {
        self.of_runs.get(run).map_or(&[], Vec::as_slice)
    }

    /// The runs that have a record in a journal, sorted by their ids.
    pub fn in_journal(&self, journal: usize) -> impl Iterator<Item = (&str, RecordAt)> {
        self.of_runs.iter().filter_map(move |(run, places)| {
            let place = places.iter().find(|one| one.journal == journal)?;
            Some((run.as_str(), *place))
        })
    }

    /// The journal of a place.
    pub fn journal(&self, place: RecordAt) -> &ReadJournal {
        &self.journals[place.journal]
    }

    /// Reads a record.
    ///
    /// # Errors
    /// If it is no longer there.
    pub fn read(&self, place: RecordAt) -> io::Result<Record> {
        let mut line = vec![0; place.length];
        let mut file = self.journals[place.journal].file.lock().expect("no thread panics with it");
        file.seek(SeekFrom::Start(place.offset))?;
        file.read_exact(&mut line)?;
        drop(file);
        Ok(serde_json::from_slice(&line)?)
    }

    /// Reads the records of a run.
    ///
    /// # Errors
    /// If one is no longer there.
    pub fn read_all(&self, run: &str) -> io::Result<Vec<Record>> {
        self.of(run).iter().map(|&place| self.read(place)).collect()
    }
}

/// The records of one run in the journals of a folder, which are read line by line; plans are not looked for.
///
/// # Errors
/// If a journal cannot be read, or a line of the run is no record.
pub fn of_one_run(folder: &Folder, run: &str) -> Result<Vec<Record>, CommandFailure> {
    // Every line begins with the id of its run.
    let start = format!("{{\"run\":\"{run}\",");
    let mut records = Vec::new();
    for name in folder.journals()? {
        let mut last = None;
        each_line(&File::open(folder.path().join(name))?, |line, _| {
            if line.starts_with(start.as_bytes()) {
                last = Some(serde_json::from_slice(line).map_err(io::Error::from)?);
            }
            Ok::<(), io::Error>(())
        })?;
        records.extend(last);
    }
    Ok(records)
}

/// Records of some runs, in an order.
#[derive(Clone, Debug)]
pub struct Selection {
    /// All records.
    pub records: Arc<Records>,
    /// The places of the selected ones.
    pub places: Vec<RecordAt>,
}

impl RunRecords for Selection {
    fn each(&self, visit: &mut dyn FnMut(Record) -> io::Result<()>) -> io::Result<()> {
        self.iter().try_for_each(|record| visit(record?))
    }
}

impl Selection {
    /// The records of the runs that have ended, of which this process has written those of the journal with a number.
    pub fn of_ended(
        records: &Arc<Records>,
        journal: usize,
        runs: &[Run],
        ended: &[Option<Ended>],
    ) -> Self {
        let place = |(run, end): (&Run, &Option<Ended>)| match (*end)? {
            Ended::Before(number) => records.of(&run.id).get(number).copied(),
            Ended::Now => records.of(&run.id).iter().find(|one| one.journal == journal).copied(),
        };
        let places = runs.iter().zip(ended).filter_map(place).collect();
        Self { records: Arc::clone(records), places }
    }

    /// Reads the records one by one.
    pub fn iter(&self) -> impl Iterator<Item = io::Result<Record>> {
        self.places.iter().map(|&place| self.records.read(place))
    }
}

impl ReadJournal {
    fn open(folder: &Folder, name: &str) -> Result<Self, CommandFailure> {
        let file = Mutex::new(File::open(folder.path().join(name))?);
        Ok(Self { folder: folder.clone(), name: name.to_owned(), file })
    }
}
