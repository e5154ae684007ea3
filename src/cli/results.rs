//! What is made of the records of a whole batch.

use super::exit::Failure;
use super::folder::Folder;
use crate::batch::Record;
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
pub fn tell(_: &Batch, _: &[Record], _: &Folder, _: LanguageChoice) -> Result<(), Failure> {
    Ok(())
}
