//! The tables of an instance whose rows can be edited.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::input::errors::InputErrors;
use crate::input::read_value;
use crate::instance::Files;
use crate::instance::document::{
    BoardDocument, ClusterDocument, InstanceDocument, SchoolDocument, StudentDocument,
};
use crate::message;
use crate::scenarios::{without_schools, without_students};
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

/// A value as a row.
///
/// # Errors
/// What in it cannot be read.
pub fn row<T: DeserializeOwned + JsonSchema>(value: &Value) -> Result<T, Message> {
    read_value(value).map_err(|errors| unreadable(&errors))
}

/// Says that something cannot be read.
pub fn unreadable(errors: &InputErrors) -> Message {
    message!("project-row-unreadable", reason = errors.message())
}

/// A row of a table, known by its id.
trait Row: DeserializeOwned + JsonSchema {
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

    /// The row with an id, as in an instance file; `None` if there is none.
    pub fn row(self, instance: &InstanceDocument, id: &str) -> Option<Value> {
        fn of<R: Row + Serialize>(rows: &[R], id: &str) -> Option<Value> {
            serde_json::to_value(rows.iter().find(|row| row.id() == id)?).ok()
        }
        match self {
            Self::Students => of(&instance.students, id),
            Self::Schools => of(&instance.schools, id),
            Self::Boards => of(&instance.boards, id),
            Self::Clusters => of(instance.clusters.as_deref().unwrap_or_default(), id),
        }
    }

    /// Adds a value as a row at the end.
    ///
    /// # Errors
    /// If the value is no such row, or there is one with its id.
    pub fn add(self, instance: &mut InstanceDocument, value: &Value) -> Result<(), Message> {
        let id = value["id"].as_str().unwrap_or_default();
        if self.ids(instance).contains(id) {
            return Err(message!("project-row-exists", id = id));
        }
        self.set(instance, value)
    }

    /// Removes rows, and what names schools or students that are gone. `files` reads the files beside the instance.
    ///
    /// # Errors
    /// If one of the rows is not there, which it names; the others are removed.
    pub fn remove(
        self,
        instance: &mut InstanceDocument,
        gone: &BTreeSet<String>,
        files: &Files,
    ) -> Result<(), Message> {
        fn take<R: Row>(rows: &mut Vec<R>, gone: &BTreeSet<String>) {
            rows.retain(|row| !gone.contains(row.id()));
        }
        let known = self.ids(instance);
        let (there, missing): (BTreeSet<String>, BTreeSet<String>) =
            gone.iter().cloned().partition(|id| known.contains(id));
        match self {
            Self::Students => *instance = without_students(instance, &there, files),
            Self::Schools => {
                let without = without_schools(instance, there.into_iter().collect(), files);
                *instance = without.map_err(|errors| unreadable(&errors))?;
            }
            Self::Boards => take(&mut instance.boards, &there),
            Self::Clusters => take(instance.clusters.get_or_insert_default(), &there),
        }
        instance.clusters.take_if(|clusters| clusters.is_empty());
        missing.first().map_or(Ok(()), |id| Err(message!("project-no-row", id = id)))
    }

    /// The ids of the rows.
    fn ids(self, instance: &InstanceDocument) -> BTreeSet<String> {
        fn of<R: Row>(rows: &[R]) -> BTreeSet<String> {
            rows.iter().map(|row| row.id().to_owned()).collect()
        }
        match self {
            Self::Students => of(&instance.students),
            Self::Schools => of(&instance.schools),
            Self::Boards => of(&instance.boards),
            Self::Clusters => of(instance.clusters.as_deref().unwrap_or_default()),
        }
    }
}
