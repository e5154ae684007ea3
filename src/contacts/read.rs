//! Reads a file of contacts for an instance.

use std::collections::BTreeMap;

use super::document::{Contact, ContactsDocument, StudentPerson};
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::input::{DocumentForm, decode, schema_of};
use crate::instance::{BoardId, ClusterId, Instance, SchoolId, StudentId};
use crate::message;
use crate::texts::Message;

/// The contacts of an instance. Who has none is absent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Contacts {
    /// Students as persons.
    pub students: BTreeMap<StudentId, StudentPerson>,
    /// Whom to write to at schools.
    pub schools: BTreeMap<SchoolId, Contact>,
    /// Trainers of the schools in existing clusters.
    pub trainers: BTreeMap<ClusterId, Contact>,
    /// Trainers of the institute for existing clusters.
    pub institute_trainers: BTreeMap<ClusterId, Contact>,
    /// Whom to write to at boards.
    pub boards: BTreeMap<BoardId, Contact>,
}

/// Contacts as read.
#[derive(Debug)]
pub struct ReadContacts {
    /// The contacts of those whom the instance has.
    pub contacts: Contacts,
    /// Contacts of those whom it does not have. They quote no id, since logs hold no personal data.
    pub warnings: Vec<InputWarning>,
}

impl Contacts {
    /// Reads a file of contacts for an instance. Locations of warnings begin with `file`.
    ///
    /// # Errors
    /// Every problem of its text and form; ids that occur twice.
    pub fn read(
        bytes: &[u8],
        instance: &Instance,
        file: &str,
    ) -> Result<ReadContacts, InputErrors> {
        let schema = schema_of::<ContactsDocument>();
        let form = DocumentForm::new(ContactsDocument::FORMAT, &schema);
        let document: ContactsDocument =
            decode(bytes, &form, &|_| Ok(())).map_err(|unread| unread.errors)?;
        let mut joining = Joining { file, errors: InputErrors::default(), warnings: Vec::new() };
        let students = instance.students.iter().map(|(id, one)| (one.id.as_str(), id));
        let schools = instance.schools.iter().map(|(id, one)| (one.id.as_str(), id));
        let clusters = instance.clusters.iter().map(|(id, one)| (one.id.as_str(), id));
        let boards = instance.boards.iter().map(|(id, one)| (one.id.as_str(), id));
        let rows = document.students.into_iter().map(|row| (row.id, row.contact));
        let students = joining.join("students", &students.collect(), rows);
        let rows = document.schools.into_iter().map(|row| (row.id, row.contact));
        let schools = joining.join("schools", &schools.collect(), rows);
        let rows = document.boards.into_iter().map(|row| (row.id, row.contact));
        let boards = joining.join("boards", &boards.collect(), rows);
        let rows =
            document.clusters.into_iter().map(|row| (row.id, (row.trainer, row.institute_trainer)));
        let clusters = joining.join("clusters", &clusters.collect(), rows);
        let (mut trainers, mut institute_trainers) = (BTreeMap::new(), BTreeMap::new());
        for (cluster, (trainer, institute)) in clusters {
            trainers.extend(trainer.map(|trainer| (cluster, trainer)));
            institute_trainers.extend(institute.map(|trainer| (cluster, trainer)));
        }
        let contacts = Self { students, schools, trainers, institute_trainers, boards };
        joining.errors.into_result(ReadContacts { contacts, warnings: joining.warnings })
    }
}

/// The rows of a file while they are joined to the things of an instance.
struct Joining<'a> {
    file: &'a str,
    errors: InputErrors,
    warnings: Vec<InputWarning>,
}

impl Joining<'_> {
    fn join<I: Copy + Ord, T>(
        &mut self,
        list: &str,
        known: &BTreeMap<&str, I>,
        rows: impl Iterator<Item = (String, T)>,
    ) -> BTreeMap<I, T> {
        let mut joined = BTreeMap::new();
        let mut first = BTreeMap::new();
        for (index, (id, row)) in rows.enumerate() {
            let location = format!("{list}[{index}].id");
            if let Some(before) = first.insert(id.clone(), index) {
                self.errors.add(
                    Code::DuplicateId,
                    location,
                    message!("contacts-twice", place = format!("{list}[{before}]")),
                    message!("contacts-once"),
                    message!("contacts-keep-one"),
                );
            } else if let Some(&thing) = known.get(id.as_str()) {
                joined.insert(thing, row);
            } else {
                let location = format!("{}, {location}", self.file);
                self.warnings.push(InputWarning { location, message: unknown(list).into() });
            }
        }
        joined
    }
}

/// What a contact of an unknown id means.
fn unknown(list: &str) -> Message {
    match list {
        "students" => message!("contacts-unknown-student"),
        "schools" => message!("contacts-unknown-school"),
        "clusters" => message!("contacts-unknown-cluster"),
        _ => message!("contacts-unknown-board"),
    }
}
