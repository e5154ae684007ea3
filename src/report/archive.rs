//! Files in an archive without any time of their own, so that equal contents give equal bytes.

use std::io::{Seek, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Options of files that have the same time in every archive.
fn file_options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600)
}

/// Begins a file of an archive; what is written next is its content.
///
/// # Errors
/// If the archive cannot be written.
pub fn start(archive: &mut ZipWriter<impl Write + Seek>, path: &str) -> ZipResult<()> {
    archive.start_file(path, file_options())
}
