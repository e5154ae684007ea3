//! Telling: finished facts become text. Nothing is worked out here.

mod clash;
mod instance;
mod progress;
pub mod rulebook;
mod summary;
mod table;
mod verdict;

pub use clash::clash;
pub use instance::instance_in_words;
pub use progress::progress_of_batch;
pub use summary::summary;
pub use verdict::{verdict, verdict_as_json};
