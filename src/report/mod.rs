//! Telling: finished facts become text. Nothing is worked out here.

mod batch;
mod clash;
mod comparison;
mod drill;
mod instance;
mod language;
pub mod rulebook;
mod sites;
mod summary;
mod table;
mod verdict;

pub use batch::{batch_in_words, progress_of_batch};
pub use clash::clash;
pub use comparison::comparison;
pub use drill::drill;
pub use instance::instance_in_words;
pub use language::Language;
pub use sites::sites;
pub use summary::summary;
pub use verdict::{verdict, verdict_as_json};
