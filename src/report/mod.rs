//! Telling: finished facts become text. Nothing is worked out here.

mod batch;
mod clash;
mod comparison;
mod difference;
mod drill;
mod fairness;
mod instance;
mod ladder;
mod language;
mod page;
mod repair;
pub mod rulebook;
mod sites;
mod summary;
mod table;
mod verdict;
mod why;
mod words;

pub use batch::{batch_in_words, progress_of_batch};
pub use clash::clash;
pub use comparison::comparison;
pub use difference::{MOST_NAMED, SchoolNames, changes, difference, difference_as_json, moves};
pub use drill::drill;
pub use fairness::{fairness_curve, fairness_curve_as_csv, fairness_curve_as_json};
pub use instance::instance_in_words;
pub use ladder::{ladder, ladder_as_json};
pub use language::Language;
pub use page::{batch_page, page};
pub use repair::{repairs, repairs_as_json};
pub use sites::sites;
pub use summary::summary;
pub use verdict::{verdict, verdict_as_json};
pub use why::{answer, answers, letter, why_as_json};
