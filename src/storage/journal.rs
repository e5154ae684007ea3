//! A file of lines that one process lengthens: each line is synced, and an incomplete last line is cut off.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::failure::at;

/// The bytes read at a time from the end of a file.
const BLOCK: u64 = 1 << 16;

/// The lines that end with a line end. What follows was being written when the process was killed.
pub fn whole_lines(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|&byte| byte == b'\n').map_or(0, |last| last + 1);
    &text[..end]
}

/// Calls a function with each whole line of a file, without its end, and with the offset of the line. One line at a
/// time is in memory.
///
/// # Errors
/// If the file cannot be read, or the error of the function.
pub fn each_line<E: From<io::Error>>(
    file: &File,
    mut each: impl FnMut(&[u8], u64) -> Result<(), E>,
) -> Result<(), E> {
    let mut reader = BufReader::new(file);
    reader.seek(SeekFrom::Start(0))?;
    let (mut line, mut offset) = (Vec::new(), 0);
    loop {
        line.clear();
        let length = reader.read_until(b'\n', &mut line)? as u64;
        let Some((b'\n', text)) = line.split_last() else { return Ok(()) };
        each(text, offset)?;
        offset += length;
    }
}

/// The end of the last whole line of a file.
fn end_of_lines(mut file: &File) -> io::Result<u64> {
    let mut end = file.metadata()?.len();
    while end > 0 {
        let start = end.saturating_sub(BLOCK);
        file.seek(SeekFrom::Start(start))?;
        let mut block = Vec::new();
        file.take(end - start).read_to_end(&mut block)?;
        let lines = whole_lines(&block).len() as u64;
        if lines > 0 {
            return Ok(start + lines);
        }
        end = start;
    }
    Ok(0)
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
    path: PathBuf,
    end: u64,
    /// Why the journal could not be locked: some file systems know no locks.
    pub unlocked: Option<io::Error>,
}

impl JournalFile {
    /// Locks a journal, which is created if necessary, and opens it for appending after its last complete line.
    ///
    /// # Errors
    /// If another process has locked it, or if it cannot be read or written.
    pub fn open(path: &Path) -> Result<Self, JournalError> {
        let file = OpenOptions::new().read(true).create(true).append(true).open(path)?;
        let unlocked = match file.try_lock() {
            Ok(()) => None,
            Err(TryLockError::WouldBlock) => return Err(JournalError::InUse),
            Err(TryLockError::Error(error)) => Some(error),
        };
        let end = end_of_lines(&file)?;
        if end < file.metadata()?.len() {
            file.set_len(end)?;
        }
        Ok(Self { file, path: path.to_path_buf(), end, unlocked })
    }

    /// Appends a line, which must not contain a line end, and syncs it. Returns its offset. After an error the
    /// journal is as before, as far as the disk allows.
    ///
    /// # Errors
    /// If the line cannot be written; the error names the journal.
    pub fn append(&mut self, line: &str) -> io::Result<u64> {
        let before = self.end;
        let written = self
            .file
            .write_all(format!("{line}\n").as_bytes())
            .and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            // What was written of the line must not meet the next one.
            let _ = self.file.set_len(before);
            return Err(at(&self.path, error));
        }
        self.end += line.len() as u64 + 1;
        Ok(before)
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
        assert_eq!(journal.append("two").unwrap(), 4);
        assert!(matches!(JournalFile::open(&path), Err(JournalError::InUse)));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\ntwo\n");
        drop(journal);
        JournalFile::open(&path).unwrap().append("three").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\ntwo\nthree\n");
    }

    #[test]
    fn lines_are_read_one_by_one_and_their_end_is_found_from_the_end() {
        let long = "x".repeat(usize::try_from(BLOCK).unwrap() + 7);
        for (text, expected) in [
            (String::new(), vec![]),
            ("torn".to_owned(), vec![]),
            ("a\n\nbc\ntorn".to_owned(), vec![("a", 0), ("", 2), ("bc", 3)]),
            (format!("a\n{long}"), vec![("a", 0)]),
            (format!("{long}\n{long}"), vec![(long.as_str(), 0)]),
        ] {
            let mut file = tempfile::tempfile().unwrap();
            file.write_all(text.as_bytes()).unwrap();
            let mut lines = Vec::new();
            let read = each_line(&file, |line, at| {
                lines.push((String::from_utf8(line.to_vec()).unwrap(), at));
                Ok::<(), io::Error>(())
            });
            read.unwrap();
            let expected = expected.into_iter().map(|(line, at)| (line.to_owned(), at));
            assert_eq!(lines, expected.collect::<Vec<_>>());
            assert_eq!(end_of_lines(&file).unwrap(), whole_lines(text.as_bytes()).len() as u64);
        }
    }
}
