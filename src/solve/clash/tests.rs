//! Clashes of conditions.

use serde_json::json;

use super::clash_of;
use crate::base::Id;
use crate::instance::{SchoolId, StudentId};
use crate::problem::Condition;
use crate::solve::Search;
use crate::solve::mip::Solver;
use crate::testing::tiny;

/// One condition asks for two students, and reads the same for both. Each of them is refused by a
/// rule of its own, so that the rule in the clash must be the one that refuses the student whose row is in
/// it, and no other.
#[test]
fn rows_of_one_condition_are_distinguished() {
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 2, "denomination": ["pc"] }],
        "clusters": [{ "id": "c", "schools": ["h"] }],
        "students": [
            { "id": "s", "not": ["h"] },
            { "id": "t", "denomination": { "wish": ["openbaar"], "strength": "must" } },
        ],
        "rules": { "placement": {}, "exclusion": {}, "denomination": {} },
    }));
    let both = [0, 1].map(|index| (StudentId::from_index(index), 1));
    let school = SchoolId::from_index(0);
    let conditioned = problem.under([Condition::Exactly { school, students: both.into() }]);
    let search = Search { solver: Solver::Microlp, ..Search::default() };
    let clash = clash_of(&conditioned, &search).unwrap().expect("neither can be there");
    assert!(clash.proven && clash.irreducible, "{clash:?}");
    let rules: Vec<&str> = clash.demands.iter().map(|demand| demand.rule).collect();
    // The row of the first student is not needed; what refuses the second one is.
    assert_eq!(rules, ["question", "denomination"], "{clash:?}");
    let sentence = clash.demands[1].sentence.to_string();
    assert!(sentence.ends_with("(pairs of a student and a school refused: 1 of 1)"), "{sentence}");
}
