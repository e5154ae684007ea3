//! `network`: lets boards form clusters together.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use super::admit::is_candidate;
use crate::input::errors::Code;
use crate::instance::Standing;
use crate::message;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::naming::{EntityKind, named};
use crate::scenarios::non_empty::NonEmpty;

/// Lets boards form clusters together.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Network")]
pub struct NetworkChange {
    /// The name of the network. If it exists, the boards join it.
    #[schemars(length(min = 1))]
    pub name: String,
    /// The boards, none of them in another network.
    pub boards: NonEmpty<String>,
    /// The new standing of these boards, any but `candidate`. Default: their present standing.
    pub standing: Option<Standing>,
}

impl ScenarioChange for NetworkChange {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        if is_candidate(self.standing, complaints) {
            return;
        }
        for position in named(Some(&self.boards), EntityKind::Board, draft, complaints) {
            let board = &mut draft.document.boards[position];
            if let Some(other) = board.network.as_ref().filter(|name| **name != self.name) {
                complaints.add(
                    Code::Contradiction,
                    &complaints.named("boards", &self.boards, &board.id),
                    message!("scenarios-network-found", board = &board.id, network = other),
                    message!("scenarios-network-allowed"),
                    message!("scenarios-network-help", network = other),
                );
                continue;
            }
            board.network = Some(self.name.clone());
            board.standing = self.standing.or(board.standing);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::scenarios::changes::testing::{changed, refused};

    #[test]
    fn boards_join_a_network() {
        let joined = json!([{ "network": { "name": "n", "boards": ["b2", "b1"] } }]);
        let boards = &changed(&joined)["boards"];
        assert_eq!([&boards[0]["network"], &boards[1]["network"]], ["n", "n"]);
        assert_eq!(boards[1]["standing"], "candidate");
        let further = json!([
            { "network": { "name": "n", "boards": ["b1"] } },
            { "network": { "name": "n", "boards": ["b1", "b2"], "standing": "aspirant" } },
        ]);
        let boards = &changed(&further)["boards"];
        assert_eq!([&boards[0]["standing"], &boards[1]["standing"]], ["aspirant", "aspirant"]);
        assert_eq!([&boards[0]["network"], &boards[1]["network"]], ["n", "n"]);
    }

    #[test]
    fn a_board_is_in_one_network() {
        let refused = refused(&json!([
            { "network": { "name": "n", "boards": ["b1"] } },
            { "network": { "name": "m", "boards": ["b2", "b1"] } },
        ]));
        assert!(refused.contains("contradiction] at network.boards[1]"), "{refused}");
        assert!(refused.contains("in network `n` already"), "{refused}");
    }

    #[test]
    fn nobody_becomes_a_candidate() {
        let change = json!({ "name": "n", "boards": ["b1"], "standing": "candidate" });
        let refused = refused(&json!([{ "network": change }]));
        assert!(refused.contains("contradiction] at network.standing"), "{refused}");
    }
}
