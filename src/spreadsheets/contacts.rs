//! Collects the contact data of rows: names and addresses that no instance has.

use std::collections::BTreeMap;

use serde_json::Value;

use super::entry::Entry;
use crate::contacts::{
    BoardContact, ClusterContact, Contact, ContactsDocument, SchoolContact, StudentContact,
    StudentPerson,
};

/// The rows whose contact data are collected.
pub struct ContactRows<'a> {
    /// Students.
    pub students: &'a [Entry],
    /// Schools, with the rows of other tables that were joined to them.
    pub schools: &'a [Entry],
    /// Existing clusters.
    pub clusters: &'a [Entry],
    /// School boards.
    pub boards: &'a [Entry],
}

/// The texts of one row by the path of the column.
type Texts = BTreeMap<&'static str, String>;

impl ContactRows<'_> {
    /// The contacts of all rows that have any.
    pub fn collect(&self) -> ContactsDocument {
        let boards = rows(self.boards).map(|(id, texts)| BoardContact {
            id,
            contact: contact(&texts, "contact"),
            trainer: contact(&texts, "trainer"),
            institute_trainer: contact(&texts, "institute_trainer"),
        });
        let schools = rows(self.schools);
        let schools = schools.filter_map(|(id, texts)| {
            contact(&texts, "contact").map(|contact| SchoolContact { id, contact })
        });
        let clusters = rows(self.clusters).map(|(id, texts)| ClusterContact {
            id,
            trainer: contact(&texts, "trainer"),
            institute_trainer: contact(&texts, "institute_trainer"),
        });
        let students = rows(self.students)
            .map(|(id, texts)| StudentContact { id, contact: person(&texts) })
            .filter(|one| one.contact != StudentPerson::default());
        ContactsDocument {
            students: students.collect(),
            schools: schools.collect(),
            clusters: clusters.collect(),
            boards: boards.collect(),
            ..ContactsDocument::default()
        }
    }
}

/// The rows with any contact data, by id. The first table that gives a value counts.
fn rows(entries: &[Entry]) -> impl Iterator<Item = (String, Texts)> {
    entries.iter().filter_map(|entry| {
        let id = entry.filled.values.get("id").and_then(Value::as_str)?;
        let mut texts = entry.filled.contact.clone();
        for (path, text) in entry.joined.iter().flat_map(|(_, filled)| &filled.contact) {
            texts.entry(path).or_insert_with(|| text.clone());
        }
        (!texts.is_empty()).then(|| (id.to_owned(), texts))
    })
}

fn text(texts: &Texts, whose: &str, part: &str) -> Option<String> {
    texts.get(format!("{whose}.{part}").as_str()).cloned()
}

/// Someone to write to; `None` if nothing is known.
fn contact(texts: &Texts, whose: &str) -> Option<Contact> {
    let contact = Contact {
        name: text(texts, whose, "name"),
        email: text(texts, whose, "email"),
        telephone: text(texts, whose, "telephone"),
        address: text(texts, whose, "address"),
        remarks: text(texts, whose, "remarks"),
    };
    (contact != Contact::default()).then_some(contact)
}

fn person(texts: &Texts) -> StudentPerson {
    let part = |part: &str| text(texts, "contact", part);
    StudentPerson {
        first_name: part("first_name"),
        name_prefix: part("name_prefix"),
        last_name: part("last_name"),
        name: part("name"),
        email: part("email"),
        telephone: part("telephone"),
        transport: part("transport"),
        remarks: part("remarks"),
    }
}
