//! Replacing a file: after a crash the old or the new contents are intact.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::failure::at;

/// Creates or replaces a file atomically: after a crash the old or the new contents are intact. Where that fails the file is
/// as before, and nothing is left beside it.
///
/// # Errors
/// If the file cannot be written; the error names it.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_with(path, |file| file.write_all(bytes))
}

/// Like [`replace`], with the contents written by a function, so that they need not fit in memory.
///
/// # Errors
/// If the file cannot be written, or the error of the function; the error names the file.
pub fn replace_with(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    replace_file(path, write).map_err(|error| at(path, error))
}

fn replace_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A fixed name: the next process overwrites what a killed one has left behind.
    let temporary = path.with_file_name(format!(".{name}.part"));
    let mut file = BufWriter::new(File::create(&temporary)?);
    let written = write(&mut file).and_then(|()| {
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        std::fs::rename(&temporary, path)
    });
    if let Err(error) = written {
        // On a full disk it would take the room that is left.
        let _ = std::fs::remove_file(&temporary);
        return Err(error);
    }
    // The rename itself survives a crash only once the folder is synced.
    #[cfg(unix)]
    File::open(folder_of(path))?.sync_all()?;
    Ok(())
}

/// The folder of a file; that of the process for a bare name.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
