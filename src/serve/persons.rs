//! Names and addresses of students who are filled in on the page. They are kept in the file of contacts beside the
//! instance and in no history, so that an undo leaves them.

use std::collections::BTreeSet;

use super::session::{EditError, Inner, Session};
use crate::contacts::{ContactsDocument, StudentContact, StudentPerson};
use crate::input::read_document;
use crate::instance::document::InstanceDocument;
use crate::message;

/// The student with an id as a person, or nobody yet; `None` where the spreadsheets of the project say who it is: their next
/// reading would undo what is filled in here.
pub fn person(session: &Session, id: Option<&str>) -> Option<StudentPerson> {
    let Some(id) = id else { return Some(StudentPerson::default()) };
    let inner = session.lock();
    let loaded = inner.project.last_loaded().map(|loaded| &loaded["students"]);
    let mut loaded = loaded.and_then(|rows| rows.as_array()).into_iter().flatten();
    if !inner.sources.taken().files.is_empty() && loaded.any(|row| row["id"] == *id) {
        return None;
    }
    let known = known(&inner).ok()?.students.into_iter().find(|one| one.id == id);
    Some(known.map(|one| one.contact).unwrap_or_default())
}

/// The text of the file of contacts with a student as this person, or without the student where nothing is known.
///
/// # Errors
/// If the file cannot be read.
pub fn with_person(
    session: &Session,
    id: &str,
    contact: StudentPerson,
) -> Result<String, EditError> {
    let mut contacts = known(&session.lock())?;
    let at = contacts.students.iter().position(|one| one.id == id);
    let at = at.unwrap_or(contacts.students.len());
    let new = (contact != StudentPerson::default())
        .then(|| StudentContact { id: id.to_owned(), contact });
    contacts.students.splice(at..contacts.students.len().min(at + 1), new);
    Ok(contacts.to_json())
}

/// The persons whom the page has added to an instance that is read again.
pub fn added(
    inner: &Inner,
    read: &InstanceDocument,
    merged: &InstanceDocument,
) -> Vec<StudentContact> {
    let ids = |document: &InstanceDocument| -> BTreeSet<String> {
        document.students.iter().map(|one| one.id.clone()).collect()
    };
    let (read, merged) = (ids(read), ids(merged));
    let known = known(inner).unwrap_or_default().students.into_iter();
    known.filter(|one| merged.contains(&one.id) && !read.contains(&one.id)).collect()
}

fn known(inner: &Inner) -> Result<ContactsDocument, EditError> {
    let bytes = inner.folder.contacts().map_err(|error| EditError::not_kept(&error))?;
    let Some(bytes) = bytes else { return Ok(ContactsDocument::default()) };
    read_document(ContactsDocument::FORMAT, &bytes).map_err(|errors| {
        EditError::Refused(message!("serve-contacts-unreadable", reason = errors.message()))
    })
}
