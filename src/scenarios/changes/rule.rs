//! `rule`: changes the settings of a rule.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::ScenarioChange;
use crate::input::errors::Code;
use crate::message;
use crate::rules::cards;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::rule_settings;

/// Changes the settings of a rule.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RuleSettings")]
pub struct RuleChange {
    /// The id of the rule.
    pub id: String,
    /// `false` switches the rule off; `null` restores its defaults. An object replaces the settings that it
    /// names and keeps the others; a `null` in it restores the default of a setting.
    #[schemars(schema_with = "settings_schema")]
    pub settings: Value,
}

fn settings_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["object", "boolean", "null"] })
}

impl ScenarioChange for RuleChange {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        let known: Vec<&str> = cards().into_iter().map(|card| card.id).collect();
        if !known.contains(&self.id.as_str()) {
            complaints.unknown(&complaints.key("id"), &message!("scenarios-rule"), &self.id, known);
        } else if matches!(self.settings, Value::Object(_) | Value::Bool(false) | Value::Null) {
            rule_settings::change(&mut draft.document, &self.id, &self.settings);
        } else {
            complaints.add(
                Code::WrongType,
                &complaints.key("settings"),
                format!("`{}`", self.settings),
                message!("scenarios-settings-allowed"),
                message!("scenarios-settings-help"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::scenarios::changes::testing::{refused, try_changed, village};

    /// What the instance says of rule `travel` after some settings.
    fn travel(before: &Value, settings: &Value) -> Value {
        let mut base = village();
        base["rules"] = json!({ "travel": before, "wishes": false });
        let changes = json!([{ "rule": { "id": "travel", "settings": settings } }]);
        let rules = try_changed(&base, &changes, 1).unwrap()["rules"].clone();
        assert_eq!(rules["wishes"], false);
        rules.get("travel").cloned().unwrap_or(json!("absent"))
    }

    #[test]
    fn settings_are_merged_into_those_there_are() {
        let before = json!({ "limit_km": 40, "worth_km": 2 });
        for (settings, after) in [
            (json!({ "limit_km": 30 }), json!({ "limit_km": 30, "worth_km": 2 })),
            (json!({ "limit_km": null }), json!({ "worth_km": 2 })),
            (json!({}), before.clone()),
            (json!(false), json!(false)),
            (json!(null), json!("absent")),
        ] {
            assert_eq!(travel(&before, &settings), after, "{settings}");
        }
        assert_eq!(travel(&json!(false), &json!({ "limit_km": 30 })), json!({ "limit_km": 30 }));
    }

    #[test]
    fn what_is_no_rule_and_no_setting_is_refused() {
        let unknown = refused(&json!([{ "rule": { "id": "travle", "settings": false } }]));
        assert!(unknown.contains("unknown-reference] at rule.id"), "{unknown}");
        assert!(unknown.contains("did you mean `travel`?"), "{unknown}");
        let on = refused(&json!([{ "rule": { "id": "travel", "settings": true } }]));
        assert!(on.contains("wrong-type] at rule.settings"), "{on}");
    }
}
