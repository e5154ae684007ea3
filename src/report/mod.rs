//! Telling: finished facts become text. Nothing is worked out here.

mod batch;
mod clash;
mod instance;
pub mod rulebook;
mod summary;
mod table;
mod verdict;

pub use batch::{batch_in_words, progress_of_batch};
pub use clash::clash;
pub use instance::instance_in_words;
pub use summary::summary;
pub use verdict::{verdict, verdict_as_json};
