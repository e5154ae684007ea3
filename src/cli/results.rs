//! What is made of the records of a whole batch.

use super::exit::Failure;
use super::files;
use super::folder::Folder;
use crate::batch::{self, Record};
use crate::report::{Language, comparison};
use crate::scenario::Batch;

/// The languages of a comparison.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub enum LanguageChoice {
    /// Dutch.
    Nl,
    /// English.
    #[default]
    En,
}

impl From<LanguageChoice> for Language {
    fn from(choice: LanguageChoice) -> Self {
        match choice {
            LanguageChoice::Nl => Self::Dutch,
            LanguageChoice::En => Self::English,
        }
    }
}

/// Writes a journal anew, in the order of the runs. Records of runs that the batch no longer has stand
/// behind, in the order of their ids: nothing is thrown away.
pub fn keep(
    folder: &Folder,
    journal: &str,
    ended: &[Record],
    mut others: Vec<Record>,
) -> Result<(), Failure> {
    others.sort_by(|one, other| one.run.cmp(&other.run));
    let records: Vec<&Record> = ended.iter().chain(&others).collect();
    folder.write_journal(journal, &records)
}

/// Writes the summaries and prints the comparison.
pub fn tell(
    batch: &Batch,
    ended: &[Record],
    folder: &Folder,
    language: LanguageChoice,
) -> Result<(), Failure> {
    let summary = batch::summary(batch, ended.to_vec());
    folder.write("summary.csv", batch::summary_csv(batch, &summary).as_bytes())?;
    folder.write("summary.json", summary.to_json().as_bytes())?;
    files::print(&comparison(batch, &summary, language.into()))
}
