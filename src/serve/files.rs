//! Files that the planner drops on the page: spreadsheets, or an instance.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::session::{EditError, Session};
use crate::input::LARGEST_FILE_BYTES;
use crate::input::errors::InputErrors;
use crate::message;
use crate::project::EditOperation;
use crate::spreadsheets::{Account, Request, import};
use crate::storage::reason;
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

/// What became of files.
pub struct Taken {
    /// The new revision.
    pub revision: u64,
    /// How spreadsheets were understood; none for an instance.
    pub account: Option<Account>,
}

/// Why files were not taken.
pub enum NotTaken {
    /// Something is wrong with the spreadsheets: how they were understood, and every problem.
    Import(Account, InputErrors),
    /// The edit was refused.
    Edit(EditError),
}

impl From<EditError> for NotTaken {
    fn from(error: EditError) -> Self {
        Self::Edit(error)
    }
}

/// Takes files as the instance of the project: one instance, or spreadsheets that are imported together.
///
/// # Errors
/// Everything that is wrong with them; the project is then as before.
pub fn take(
    session: &Session,
    dropped: DroppedFiles,
    language: Language,
) -> Result<Taken, NotTaken> {
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
            Ok(Taken { revision: load(session, dropped.revision, text)?, account: None })
        }
        _ => spreadsheets(session, dropped.revision, files, language),
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
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let instance = serde_json::from_str(text).map_err(|error| {
        EditError::Refused(message!("project-row-unreadable", reason = error.to_string()))
    })?;
    session.edit(revision, EditOperation::Load { instance })
}

fn spreadsheets(
    session: &Session,
    revision: u64,
    files: Vec<(String, Vec<u8>)>,
    language: Language,
) -> Result<Taken, NotTaken> {
    let name =
        session.lock().folder.path().file_name().map(|name| name.to_string_lossy().into_owned());
    let request = Request { files, usual_name: name, language, ..Request::default() };
    let imported =
        import(&request).map_err(|refused| NotTaken::Import(refused.account, refused.errors))?;
    let instance = serde_json::to_value(&imported.document).expect("a document is plain JSON");
    if session.view().revision != revision {
        return Err(EditError::Stale.into());
    }
    // Contacts first: they are found by the ids of the instance that follows.
    if !imported.contacts.is_empty() {
        let written = session.lock().folder.write_contacts(&imported.contacts.to_json());
        written.map_err(|error| {
            EditError::Refused(message!("serve-not-kept", reason = reason(&error)))
        })?;
    }
    let revision = session.edit(revision, EditOperation::Load { instance })?;
    Ok(Taken { revision, account: Some(imported.account) })
}
