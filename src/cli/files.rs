//! Files and streams: read whole, written whole or not at all; `-` is a stream.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::exit::Failure;
use crate::input::LARGEST_FILE_BYTES;
use crate::input::errors::{Code, InputErrors};

/// The name that stands for standard input or output.
const STREAM: &str = "-";

/// Whether a path stands for a stream.
pub fn is_stream(path: &Path) -> bool {
    path.as_os_str() == STREAM
}

/// Refuses more than one file from standard input.
pub fn one_stream<'a>(paths: impl IntoIterator<Item = Option<&'a Path>>) -> Result<(), Failure> {
    let streams = paths.into_iter().flatten().filter(|path| is_stream(path)).count();
    if streams > 1 {
        let message = "only one of the files can be standard input";
        return Err(Failure::Usage(message.to_owned()));
    }
    Ok(())
}

/// The bytes of a file, or of standard input; refused where there are too many.
pub fn read(path: &Path) -> Result<Vec<u8>, InputErrors> {
    let limited = if is_stream(path) {
        limited(std::io::stdin().lock())
    } else {
        File::open(path).and_then(|file| limited(&file))
    };
    let bytes = limited.map_err(|error| unreadable(path, &error.to_string()))?;
    if bytes.len() > LARGEST_FILE_BYTES {
        return Err(too_large(path));
    }
    Ok(bytes)
}

/// One byte more than allowed is enough to know.
fn limited(source: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LARGEST_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens files beside another: what an instance names.
pub fn beside(path: &Path) -> impl Fn(&str) -> Result<Vec<u8>, String> {
    let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
    move |name| {
        let file = File::open(folder.join(name)).map_err(|error| error.to_string())?;
        let bytes = limited(&file).map_err(|error| error.to_string())?;
        if bytes.len() > LARGEST_FILE_BYTES {
            return Err(format!("it is larger than {LARGEST_FILE_BYTES} bytes"));
        }
        Ok(bytes)
    }
}

fn unreadable(path: &Path, why: &str) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::Unreadable,
        path.display().to_string(),
        why,
        "a file that can be read, or `-` for standard input",
        "check the name and who may read it",
    );
    errors
}

fn too_large(path: &Path) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::TooLarge,
        path.display().to_string(),
        format!("more than {LARGEST_FILE_BYTES} bytes"),
        format!("at most {LARGEST_FILE_BYTES} bytes"),
        "split the region, or put the travel table in a file of its own",
    );
    errors
}

/// Prints an answer; where a table is asked for, writes that too. A table on standard output takes the
/// place of the answer.
pub fn tell(
    answer: &str,
    table: Option<Output>,
    csv: impl FnOnce() -> String,
) -> Result<(), Failure> {
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

/// A file to be written, prepared before the work so that hours of work cannot end without a
/// place to go. It appears under its name only once it is whole.
#[derive(Debug)]
pub enum Output {
    /// Standard output.
    Stream,
    /// A file.
    File {
        /// Where the bytes wait.
        waiting: NamedTempFile,
        /// Where they go.
        path: PathBuf,
    },
}

impl Output {
    /// Prepares an output.
    pub fn prepare(path: &Path) -> Result<Self, Failure> {
        if is_stream(path) {
            return Ok(Self::Stream);
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let refused = |why: &str| {
            Failure::Usage(format!(
                "cannot write {}: {why}. Choose a file in a folder that exists and may be written.",
                path.display()
            ))
        };
        if path.is_dir() {
            return Err(refused("it is a folder"));
        }
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // The umask narrows this, as for any new file.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let waiting = builder.tempfile_in(folder).map_err(|error| refused(&error.to_string()))?;
        Ok(Self::File { waiting, path: path.to_path_buf() })
    }

    /// Whether it is standard output.
    pub fn is_stream(&self) -> bool {
        matches!(self, Self::Stream)
    }

    /// Writes everything.
    pub fn write(self, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Self::Stream => {
                let mut stream = std::io::stdout().lock();
                stream.write_all(bytes)?;
                stream.flush()?;
            }
            Self::File { mut waiting, path } => {
                waiting.write_all(bytes)?;
                waiting.as_file().sync_all()?;
                waiting.persist(&path).map_err(|error| error.error)?;
            }
        }
        Ok(())
    }
}

/// Writes text to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    Output::Stream.write(text.as_bytes())
}

/// Puts a file in the place of another, or of none, such that after a crash at any moment one of the two
/// is there whole.
pub fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let with_path = |error: std::io::Error| {
        std::io::Error::new(error.kind(), format!("{}: {error}", path.display()))
    };
    replace_file(path, bytes).map_err(with_path)
}

fn replace_file(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Always the same name: what a killed process leaves is taken up by the next.
    let waiting = path.with_file_name(format!(".{name}.part"));
    let mut file = File::create(&waiting)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&waiting, path)?;
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
