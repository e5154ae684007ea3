//! The tables of an instance whose rows can be edited.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::instance::Files;
use crate::instance::document::{
    BoardDocument, ClusterDocument, InstanceDocument, SchoolDocument, StudentDocument,
};
use crate::message;
use crate::scenarios::{without_schools, without_student};
use crate::texts::Message;

/// A table of an instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EditableTable {
    /// Student entries.
    Students,
    /// Schools.
    Schools,
    /// School boards.
    Boards,
    /// Existing clusters.
    Clusters,
}

/// A value as a row or a whole document.
///
/// # Errors
/// What in it cannot be read.
pub fn row<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T, Message> {
    serde_json::from_value(value.clone()).map_err(unreadable)
}

/// Says that something cannot be read.
#[expect(clippy::needless_pass_by_value, reason = "passed to `map_err`")]
pub fn unreadable(error: serde_json::Error) -> Message {
    message!("project-row-unreadable", reason = error.to_string())
}

/// A row of a table, known by its id.
trait Row: serde::de::DeserializeOwned {
    fn id(&self) -> &str;
}

macro_rules! rows {
    ($($Document:ty),+) => {$(
        impl Row for $Document {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )+};
}

rows!(StudentDocument, SchoolDocument, BoardDocument, ClusterDocument);

impl EditableTable {
    /// Replaces the row with the id of a value, or adds it at the end.
    ///
    /// # Errors
    /// If the value is no such row.
    pub fn set(self, instance: &mut InstanceDocument, value: &Value) -> Result<(), Message> {
        fn replace<R: Row>(rows: &mut Vec<R>, value: &Value) -> Result<(), Message> {
            let new: R = row(value)?;
            match rows.iter_mut().find(|row| row.id() == new.id()) {
                Some(old) => *old = new,
                None => rows.push(new),
            }
            Ok(())
        }
        match self {
            Self::Students => replace(&mut instance.students, value),
            Self::Schools => replace(&mut instance.schools, value),
            Self::Boards => replace(&mut instance.boards, value),
            Self::Clusters => replace(instance.clusters.get_or_insert_default(), value),
        }
    }

    /// Removes a row, and what names a school or a student that is gone. `files` reads the files beside the instance.
    ///
    /// # Errors
    /// If there is no such row.
    pub fn remove(
        self,
        instance: &mut InstanceDocument,
        id: &str,
        files: &Files,
    ) -> Result<(), Message> {
        fn take<R: Row>(rows: &mut Vec<R>, id: &str) -> bool {
            let before = rows.len();
            rows.retain(|row| row.id() != id);
            rows.len() < before
        }
        let is_gone = match self {
            Self::Students => {
                let before = instance.students.len();
                *instance = without_student(instance, id, files);
                instance.students.len() < before
            }
            Self::Schools => match without_schools(instance, vec![id.to_owned()], files) {
                Ok(without) => {
                    *instance = without;
                    true
                }
                Err(_) => false,
            },
            Self::Boards => take(&mut instance.boards, id),
            Self::Clusters => take(instance.clusters.get_or_insert_default(), id),
        };
        instance.clusters.take_if(|clusters| clusters.is_empty());
        if is_gone { Ok(()) } else { Err(message!("project-no-row", id = id)) }
    }
}
