//! Files that the planner drops on the page: spreadsheets, or an instance.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::importing::{self, NotTaken};
use super::instance_text::{json_of, parsed};
use super::session::{EditError, Session};
use super::studies;
use crate::input::LARGEST_FILE_BYTES;
use crate::message;
use crate::project::EditOperation;
use crate::texts::Language;

/// The example region.
const EXAMPLE: &str = include_str!("../../instances/groningen.json");

/// Files, as the page sends them.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DroppedFiles {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// The files.
    pub files: Vec<DroppedFile>,
}

/// A file.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DroppedFile {
    /// Its name.
    pub name: String,
    /// Its bytes in Base64.
    pub base64: String,
}

/// Takes files as the instance of the project: one instance, or spreadsheets that are imported together.
///
/// # Errors
/// Everything that is wrong with them; the project is then as before.
pub fn take(session: &Session, dropped: DroppedFiles, language: Language) -> Result<u64, NotTaken> {
    let refuse = |message| NotTaken::Edit(EditError::Refused(message));
    let mut files = Vec::new();
    for DroppedFile { name, base64 } in dropped.files {
        let bytes = STANDARD.decode(base64).map_err(|error| {
            refuse(message!("project-row-unreadable", reason = format!("{name}: {error}")))
        })?;
        if bytes.len() > LARGEST_FILE_BYTES {
            return Err(refuse(message!("serve-file-too-large", bytes = LARGEST_FILE_BYTES)));
        }
        files.push((name, bytes));
    }
    let is_instance = |name: &str| name.to_lowercase().ends_with(".json");
    match &files[..] {
        [] => Err(refuse(message!("serve-no-files"))),
        [(name, bytes)] if is_instance(name) => {
            let text = std::str::from_utf8(bytes).unwrap_or_default();
            let revision = load(session, dropped.revision, text)?;
            // What was refused before is not what the planner is at work on any more.
            importing::take_back(session, revision)?;
            Ok(revision)
        }
        _ => take_spreadsheets(session, dropped.revision, &files, language),
    }
}

/// Takes spreadsheets, by their names, which are imported together.
///
/// # Errors
/// As [`take`].
pub fn take_spreadsheets(
    session: &Session,
    revision: u64,
    files: &[(String, Vec<u8>)],
    language: Language,
) -> Result<u64, NotTaken> {
    let _one_at_a_time = session.importing();
    let sources = importing::take(session, revision, files, language).map_err(NotTaken::from);
    let read = sources.and_then(|sources| importing::read(session, revision, sources, language));
    if let Err(NotTaken::Edit(_)) = read {
        let inner = session.lock();
        inner.sources.tidy(inner.folder.path());
    }
    read
}

/// Keeps a document of a batch or a path in the folder of the project, and returns its name; `None` if the files are
/// something else.
pub fn take_study(session: &Session, dropped: &DroppedFiles) -> Option<Result<String, EditError>> {
    let [DroppedFile { name, base64 }] = &dropped.files[..] else { return None };
    let bytes = STANDARD.decode(base64).ok()?;
    studies::kind_of(&bytes)?;
    let inner = session.lock();
    if inner.view().revision != dropped.revision {
        return Some(Err(EditError::Stale));
    }
    Some(studies::keep(&inner.folder, name, &bytes).map_err(|error| EditError::not_kept(&error)))
}

/// Why the instance in a text was refused, with the place in the text where it is not as its format has it.
pub fn why_refused(text: &str, error: EditError) -> EditError {
    match error {
        EditError::Refused(reason) => EditError::Refused(parsed(text).err().unwrap_or(reason)),
        other => other,
    }
}

/// Takes the example region as the instance of the project.
///
/// # Errors
/// If the project has another revision.
pub fn take_example(session: &Session, revision: u64) -> Result<u64, EditError> {
    load(session, revision, EXAMPLE)
}

fn load(session: &Session, revision: u64, text: &str) -> Result<u64, EditError> {
    let instance = json_of(text).map_err(EditError::Refused)?;
    let operation = EditOperation::Load { instance, imported: None, sources: None };
    session.edit(revision, operation).map_err(|error| why_refused(text, error))
}
