//! Contacts as a file: `"format": "plaatswijzer/contacts/1"`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::input::to_pretty_json;

/// The format of a file of contacts, with its version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub enum ContactsFormat {
    /// The first version.
    #[default]
    #[serde(rename = "plaatswijzer/contacts/1")]
    Version1,
}

/// Names and addresses of people, joined to an instance by id. Personal data: no other file repeats them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plaatswijzer contacts")]
pub struct ContactsDocument {
    /// The format of this file.
    pub format: ContactsFormat,
    /// Students. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<StudentContact>,
    /// Schools. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schools: Vec<SchoolContact>,
    /// Existing clusters. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clusters: Vec<ClusterContact>,
    /// School boards. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub boards: Vec<BoardContact>,
}

impl ContactsDocument {
    /// The format of a file of contacts.
    pub const FORMAT: &'static str = "plaatswijzer/contacts/1";

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.students.is_empty()
            && self.schools.is_empty()
            && self.clusters.is_empty()
            && self.boards.is_empty()
    }

    /// The text of the file: indented, with a final line end.
    pub fn to_json(&self) -> String {
        to_pretty_json(self)
    }
}

/// A student of the instance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudentContact {
    /// The id of the student in the instance.
    pub id: String,
    /// The person.
    pub contact: StudentPerson,
}

/// A student as a person.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudentPerson {
    /// First name.
    pub first_name: Option<String>,
    /// What is written between first and last name, such as "van der".
    pub name_prefix: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// The whole name, where it is not given in parts.
    pub name: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub telephone: Option<String>,
    /// How the person travels, in the words of the table: no rule uses it.
    pub transport: Option<String>,
    /// Remarks of the planner.
    pub remarks: Option<String>,
}

impl StudentPerson {
    /// The whole name, as one addresses a letter; `None` if no part of it is known.
    pub fn whole_name(&self) -> Option<String> {
        let parts = [&self.first_name, &self.name_prefix, &self.last_name];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        if parts.is_empty() { self.name.clone() } else { Some(parts.join(" ")) }
    }

    /// What lists are sorted by: last name, then first name.
    pub fn sort_key(&self) -> (String, String) {
        let last = self.last_name.as_ref().or(self.name.as_ref());
        let low = |text: Option<&String>| text.map(|text| text.to_lowercase()).unwrap_or_default();
        (low(last), low(self.first_name.as_ref()))
    }
}

/// A school of the instance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolContact {
    /// The id of the school in the instance.
    pub id: String,
    /// Whom to write to.
    pub contact: Contact,
}

/// A school board of the instance.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BoardContact {
    /// The id of the board in the instance.
    pub id: String,
    /// Whom to write to.
    pub contact: Option<Contact>,
    /// The trainer of the schools in clusters that have none of their own, such as new ones.
    pub trainer: Option<Contact>,
    /// The trainer of the institute for such clusters.
    pub institute_trainer: Option<Contact>,
}

/// An existing cluster of the instance.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClusterContact {
    /// The id of the cluster in the instance.
    pub id: String,
    /// The trainer of the schools.
    pub trainer: Option<Contact>,
    /// The trainer of the institute.
    pub institute_trainer: Option<Contact>,
}

/// Someone to write to.
#[serde_with::skip_serializing_none]
#[derive(
    Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Name.
    pub name: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub telephone: Option<String>,
    /// Street and number.
    pub address: Option<String>,
    /// Remarks of the planner about a school.
    pub remarks: Option<String>,
}
