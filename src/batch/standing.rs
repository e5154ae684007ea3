//! How far a batch is: which of its runs are done, and which are not, or no longer.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::reason;
use super::record::{Outcome, Record};
use crate::scenario::{Batch, Run, SharedFiles};

/// How one run stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// It is done, and its record answers the run as it is asked now.
    Done,
    /// Its record answers an earlier version of the scenario or the base.
    Outdated,
    /// Nothing is known of it.
    Missing,
}

/// How each of a batch's runs stands, given the records by run, each under its own options.
pub fn standings(
    batch: &Batch,
    files: &SharedFiles,
    runs: &[Run],
    records: &BTreeMap<String, Record>,
) -> Vec<Standing> {
    runs.par_iter().map(|run| standing(batch, files, run, records.get(&run.id))).collect()
}

fn standing(batch: &Batch, files: &SharedFiles, run: &Run, record: Option<&Record>) -> Standing {
    let Some(record) = record else { return Standing::Missing };
    let answers = match batch.problem(run, files) {
        Ok(problem) => record.key == Some(record.options.key(&problem.sha256())),
        Err(errors) => {
            record.outcome == Outcome::Refused && record.reason == Some(reason::of_errors(&errors))
        }
    };
    if answers { Standing::Done } else { Standing::Outdated }
}
