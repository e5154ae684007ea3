//! Files that survive a crash: replaced whole, or lengthened piece by piece.

mod failure;
mod folder;
mod journal;
pub mod pack;
mod replace;

pub use failure::{at, reason};
pub use folder::FilesInFolder;
pub use journal::{JournalError, JournalFile, each_line, whole_lines};
pub use replace::{folder_of, replace, replace_with};
