//! The file of the instance as another program has left it, which waits until the planner takes it or not.

use super::folder::ProjectFolder;
use super::instance_text::parsed;
use super::view::read_instance;
use crate::base::sha256;
use crate::message;
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
    let mut state = State { instance: Some(parsed(text)?), ..project.state().clone() };
    state.forget_what_does_not_hold();
    let of_text = state.instance.as_ref().map(text_of).unwrap_or_default();
    read_instance(folder, &state, &sha256(of_text.as_bytes()), None, None)
        .map_err(|errors| message!("serve-instance-unreadable", reason = errors.message()))?;
    Ok(project.prepare_file(state, time))
}
