//! The price of members below the minimum of an existing cluster, which planners hardly ever state: without it a
//! cluster that loses two places loses all its students.

use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value, json};

use super::account::{Account, ImportStep};
use crate::instance::document::{InstanceDocument, RuleSettings};
use crate::rules::cluster_size;

/// The setting.
pub const KEY: &str = "rules.cluster_size.below_min_worth_km";
const SETTING: &str = "below_min_worth_km";
/// The price in kilometres: two members too few cost less than one student left out, and a cluster of one member
/// more.
const USUAL_KM: i64 = 40;

/// Gives the setting its usual value where the document has existing clusters and the settings say nothing of it.
/// A `no` in the settings leaves it out.
pub fn complete(document: &mut Map<String, Value>, account: &mut Account) {
    let mut rules = match document.remove("rules") {
        None => Map::new(),
        Some(Value::Object(rules)) => rules,
        Some(other) => {
            document.insert("rules".to_owned(), other);
            return;
        }
    };
    let has_clusters = document.contains_key("clusters");
    let settings = rules.remove(cluster_size::CARD.id).unwrap_or_else(|| json!({}));
    let settings = match settings {
        Value::Object(mut settings) => {
            match settings.get(SETTING) {
                None if has_clusters => {
                    settings.insert(SETTING.to_owned(), json!(USUAL_KM));
                    account.steps.push(ImportStep::BelowMinimum(USUAL_KM));
                }
                Some(Value::Null | Value::Bool(false)) => drop(settings.remove(SETTING)),
                _ => {}
            }
            Value::Object(settings)
        }
        off => off,
    };
    if settings.as_object().is_none_or(|settings| !settings.is_empty()) {
        rules.insert(cluster_size::CARD.id.to_owned(), settings);
    }
    if !rules.is_empty() {
        document.insert("rules".to_owned(), Value::Object(rules));
    }
}

/// States in a document with existing clusters that the setting is off, where it is, so that a workbook of the
/// document is read again without it.
pub fn state(document: &mut InstanceDocument) {
    let has_clusters = document.clusters.as_ref().is_some_and(|clusters| !clusters.is_empty());
    if !has_clusters {
        return;
    }
    let rules = document.rules.get_or_insert_with(RuleSettings::new);
    let written = rules.get(cluster_size::CARD.id).map_or("{}", |settings| settings.get());
    let settings = match serde_json::from_str(written) {
        Ok(Value::Null) => Value::Object(Map::new()),
        Ok(settings) => settings,
        Err(_) => return,
    };
    let Value::Object(mut settings) = settings else { return };
    if settings.get(SETTING).is_none_or(Value::is_null) {
        settings.insert(SETTING.to_owned(), json!(false));
        let settings: Result<Box<RawValue>, _> = to_raw_value(&settings);
        rules.extend(settings.ok().map(|settings| (cluster_size::CARD.id.to_owned(), settings)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(document: Value) -> (Value, usize) {
        let Value::Object(mut document) = document else { panic!("an object") };
        let mut account = Account::default();
        complete(&mut document, &mut account);
        (document["rules"].take(), account.steps.len())
    }

    #[test]
    fn the_price_is_set_where_there_are_clusters_and_nothing_else_is_said() {
        let usual = json!({ "cluster_size": { "below_min_worth_km": 40 } });
        assert_eq!(completed(json!({ "clusters": [], "rules": {} })), (usual, 1));
        for (rules, expected) in [
            (json!({ "cluster_size": false }), json!({ "cluster_size": false })),
            (
                json!({ "cluster_size": { "below_min_worth_km": 3 } }),
                json!({ "cluster_size": { "below_min_worth_km": 3 } }),
            ),
            (
                json!({ "cluster_size": { "below_min_worth_km": null }, "wishes": {} }),
                json!({ "wishes": {} }),
            ),
            (
                json!({ "cluster_size": { "below_min_worth_km": false }, "wishes": {} }),
                json!({ "wishes": {} }),
            ),
        ] {
            assert_eq!(completed(json!({ "clusters": [], "rules": rules })), (expected, 0));
        }
        // Without clusters nothing is set.
        assert_eq!(completed(json!({ "rules": { "wishes": {} } })), (json!({ "wishes": {} }), 0));
    }
}
