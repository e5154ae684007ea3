//! Documents of batches and growth paths that lie in the folder of a project.

use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::input::without_byte_order_mark;
use crate::serve::commands::study;
use crate::serve::folder::{ProjectFolder, read_if_there};

/// The largest document that is looked at.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// What a document describes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StudyKind {
    /// Scenarios of one year, or growth strategies.
    Batch,
    /// A growth path.
    Path,
}

/// A document of a batch or a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StudyDocument {
    /// The name of its file.
    pub name: String,
    /// What it describes.
    pub kind: StudyKind,
}

impl StudyDocument {
    /// The name of the folder for the results of a document.
    pub fn results_of(name: &str) -> String {
        format!("{}-results", name.strip_suffix(".json").unwrap_or(name))
    }

    /// The command that does the same, in the folder of the project.
    pub fn command_of(kind: StudyKind, name: &str) -> String {
        let command = match kind {
            StudyKind::Batch => "batch",
            StudyKind::Path => "path",
        };
        study(command, name, &Self::results_of(name))
    }
}

/// What the bytes of a file describe; `None` if it is no batch and no path.
pub fn kind_of(bytes: &[u8]) -> Option<StudyKind> {
    #[derive(Deserialize)]
    struct Format {
        format: String,
    }
    let Format { format } = serde_json::from_slice(without_byte_order_mark(bytes)).ok()?;
    match format.split('/').collect::<Vec<_>>()[..] {
        ["plaatswijzer", "batch", _] => Some(StudyKind::Batch),
        ["plaatswijzer", "path", _] => Some(StudyKind::Path),
        _ => None,
    }
}

/// The documents in the folder of a project, in order of their names.
pub fn studies_in(folder: &Path) -> Vec<StudyDocument> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let documents = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let is_json = Path::new(&name).extension().is_some_and(|extension| extension == "json");
        let is_document = is_json && !name.starts_with("instance.");
        let about = entry.metadata().ok().filter(|about| about.is_file() && is_document)?;
        let bytes = (about.len() <= MOST_BYTES).then(|| read_if_there(&entry.path()).ok()?)??;
        Some(StudyDocument { kind: kind_of(&bytes)?, name })
    });
    let mut documents: Vec<StudyDocument> = documents.collect();
    documents.sort_by(|one, other| one.name.cmp(&other.name));
    documents
}

/// Keeps a document that was dropped on the page, under its own name, or a free one where another document has that.
/// Returns the name.
///
/// # Errors
/// If it cannot be written.
pub fn keep(folder: &ProjectFolder, name: &str, bytes: &[u8]) -> io::Result<String> {
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let stem = stem.trim_start_matches('.');
    let stem = if stem.is_empty() || stem.starts_with("instance") { "document" } else { stem };
    let own = format!("{stem}.json");
    if read_if_there(&folder.path().join(&own))?.as_deref() == Some(bytes) {
        return Ok(own);
    }
    let name = folder.free_name(stem);
    folder.write_beside(&name, bytes)?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_and_paths_are_known_by_their_format() {
        let kind = |text: &str| kind_of(text.as_bytes());
        assert_eq!(kind(r#"{"x": [1], "format": "plaatswijzer/batch/1"}"#), Some(StudyKind::Batch));
        assert_eq!(kind("\u{feff}{\"format\": \"plaatswijzer/path/1\"}"), Some(StudyKind::Path));
        for other in [r#"{"format": "plaatswijzer/instance/1"}"#, "{}", "[]", "", "{\"format\": 1}"]
        {
            assert_eq!(kind(other), None, "{other}");
        }
    }

    #[test]
    fn a_document_never_takes_the_place_of_another_file() {
        let kept = tempfile::tempdir().unwrap();
        let (folder, _) = ProjectFolder::open(kept.path()).unwrap();
        let batch = br#"{"format": "plaatswijzer/batch/1"}"#;
        let path = br#"{"format": "plaatswijzer/path/1"}"#;
        assert_eq!(keep(&folder, "a.json", batch).unwrap(), "a.json");
        assert_eq!(keep(&folder, "a.json", batch).unwrap(), "a.json", "the same again");
        assert_eq!(keep(&folder, "a.json", path).unwrap(), "a-2.json");
        assert_eq!(keep(&folder, "../../instance.json", path).unwrap(), "document.json");
        std::fs::write(kept.path().join("import.json"), "{}").unwrap();
        assert_eq!(keep(&folder, "import.json", path).unwrap(), "import-2.json");
        let known = studies_in(kept.path());
        let names: Vec<_> = known.iter().map(|one| (one.name.as_str(), one.kind)).collect();
        assert_eq!(
            names,
            [
                ("a-2.json", StudyKind::Path),
                ("a.json", StudyKind::Batch),
                ("document.json", StudyKind::Path),
                ("import-2.json", StudyKind::Path),
            ]
        );
    }
}
