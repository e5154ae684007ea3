//! The file of contacts beside an instance.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::console::note;
use super::exit::CommandFailure;
use super::{files, problem};
use crate::contacts::{Contacts, ContactsDocument};
use crate::instance::Instance;
use crate::message;
use crate::texts::Message;

/// What the name of a file of contacts ends with, in place of `.json`.
const ENDING: &str = "contacts.json";

/// The file of contacts that belongs beside an instance; `None` beside standard input or output.
pub fn beside(instance: &Path) -> Option<PathBuf> {
    (!files::is_stream(instance)).then(|| instance.with_extension(ENDING))
}

/// Says on standard error where the contacts of an import are, what they hold, and that they are personal data.
pub fn account(contacts: &ContactsDocument, beside: Option<&Path>) {
    let path = beside.map(|path| path.display().to_string());
    match (contacts.is_empty(), path) {
        (false, Some(path)) => {
            note(&message!("cli-contacts-written", path = path, what = what(contacts)));
        }
        (false, None) => note(&message!("cli-contacts-nowhere", what = what(contacts))),
        (true, Some(path)) if Path::new(&path).exists() => {
            note(&message!("cli-contacts-of-before", path = path));
        }
        (true, _) => {}
    }
}

/// Whose contacts there are.
fn what(contacts: &ContactsDocument) -> Vec<Message> {
    let ContactsDocument { students, schools, clusters, boards, .. } = contacts;
    let parts = [
        (students.len(), message!("cli-contacts-students", count = students.len())),
        (schools.len(), message!("cli-contacts-schools", count = schools.len())),
        (clusters.len(), message!("cli-contacts-clusters", count = clusters.len())),
        (boards.len(), message!("cli-contacts-boards", count = boards.len())),
    ];
    parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect()
}

/// The names of students by id, from the contacts beside the instance.
///
/// # Errors
/// If the file there holds no contacts.
pub fn student_names(
    path_of_instance: &Path,
    instance: &Instance,
) -> Result<BTreeMap<String, String>, CommandFailure> {
    let contacts = read(None, path_of_instance, instance)?;
    Ok(contacts.map(|contacts| contacts.student_names(instance)).unwrap_or_default())
}

/// The contacts in a file, or else in the file beside the instance; none if there is no such file.
///
/// # Errors
/// If a file that was named cannot be read, or any file holds no contacts.
pub fn read(
    named: Option<&Path>,
    path_of_instance: &Path,
    instance: &Instance,
) -> Result<Option<Contacts>, CommandFailure> {
    let usual = beside(path_of_instance).filter(|path| path.exists());
    let Some(path) = named.map(Path::to_path_buf).or(usual) else { return Ok(None) };
    let file = path.display().to_string();
    let read = Contacts::read(&files::read(&path)?, instance, &file)?;
    problem::print_warnings(&read.warnings);
    Ok(Some(read.contacts))
}
