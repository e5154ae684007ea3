//! The state of the runs of a batch: done, outdated or missing.

use rayon::prelude::*;

use super::reason;
use super::record::{Record, RunOutcome};
use super::run::RunKind;
use crate::scenarios::Run;

/// Identifies the present version of a run: the SHA-256 of its canonical instance, or the reason why there
/// is no instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunKey(Result<String, String>);

impl RunKey {
    /// Whether a record belongs to this version of the run and not to an earlier one. The options may differ.
    pub fn matches(&self, record: &Record) -> bool {
        match &self.0 {
            Ok(instance) => record.key == Some(record.options.key(instance)),
            Err(reason) => {
                record.outcome == RunOutcome::Refused && record.reason.as_ref() == Some(reason)
            }
        }
    }
}

/// The keys of some runs, computed in parallel.
pub fn run_keys(kind: &dyn RunKind, runs: &[Run]) -> Vec<RunKey> {
    let key = |run: &Run| match kind.ready(run) {
        Ok(ready) => RunKey(Ok(ready.sha256)),
        Err(errors) => RunKey(Err(reason::of_errors(&errors))),
    };
    runs.par_iter().map(key).collect()
}

/// The state of one run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RunState {
    /// Done, with this outcome.
    Done(RunOutcome),
    /// All records belong to earlier versions of the scenario or of the base.
    Outdated,
    /// There are no records.
    Missing,
}

impl RunState {
    /// The state of a run with these records.
    pub fn of<'r>(key: &RunKey, records: impl IntoIterator<Item = &'r Record>) -> Self {
        let mut state = Self::Missing;
        for record in records {
            if key.matches(record) {
                return Self::Done(record.outcome);
            }
            state = Self::Outdated;
        }
        state
    }
}
