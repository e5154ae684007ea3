//! The settings of a rule as an instance writes them: `false`, `null` or an object.

use serde_json::value::to_raw_value;
use serde_json::{Map, Value};

use crate::instance::document::InstanceDocument;

/// The settings of a rule in an instance; `null` if there are none.
pub fn written(document: &InstanceDocument, rule: &str) -> Value {
    let raw = document.rules.as_ref().and_then(|rules| rules.get(rule));
    raw.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or(Value::Null)
}

/// Changes the settings of a rule in an instance. An object is merged key by key into the present settings,
/// and a `null` in it removes its key; `null` as a whole restores the defaults; any other value replaces
/// the present settings.
///
/// # Panics
/// Never: settings are plain JSON.
pub fn change(document: &mut InstanceDocument, rule: &str, settings: &Value) {
    let new = match (settings, written(document, rule)) {
        (Value::Object(changes), Value::Object(present)) => Value::Object(merged(present, changes)),
        (Value::Object(changes), _) => Value::Object(merged(Map::new(), changes)),
        (other, _) => other.clone(),
    };
    let rules = document.rules.get_or_insert_default();
    if new.is_null() {
        rules.remove(rule);
    } else {
        let raw = to_raw_value(&new).expect("a value is plain JSON");
        rules.insert(rule.to_owned(), raw);
    }
}

fn merged(mut present: Map<String, Value>, changes: &Map<String, Value>) -> Map<String, Value> {
    for (key, value) in changes {
        if value.is_null() {
            present.remove(key);
        } else {
            present.insert(key.clone(), value.clone());
        }
    }
    present
}
