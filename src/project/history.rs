//! The history of a project: a line for each thing that was done.

use json_patch::Patch;
use serde::{Deserialize, Serialize};

use super::operation::EditOperation;

/// Something that was done to a project.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// An operation.
    Operation(EditOperation),
    /// What was done at this revision was undone.
    Undo(u64),
    /// What was done at this revision, an undo, was taken back.
    Redo(u64),
    /// The file of the instance was changed by another program.
    FileChanged,
}

/// A line of the history.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryEntry {
    /// The revision that it led to, from 1.
    pub revision: u64,
    /// When, as RFC 3339 in UTC.
    pub time: String,
    /// What was done.
    pub deed: Deed,
    /// The change to the state, as JSON Patch (RFC 6902).
    pub change: Patch,
    /// The change that leads back.
    pub inverse: Patch,
    /// SHA-256 of the text of the instance after it, in lowercase hexadecimal digits.
    pub instance: String,
    /// SHA-256 of what the file of the instance held when this was written down, where that was not yet the instance
    /// before: the disk had not taken an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_disk: Option<String>,
}

impl HistoryEntry {
    /// The entry as a line, without a line end.
    ///
    /// # Panics
    /// Never: an entry is plain JSON.
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).expect("an entry is plain JSON")
    }
}
