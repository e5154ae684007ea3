//! Outputs: written whole or not at all, and never over an input.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tempfile::NamedTempFile;

use super::exit::CommandFailure;
use crate::message;
use crate::storage::{self, folder_of};

/// The path that means standard input or output.
const STREAM: &str = "-";

/// Whether a path means standard input or output.
pub fn is_stream(path: &Path) -> bool {
    path.as_os_str() == STREAM
}

/// The files that this process has read and those that it is going to write, by canonical path.
///
/// One table for the whole process, so that no command can forget to compare its output with its
/// inputs, including those that only another input names, such as a travel table.
static FILES_IN_USE: Mutex<FilesInUse> =
    Mutex::new(FilesInUse { inputs: BTreeSet::new(), outputs: BTreeSet::new() });

struct FilesInUse {
    inputs: BTreeSet<PathBuf>,
    outputs: BTreeSet<PathBuf>,
}

/// Which table of [`FilesInUse`] a path is added to.
#[derive(Clone, Copy)]
enum Use {
    Input,
    Output,
}

/// Registers a file as an input.
///
/// # Errors
/// If it is also an output.
pub fn register_input(path: &Path) -> Result<(), CommandFailure> {
    register(path, Use::Input)
}

/// Registers a file as an output that will be written later.
///
/// # Errors
/// If it is also an input.
pub fn register_output(path: &Path) -> Result<(), CommandFailure> {
    register(path, Use::Output)
}

fn register(path: &Path, purpose: Use) -> Result<(), CommandFailure> {
    // Replacing a file affects one name only, so names are compared, not inodes. A file that does not
    // exist yet cannot be an input; devices and pipes may be both.
    let Ok(canonical) = path.canonicalize() else { return Ok(()) };
    if !canonical.is_file() {
        return Ok(());
    }
    let mut files = FILES_IN_USE.lock().expect("no thread panics while it holds the lock");
    let FilesInUse { inputs, outputs } = &mut *files;
    let (own, other) = match purpose {
        Use::Input => (inputs, outputs),
        Use::Output => (outputs, inputs),
    };
    if other.contains(&canonical) {
        let path = path.display().to_string();
        return Err(CommandFailure::usage(message!("cli-output-is-an-input", path = path)));
    }
    own.insert(canonical);
    Ok(())
}

/// A destination, prepared before the work so that hours of searching cannot end without a place for
/// the result.
#[derive(Debug)]
pub enum Output {
    /// Standard output.
    Stream,
    /// A regular file, which is created or replaced atomically.
    File {
        /// Holds the bytes until they are complete.
        temporary: NamedTempFile,
        /// The final path, after following symbolic links.
        path: PathBuf,
    },
    /// An existing pipe or device, which is written through.
    Special {
        /// The open pipe or device.
        file: File,
        /// Its path.
        path: PathBuf,
    },
}

/// An output that has all its bytes: a regular file still under another name.
#[derive(Debug)]
#[must_use = "a file is not there before it is kept"]
pub struct FilledOutput(Option<(NamedTempFile, PathBuf)>);

impl FilledOutput {
    /// Gives a regular file its name, and replaces what had it before.
    ///
    /// # Errors
    /// If the folder does not take it; the error names the file.
    pub fn keep(self) -> io::Result<()> {
        let Some((temporary, path)) = self.0 else { return Ok(()) };
        temporary.persist(&path).map_err(|error| storage::at(&path, error.error))?;
        Ok(())
    }
}

impl Output {
    /// Prepares an output.
    ///
    /// # Errors
    /// If the path cannot be written, or is also an input.
    pub fn prepare(path: &Path) -> Result<Self, CommandFailure> {
        if is_stream(path) {
            return Ok(Self::Stream);
        }
        let cannot_write = |error: &io::Error| {
            let reason = storage::reason(error);
            let path = path.display().to_string();
            CommandFailure::usage(message!("cli-cannot-write", path = path, reason = reason))
        };
        let existing = match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let path = path.display().to_string();
                return Err(CommandFailure::usage(message!("cli-output-is-a-folder", path = path)));
            }
            Ok(metadata) if !metadata.is_file() => {
                let file = OpenOptions::new().write(true).open(path);
                let special = |file| Self::Special { file, path: path.to_path_buf() };
                return file.map(special).map_err(|error| cannot_write(&error));
            }
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(cannot_write(&error)),
        };
        register_output(path)?;
        let path = link_target(path);
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            use std::fs::Permissions;
            use std::os::unix::fs::PermissionsExt;
            // The umask narrows this, as for any new file. A file that is replaced keeps its mode: one
            // that only its owner may read stays so.
            let mode = existing.map_or(0o666, |metadata| metadata.permissions().mode() & 0o777);
            builder.permissions(Permissions::from_mode(mode));
        }
        #[cfg(not(unix))]
        let _ = existing;
        let temporary =
            builder.tempfile_in(folder_of(&path)).map_err(|error| cannot_write(&error))?;
        Ok(Self::File { temporary, path })
    }

    /// Whether it is standard output.
    pub fn is_stream(&self) -> bool {
        matches!(self, Self::Stream)
    }

    /// Writes all bytes.
    ///
    /// A reader of standard output that has seen enough, such as `head`, is no failure: the command goes
    /// on and ends with its own exit code.
    ///
    /// # Errors
    /// If writing fails for any other reason; the error names the file.
    pub fn write(self, bytes: &[u8]) -> io::Result<()> {
        self.fill(bytes)?.keep()
    }

    /// Writes all bytes like [`Self::write`], but a regular file gets its name later: so of several files none is
    /// replaced before there was room for all.
    ///
    /// # Errors
    /// As for [`Self::write`].
    pub fn fill(self, bytes: &[u8]) -> io::Result<FilledOutput> {
        match self {
            Self::Stream => {
                let mut stream = io::stdout().lock();
                match stream.write_all(bytes).and_then(|()| stream.flush()) {
                    Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
                    _ => Ok(FilledOutput(None)),
                }
            }
            Self::File { mut temporary, path } => {
                let written =
                    temporary.write_all(bytes).and_then(|()| temporary.as_file().sync_all());
                written.map_err(|error| storage::at(&path, error))?;
                Ok(FilledOutput(Some((temporary, path))))
            }
            Self::Special { mut file, path } => {
                let written = file.write_all(bytes).and_then(|()| file.flush());
                written.map_err(|error| storage::at(&path, error))?;
                Ok(FilledOutput(None))
            }
        }
    }
}

/// The path behind symbolic links, so that the target is replaced and not the link. The target need not
/// exist. Only call it for paths without a loop of links.
fn link_target(path: &Path) -> PathBuf {
    let mut target = path.to_path_buf();
    while let Ok(link) = std::fs::read_link(&target) {
        target = folder_of(&target).join(link);
    }
    target
}

/// Writes text to standard output.
pub fn print(text: &str) -> io::Result<()> {
    Output::Stream.write(text.as_bytes())
}

/// Prints an answer; writes its table as well if there is an output for it. A table on standard output
/// replaces the answer.
pub fn print_answer(
    answer: &str,
    table: Option<Output>,
    csv: impl FnOnce() -> String,
) -> io::Result<()> {
    match table {
        Some(table) if table.is_stream() => table.write(csv().as_bytes()),
        table => {
            if let Some(table) = table {
                table.write(csv().as_bytes())?;
            }
            print(answer)
        }
    }
}
