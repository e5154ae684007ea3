//! `extra_clusters`: allows boards more clusters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::instance::document::ClusterCount;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::naming::{EntityKind, named};

/// Raises the number of clusters that boards may have.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtraClusters {
    /// The boards. Default: all.
    pub boards: Option<Vec<String>>,
    /// The number of additional clusters per board.
    pub each: ClusterCount,
}

impl ScenarioChange for ExtraClusters {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        for position in named(self.boards.as_deref(), EntityKind::Board, draft, complaints) {
            let most = draft.max_clusters(&draft.document.boards[position]) + self.each.get();
            let most = most.min(ClusterCount::GREATEST);
            draft.document.boards[position].max_clusters = Some(ClusterCount::constant(most));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::scenarios::changes::testing::{changed, refused};

    #[test]
    fn boards_may_have_more_clusters() {
        let all = changed(&json!([{ "extra_clusters": { "each": 2 } }]));
        // b1 said 2; b2 said nothing and has no cluster listed.
        assert_eq!(
            [&all["boards"][0], &all["boards"][1]].map(|b| b["max_clusters"].as_i64()),
            [Some(4), Some(2)]
        );
        let one = changed(&json!([{ "extra_clusters": { "boards": ["b1"], "each": 1 } }]));
        assert_eq!(one["boards"][0]["max_clusters"], 3);
        assert!(one["boards"][1]["max_clusters"].is_null());
    }

    #[test]
    fn a_board_that_does_not_exist_is_refused() {
        let refused =
            refused(&json!([{ "extra_clusters": { "boards": ["b1", "b3"], "each": 1 } }]));
        assert!(refused.contains("extra_clusters.boards[1] (scenario `test`)"), "{refused}");
        assert!(refused.contains("board `b3`") && refused.contains("did you mean"), "{refused}");
    }
}
