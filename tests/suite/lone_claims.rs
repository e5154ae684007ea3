//! Plans that say where everybody is and one thing more: the check finds it untrue, or agrees. In a whole plan other
//! statements that no longer fit may speak in its place.

use plaatswijzer::base::Points;
use plaatswijzer::certificate::CertifiedLevel;
use plaatswijzer::instance::Goal;
use plaatswijzer::plan::{GoalLevel, Plan, Score, Status};
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::solve::{PlaceOutcome, Search, place};
use plaatswijzer::verify::{verify, verify_certified};

/// A claim in words, what it adds to the plan that says nothing else, given the whole plan, and whether it is true.
type Claim = (&'static str, fn(&mut Plan, &Plan), bool);

const CLAIMS: &[Claim] = &[
    ("nothing", |_, _| {}, true),
    ("bounds that are reached", |plan, whole| goals(plan, whole, 0), true),
    ("a bound below the value", |plan, whole| goals(plan, whole, -1), true),
    ("a bound above the value, with its gap", |plan, whole| goals(plan, whole, 1), false),
    (
        "a bound below nothing, with its gap",
        |plan, whole| goals(plan, whole, -1 - whole.goals.as_ref().unwrap()[1].value),
        false,
    ),
    ("optimal", |plan, whole| ended(plan, whole, 0, Status::Optimal), true),
    ("optimal with a gap", |plan, whole| ended(plan, whole, -1, Status::Optimal), false),
    ("a gap", |plan, whole| ended(plan, whole, -1, Status::Gap), true),
    ("a gap without one", |plan, whole| ended(plan, whole, 0, Status::Gap), false),
    ("a limit", |plan, whole| ended(plan, whole, -1, Status::TimeLimit), true),
    ("a limit without a gap", |plan, whole| ended(plan, whole, 0, Status::TimeLimit), false),
    ("infeasible, with goals", |plan, whole| ended(plan, whole, 0, Status::Infeasible), false),
    ("infeasible", |plan, _| plan.status = Some(Status::Infeasible), false),
    ("that the bound is certified", |plan, whole| certified(plan, whole, 0), true),
    ("that more than the bound is certified", |plan, whole| certified(plan, whole, 1), false),
    (
        "that less than nothing is certified",
        |plan, whole| certified(plan, whole, -1 - whole.goals.as_ref().unwrap()[1].bound),
        false,
    ),
    ("the total alone", |plan, whole| total(plan, whole), true),
    (
        "the total without rules beside charges",
        |plan, whole| {
            total(plan, whole);
            plan.placements[0].charged = whole.placements[0].charged.clone();
        },
        false,
    ),
    (
        "who overrides a refusal",
        |plan, whole| {
            let at = whole.placements.iter().position(|one| !one.overridden.is_empty()).unwrap();
            plan.placements[at].overridden = whole.placements[at].overridden.clone();
        },
        true,
    ),
    (
        "that a refusal is overridden that is none",
        |plan, whole| {
            let at = whole.placements.iter().position(|one| one.overridden.is_empty()).unwrap();
            plan.placements[at].overridden = vec!["travel".to_owned()];
        },
        false,
    ),
];

/// States the goal levels; the bound of the second lies so much above its value.
fn goals(plan: &mut Plan, whole: &Plan, above: i64) {
    let mut levels = whole.goals.clone().unwrap();
    for level in &mut levels {
        level.certified = None;
    }
    levels[1] = GoalLevel::new(Goal::Total, levels[1].value, levels[1].value + above);
    plan.goals = Some(levels);
}

fn ended(plan: &mut Plan, whole: &Plan, above: i64, status: Status) {
    goals(plan, whole, above);
    plan.status = Some(status);
}

/// States how much of the bound is certified: so much more than the bound.
fn certified(plan: &mut Plan, whole: &Plan, more: i64) {
    goals(plan, whole, 0);
    let level = &mut plan.goals.as_mut().unwrap()[1];
    level.certified = Some(level.bound + more);
}

fn total(plan: &mut Plan, whole: &Plan) {
    let total = whole.score.as_ref().unwrap().total;
    plan.score = Some(Score { total, rules: std::collections::BTreeMap::new() });
}

/// The problem of the village, its whole plan, and the same plan that says nothing but who is where.
fn plans() -> (Problem, Plan, Plan) {
    let bytes = std::fs::read(crate::running::village()).unwrap();
    let problem = read(&bytes, &|_| Err("absent".to_owned())).unwrap().problem;
    let placed = place(&problem, &Search::default(), &|_| {}).unwrap();
    let PlaceOutcome::Plan { plan: whole, .. } = placed else { panic!("{placed:?}") };
    let mut silent = Plan {
        clusters: whole.clusters.clone(),
        placements: whole.placements.clone(),
        ..Plan::default()
    };
    silent.clusters.iter_mut().for_each(|cluster| cluster.charged = None);
    for placement in &mut silent.placements {
        placement.charged = None;
        placement.overridden.clear();
    }
    (problem, *whole, silent)
}

#[test]
fn each_claim_alone_is_judged() {
    let (problem, whole, silent) = plans();
    for (what, claim, is_true) in CLAIMS {
        let mut plan = silent.clone();
        claim(&mut plan, &whole);
        let found = verify(&problem, &plan).findings;
        assert_eq!(found.is_empty(), *is_true, "{what}: {found:?}");
    }
}

#[test]
fn a_certificate_is_compared_with_the_plan_to_the_point() {
    let (problem, whole, silent) = plans();
    let values: Vec<i64> = whole.goals.iter().flatten().map(|level| level.value).collect();
    let level = |goal, value, bound| CertifiedLevel { goal, value, bound };
    let of = |first: CertifiedLevel, second: CertifiedLevel, stated: Option<i64>| {
        let mut plan = silent.clone();
        certified(&mut plan, &whole, 0);
        plan.goals.as_mut().unwrap()[1].certified = stated;
        verify_certified(&problem, &plan, Some(&[first, second]))
    };
    let first = |supposed: i64| level(Goal::Unplaced, supposed, values[0]);
    let second = |bound: i64| level(Goal::Total, values[1], bound);
    // What is proven may reach the plan's value and what the plan states, and not pass the one or fall short of the other.
    for (bound, stated, agrees) in [
        (values[1], Some(values[1]), true),
        (values[1] - 5, Some(values[1] - 5), true),
        (values[1] - 5, Some(values[1] - 6), true),
        (values[1] - 5, Some(values[1] - 4), false),
        (values[1] + 1, None, false),
    ] {
        let verdict = of(first(values[0]), second(bound), stated);
        assert_eq!(verdict.agrees(), agrees, "{bound} {stated:?}: {:?}", verdict.findings);
    }
    // The second level counts as long as the plan reaches in the first what the certificate supposes.
    for (supposed, count) in [(values[0] - 1, 1), (values[0], 2), (values[0] + 1, 2)] {
        let verdict = of(first(supposed), second(values[1]), None);
        assert_eq!(verdict.certified.unwrap().len(), count, "{supposed}");
    }
    // Whether nothing of a bound rests on anyone's word.
    for (bound, is_whole) in [(values[1], true), (values[1] - 1, false)] {
        let verdict = of(first(values[0]), second(bound), None);
        assert_eq!(verdict.certified.unwrap()[1].is_whole(), is_whole, "{bound}");
    }
    assert!(whole.score.unwrap().total > Points::ZERO);
}

#[test]
fn any_board_of_a_network_may_answer_for_its_new_clusters_and_no_other_board() {
    let document = serde_json::json!({
        "format": "plaatswijzer/instance/1",
        "name": "network",
        "boards": [
            { "id": "b", "network": "n", "max_clusters": 2 }, { "id": "e", "network": "n" },
            { "id": "x", "max_clusters": 1 },
        ],
        "schools": [
            { "id": "h", "board": "b", "places": 12 }, { "id": "i", "board": "e", "places": 12 },
            { "id": "j", "board": "x", "places": 12 },
        ],
        "clusters": [{ "id": "c", "board": "b", "schools": ["h"] }],
        "students": [],
        "rules": { "cluster_size": false },
    });
    let absent = |_: &str| Err("absent".to_owned());
    let problem = read(document.to_string().as_bytes(), &absent).unwrap().problem;
    for (id, kind, school, board, is_true) in [
        ("n-1", "new", "i", "n", true),
        ("n-1", "new", "i", "e", true),
        ("n-1", "new", "i", "b", true),
        ("n-1", "new", "i", "x", false),
        ("x-1", "new", "j", "x", true),
        ("x-1", "new", "j", "e", false),
        ("c", "existing", "h", "b", true),
        ("c", "existing", "h", "e", false),
        ("c", "existing", "h", "n", false),
    ] {
        let plan = serde_json::json!({
            "format": "plaatswijzer/plan/1",
            "clusters": [{
                "id": id, "kind": kind, "board": board, "schools": [school], "meeting_day": "tue",
            }],
            "placements": [],
        });
        let plan = Plan::read(plan.to_string().as_bytes()).unwrap();
        let found = verify(&problem, &plan).findings;
        assert_eq!(found.is_empty(), is_true, "{id} of {board}: {found:?}");
    }
}
