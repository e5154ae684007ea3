//! An edit of the page: what of a row is not filled in comes from the spreadsheets, and what is no part of an instance goes
//! into the file of contacts.

use super::importing::points_of;
use super::located::located;
use super::persons::with_person;
use super::session::{EditError, Session};
use crate::contacts::StudentPerson;
use crate::project::{EditOperation, EditableTable};

/// Does an operation at a revision; `person` is the student whose row it sets.
///
/// # Errors
/// As [`Session::edit`], or if the table of postcodes lacks a new postcode.
pub fn edit(
    session: &Session,
    revision: u64,
    operation: EditOperation,
    person: Option<StudentPerson>,
) -> Result<u64, EditError> {
    let operation = located(session, operation, || {
        let inner = session.lock();
        let (folder, sources) = (inner.folder.path().to_path_buf(), inner.sources.taken().clone());
        drop(inner);
        points_of(&folder, &sources)
    })?;
    let contacts = match (&operation, person) {
        (
            EditOperation::AddRow { table: EditableTable::Students, row }
            | EditOperation::SetRow { table: EditableTable::Students, row },
            Some(person),
        ) => {
            let id = row["id"].as_str().unwrap_or_default();
            Some(with_person(session, id, person)?)
        }
        _ => None,
    };
    session.edit_with_contacts(revision, operation, contacts)
}
