//! Inputs: read whole, up to a limit on their size; `-` is standard input.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::console::language;
use super::exit::CommandFailure;
use super::output::register_input;
use crate::input::LARGEST_FILE_BYTES;
use crate::input::errors::{Code, InputErrors};
use crate::message;
use crate::storage;
use crate::texts::Message;

pub use super::output::{FilledOutput, Output, is_stream, print, print_answer};

/// Checks that at most one of some inputs is standard input.
///
/// # Errors
/// If several are.
pub fn one_stream<'a>(
    paths: impl IntoIterator<Item = Option<&'a Path>>,
) -> Result<(), CommandFailure> {
    let streams = paths.into_iter().flatten().filter(|path| is_stream(path)).count();
    if streams > 1 {
        return Err(CommandFailure::usage(message!("cli-one-standard-input")));
    }
    Ok(())
}

/// The bytes of a file, or of standard input.
///
/// # Errors
/// If it cannot be read, is larger than [`LARGEST_FILE_BYTES`], or is also an output of this command.
pub fn read(path: &Path) -> Result<Vec<u8>, CommandFailure> {
    if !is_stream(path) {
        register_input(path)?;
    }
    let bytes = if is_stream(path) {
        read_limited(std::io::stdin().lock())
    } else {
        File::open(path).and_then(|file| read_limited(&file))
    };
    let bytes = bytes.map_err(|error| unreadable(path, storage::reason(&error)))?;
    if bytes.len() > LARGEST_FILE_BYTES {
        return Err(too_large(path).into());
    }
    Ok(bytes)
}

/// Reads at most one byte more than allowed, which is enough to see that there are too many.
fn read_limited(source: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LARGEST_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why the system refused something, in the user's language.
fn in_words(error: &std::io::Error) -> String {
    storage::reason(error).in_language(language())
}

/// A function that reads the files that a document names, relative to the folder of the document.
pub fn beside(path: &Path) -> impl Fn(&str) -> Result<Vec<u8>, String> {
    let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
    move |name| {
        let path = folder.join(name);
        register_input(&path).map_err(|failure| failure.to_string())?;
        let file = File::open(path).map_err(|error| in_words(&error))?;
        let bytes = read_limited(&file).map_err(|error| in_words(&error))?;
        if bytes.len() > LARGEST_FILE_BYTES {
            let found = message!("cli-larger-than", bytes = LARGEST_FILE_BYTES);
            return Err(found.in_language(language()));
        }
        Ok(bytes)
    }
}

fn unreadable(path: &Path, reason: Message) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::Unreadable,
        path.display().to_string(),
        reason,
        message!("cli-unreadable-allowed"),
        message!("cli-unreadable-help"),
    );
    errors
}

fn too_large(path: &Path) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::TooLarge,
        path.display().to_string(),
        message!("cli-too-large-found", bytes = LARGEST_FILE_BYTES),
        message!("cli-too-large-allowed", bytes = LARGEST_FILE_BYTES),
        message!("cli-too-large-help"),
    );
    errors
}
