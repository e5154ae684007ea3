//! `goals`: replaces the goal levels.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::instance::GoalDocument;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;

/// The goal levels that replace those of the instance.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Goals(pub Vec<GoalDocument>);

impl ScenarioChange for Goals {
    fn apply(&self, draft: &mut ScenarioDraft, _: &mut Complaints) {
        draft.document.goals = Some(self.0.clone());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::scenarios::changes::testing::changed;

    #[test]
    fn goals_replace_those_there_were() {
        let changes = json!([{ "goals": ["unplaced", "clusters"] }, { "goals": ["meeting_day"] }]);
        assert_eq!(changed(&changes)["goals"], json!(["meeting_day"]));
    }
}
