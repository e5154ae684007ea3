//! `path`: another growth path, in a batch of paths.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::ScenarioChange;
use crate::input::errors::Code;
use crate::message;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;

/// Members of the path document with their new values, as JSON Merge Patch (RFC 7396): objects are merged, `null`
/// removes a member, and a list is replaced as a whole.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct PathChange(pub Map<String, Value>);

impl PathChange {
    /// Whether the value at a place of the path document, such as `boards[0].id`, is one that the change writes.
    pub fn writes(&self, location: &str) -> bool {
        let mut members = &self.0;
        for key in location.split(['.', '[']) {
            match members.get(key) {
                Some(Value::Object(inner)) => members = inner,
                // A list or a number is written as a whole.
                Some(_) => return true,
                None => return false,
            }
        }
        true
    }
}

impl ScenarioChange for PathChange {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        let location = complaints.location.clone();
        let Some(path) = &mut draft.path else {
            complaints.add(
                Code::Contradiction,
                &location,
                message!("scenarios-path-elsewhere-found"),
                message!("scenarios-path-elsewhere-allowed"),
                message!("scenarios-path-elsewhere-help"),
            );
            return;
        };
        let of_the_batch =
            self.0.keys().filter(|key| ["format", "base", "draws"].contains(&&***key));
        for key in of_the_batch {
            complaints.add(
                Code::Contradiction,
                &location.key(key),
                format!("`{key}`"),
                message!("scenarios-path-key-allowed"),
                message!("scenarios-path-key-help"),
            );
        }
        json_patch::merge(path, &Value::Object(self.0.clone()));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::PathChange;
    use crate::scenarios::changes::testing::refused;

    #[test]
    fn a_change_writes_what_is_in_it_and_nothing_beside_that() {
        let change = json!({ "boards": [{ "id": "x" }], "pace": { "new_clusters_per_year": 3 } });
        let change: PathChange = serde_json::from_value(change).unwrap();
        for (location, writes) in [
            ("boards[0].id", true),
            ("boards", true),
            ("pace.new_clusters_per_year", true),
            ("pace.entries_per_year", false),
            ("years[1].changes[0]", false),
        ] {
            assert_eq!(change.writes(location), writes, "{location}");
        }
    }

    #[test]
    fn without_a_path_there_is_nothing_to_change() {
        let refused = refused(&json!([{ "path": { "stay_years": 2 } }]));
        assert!(refused.contains("error[contradiction] at path (scenario `test`)\n"), "{refused}");
    }
}
