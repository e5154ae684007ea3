//! `admit`: lets candidate boards take part.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::input::errors::Code;
use crate::instance::Standing;
use crate::instance::document::ClusterCount;
use crate::message;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::naming::{EntityKind, named};

/// Lets candidate boards take part.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Admit {
    /// The boards, all of them candidates. Default: all candidates.
    pub boards: Option<Vec<String>>,
    /// Their new standing, any but `candidate`. Default: `partner`.
    pub standing: Option<Standing>,
    /// The maximal number of clusters of each of them. Default: the `max_clusters` of the board.
    pub max_clusters: Option<ClusterCount>,
}

impl ScenarioChange for Admit {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        if is_candidate(self.standing, complaints) {
            return;
        }
        for position in named(self.boards.as_deref(), EntityKind::Board, draft, complaints) {
            let board = &mut draft.document.boards[position];
            let standing = board.standing.unwrap_or(Standing::Partner);
            if standing == Standing::Candidate {
                board.standing = Some(self.standing.unwrap_or(Standing::Partner));
                board.max_clusters = self.max_clusters.or(board.max_clusters);
            } else if let Some(list) = &self.boards {
                complaints.add(
                    Code::Contradiction,
                    &complaints.named("boards", list, &board.id),
                    message!(
                        "scenarios-admit-found",
                        board = &board.id,
                        standing = standing.to_string()
                    ),
                    message!("scenarios-admit-allowed"),
                    message!("scenarios-admit-help"),
                );
            }
        }
    }
}

/// Whether a standing is `candidate`, which no change can give to a board; if so, adds an error.
pub(super) fn is_candidate(standing: Option<Standing>, complaints: &mut Complaints) -> bool {
    let is_candidate = standing == Some(Standing::Candidate);
    if is_candidate {
        let location = complaints.key("standing");
        let allowed = message!("scenarios-standing-allowed");
        let advice = message!("scenarios-standing-help");
        complaints.add(Code::Contradiction, &location, "`candidate`", allowed, advice);
    }
    is_candidate
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::scenarios::changes::testing::{changed, refused};

    #[test]
    fn candidates_become_partners() {
        let all = changed(&json!([{ "admit": {} }]));
        assert_eq!(all["boards"][0], json!({ "id": "b1", "max_clusters": 2, "max_students": 20 }));
        assert_eq!(all["boards"][1], json!({ "id": "b2", "standing": "partner" }));
        let one =
            json!([{ "admit": { "boards": ["b2"], "standing": "shell", "max_clusters": 3 } }]);
        assert_eq!(
            changed(&one)["boards"][1],
            json!({ "id": "b2", "standing": "shell", "max_clusters": 3 })
        );
    }

    #[test]
    fn only_candidates_are_admitted() {
        let refused = refused(&json!([{ "admit": { "boards": ["b2", "b1"] } }]));
        assert!(refused.contains("contradiction] at admit.boards[1]"), "{refused}");
        assert!(refused.contains("`b1`, which is `partner` already"), "{refused}");
    }

    #[test]
    fn nobody_is_admitted_as_a_candidate() {
        let refused = refused(&json!([{ "admit": { "standing": "candidate" } }]));
        assert!(refused.contains("contradiction] at admit.standing"), "{refused}");
    }
}
