//! `merge_boards`: merges several boards into one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::input::errors::Code;
use crate::instance::Standing;
use crate::instance::document::{BoardDocument, ClusterCount, InstanceDocument, StudentCount};
use crate::message;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::naming::{EntityKind, named};
use crate::scenarios::non_empty::NonEmpty;

/// Merges several boards into one. Their limits are added; if one of them has no maximum, neither has the
/// merged board. References to them become references to the merged board.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeBoards {
    /// The boards. All must have the same standing, and the same network or none.
    pub boards: NonEmpty<String>,
    /// The id of the merged board. An existing board with this id is merged too.
    #[schemars(length(min = 1))]
    pub into: String,
    /// The name of the merged board. Default: the name of the existing board `into`; if there is none, its
    /// id.
    pub name: Option<String>,
}

impl ScenarioChange for MergeBoards {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        let positions = self.positions(draft, complaints);
        if !complaints.errors.0.is_empty() || !fit(&positions, draft, complaints) {
            return;
        }
        let merged = self.merged(&positions, draft);
        let document = &mut draft.document;
        let gone: Vec<String> =
            positions.iter().map(|&at| document.boards[at].id.clone()).collect();
        let position = document.boards.iter().position(|board| board.id == self.into);
        document.boards[position.unwrap_or(positions[0])] = merged;
        document.boards.retain(|board| board.id == self.into || !gone.contains(&board.id));
        rename(document, &gone, &self.into);
    }
}

impl MergeBoards {
    /// The boards to be merged, in the order of the instance.
    fn positions(&self, draft: &ScenarioDraft, complaints: &mut Complaints) -> Vec<usize> {
        let mut positions = named(Some(&self.boards), EntityKind::Board, draft, complaints);
        positions.extend(draft.board(&self.into));
        positions.sort_unstable();
        positions.dedup();
        positions
    }

    fn merged(&self, positions: &[usize], draft: &ScenarioDraft) -> BoardDocument {
        let boards = || positions.iter().map(|&position| &draft.document.boards[position]);
        let own = boards().find(|board| board.id == self.into);
        let clusters: i64 = boards().map(|board| draft.max_clusters(board)).sum();
        let fewest: Vec<i64> =
            boards().filter_map(|board| board.min_students).map(StudentCount::get).collect();
        let most: Option<i64> =
            boards().map(|board| board.max_students.map(StudentCount::get)).sum();
        let students = |number: i64| StudentCount::constant(number.min(StudentCount::GREATEST));
        BoardDocument {
            id: self.into.clone(),
            name: self.name.clone().or_else(|| own.and_then(|own| own.name.clone())),
            max_clusters: Some(ClusterCount::constant(clusters.min(ClusterCount::GREATEST))),
            min_students: (!fewest.is_empty()).then(|| students(fewest.iter().sum())),
            max_students: most.map(students),
            ..draft.document.boards[positions[0]].clone()
        }
    }
}

/// Whether at least two boards of the same standing and network are given; if not, adds an error.
fn fit(positions: &[usize], draft: &ScenarioDraft, complaints: &mut Complaints) -> bool {
    let boards: Vec<&BoardDocument> =
        positions.iter().map(|&position| &draft.document.boards[position]).collect();
    let location = complaints.key("boards");
    let standing = |board: &BoardDocument| board.standing.unwrap_or(Standing::Partner);
    let differ = boards.iter().find(|board| standing(board) != standing(boards[0]));
    let apart = boards.iter().find(|board| board.network != boards[0].network);
    let (found, allowed, advice) = if boards.len() < 2 {
        let found = message!("scenarios-merge-alone-found", board = &boards[0].id);
        (found, message!("scenarios-merge-alone-allowed"), message!("scenarios-merge-alone-help"))
    } else if let Some(other) = differ {
        let [first, second] = [boards[0], other].map(|board| {
            let standing = standing(board).to_string();
            message!("scenarios-merge-standing", board = &board.id, standing = standing)
        });
        let found = message!("scenarios-merge-both", first = first, second = second);
        let advice = message!("scenarios-merge-standing-help");
        (found, message!("scenarios-merge-standing-allowed"), advice)
    } else if let Some(other) = apart {
        let [first, second] = [boards[0], other].map(|board| match &board.network {
            Some(network) => {
                message!("scenarios-merge-network", board = &board.id, network = network)
            }
            None => message!("scenarios-merge-no-network", board = &board.id),
        });
        let found = message!("scenarios-merge-both", first = first, second = second);
        let advice = message!("scenarios-merge-network-help");
        (found, message!("scenarios-merge-network-allowed"), advice)
    } else {
        return true;
    };
    complaints.add(Code::Contradiction, &location, found, allowed, advice);
    false
}

/// Replaces references to some boards by references to `into`. If a list then names it several times, only
/// the first is kept, since wishes are ranked.
fn rename(document: &mut InstanceDocument, gone: &[String], into: &str) {
    let of_schools = document.schools.iter_mut().map(|school| &mut school.board);
    let of_clusters = document.clusters.iter_mut().flatten().map(|cluster| &mut cluster.board);
    for board in of_schools.chain(of_clusters).filter(|board| gone.contains(board)) {
        into.clone_into(board);
    }
    for student in &mut document.students {
        let lists = [&mut student.wishes, &mut student.not, &mut student.only];
        for list in lists.into_iter().flatten() {
            let mut is_named = false;
            list.retain_mut(|id| {
                if !gone.contains(id) {
                    return true;
                }
                into.clone_into(id);
                !std::mem::replace(&mut is_named, true)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::scenarios::changes::testing::{changed, refused, try_changed, village};

    /// The village, where the boards have limits and `s1` names both.
    fn two_partners() -> Value {
        let mut village = village();
        village["boards"] = json!([
            { "id": "b0" },
            { "id": "b1", "max_clusters": 2, "max_students": 20, "min_students": 3 },
            { "id": "b2", "name": "Second", "max_students": 9 },
        ]);
        village["students"][0]["wishes"] = json!(["h4", "b2", "h1", "b1"]);
        village["students"][0]["not"] = json!(["b1"]);
        village["students"][0]["only"] = json!(["h1", "b2"]);
        village
    }

    fn merged(change: &Value) -> Value {
        try_changed(&two_partners(), &json!([{ "merge_boards": change }]), 1).unwrap()
    }

    #[test]
    fn limits_add_up() {
        // 2 clusters and none listed; a minimum of 3 and none; maxima of 20 and 9.
        let new = merged(&json!({ "boards": ["b2", "b1"], "into": "new", "name": "New" }));
        let board = json!({
            "id": "new", "name": "New", "max_clusters": 2, "min_students": 3, "max_students": 29,
        });
        assert_eq!(new["boards"], json!([{ "id": "b0" }, board]));
        // `b0` has no maximum: nor has the merged board, which takes the position of `b2`.
        let second = merged(&json!({ "boards": ["b0"], "into": "b2" }));
        let board = json!({ "id": "b2", "name": "Second", "max_clusters": 0 });
        assert_eq!(second["boards"], json!([two_partners()["boards"][1], board]));
    }

    #[test]
    fn references_follow() {
        let new = merged(&json!({ "boards": ["b1", "b2"], "into": "new" }));
        for school in new["schools"].as_array().unwrap() {
            assert_eq!(school["board"], "new");
        }
        assert_eq!(new["clusters"][0]["board"], "new");
        let student = &new["students"][0];
        assert_eq!(student["wishes"], json!(["h4", "new", "h1"]));
        assert_eq!([&student["not"], &student["only"]], [&json!(["new"]), &json!(["h1", "new"])]);
    }

    #[test]
    fn boards_of_different_kinds_are_not_merged() {
        let refused_for = |change: Value| refused(&json!([{ "merge_boards": change }]));
        let candidate = refused_for(json!({ "boards": ["b1", "b2"], "into": "new" }));
        assert!(candidate.contains("contradiction] at merge_boards.boards "), "{candidate}");
        assert!(candidate.contains("`b2`, which is `candidate`"), "{candidate}");
        assert!(candidate.contains("`admit`"), "{candidate}");
        let alone = refused_for(json!({ "boards": ["b1"], "into": "b1" }));
        assert!(alone.contains("board `b1` alone"), "{alone}");
        let apart = refused(&json!([
            { "admit": {} },
            { "network": { "name": "n", "boards": ["b2"] } },
            { "merge_boards": { "boards": ["b1"], "into": "b2" } },
        ]));
        assert!(apart.contains("`b1` in no network, and board `b2` in network `n`"), "{apart}");
    }

    #[test]
    fn a_candidate_is_merged_once_it_is_admitted() {
        let both = changed(&json!([
            { "admit": {} }, { "merge_boards": { "boards": ["b1", "b2"], "into": "b1" } },
        ]));
        assert_eq!(both["boards"], json!([{ "id": "b1", "max_clusters": 2 }]));
    }
}
