//! Good plans in which one claim about the plan itself is changed: the check finds it untrue.

use plaatswijzer::base::{Metres, Points};
use plaatswijzer::instance::Earlier;
use plaatswijzer::instance::Goal;
use plaatswijzer::plan::{GoalLevel, Plan, PreviousReference, Score, Status};
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::questions::replan;
use plaatswijzer::solve::{PlaceOutcome, Search, place};
use plaatswijzer::texts::Language;
use plaatswijzer::verify::verify;

use crate::running::village;

/// The claim that is changed, in words, and the change of the plan.
type Change = (&'static str, fn(&mut Plan));

/// Changes of claims in the plan of the village.
const CLAIMS: &[Change] = &[
    ("the instance's name", |plan| plan.instance.as_mut().unwrap().name.push('x')),
    ("the instance's hash", |plan| plan.instance.as_mut().unwrap().sha256 = "0".repeat(64)),
    ("the total", |plan| score(plan).total += Points(1)),
    ("the points of a rule", |plan| *score(plan).rules.get_mut("travel").unwrap() += Points(1)),
    ("points moved to another rule", |plan| {
        let rules = &mut score(plan).rules;
        *rules.get_mut("travel").unwrap() += Points(-1);
        *rules.get_mut("forming").unwrap() += Points(1);
    }),
    ("points of a rule that charged none", |plan| {
        score(plan).rules.insert("budget".to_owned(), Points(5));
    }),
    ("a rule that is left away", |plan| {
        score(plan).rules.remove("travel").unwrap();
    }),
    ("a goal's value", |plan| level(plan, 1).value += 1),
    ("a bound above the value", |plan| level(plan, 1).bound += 1),
    ("a bound below nothing", |plan| {
        let value = level(plan, 1).value;
        *level(plan, 1) = GoalLevel::new(Goal::Total, value, -1);
        plan.status = Some(Status::TimeLimit);
    }),
    ("a gap", |plan| level(plan, 1).gap = 0.25),
    ("a tiny gap", |plan| level(plan, 1).gap = 1e-12),
    ("a gap, though every bound is reached", |plan| plan.status = Some(Status::Gap)),
    ("a limit, though every bound is reached", |plan| plan.status = Some(Status::TimeLimit)),
    ("no points per rule", |plan| score(plan).rules.clear()),
    ("a rule that charged nothing", |plan| {
        score(plan).rules.insert("budget".to_owned(), Points::ZERO);
    }),
    ("a rule that charged a placement nothing", |plan| {
        let charged = plan.placements[0].charged.as_mut().unwrap();
        charged.insert("budget".to_owned(), Points::ZERO);
    }),
    ("a check that failed", |plan| plan.verified = Some(false)),
    ("an engine without a version", |plan| {
        plan.engine.as_mut().unwrap().solver_version = " ".to_owned();
    }),
    ("a reason", |plan| plan.unplaced.as_mut().unwrap()[0].reason = Some("Too far.".to_owned())),
    ("the reason of a plan that is not proven", |plan| {
        let unplaced = plan.unplaced.as_mut().unwrap();
        let reason = unplaced[0].reason.as_mut().unwrap();
        let (funnel, _) = reason.split_once(". ").unwrap();
        *reason = format!("{funnel}. The search ended before it was clear.");
    }),
    ("no refusal overridden", |plan| {
        let mut placements = plan.placements.iter_mut();
        let fixed = placements.find(|one| !one.overridden.is_empty()).unwrap();
        fixed.overridden.clear();
    }),
    ("one left out in two entries", |plan| {
        let unplaced = plan.unplaced.as_mut().unwrap();
        let mut another = unplaced[0].clone();
        (another.count, another.charged) = (0, None);
        unplaced.push(another);
    }),
    ("optimal, where a bound lies below the value", |plan| {
        let value = level(plan, 1).value;
        *level(plan, 1) = GoalLevel::new(Goal::Total, value, value - 1);
    }),
    ("a goal level that is left away", |plan| {
        plan.goals.as_mut().unwrap().remove(0);
    }),
    ("the goal levels in another order", |plan| plan.goals.as_mut().unwrap().reverse()),
    ("a cluster's id", |plan| {
        let id = plan.clusters[1].id.replace("-1", "-2");
        for placement in &mut plan.placements {
            if placement.cluster == Some(Some(plan.clusters[1].id.clone())) {
                placement.cluster = Some(Some(id.clone()));
            }
        }
        plan.clusters[1].id = id;
    }),
    ("the board of a cluster", |plan| plan.clusters[0].board = Some("rand".to_owned())),
    ("members", |plan| *plan.clusters[0].members.as_mut().unwrap() += 1),
    ("others", |plan| *plan.clusters[0].others.as_mut().unwrap() += 1),
    ("what a cluster is charged", |plan| {
        plan.clusters[0].charged.as_mut().unwrap().insert("year_mix".to_owned(), Points(1));
    }),
    ("a journey", |plan| plan.placements[0].m = Some(Some(Metres(1)))),
    ("a placement's cluster", |plan| {
        let other = plan.clusters[1].id.clone();
        let placement = plan.placements.iter_mut();
        let mut in_first = placement.filter(|one| one.cluster == Some(Some("noord".to_owned())));
        in_first.next().unwrap().cluster = Some(Some(other));
    }),
    ("the shell for a cluster", |plan| plan.placements[0].cluster = Some(None)),
    ("what a placement is charged", |plan| {
        *plan.placements[0].charged.as_mut().unwrap().get_mut("travel").unwrap() += Points(1);
    }),
    ("a funnel", |plan| {
        let one = &mut plan.unplaced.as_mut().unwrap()[0];
        *one.funnel.as_mut().unwrap().get_mut("schools").unwrap() += 1;
    }),
    ("infeasible, though it has a plan", |plan| plan.status = Some(Status::Infeasible)),
    ("what leaving out is charged", |plan| {
        let one = &mut plan.unplaced.as_mut().unwrap()[0];
        *one.charged.as_mut().unwrap().get_mut("placement").unwrap() += Points(1);
    }),
    ("a refusal that was overridden", |plan| {
        let mut placements = plan.placements.iter_mut();
        let fixed = placements.find(|one| one.student == "hugo").unwrap();
        fixed.overridden = vec!["admission".to_owned()];
    }),
    ("a refusal that was not there to override", |plan| {
        plan.placements[0].overridden = vec!["travel".to_owned()];
    }),
    ("who is left out", |plan| drop(plan.unplaced.as_mut().unwrap().pop())),
    ("how many are left out", |plan| plan.unplaced.as_mut().unwrap()[0].count += 1),
    ("who else is left out", |plan| {
        let one = plan.unplaced.as_mut().unwrap();
        let another = plaatswijzer::plan::Unplaced { student: "anna".to_owned(), ..one[0].clone() };
        one.push(another);
    }),
    ("the indicators", |plan| plan.indicators.as_mut().unwrap().students.core.number -= 1),
    ("the money", |plan| {
        let money = plan.indicators.as_mut().unwrap().money.as_mut().unwrap();
        money.total.net_eur += plaatswijzer::base::Euros(1);
    }),
    ("a count in two entries", |plan| {
        let pair = plan.placements.iter().position(|one| one.count == 2).unwrap();
        plan.placements[pair].count = 1;
        let again = plan.placements[pair].clone();
        plan.placements.push(again);
    }),
];

fn score(plan: &mut Plan) -> &mut Score {
    plan.score.as_mut().unwrap()
}

fn level(plan: &mut Plan, index: usize) -> &mut GoalLevel {
    &mut plan.goals.as_mut().unwrap()[index]
}

fn village_problem() -> Problem {
    let bytes = std::fs::read(village()).unwrap();
    let read = read(&bytes, &|_| Err("absent".to_owned()));
    read.unwrap_or_else(|errors| panic!("{errors}")).problem
}

#[test]
fn what_is_not_so_is_found() {
    let problem = village_problem();
    let placed = place(&problem, &Search::default(), &|_| {}).unwrap();
    let PlaceOutcome::Plan { plan, .. } = placed else { panic!("{placed:?}") };
    assert!(verify(&problem, &plan).agrees());
    for (what, change) in CLAIMS {
        let mut changed = (*plan).clone();
        change(&mut changed);
        let found = verify(&problem, &changed).findings;
        assert!(!found.is_empty(), "{what}: nobody speaks");
        assert!(found.iter().all(|finding| finding.rule == "claims"), "{what}: {found:?}");
    }
}

#[test]
fn what_is_not_said_is_not_missed() {
    let problem = village_problem();
    let placed = place(&problem, &Search::default(), &|_| {}).unwrap();
    let PlaceOutcome::Plan { plan, .. } = placed else { panic!("{placed:?}") };
    let silent = Plan {
        clusters: plan.clusters.clone(),
        placements: plan.placements.clone(),
        ..Plan::default()
    };
    assert_eq!(verify(&problem, &silent).findings, []);
}

#[test]
fn what_nobody_can_recompute_is_named_a_claim() {
    let problem = village_problem();
    let placed = place(&problem, &Search::default(), &|_| {}).unwrap();
    let PlaceOutcome::Plan { plan, .. } = placed else { panic!("{placed:?}") };
    let unconfirmed = |plan: &Plan| -> Vec<String> {
        verify(&problem, plan).unconfirmed.iter().map(ToString::to_string).collect()
    };
    let claims = unconfirmed(&plan);
    let total = plan.goals.as_ref().unwrap()[1].bound;
    let written = Language::English.whole(total);
    assert!(claims.contains(&format!("no plan goes below {written} at goal total")), "{claims:?}");
    assert!(claims.contains(&"no plan under these rules is better".to_owned()), "{claims:?}");
    assert!(claims.iter().any(|claim| claim.starts_with("plaatswijzer ")), "{claims:?}");
    let placements_alone = Plan {
        clusters: plan.clusters.clone(),
        placements: plan.placements.clone(),
        ..Plan::default()
    };
    assert_eq!(unconfirmed(&placements_alone), Vec::<String>::new());
}

#[test]
fn a_limit_on_changes_other_than_the_one_given_is_found() {
    let mut problem = village_problem();
    let placed = place(&problem, &Search::default(), &|_| {}).unwrap();
    let PlaceOutcome::Plan { plan, .. } = placed else { panic!("{placed:?}") };
    let (previous, _) = replan::read(&problem, plan.to_json().as_bytes()).unwrap();
    let with_limit = |most: Option<i64>| {
        let reference = PreviousReference {
            sha256: previous.earlier.sha256.clone(),
            changes: 0,
            max_changes: most,
            core_students: None,
            students: None,
        };
        Plan { previous: Some(reference), ..(*plan).clone() }
    };
    problem.instance.previous_plan =
        Some(Earlier { max_changes: Some(3), ..previous.earlier.clone() });
    assert_eq!(verify(&problem, &with_limit(Some(3))).findings, []);
    for other in [Some(23), None] {
        let found = verify(&problem, &with_limit(other)).findings;
        assert!(found.iter().any(|one| one.to_string().contains("limit on changes")), "{found:?}");
    }
    // Without a limit to compare it with, a stated one is a claim; so is one that is known from the plan alone.
    for (max_changes, is_stated, is_claim) in
        [(Some(23), false, false), (None, false, true), (Some(23), true, true)]
    {
        let earlier = Earlier { max_changes, is_stated, ..previous.earlier.clone() };
        problem.instance.previous_plan = Some(earlier);
        let verdict = verify(&problem, &with_limit(Some(23)));
        assert_eq!(verdict.findings, []);
        let claims = verdict.unconfirmed.iter().map(ToString::to_string).collect::<Vec<_>>();
        let claimed = claims.contains(&"at most 23 changes were allowed".to_owned());
        assert_eq!(claimed, is_claim, "{max_changes:?} {is_stated} {claims:?}");
    }
}
