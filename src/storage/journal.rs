//! A file of lines that one process lengthens: each line is synced, and an incomplete last line is cut off.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::Path;

/// The lines that end with a line end. What follows was being written when the process was killed.
pub fn whole_lines(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|&byte| byte == b'\n').map_or(0, |last| last + 1);
    &text[..end]
}

/// Why a journal cannot be opened for appending.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// Another process appends to it.
    #[error("another process appends to it")]
    InUse,
    /// It cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A journal that this process, and no other, appends to.
#[derive(Debug)]
pub struct JournalFile {
    file: File,
    /// Why the journal could not be locked: some file systems know no locks.
    pub unlocked: Option<io::Error>,
}

impl JournalFile {
    /// Locks a journal, which is created if necessary, and opens it for appending after its last complete line.
    ///
    /// # Errors
    /// If another process has locked it, or if it cannot be read or written.
    pub fn open(path: &Path) -> Result<Self, JournalError> {
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        let unlocked = match file.try_lock() {
            Ok(()) => None,
            Err(TryLockError::WouldBlock) => return Err(JournalError::InUse),
            Err(TryLockError::Error(error)) => Some(error),
        };
        let text = std::fs::read(path)?;
        file.set_len(whole_lines(&text).len() as u64)?;
        Ok(Self { file, unlocked })
    }

    /// Appends a line, which must not contain a line end, and syncs it. After an error the journal is as before,
    /// as far as the disk allows.
    ///
    /// # Errors
    /// If the line cannot be written.
    pub fn append(&mut self, line: &str) -> io::Result<()> {
        let before = self.file.metadata()?.len();
        let written = self
            .file
            .write_all(format!("{line}\n").as_bytes())
            .and_then(|()| self.file.sync_data());
        if written.is_err() {
            // What was written of the line must not meet the next one.
            let _ = self.file.set_len(before);
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_incomplete_line_is_cut_off_and_a_second_writer_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        std::fs::write(&path, "one\ntw").unwrap();
        let mut journal = JournalFile::open(&path).unwrap();
        journal.append("two").unwrap();
        assert!(matches!(JournalFile::open(&path), Err(JournalError::InUse)));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\ntwo\n");
        drop(journal);
        JournalFile::open(&path).unwrap().append("three").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\ntwo\nthree\n");
    }
}
