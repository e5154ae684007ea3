//! The file of the instance as another program has left it, which waits until the planner takes it or not.

use serde_json::Value;

use super::folder::ProjectFolder;
use super::session::EditError;
use super::view::read_instance;
use crate::base::sha256;
use crate::input::{DocumentForm, decode};
use crate::instance::FORMAT;
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::problem::instance_schema;
use crate::project::{HistoryEntry, Project, State, text_of};
use crate::texts::Message;

/// A version of the instance file that another program has written.
#[derive(Debug)]
pub struct OtherVersion {
    /// SHA-256 of the text of the file.
    pub sha256: String,
    /// Why it cannot be taken; none if it can.
    pub problem: Option<Message>,
}

impl OtherVersion {
    /// The version in a text, which is not taken yet.
    pub fn of(text: &str, project: &Project, folder: &ProjectFolder) -> Self {
        let problem = entry_of(text, project, folder, String::new()).err();
        Self { sha256: sha256(text.as_bytes()), problem }
    }
}

/// A text without the mark that some editors put before it.
fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// An instance in a text.
///
/// # Errors
/// Where the text is damaged, or all that the format does not allow.
pub fn parsed(text: &str) -> Result<InstanceDocument, Message> {
    let text = unmarked(text);
    let error = match serde_json::from_str(text) {
        Ok(instance) => return Ok(instance),
        Err(error) => error,
    };
    let form = DocumentForm::new(FORMAT, instance_schema());
    let unread = decode::<InstanceDocument>(text.as_bytes(), &form, &|_| Ok(())).err();
    let Some(unread) = unread.filter(|_| error.is_data()) else { return Err(damaged(&error)) };
    Err(message!(
        "serve-instance-not-as-format",
        line = error.line().to_string(),
        column = error.column().to_string(),
        problems = unread.errors.message(),
    ))
}

/// The JSON of an instance in a text, as an operation takes it.
///
/// # Errors
/// Where the text is damaged.
pub fn json_of(text: &str) -> Result<Value, Message> {
    serde_json::from_str(unmarked(text)).map_err(|error| damaged(&error))
}

/// Why the instance in a text was refused, with the place in the text where it is not as its format has it.
pub fn why_refused(text: &str, error: EditError) -> EditError {
    match error {
        EditError::Refused(reason) => EditError::Refused(parsed(text).err().unwrap_or(reason)),
        other => other,
    }
}

fn damaged(error: &serde_json::Error) -> Message {
    let (line, column) = (error.line().to_string(), error.column().to_string());
    message!("serve-instance-damaged", line = line, column = column)
}

/// The entry by which a text of the instance file becomes a revision, and the state after it.
///
/// # Errors
/// What is wrong with the instance.
pub fn entry_of(
    text: &str,
    project: &Project,
    folder: &ProjectFolder,
    time: String,
) -> Result<(HistoryEntry, State), Message> {
    let state = State { instance: Some(parsed(text)?), ..project.state().clone() };
    let of_text = state.instance.as_ref().map(text_of).unwrap_or_default();
    read_instance(folder, &state, &sha256(of_text.as_bytes()), None, None)
        .map_err(|errors| message!("serve-instance-unreadable", reason = errors.message()))?;
    Ok(project.prepare_file(state, time))
}
