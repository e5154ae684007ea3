//! The schools of last year, which a plan of that year gives: earlier schools of the students who are still there.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::account::{Account, ImportStep};
use super::entry::Entry;

/// Where students were last year.
#[derive(Clone, Debug)]
pub struct LastYear {
    /// The file of the plan, as the user named it.
    pub file: String,
    /// The schools of each student, by id.
    pub schools: BTreeMap<String, BTreeSet<String>>,
}

/// Adds the schools of last year to the earlier schools that the tables give. A school that is not in the tables can
/// take nobody, and is left out.
pub fn add(last: &LastYear, students: &mut [Entry], schools: &[Entry], account: &mut Account) {
    let known: BTreeSet<&str> = schools.iter().filter_map(|entry| entry.filled.id()).collect();
    let (mut here, mut elsewhere) = (0, 0);
    for entry in students {
        let Some(then) = entry.filled.id().and_then(|id| last.schools.get(id)) else { continue };
        let values = &mut entry.filled.values;
        let listed = values.get("previous").and_then(Value::as_array).cloned();
        let mut listed = listed.unwrap_or_default();
        let then: Vec<&String> = then.iter().filter(|id| known.contains(id.as_str())).collect();
        if then.is_empty() {
            elsewhere += 1;
            continue;
        }
        here += 1;
        let new: Vec<Value> =
            then.into_iter().map(|id| json!(id)).filter(|id| !listed.contains(id)).collect();
        listed.extend(new);
        values.insert("previous".to_owned(), Value::Array(listed));
    }
    account.steps.push(ImportStep::LastYear { plan: last.file.clone(), here, elsewhere });
}
