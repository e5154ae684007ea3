//! Reads a file of contacts for an instance.

use std::collections::BTreeMap;

use super::document::{Contact, ContactsDocument, StudentPerson};
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::input::read_document;
use crate::instance::{BoardId, ClusterId, Instance, SchoolId, StudentId};
use crate::message;
use crate::texts::Message;

/// The contacts of an instance. Who has none is absent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Contacts {
    /// Students as persons.
    pub students: BTreeMap<StudentId, StudentPerson>,
    /// Persons of whom the instance has no student, by id: those who have left.
    pub leavers: BTreeMap<String, StudentPerson>,
    /// Whom to write to at schools.
    pub schools: BTreeMap<SchoolId, Contact>,
    /// Trainers of the schools in existing clusters.
    pub trainers: BTreeMap<ClusterId, Contact>,
    /// Trainers of the institute for existing clusters.
    pub institute_trainers: BTreeMap<ClusterId, Contact>,
    /// Whom to write to at boards.
    pub boards: BTreeMap<BoardId, Contact>,
    /// Trainers of the schools in clusters of a board that have none of their own, such as new ones.
    pub board_trainers: BTreeMap<BoardId, Contact>,
    /// Trainers of the institute for such clusters.
    pub board_institute_trainers: BTreeMap<BoardId, Contact>,
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
    /// The names of students by id, also of those who have left.
    pub fn student_names(&self, instance: &Instance) -> BTreeMap<String, String> {
        let here =
            self.students.iter().map(|(&student, one)| (&instance.students[student].id, one));
        let named =
            here.chain(&self.leavers).filter_map(|(id, one)| Some((id.clone(), one.whole_name()?)));
        named.collect()
    }

    /// Reads a file of contacts for an instance. All locations begin with `file`: a command reads other files too.
    ///
    /// # Errors
    /// Every problem of its text and form; ids that occur twice.
    pub fn read(
        bytes: &[u8],
        instance: &Instance,
        file: &str,
    ) -> Result<ReadContacts, InputErrors> {
        let in_file = |location: &mut String| *location = format!("{file}, {location}");
        let mut read = Self::read_text(bytes, instance).map_err(|mut errors| {
            errors.0.iter_mut().for_each(|error| in_file(&mut error.location));
            errors
        })?;
        read.warnings.iter_mut().for_each(|warning| in_file(&mut warning.location));
        Ok(read)
    }

    fn read_text(bytes: &[u8], instance: &Instance) -> Result<ReadContacts, InputErrors> {
        let document: ContactsDocument = read_document(ContactsDocument::FORMAT, bytes)?;
        let mut joining = Joining::default();
        let known = instance.students_by_id();
        let left = document.students.iter().filter(|row| !known.contains_key(row.id.as_str()));
        let leavers = left.map(|row| (row.id.clone(), row.contact.clone())).collect();
        let rows = document.students.into_iter().map(|row| (row.id, row.contact));
        let students = joining.join("students", &known, rows);
        let rows = document.schools.into_iter().map(|row| (row.id, row.contact));
        let schools = joining.join("schools", &instance.schools_by_id(), rows);
        let rows = document
            .boards
            .into_iter()
            .map(|row| (row.id, (row.contact, row.trainer, row.institute_trainer)));
        let rows = joining.join("boards", &instance.boards_by_id(), rows);
        let mut boards = BTreeMap::new();
        let (mut board_trainers, mut board_institute_trainers) = (BTreeMap::new(), BTreeMap::new());
        for (board, (contact, trainer, institute)) in rows {
            boards.extend(contact.map(|contact| (board, contact)));
            board_trainers.extend(trainer.map(|trainer| (board, trainer)));
            board_institute_trainers.extend(institute.map(|trainer| (board, trainer)));
        }
        let rows =
            document.clusters.into_iter().map(|row| (row.id, (row.trainer, row.institute_trainer)));
        let clusters = joining.join("clusters", &instance.clusters_by_id(), rows);
        let (mut trainers, mut institute_trainers) = (BTreeMap::new(), BTreeMap::new());
        for (cluster, (trainer, institute)) in clusters {
            trainers.extend(trainer.map(|trainer| (cluster, trainer)));
            institute_trainers.extend(institute.map(|trainer| (cluster, trainer)));
        }
        let contacts = Self {
            students,
            leavers,
            schools,
            trainers,
            institute_trainers,
            boards,
            board_trainers,
            board_institute_trainers,
        };
        joining.errors.into_result(ReadContacts { contacts, warnings: joining.warnings })
    }
}

/// The rows of a file while they are joined to the things of an instance.
#[derive(Default)]
struct Joining {
    errors: InputErrors,
    warnings: Vec<InputWarning>,
}

impl Joining {
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
