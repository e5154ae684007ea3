//! How far a batch is: which of its runs are done, and which are not, or no longer.

use rayon::prelude::*;

use super::reason;
use super::record::{Outcome, Record};
use crate::scenarios::{Batch, Run, SharedFiles};

/// What a run asks now: an instance, by the SHA-256 of its canonical form, or why there is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question(Result<String, String>);

impl Question {
    /// Whether a record, under its own options, answers this question and not an earlier version of it.
    pub fn is_answered_by(&self, record: &Record) -> bool {
        match &self.0 {
            Ok(instance) => record.key == Some(record.options.key(instance)),
            Err(reason) => {
                record.outcome == Outcome::Refused && record.reason.as_ref() == Some(reason)
            }
        }
    }
}

/// What each of some runs asks now.
pub fn questions(batch: &Batch, files: &SharedFiles, runs: &[Run]) -> Vec<Question> {
    let question = |run: &Run| match batch.problem(run, files) {
        Ok(problem) => Question(Ok(problem.sha256())),
        Err(errors) => Question(Err(reason::of_errors(&errors))),
    };
    runs.par_iter().map(question).collect()
}

/// How one run stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// It is done: this came of it.
    Done(Outcome),
    /// Its records answer earlier versions of the scenario or the base.
    Outdated,
    /// Nothing is known of it.
    Missing,
}

impl Standing {
    /// How a run stands with these records of it.
    pub fn of<'r>(question: &Question, records: impl IntoIterator<Item = &'r Record>) -> Self {
        let mut standing = Self::Missing;
        for record in records {
            if question.is_answered_by(record) {
                return Self::Done(record.outcome);
            }
            standing = Self::Outdated;
        }
        standing
    }
}
