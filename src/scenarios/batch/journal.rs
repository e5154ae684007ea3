//! Where the records of runs are saved as the runs end.

use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;

use super::record::Record;
use crate::scenarios::Run;

/// A record that was saved before.
#[derive(Clone, PartialEq, Debug)]
pub struct SavedRecord {
    /// Its number among the saved records of its run.
    pub number: usize,
    /// The record.
    pub record: Record,
}

/// Saves the results of runs, so that they need not be repeated.
pub trait Journal: Sync {
    /// The saved records of a run. Of several, the one with the present key counts.
    ///
    /// # Errors
    /// If they cannot be read.
    fn saved(&self, run: &str) -> io::Result<Vec<SavedRecord>>;
    /// Saves a record and its plan file; when this returns, both survive a crash.
    ///
    /// # Errors
    /// If they cannot be written.
    fn keep(&self, record: &Record, plan: Option<&str>) -> io::Result<()>;
}

/// Saves nothing.
impl Journal for () {
    fn saved(&self, _: &str) -> io::Result<Vec<SavedRecord>> {
        Ok(Vec::new())
    }
    fn keep(&self, _: &Record, _: Option<&str>) -> io::Result<()> {
        Ok(())
    }
}

/// Keeps all records in memory, and no plans.
#[derive(Debug, Default)]
pub struct MemoryJournal(Mutex<BTreeMap<String, Record>>);

impl MemoryJournal {
    /// The records of some runs, in this order; without those that have not ended.
    ///
    /// # Panics
    /// Never: no thread panics while it saves a record.
    pub fn records(self, runs: &[Run]) -> Vec<Record> {
        let mut kept = self.0.into_inner().expect("no thread panics with it");
        runs.iter().filter_map(|run| kept.remove(&run.id)).collect()
    }
}

impl Journal for MemoryJournal {
    fn saved(&self, run: &str) -> io::Result<Vec<SavedRecord>> {
        let kept = self.0.lock().expect("no thread panics with it");
        let record = kept.get(run).cloned();
        Ok(record.map(|record| SavedRecord { number: 0, record }).into_iter().collect())
    }
    fn keep(&self, record: &Record, _: Option<&str>) -> io::Result<()> {
        let mut kept = self.0.lock().expect("no thread panics with it");
        kept.insert(record.run.clone(), record.clone());
        Ok(())
    }
}
