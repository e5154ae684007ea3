//! Files that survive a crash: replaced whole, or lengthened line by line.

mod journal;
mod replace;

pub use journal::{JournalError, JournalFile, whole_lines};
pub use replace::replace;
