//! What a project is at one moment: an instance, and which of its plans is on screen.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::base::sha256;
use crate::instance::document::{InstanceDocument, to_json};

/// A project at one moment.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// The instance; none before one was made or imported.
    pub instance: Option<InstanceDocument>,
    /// The plans.
    pub plans: Plans,
    /// The spreadsheets that the instance comes from, as whoever keeps the project describes them; none if they are not
    /// known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sources: Option<Value>,
    /// What was decided of schools, clusters and boards as a whole, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub decisions: BTreeMap<String, Decision>,
}

/// The plans of a project. Their files are never changed, so that a plan is a number here.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plans {
    /// The number of the plan on screen, if any.
    pub shown: Option<u32>,
    /// The accepted plans, by number.
    pub versions: BTreeMap<u32, Version>,
}

/// A plan that was accepted.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// What the planner calls it.
    pub name: Option<String>,
    /// What the planner notes about it.
    pub note: Option<String>,
}

/// A decision about a school, cluster or board.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Why, and who decided it.
    pub because: Option<String>,
    /// Where nobody may be placed: the ids of the students who were forbidden it before, and stay so. Absent for a cluster
    /// that must stay.
    pub forbidden_before: Option<BTreeSet<String>>,
}

impl Decision {
    /// Whether nobody may be placed there.
    pub const fn is_closed(&self) -> bool {
        self.forbidden_before.is_some()
    }
}

impl State {
    /// A project without an instance.
    pub const fn empty() -> Self {
        let plans = Plans { shown: None, versions: BTreeMap::new() };
        Self { instance: None, plans, sources: None, decisions: BTreeMap::new() }
    }

    /// The text of the instance file, or nothing.
    pub fn text(&self) -> String {
        self.instance.as_ref().map(text_of).unwrap_or_default()
    }

    /// SHA-256 of the text of the instance file, in lowercase hexadecimal digits.
    pub fn sha256(&self) -> String {
        sha256(self.text().as_bytes())
    }
}

/// The text of an instance in a project: what reading it and writing it again gives, so that an edit and its
/// inverse lead back to the same bytes.
///
/// # Panics
/// Never: every document is plain JSON.
pub fn text_of(instance: &InstanceDocument) -> String {
    let value = serde_json::to_value(instance).expect("a document is plain JSON");
    to_json(&serde_json::from_value(value).expect("what was written can be read"))
}
