//! Files that survive a crash: replaced whole, or lengthened line by line.

mod failure;
mod journal;
mod replace;

pub use failure::{at, reason};
pub use journal::{JournalError, JournalFile, whole_lines};
pub use replace::replace;
