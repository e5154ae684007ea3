//! Tables that are read again, with what was edited on the page since they were last read.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::table::EditableTable;
use crate::instance::Files;
use crate::instance::document::InstanceDocument;

const TABLES: [(&str, EditableTable); 4] = [
    ("students", EditableTable::Students),
    ("schools", EditableTable::Schools),
    ("boards", EditableTable::Boards),
    ("clusters", EditableTable::Clusters),
];

/// What the region and its year are called.
const HEADINGS: [&str; 2] = ["name", "school_year"];

/// A new instance with the edits that led from `base`, the instance as it was last read, to `edited`. Where the new
/// instance says something else than `base`, that counts: it was changed in the file. `None` if the result would be no
/// instance.
pub fn with_edits(
    base: &Value,
    edited: &InstanceDocument,
    new: &InstanceDocument,
    files: &Files,
) -> Option<InstanceDocument> {
    // The base as it would be written, so that equal values are equal texts.
    let base: InstanceDocument = serde_json::from_value(base.clone()).ok()?;
    let value = |document: &InstanceDocument| serde_json::to_value(document).ok();
    let (base, edited, mut new) = (value(&base)?, value(edited)?, value(new)?);
    let none = Map::new();
    merge_of(HEADINGS.into_iter(), base.as_object()?, edited.as_object()?, new.as_object_mut()?);
    let rules = new.as_object_mut()?.entry("rules").or_insert_with(|| Map::new().into());
    if !rules.is_object() {
        *rules = Map::new().into();
    }
    let of = |document: &Value| document["rules"].as_object().unwrap_or(&none).clone();
    let rules = rules.as_object_mut()?;
    merge(&of(&base), &of(&edited), rules);
    if rules.is_empty() {
        new.as_object_mut()?.remove("rules");
    }
    let mut gone = Vec::new();
    for (key, table) in TABLES {
        let mut gone_here = BTreeSet::new();
        let added = added(&base[key], &edited[key], &new[key]);
        if !added.is_empty() {
            let rows = new.as_object_mut()?.entry(key).or_insert_with(|| Value::Array(Vec::new()));
            rows.as_array_mut()?.extend(added);
        }
        let (base, edited) = (rows(&base[key]), rows(&edited[key]));
        for row in new[key].as_array_mut().into_iter().flatten() {
            let Some(id) = row["id"].as_str().map(str::to_owned) else { continue };
            let (Some(base), Some(row)) = (base.get(id.as_str()), row.as_object_mut()) else {
                continue;
            };
            match edited.get(id.as_str()) {
                Some(edited) => merge(base, edited, row),
                None => {
                    gone_here.insert(id);
                }
            }
        }
        gone.push((table, gone_here));
    }
    let mut instance = serde_json::from_value(new).ok()?;
    for (table, gone) in gone.iter().filter(|(_, gone)| !gone.is_empty()) {
        // What was removed with another row is gone already.
        let _ = table.remove(&mut instance, gone, files);
    }
    Some(instance)
}

/// The rows that were added on the page, and that the new table does not have either.
fn added(base: &Value, edited: &Value, new: &Value) -> Vec<Value> {
    let (base, new) = (rows(base), rows(new));
    let is_added = |row: &&Value| {
        row["id"].as_str().is_some_and(|id| !base.contains_key(id) && !new.contains_key(id))
    };
    edited.as_array().into_iter().flatten().filter(is_added).cloned().collect()
}

/// Rows by id.
fn rows(list: &Value) -> BTreeMap<&str, &Map<String, Value>> {
    let rows = list.as_array().into_iter().flatten();
    rows.filter_map(|row| Some((row["id"].as_str()?, row.as_object()?))).collect()
}

/// Takes over the values that were edited and that the new object does not change itself.
fn merge(base: &Map<String, Value>, edited: &Map<String, Value>, new: &mut Map<String, Value>) {
    merge_of(base.keys().chain(edited.keys()).map(String::as_str), base, edited, new);
}

/// The same for some keys.
fn merge_of<'a>(
    keys: impl Iterator<Item = &'a str>,
    base: &Map<String, Value>,
    edited: &Map<String, Value>,
    new: &mut Map<String, Value>,
) {
    for key in keys {
        if base.get(key) == edited.get(key) || new.get(key) != base.get(key) {
            continue;
        }
        match edited.get(key) {
            Some(value) => new.insert(key.to_owned(), value.clone()),
            None => new.remove(key),
        };
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn everything_that_was_removed_stays_removed_and_what_is_new_stays() {
        let base: Value =
            serde_json::from_str(include_str!("../../instances/dorp.json")).expect("JSON");
        let document = |value: &Value| -> InstanceDocument {
            serde_json::from_value(value.clone()).expect("an instance")
        };
        let mut edited = base.clone();
        let names = |value: &Value, key: &str| -> Vec<String> {
            let rows = value[key].as_array().unwrap().iter();
            rows.map(|row| row["id"].as_str().unwrap().to_owned()).collect()
        };
        // Two students and two schools are gone, with what named them, as the page removes them.
        let without = |key: &str, value: &Value| names(value, key)[1..3].to_vec();
        let (students, schools) = (without("students", &base), without("schools", &base));
        let no_files = |name: &str| Err(name.to_owned());
        let mut instance = document(&edited);
        for (table, ids) in
            [(EditableTable::Students, &students), (EditableTable::Schools, &schools)]
        {
            let gone = ids.iter().cloned().collect();
            table.remove(&mut instance, &gone, &no_files).expect("they are there");
            let again = table.remove(&mut instance, &gone, &no_files);
            let message = again.expect_err("they are gone").to_string();
            assert!(ids.iter().any(|id| message.contains(id)), "{message}");
        }
        edited = serde_json::to_value(instance).unwrap();
        let mut new = base.clone();
        let mut added = base["students"][0].clone();
        added["id"] = json!("nieuw");
        added["wishes"] = json!([schools[0]]);
        new["students"].as_array_mut().unwrap().push(added);
        let merged =
            with_edits(&base, &document(&edited), &document(&new), &no_files).expect("an instance");
        let merged = serde_json::to_value(merged).unwrap();
        assert_eq!(names(&merged, "schools"), names(&edited, "schools"));
        let mut expected = names(&edited, "students");
        expected.push("nieuw".to_owned());
        assert_eq!(names(&merged, "students"), expected);
        let text = merged.to_string();
        assert!(!schools.iter().any(|id| text.contains(&format!("\"{id}\""))), "{text}");
    }

    #[test]
    fn edits_survive_a_second_reading_except_where_the_file_has_changed() {
        let base: Value =
            serde_json::from_str(include_str!("../../instances/dorp.json")).expect("JSON");
        let document = |edit: &dyn Fn(&mut Value)| -> InstanceDocument {
            let mut value = base.clone();
            edit(&mut value);
            serde_json::from_value(value).expect("an instance")
        };
        let edited = document(&|it| {
            it["schools"][0]["places"] = json!(7);
            it["schools"][1]["places"] = json!(8);
            it["rules"]["spread"] = json!({ "worth_km": 3 });
            it["students"][0]["fixed"] = json!("klimop");
            it["students"].as_array_mut().unwrap().pop();
            let school = json!({ "id": "nieuw", "board": "dorpsbestuur", "places": 3 });
            it["schools"].as_array_mut().unwrap().push(school);
            it["name"] = json!("Samen in het Noorden");
            it["school_year"] = json!("2027-2028");
        });
        let new = document(&|it| it["schools"][1]["places"] = json!(9));
        let no_files = |name: &str| Err(name.to_owned());
        let merged = with_edits(&base, &edited, &new, &no_files).expect("an instance");
        let merged = serde_json::to_value(merged).unwrap();
        assert_eq!(
            (&merged["schools"][0]["places"], &merged["schools"][1]["places"]),
            (&json!(7), &json!(9))
        );
        assert_eq!(merged["schools"][5]["id"], "nieuw", "a school that was added stays");
        assert_eq!(
            (&merged["name"], &merged["school_year"]),
            (&json!("Samen in het Noorden"), &json!("2027-2028"))
        );
        assert_eq!(merged["rules"]["spread"], json!({ "worth_km": 3 }));
        assert_eq!(merged["students"][0]["fixed"], json!("klimop"));
        let count = base["students"].as_array().unwrap().len();
        assert_eq!(merged["students"].as_array().unwrap().len(), count - 1);
    }
}
