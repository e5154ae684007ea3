//! Contacts: names, addresses and telephone numbers of people, in a file beside the instance.
//!
//! Nothing here is part of an instance, its hash, a plan or a report; only lists for planners join it, by id.

mod document;
mod read;

pub use document::{
    BoardContact, ClusterContact, Contact, ContactsDocument, ContactsFormat, SchoolContact,
    StudentContact, StudentPerson,
};
pub use read::{Contacts, ReadContacts};
